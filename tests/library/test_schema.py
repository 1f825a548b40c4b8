"""Kinds of damage, and files of other versions."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.tracking import opened, still
from tui_reader.library.errors import Damaged, NewerVersion
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.papers import ReadingState, Status

ROW = b'{"meta":{"library":{"schema":1,"origin":"o","last_seq":0}},"papers":{%s}}'


def of_papers(text: str) -> Callable[[bytes], bytes]:
    return lambda _: ROW % text.encode()


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "one brace": lambda _: b"{",
    "half": lambda good: good[: len(good) // 2],
    "last byte gone": lambda good: good.rstrip()[:-1],
    "garbage after": lambda good: good + b'"old tail"}}',
    "doubled": lambda good: good + good,
    "zero bytes": lambda good: b"\0" * len(good),
    "zero tail": lambda good: good[:50] + b"\0" * (len(good) - 50),
    "UTF-16": lambda good: good.decode().encode("utf-16"),
    "invalid UTF-8": lambda good: good.replace(b"note", b"no\xff\xfee", 1),
    "merge markers": lambda good: b"<<<<<<< HEAD\n" + good[:200] + b"\n=======\n",
    "list": lambda _: b"[1,2,3]",
    "null": lambda _: b"null",
    "string": lambda _: b'"hello"',
    "no meta": lambda _: b'{"papers":{}}',
    "meta of another kind": lambda _: b'{"meta":{"library":[1]},"papers":{}}',
    "schema of another kind": lambda good: good.replace(b'"schema":1', b'"schema":"1"'),
    "table is a list": lambda _: ROW.replace(b"{%s}", b"[1,2]"),
    "row is a string": of_papers('"a":"x"'),
    "cell is a string": of_papers('"a":{"note":"x"}'),
    "cell without time": of_papers('"a":{"note":["x"]}'),
    "unknown status": of_papers('"a":{"status":["finished",1,"o"]}'),
    "progress of another kind": of_papers('"a":{"progress":["x",1,"o"]}'),
    "tags are a string": of_papers('"a":{"tags":"t"}'),
    "unknown table is a list": lambda good: good.replace(b'"papers":', b'"new":[1,2],"papers":'),
    "the last time there is": of_papers('"a":{"note":["x",253402300799999,"o"]}'),
    "time after year 9999": of_papers('"a":{"note":["x",999999999999999,"o"]}'),
    "name twice": of_papers('"a":{},"a":{}'),
    "not a number": of_papers('"a":{"progress":[NaN,1,"o"]}'),
    "huge number": of_papers('"a":{"progress":[1' + "0" * 5000 + ',1,"o"]}'),
    "deep": of_papers('"a":' + "[" * 100_000 + "]" * 100_000),
    "lone surrogate as a row": of_papers(r'"\ud800":{"note":5}'),
    "half a correction": lambda _: (
        (ROW % b"")[:-1] + b',"corrections":{"a":{"title":["T",1,"o"]}}}'
    ),
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for note in ("first", "second"):
        with opened(tmp_path) as tracker:
            tracker.change({"a": {"note": note, "status": Status.READ}}, "noted")
    return tmp_path


@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_is_named_and_the_bytes_stay(library: Path, kind: str) -> None:
    path = library / "reading.json"
    bad = DAMAGES[kind](path.read_bytes())
    path.write_bytes(bad)
    with pytest.raises(Damaged) as caught:
        Tracker.open(library)
    assert caught.value.exit_code == 3
    assert caught.value.cause
    [copy] = caught.value.copies
    assert "-run.json" in copy.name
    assert str(path) in str(caught.value)
    assert copy.name in str(caught.value)
    assert path.read_bytes() == bad


@pytest.mark.parametrize(
    "harmless",
    [
        lambda good: b"\xef\xbb\xbf" + good,
        lambda good: good.replace(b"\n", b"\r\n") + b"\r\n",
        lambda good: json.dumps(json.loads(good), indent=4).encode(),
    ],
)
def test_what_an_editor_does_is_no_damage(
    library: Path, harmless: Callable[[bytes], bytes]
) -> None:
    path = library / "reading.json"
    path.write_bytes(harmless(path.read_bytes()))
    with opened(library) as tracker:
        assert tracker.state(["a"]).note == "second"


def test_a_state_that_is_gone_while_copies_exist_is_no_empty_library(library: Path) -> None:
    (library / "reading.json").unlink()
    with pytest.raises(Damaged, match="it is gone") as caught:
        Tracker.open(library)
    assert len(caught.value.copies) == 1


def test_a_newer_schema_is_left_alone(library: Path) -> None:
    path = library / "reading.json"
    newer = path.read_bytes().replace(b'"schema":1', b'"schema":2')
    path.write_bytes(newer)
    before = sorted(library.rglob("*"))
    with pytest.raises(NewerVersion, match=r"schema 2, this one knows 1") as caught:
        Tracker.open(library)
    assert caught.value.exit_code == 3
    assert path.read_bytes() == newer
    assert sorted(library.rglob("*")) == before


def test_unknown_tables_and_fields_are_kept(library: Path) -> None:
    path = library / "reading.json"
    tables = json.loads(path.read_bytes())
    tables["attachments"] = {"a": {"path": ["x.pdf", 1, "o"]}}
    tables["papers"]["a"]["colour"] = ["red", 1, "o"]
    path.write_text(json.dumps(tables))
    with opened(library) as tracker:
        tracker.change({"a": {"starred": True}}, "starred")
    after = json.loads(path.read_bytes())
    assert after["attachments"] == tables["attachments"]
    assert after["papers"]["a"]["colour"] == ["red", 1, "o"]


FIXTURES = Path(__file__).parent.parent / "documents" / "reading"


@pytest.mark.parametrize("version", [0])
def test_each_older_schema_is_migrated_once_after_a_copy(tmp_path: Path, version: int) -> None:
    old = (FIXTURES / f"schema-{version}.json").read_bytes()
    path = tmp_path / "reading.json"
    path.write_bytes(old)
    read_only = Tracker.open(tmp_path, clock=still, read_only=True)
    assert path.read_bytes() == old
    for tracker in (read_only, Tracker.open(tmp_path, clock=still)):
        assert tracker.state(["aaaaaaaaaaaa"]) == ReadingState(
            status=Status.READING, progress=40, note="see §3", tags=("theory",), started_at=5
        )
        assert tracker.state(["bbbbbbbbbbbb"]).starred
    migrated = path.read_bytes()
    assert json.loads(migrated)["meta"]["library"]["schema"] == 1
    with opened(tmp_path):
        assert path.read_bytes() == migrated
    [copy] = (tmp_path / "backups").iterdir()
    assert copy.read_bytes() == old
    assert copy.name.endswith("-migration.json")
