from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.faults import faults
from tests.library.tracking import MOMENT, opened, still
from tui_reader.library.tracker.backups import Backups, contents
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.papers import Status

DAY = 86_400_000


def reasons(directory: Path) -> list[str]:
    return [backup.reason for backup in Backups(directory / "backups").all()][::-1]


def test_one_copy_per_run_before_its_first_write(tmp_path: Path) -> None:
    for run in range(3):
        with opened(tmp_path) as tracker:
            for n in range(3):
                tracker.change({"a": {"note": f"{run} {n}"}}, "")
                tracker.flush()
    assert reasons(tmp_path) == ["run", "run"]
    notes = [backup.path.read_text() for backup in Backups(tmp_path / "backups").all()]
    assert ['"1 2"' in notes[0], '"0 2"' in notes[1]] == [True, True]


def test_a_run_that_only_reads_makes_none(tmp_path: Path) -> None:
    for _ in range(2):
        with opened(tmp_path) as tracker:
            tracker.change({"a": {"note": "x"}}, "")
    with opened(tmp_path):
        pass
    assert reasons(tmp_path) == ["run"]


def test_a_long_run_makes_one_a_day(tmp_path: Path) -> None:
    times: Iterator[int] = iter(range(MOMENT, MOMENT + 99 * DAY, DAY // 2))
    with opened(tmp_path, lambda: next(times)) as tracker:
        for n in range(6):
            tracker.change({"a": {"note": str(n)}}, "")
            tracker.flush()
    assert reasons(tmp_path) == ["day", "day", "day"]


@pytest.mark.parametrize(("papers", "expected"), [(50, []), (51, ["bulk"])])
def test_a_copy_before_a_bulk_change(tmp_path: Path, papers: int, expected: list[str]) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "x"}}, "")
        tracker.flush()
        tracker.change({f"{n:012}": {"starred": True} for n in range(papers)}, "starred")
    assert reasons(tmp_path) == expected


def test_old_copies_are_cleared_but_those_of_fourteen_days(tmp_path: Path) -> None:
    state = tmp_path / "reading.json"
    backups = Backups(tmp_path / "backups")
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "x"}}, "")
    backups.make(state, MOMENT, "migration")
    for n in range(300):
        backups.make(state, MOMENT + n * DAY // 10, "run")
    copies = backups.all()
    assert len([copy for copy in copies if copy.reason == "run"]) <= 10 + 14
    assert len({copy.when // DAY for copy in copies if copy.reason == "run"}) == 14
    assert [copy.when for copy in copies if copy.reason == "migration"] == [MOMENT]


def test_copies_are_counted_and_bad_ones_named(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"status": Status.READ}, "b": {"note": "x"}}, "")
    inside = contents(tmp_path / "reading.json")
    assert (inside.papers, inside.read, inside.error) == (2, 1, "")
    (tmp_path / "bad.json").write_bytes(b"{")
    assert "not JSON" in contents(tmp_path / "bad.json").error


def test_two_copies_of_one_moment_do_not_replace_each_other(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "x"}}, "")
    backups = Backups(tmp_path / "backups")
    for reason in ("run", "bulk", "run"):
        backups.make(tmp_path / "reading.json", MOMENT, reason)
    assert [copy.when for copy in backups.all()] == [MOMENT + 2, MOMENT + 1, MOMENT]


def test_a_copy_that_fails_does_not_keep_a_change_from_being_saved(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "x"}}, "")
    (tmp_path / "backups").write_bytes(b"a file in the way")
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "y"}}, "")
    assert Tracker.open(tmp_path, clock=still).state(["a"]).note == "y"
    with faults(0, "EIO"):
        assert reasons(tmp_path) == []
