"""A library copied whole: each copy has an origin of its own, and undo reaches back before it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.tracking import MOMENT, opened, still
from tui_reader.library.errors import Damaged
from tui_reader.library.tracker import origin as module
from tui_reader.library.tracker.cells import DATA_TABLES
from tui_reader.library.tracker.merge_state import merge_state
from tui_reader.library.tracker.origin import place_of
from tui_reader.library.tracker.recovery import copies, restore
from tui_reader.library.tracker.tracker import Tracker


def meta(directory: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((directory / "reading.json").read_bytes())
    row: dict[str, Any] = found["meta"]["library"]
    return row


def note(directory: Path, text: str, label: str = "noted", later: int = 0) -> None:
    with opened(directory, lambda: MOMENT + later) as tracker:
        tracker.change({"a": {"note": text}}, label)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    note(tmp_path / "here", "common", "before copying")
    return tmp_path / "here"


@pytest.fixture
def there(here: Path) -> Path:
    return Path(shutil.copytree(here, here.with_name("there"), symlinks=True))


def test_a_library_keeps_its_origin_where_it_stays(here: Path) -> None:
    first = meta(here)
    note(here, "more")
    with opened(here / ".." / "here") as tracker:
        tracker.change({"a": {"starred": True}}, "")
    assert meta(here)["origin"] == first["origin"]
    assert meta(here)["origins"] == first["origins"]


def test_a_copy_draws_its_own_before_its_first_write(here: Path, there: Path) -> None:
    before = meta(here)
    with opened(there):
        pass
    assert meta(there) == before
    note(there, "from there")
    after = meta(there)
    assert after["origin"] != before["origin"]
    assert after["origins"][after["origin"]] == [place_of(there), before["origin"], 1]
    note(there, "and more")
    assert meta(there)["origins"] == after["origins"]


def test_another_machine_with_the_same_directory_is_another_place(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = meta(here)["origin"]
    other = tmp_path / "machine-id"
    other.write_text("another\n")
    monkeypatch.setattr(module, "MACHINE_ID", other)
    note(here, "from another machine")
    assert meta(here)["origin"] != before
    monkeypatch.undo()
    note(here, "and back")
    assert meta(here)["origin"] == before
    assert len(meta(here)["origins"]) == 2


def test_of_a_note_edited_in_both_copies_both_texts_are_kept(here: Path, there: Path) -> None:
    note(here, "from here")
    note(there, "from there", later=50)
    merge_state(here, there / "reading.json", still)
    merge_state(there, here / "reading.json", still)
    for directory in (here, there):
        with opened(directory) as tracker:
            shown = tracker.state(["a"]).note
        assert shown.startswith("from there\n\n--- also written")
        assert shown.endswith("\nfrom here")


def test_undo_reaches_back_before_copying_but_not_into_the_other_copy(
    here: Path, there: Path
) -> None:
    with opened(here) as tracker:
        tracker.change({"b": {"note": "here"}}, "here only")
    with opened(there) as tracker:
        tracker.change({"c": {"note": "there"}}, "there only")
    merge_state(there, here / "reading.json", still)
    with opened(there) as tracker:
        labels = [undone.label for undone in iter(tracker.undo, None) if undone]
        assert labels == ["there only", "before copying"]
        assert tracker.state(["b"]).note == "here"
    merge_state(here, there / "reading.json", still)
    with opened(here) as tracker:
        undoing = [entry for entry in tracker.history() if entry.undoes]
        steps = {entry.step: entry.label for entry in tracker.history()}
        assert [steps[entry.undoes] for entry in undoing] == ["before copying", "there only"]


def test_a_moved_library_undoes_and_redoes_as_before(here: Path, tmp_path: Path) -> None:
    with opened(here) as tracker:
        tracker.undo()
    moved = here.rename(tmp_path / "moved")
    with opened(moved) as tracker:
        redone = tracker.redo()
        assert redone is not None
        assert tracker.state(["a"]).note == "common"
    moved = moved.rename(tmp_path / "moved again")
    with opened(moved) as tracker:
        undone = tracker.undo()
        assert undone is not None
        assert undone.label == "before copying"
        assert tracker.undo() is None


def test_restoring_an_older_copy_changes_no_origin(here: Path) -> None:
    note(here, "more")
    before = meta(here)
    restore(here, copies(here)[-1], still)
    assert meta(here) == before


def test_the_history_alone_keeps_undo(here: Path) -> None:
    (here / "reading.json").write_bytes(b"{")
    [copy] = copies(here)
    restore(here, copy, still)
    with opened(here) as tracker:
        undone = tracker.undo()
        assert undone is not None
        assert undone.label == "before copying"


def test_places_that_change_at_every_start_do_not_pile_up(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(module.MOST_KEPT + 5):
        monkeypatch.setattr(module, "_machine", lambda number=number: str(number))
        with opened(here) as tracker:
            tracker.change({"b": {"progress": number}}, "")
    assert len(meta(here)["origins"]) == module.MOST_KEPT
    with opened(here) as tracker:
        assert tracker.undo() is not None


@pytest.mark.parametrize("origins", [[], {"x": []}, {"x": ["p", "", "0"]}, {"x": "pqr"}])
def test_origins_of_another_kind_are_damage(here: Path, origins: object) -> None:
    tables = json.loads((here / "reading.json").read_bytes())
    tables["meta"]["library"]["origins"] = origins
    (here / "reading.json").write_text(json.dumps(tables))
    with pytest.raises(Damaged, match="origins"):
        Tracker.open(here)


edits = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from("ab"),
        st.one_of(
            st.fixed_dictionaries({"note": st.sampled_from(["x", "y", "z"])}),
            st.fixed_dictionaries({"tags": st.dictionaries(st.sampled_from("pq"), st.booleans())}),
            st.fixed_dictionaries({"starred": st.booleans()}),
            st.none(),
        ),
        st.integers(0, 2),
    ),
    max_size=8,
)


@settings(max_examples=20)
@given(edits, edits)
def test_two_copies_edited_apart_become_the_same_and_lose_no_note(
    tmp_path_factory: pytest.TempPathFactory, common: list[Any], apart: list[Any]
) -> None:
    """`None` stands for an undo. What each wrote last into a note is shown in both."""
    here = tmp_path_factory.mktemp("copied") / "here"
    note(here, "first")
    work([here, here], common)
    there = Path(shutil.copytree(here, here.with_name("there"), symlinks=True))
    before = notes(here)
    work([here, there], apart)
    wanted = [
        (key, cell[0])
        for key, cell in notes(here) + notes(there)
        if (key, cell) not in before and cell[0]
    ]
    merge_state(here, there / "reading.json", still)
    merge_state(there, here / "reading.json", still)
    assert content(here) == content(there)
    with opened(here) as tracker:
        for key, text in wanted:
            assert text in tracker.state([key]).note.splitlines()


def work(copies: list[Path], happened: list[Any]) -> None:
    for number, (who, key, change, passed) in enumerate(happened):
        with opened(copies[who], lambda: MOMENT + number // 2 + passed) as tracker:  # noqa: B023
            if change is None:
                tracker.undo()
            else:
                tracker.change({key: change}, "")


def notes(directory: Path) -> list[tuple[str, Any]]:
    rows = json.loads((directory / "reading.json").read_bytes())["papers"].items()
    return [(key, row["note"]) for key, row in rows if "note" in row]


def content(directory: Path) -> dict[str, Any]:
    tables = json.loads((directory / "reading.json").read_bytes())
    return {name: tables[name] for name in DATA_TABLES}
