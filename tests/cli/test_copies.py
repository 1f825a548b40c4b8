"""`backups`, `restore`, `doctor` and `merge-state`, also on a library that cannot be opened."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def touched(library: Path, ids: list[str], run: Run) -> Path:
    assert run("mark", "read", ids[0]).code == 0
    assert run("mark", "queued", ids[1]).code == 0
    return library


def statuses(run: Run) -> list[str]:
    return [paper["status"] for paper in run("list", "--json").json]


def test_a_library_without_copies_says_so(library: Path, run: Run) -> None:
    ran = run("backups")
    assert (ran.code, ran.out) == (0, "")
    assert "there are no copies yet" in ran.err
    assert run("backups", "--json").json == []


def test_copies_are_listed_with_their_counts(touched: Path, run: Run) -> None:
    copies = run("backups", "--json").json
    assert copies[0] | {"time": "", "path": ""} == {
        "time": "",
        "path": "",
        "reason": "history",
        "papers": 2,
        "read": 1,
        "error": "",
    }
    assert len(run("backups").out.splitlines()) == len(copies)


def test_a_damaged_state_is_told_and_restored(touched: Path, run: Run) -> None:
    state = touched / "reading.json"
    state.write_bytes(b'{"papers": {')
    stopped = run("list")
    assert stopped.code == 3
    assert "good copies: reading-" in stopped.err
    assert run("doctor").code == 3
    (restored,) = run("restore", "--json").json
    assert Path(restored["kept"]).read_bytes() == b'{"papers": {'
    assert statuses(run) == ["read", "queued", "unread"]
    assert run("doctor").code == 0


def test_a_state_that_is_gone_is_never_an_empty_library(touched: Path, run: Run) -> None:
    (touched / "reading.json").unlink()
    assert run("list").code == 3
    assert run("restore", "history").code == 0
    assert statuses(run) == ["read", "queued", "unread"]


def test_restoring_can_be_taken_back(touched: Path, run: Run) -> None:
    run("mark", "dropped", *(paper["id"] for paper in run("list", "--json").json))
    copy = run("backups", "--json").json[-1]
    assert run("restore", Path(copy["path"]).name).code == 0
    assert statuses(run) != ["dropped"] * 3
    assert run("restore", "restore").code == 0
    assert statuses(run) == ["dropped"] * 3


def test_every_copy_that_is_listed_can_be_restored_by_its_time(touched: Path, run: Run) -> None:
    for status in ("dropped", "skimmed", "unread", "read"):
        run("restore")
        run("mark", status, run("list", "--json").json[0]["id"])
    copies = [copy for copy in run("backups", "--json").json if copy["reason"] != "history"]
    assert len({copy["time"] for copy in copies}) == len(copies) > 5
    assert len({copy["time"][:19] for copy in copies}) < len(copies)
    (restored,) = run("restore", copies[1]["time"], "--json").json
    assert restored["path"] == copies[1]["path"]


def test_an_unknown_copy_names_those_there_are(touched: Path, run: Run) -> None:
    ran = run("restore", "1999")
    assert ran.code == 1
    assert "no good copy of 1999; copies: 2" in ran.err


def test_doctor_tells_and_fixes(touched: Path, run: Run) -> None:
    (touched / ".reading.json.abcd.tmp").write_bytes(b"{")
    (touched / "reading.json").chmod(0o644)
    found = run("doctor", "--json")
    assert found.code == 1
    assert [(item["fixable"], item["repaired"]) for item in found.json] == [(True, False)] * 3
    assert "doctor --fix` puts it right" in run("doctor").out
    fixed = run("doctor", "--fix", "--json")
    assert fixed.code == 0
    assert all(item["repaired"] for item in fixed.json)
    assert "nothing is wrong" in run("doctor").err


def test_doctor_names_what_a_sync_program_set_aside(touched: Path, run: Run) -> None:
    conflict = touched / "reading.sync-conflict-20261120.json"
    shutil.copy(touched / "reading.json", conflict)
    ran = run("doctor", "--fix")
    assert ran.code == 1
    assert f"merge-state '{conflict}'" in ran.out
    assert run("merge-state", str(conflict)).code == 0


def test_states_of_two_machines_are_folded(
    library: Path, tmp_path: Path, papers_file: Path, ids: list[str], run: Run
) -> None:
    other = tmp_path / "other"
    run("--library", str(other), "--no-samples", "import", str(papers_file))
    run("note", ids[0], "here")
    run("--library", str(other), "note", ids[0], "there")
    run("--library", str(other), "tag", "+away", ids[2])
    ran = run("merge-state", str(other / "reading.json"), "--json")
    assert ran.code == 0
    assert ran.json[0]["papers"] == sorted([ids[0], ids[2]])
    assert ran.json[0]["both_notes"] == [ids[0]]
    assert "both notes are kept" in ran.err
    papers = {paper["id"]: paper for paper in run("list", "--json").json}
    assert {"here", "there"} <= set(papers[ids[0]]["note"].split())
    assert papers[ids[2]]["tags"] == ["away"]


@pytest.mark.parametrize("data", [None, b"", b"[]", b"\xff\xfe", json.dumps({"meta": {}}).encode()])
def test_a_file_that_is_no_state_is_refused(
    touched: Path, tmp_path: Path, run: Run, data: bytes | None
) -> None:
    file = tmp_path / "other.json"
    if data is not None:
        file.write_bytes(data)
    before = (touched / "reading.json").read_bytes()
    ran = run("merge-state", str(file))
    assert ran.code in (1, 3)
    assert str(file) in ran.err
    assert (touched / "reading.json").read_bytes() == before
