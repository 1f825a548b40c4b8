import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import where
from tinydb.table import Document

from tests.library.tracking import opened
from tui_reader.library.errors import CannotSave
from tui_reader.library.tracker import state_file as module
from tui_reader.library.tracker.cells import Tables, empty_tables
from tui_reader.library.tracker.state_file import StateFile
from tui_reader.library.tracker.storage import Database, SafeStorage
from tui_reader.papers import Status


def test_tinydb_reads_what_the_tracker_wrote(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"aaaa": {"status": Status.READ}, "bbbb": {"note": "x"}}, "")
    papers = Database(StateFile(tmp_path / "reading.json")).table("papers")
    found = papers.get(doc_id="aaaa")  # type: ignore[call-overload] # ids of ours are texts
    assert found["status"][0] == "read"
    [row] = papers.search(where("status").test(lambda cell: cell[0] == "read"))
    assert str(row.doc_id) == "aaaa"


def test_the_tracker_reads_what_tinydb_wrote(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    SafeStorage(StateFile(path)).write(empty_tables("me"))
    papers = Database(StateFile(path)).table("papers")
    key: object = "aaaa"
    papers.insert(Document({"note": ["by TinyDB", 1, "me"]}, key))  # type: ignore[arg-type] # a text
    papers.update({"starred": [True, 2, "me"]}, where("note").exists())
    with opened(tmp_path) as tracker:
        assert tracker.state(["aaaa"]).note == "by TinyDB"
        assert tracker.state(["aaaa"]).starred


def test_every_save_is_one_write_of_tinydb_s_storage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Tables] = []
    real = SafeStorage.write

    def counted(storage: SafeStorage, data: Tables) -> None:
        written.append(data)
        real(storage, data)

    with opened(tmp_path) as tracker:
        tracker.change({"aaaa": {"progress": 0}}, "")
        tracker.flush()
        monkeypatch.setattr(SafeStorage, "write", counted)
        for number in (1, 2):
            tracker.change({"aaaa": {"progress": number}, "bbbb": {"starred": True}}, "")
            tracker.flush()
    assert [tables["papers"]["aaaa"]["progress"][0] for tables in written] == [1, 2]


def test_no_query_is_answered_from_a_cache(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"aaaa": {"note": "old"}}, "")
        tracker.flush()
        papers = Database(StateFile(tmp_path / "reading.json")).table("papers")
        new = where("note").test(lambda cell: cell[0] == "new")
        assert papers.count(new) == 0
        tracker.change({"aaaa": {"note": "new"}}, "")
        tracker.flush()
        assert papers.count(new) == 1


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The rows with a note that are encoded."""
    found: list[object] = []
    real = module.encode

    def counted(value: object) -> str:
        if isinstance(value, dict) and "note" in value:
            found.append(value)
        return real(value)

    monkeypatch.setattr(module, "encode", counted)
    return found


def test_only_rows_that_changed_are_encoded_also_after_a_start(
    tmp_path: Path, encoded: list[object]
) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({f"{n:04}": {"note": "x\n,"} for n in range(1000)}, "")
        tracker.set_view("6", "rl", "")
        tracker.flush()
        encoded.clear()
        tracker.change({"0007": {"note": "y"}}, "")
        tracker.flush()
        assert len(encoded) == 1
    with opened(tmp_path) as tracker:
        encoded.clear()
        tracker.change({"0008": {"note": "z"}}, "")
        tracker.flush()
        assert len(encoded) == 1
    with opened(tmp_path) as tracker:
        notes = [tracker.state([f"{n:04}"]).note for n in range(1000)]
        assert notes == ["y" if n == 7 else "z" if n == 8 else "x\n," for n in range(1000)]
        assert tracker.views() == {"6": "rl"}


@pytest.mark.parametrize(
    "elsewhere",
    [
        lambda data: data.replace(b'"first"', b'"by hand"'),
        lambda data: data.replace(b'"first"', b'"by hand"').replace(b'"b":', b'"c":{},"b":'),
        lambda data: json.dumps(json.loads(data), indent=1).replace("first", "by hand").encode(),
        lambda data: re.sub(rb'"file":{[^}]*}', b'"file":["x"]', data).replace(
            b"first", b"by hand"
        ),
    ],
)
def test_what_another_program_wrote_is_not_taken_by_lines(
    tmp_path: Path, elsewhere: Callable[[bytes], bytes]
) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "first"}, "b": {"note": "second"}}, "")
    path = tmp_path / "reading.json"
    path.write_bytes(elsewhere(path.read_bytes()))
    with opened(tmp_path) as tracker:
        tracker.change({"b": {"note": "third"}}, "")
    with opened(tmp_path) as tracker:
        assert [tracker.state([key]).note for key in "ab"] == ["by hand", "third"]


def test_an_update_by_tinydb_of_what_the_tracker_wrote(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "first"}, "b": {"note": "second"}}, "")
    papers = Database(StateFile(tmp_path / "reading.json")).table("papers")
    papers.update({"note": ["by TinyDB", 5, "me"]}, where("note").test(lambda c: c[0] == "first"))
    with opened(tmp_path) as tracker:
        assert [tracker.state([key]).note for key in "ab"] == ["by TinyDB", "second"]


def test_a_database_without_tables_is_still_json(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    SafeStorage(StateFile(path)).write({})
    assert json.loads(path.read_bytes()).keys() == {"meta"}


def test_a_row_changed_in_place_is_not_taken_for_the_written_one(tmp_path: Path) -> None:
    storage = SafeStorage(StateFile(tmp_path / "reading.json"))
    tables = empty_tables("me")
    tables["papers"]["a"] = {"note": ["x", 1, "me"]}
    storage.write(tables)
    again = storage.read()
    assert again is not None
    again["papers"]["a"]["note"][0] = "y"
    storage.write(again)
    assert b'"y"' in (tmp_path / "reading.json").read_bytes()


def test_what_is_no_json_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    storage = SafeStorage(StateFile(tmp_path / "reading.json"))
    tables = empty_tables("me")
    tables["papers"]["a"] = {"note": [float("nan"), 1, "me"]}
    with pytest.raises(ValueError, match="JSON"):
        storage.write(tables)
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_cannot_be_looked_at_is_named(tmp_path: Path) -> None:
    file = StateFile(tmp_path / ("x" * 300))
    with pytest.raises(CannotSave, match="File name too long"):
        file.is_changed()
