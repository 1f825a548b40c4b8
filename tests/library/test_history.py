import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.tracking import MOMENT, opened
from tui_reader.library.doctor import examine
from tui_reader.library.tracker import history as module
from tui_reader.library.tracker.history import History, entry_of, line_of, lines_backwards
from tui_reader.library.tracker.steps import HistoryEntry


def entry(seq: int, key: str = "a", time: int = MOMENT) -> HistoryEntry:
    return HistoryEntry(seq, seq, time, "o", key, "note", None, "x", "noted")


def test_a_line_says_all_and_comes_back() -> None:
    for undoes in (0, 4):
        said = HistoryEntry(7, 6, MOMENT, "o", "a", "tag:\ud800\n", False, True, "l", undoes)
        assert entry_of(line_of(said)) == said


def test_newest_first_across_years(tmp_path: Path) -> None:
    history = History(tmp_path)
    for year in range(3):
        time = MOMENT + year * 366 * 86_400_000
        history.append([entry(year * 2 + 1), entry(year * 2 + 2)], time)
    assert [path.name for path in history.files()] == ["2026.jsonl", "2027.jsonl", "2028.jsonl"]
    assert [e.seq for e in history.newest_first(6)] == [6, 5, 4, 3, 2, 1]


def test_a_clock_that_goes_back_does_not_open_an_older_year(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.append([entry(1)], MOMENT)
    history.append([entry(2)], 0)
    assert [path.name for path in history.files()] == ["2026.jsonl"]


def test_what_a_save_never_finished_is_void(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.append([entry(1), entry(2)], MOMENT)
    history.append([entry(3, "void"), entry(4, "void")], MOMENT)
    assert [e.seq for e in history.newest_first(2)] == [2, 1]
    history.append([entry(3, "b")], MOMENT)
    assert [(e.seq, e.key) for e in history.newest_first(3)] == [(3, "b"), (2, "a"), (1, "a")]


def test_torn_and_foreign_lines_are_passed_over(tmp_path: Path) -> None:
    history = History(tmp_path)
    appended = history.append([entry(1)], MOMENT)
    with appended.path.open("ab") as file:
        file.write(b'{"seq": "x"}\nnull\n\xff\n' + b"[" * 100_000 + b"\n" + line_of(entry(2))[:40])
    history.append([entry(2, "b")], MOMENT)
    assert [(e.seq, e.key) for e in history.newest_first(2)] == [(2, "b"), (1, "a")]


@pytest.mark.parametrize("time", [-1, 253_402_300_799_999, 10**20, 1.5, True, None])
def test_a_line_whose_time_is_no_date_is_passed_over(time: object) -> None:
    said = line_of(entry(1))
    assert entry_of(said) is not None
    assert entry_of(said.replace(str(MOMENT).encode(), json.dumps(time).encode())) is None


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
def test_what_is_no_file_is_neither_read_nor_waited_for(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    history = History(tmp_path / "history")
    history.append([entry(1)], MOMENT)
    make(tmp_path / "history" / "2030.jsonl")
    assert [e.seq for e in history.newest_first(1)] == [1]
    history.append([entry(2)], MOMENT)
    assert [e.seq for e in history.newest_first(2)] == [2, 1]
    assert "2030.jsonl: no file" in "".join(
        f"{finding.path.name}: {finding.problem}" for finding in examine(tmp_path)
    )


@given(st.lists(st.binary(max_size=30).filter(lambda line: b"\n" not in line)), st.booleans())
def test_lines_come_backwards_whatever_the_block(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], ended: bool
) -> None:
    path = tmp_path_factory.mktemp("history") / "2026.jsonl"
    path.write_bytes(b"\n".join(lines) + (b"\n" if ended else b""))
    before = module.BLOCK
    module.BLOCK = 7
    try:
        assert list(lines_backwards(path)) == [line for line in reversed(lines) if line]
    finally:
        module.BLOCK = before


def test_undo_reads_only_the_end_of_years_of_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """5 years of 20 changes a day are some 36 500 lines; undoing needs the last ones."""
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "first"}}, "noted")
    years = [line_of(entry(number)) for number in range(1, 36_501)]
    (tmp_path / "history" / "2026.jsonl").write_bytes(b"\n".join(years) + b"\n")
    state = tmp_path / "reading.json"
    state.write_text(state.read_text().replace('"last_seq":1', '"last_seq":36500'))
    parsed: list[bytes] = []

    def counted(line: bytes) -> HistoryEntry | None:
        parsed.append(line)
        return entry_of(line)

    monkeypatch.setattr(module, "entry_of", counted)
    with opened(tmp_path) as tracker:
        for number in range(3):
            tracker.change({"a": {"note": str(number)}}, "noted")
    assert parsed == []
    with opened(tmp_path) as tracker:
        labels = [undone.label for undone in (tracker.undo(), tracker.undo()) if undone]
    assert labels == ["noted", "noted"]
    assert len(parsed) < 10
