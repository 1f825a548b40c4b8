"""Changes by lines on standard input, each answered once it is on disk."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import PAPERS, Run

Process = Callable[..., subprocess.CompletedProcess[bytes]]


def test_each_line_is_answered(run: Run, process: Process, ids: list[str]) -> None:
    lines = "".join(
        f"{status} {id_}\n" for status, id_ in zip(("read", "queued"), ids, strict=False)
    )
    ran = process("mark", "--stdin", input=lines.encode())
    assert ran.returncode == 0
    assert ran.stdout.decode() == f"saved {ids[0]} read\nsaved {ids[1]} queued\n"
    papers = run("list", "--json").json
    assert [paper["status"] for paper in papers] == ["read", "queued", "unread"]


def test_bad_lines_are_named_and_the_others_done(
    run: Run, process: Process, ids: list[str]
) -> None:
    lines = f"red {ids[0]}\n\nread zzzz\nread\nread \xff\r\nread {ids[1][:6]} {ids[2]}"
    ran = process("mark", "--stdin", input=lines.encode("latin-1"))
    assert ran.returncode == 1
    assert ran.stdout.decode() == f"saved {ids[1][:6]} read\nsaved {ids[2]} read\n"
    said = ran.stderr.decode().splitlines()
    assert len(said) == 4
    assert f"red {ids[0]}: no such status: red" in said[0]
    assert "zzzz" in said[1]
    assert [paper["status"] for paper in run("list", "--json").json] == ["unread", "read", "read"]


@pytest.mark.parametrize(
    ("command", "line", "answer", "field", "value"),
    [
        ("progress", "12/38 {}", "saved {} 31", "progress", 31),
        ("tag", "+a -b {}", "saved {} +a -b", "tags", ["a"]),
        ("star", "on {}", "saved {} on", "starred", True),
        ("note", "{} two  words - here", "saved {}", "note", "two  words - here"),
    ],
)
def test_the_other_changes(
    run: Run,
    process: Process,
    ids: list[str],
    command: str,
    line: str,
    answer: str,
    field: str,
    value: object,
) -> None:
    ran = process(command, "--stdin", input=line.format(ids[0]).encode())
    assert ran.stdout.decode() == answer.format(ids[0]) + "\n"
    assert run("show", "--json", ids[0]).json[0][field] == value


def test_a_note_from_stdin(run: Run, process: Process, ids: list[str]) -> None:
    process("note", ids[0], "-", input="first\nsecond é\n".encode())
    assert run("note", ids[0]).out == "first\nsecond é\n"


def test_an_answer_comes_while_the_input_is_open_and_means_on_disk(
    ids: list[str], library: Path
) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "tui_reader", "mark", "--stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        for status in ("read", "queued", "dropped"):
            child.stdin.write(f"{status} {ids[0]}\n".encode())
            child.stdin.flush()
            assert child.stdout.readline().decode() == f"saved {ids[0]} {status}\n"
            rows = json.loads((library / "reading.json").read_bytes())["papers"]
            assert rows[ids[0]]["status"][0] == status
    finally:
        child.kill()
        child.communicate()


def test_what_others_import_meanwhile_is_known(run: Run, ids: list[str], tmp_path: Path) -> None:
    paper = PAPERS[0] | {"title": "Brought in Meanwhile"}
    (tmp_path / "more.json").write_text(json.dumps([paper]), encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, "-m", "tui_reader", "mark", "--stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(f"read {ids[0]}\n".encode())
        child.stdin.flush()
        assert child.stdout.readline()
        run("import", str(tmp_path / "more.json"))
        (new,) = {paper["id"] for paper in run("list", "--json").json} - set(ids)
        child.stdin.write(f"read {new}\n".encode())
        child.stdin.flush()
        assert child.stdout.readline().decode() == f"saved {new} read\n"
    finally:
        child.kill()
        child.communicate()


def test_a_library_that_cannot_be_written_ends_it(process: Process, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    nowhere = str(tmp_path / "file" / "library")
    (paper, *_) = json.loads(process("--library", nowhere, "list", "--json").stdout)
    ran = process("--library", nowhere, "mark", "--stdin", input=f"read {paper['id']}\n".encode())
    assert (ran.returncode, ran.stdout) == (5, b"")


def test_many_lines_waiting_are_few_writes(process: Process, ids: list[str], library: Path) -> None:
    code = (
        "import os, sys\n"
        "from tui_reader.cli import main\n"
        "replace, count = os.replace, [0]\n"
        "def counted(*a, **k):\n"
        "    count[0] += 'reading' in str(a[1])\n"
        "    return replace(*a, **k)\n"
        "os.replace = counted\n"
        "code = main(['mark', '--stdin'])\n"
        "print(code, count[0], file=sys.stderr)\n"
    )
    lines = "".join(f"{status} {ids[0]}\n" for status in ("read", "unread") * 200)
    ran = subprocess.run(
        [sys.executable, "-c", code],
        input=lines.encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    code_, writes = map(int, ran.stderr.split())
    assert (code_, len(ran.stdout.splitlines())) == (0, 400)
    assert 1 <= writes <= 20


def test_papers_from_stdin(run: Run, process: Process) -> None:
    data = json.dumps(PAPERS).encode()
    ran = process("parse", "-", "--json", input=data)
    assert [record["document"] for record in json.loads(ran.stdout)] == ["stdin"] * 3
    ran = process("import", "-", "--no-samples", "--json", input=data)
    assert json.loads(ran.stdout)[0]["new"] == 3
    assert len(run("list", "--json").json) == 3


def test_an_empty_stdin(process: Process) -> None:
    assert os.environ["TUI_READER_LIBRARY"]
    ran = process("import", "-", "--no-samples")
    assert ran.returncode == 1
    assert b"skipped stdin" in ran.stderr
    assert process("mark", "--stdin").returncode == 0
