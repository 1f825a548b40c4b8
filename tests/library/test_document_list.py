"""A damaged list of documents is told, kept, and put back from its copy or the folders."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.library import Damaged, Library, NewerVersion
from tui_reader.library.doctor import examine, repair

Open = Callable[..., Library]
DAMAGE = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'{"schema": 1}',
    b'{"schema": 1, "documents": [{"id": 5}]}',
    b'{"schema": 1, "documents": [{"id": "../x", "name": "n", "as_of": "2026-01-01",'
    b' "imported_at": 1}]}',
    b'{"schema": 1, "documents": [{"id": "", "name": "n", "as_of": "2026-01-01",'
    b' "imported_at": 1}]}',
    b'{"schema": 1, "documents": [{"id": "x", "name": "n", "as_of": "soon", "imported_at": 1}]}',
    b"\xff\xfe" * 40,
    b"[" * 100_000,
]


@pytest.fixture
def path(open_library: Open, tmp_path: Path) -> Path:
    open_library().close()
    return tmp_path / "library" / "documents.json"


@pytest.mark.parametrize("data", DAMAGE)
def test_damage_is_told_and_nothing_is_written(open_library: Open, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(Damaged, match=r"documents\.json"):
        open_library()
    assert path.read_bytes() == data


@pytest.mark.parametrize("data", DAMAGE)
def test_the_copy_is_put_back_and_the_damaged_bytes_are_kept(
    open_library: Open, path: Path, data: bytes
) -> None:
    before = path.read_bytes()
    path.write_bytes(data)
    assert [finding.path for finding in repair(path.parent)] == [path]
    assert path.read_bytes() == before
    assert data in [kept.read_bytes() for kept in (path.parent / "backups").glob("damaged-*")]
    assert examine(path.parent) == []
    assert len(open_library().papers) == 81


def test_a_list_that_is_gone_is_no_new_library(open_library: Open, path: Path) -> None:
    path.unlink()
    with pytest.raises(Damaged, match="gone"):
        open_library()
    repair(path.parent)
    assert len(open_library().papers) == 81


def test_without_a_copy_the_kept_documents_tell(open_library: Open, path: Path) -> None:
    path.write_bytes(b"{")
    (path.parent / "backups" / "documents.json").write_bytes(b"[")
    repair(path.parent)
    assert len(open_library().documents()) == 5


def test_an_import_whose_copy_of_the_list_fails_is_done(
    open_library: Open, path: Path, tmp_path: Path
) -> None:
    copy = path.parent / "backups" / "documents.json"
    older = copy.read_bytes()
    copy.unlink()
    copy.mkdir()
    document = tmp_path / "new.jsonl"
    document.write_text('{"title": "Brought in", "authors": ["Ann Lee"]}')
    library = open_library()
    assert library.add(document).new == 1
    library.close()
    assert len(open_library().papers) == 82
    assert (copy, None) in [(finding.path, finding.repair) for finding in examine(path.parent)]
    copy.rmdir()
    copy.write_bytes(older)
    copy.chmod(0o600)
    assert copy in [finding.path for finding in examine(path.parent)]
    path.write_bytes(b"{")
    repair(path.parent)
    assert len(open_library().papers) == 82
    assert copy.read_bytes() == path.read_bytes()


def test_an_older_copy_of_the_list_is_made_anew(open_library: Open, path: Path) -> None:
    copy = path.parent / "backups" / "documents.json"
    copy.write_bytes(b'{"schema": 1, "documents": []}')
    assert [finding.path for finding in repair(path.parent)] == [copy]
    assert copy.read_bytes() == path.read_bytes()
    assert examine(path.parent) == []


def test_a_newer_list_is_left_alone(open_library: Open, path: Path) -> None:
    path.write_bytes(b'{"schema": 2, "documents": []}')
    with pytest.raises(NewerVersion):
        open_library()
    assert [finding.repair for finding in examine(path.parent)] == [None]
