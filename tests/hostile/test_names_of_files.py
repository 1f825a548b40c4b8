"""Files named after outside text: inside their folder, short, harmless to shells and systems."""

from pathlib import Path

import pytest

from tests.hostile.texts import TEXTS
from tui_reader.cli import main
from tui_reader.library import Library
from tui_reader.library.files.safe_names import LONGEST_NAME, RESERVED, safe_name

NAMES = {
    "parent": "../../../tmp/evil",
    "absolute": "/etc/cron.d/evil",
    "dash": "-rf",
    "hidden": ".bashrc",
    "dots": "..",
    "device": "CON",
    "device-with-end": "nul.txt",
    "nul": "a\x00b.txt",
    "newline": "a\nb",
    "long": "x" * 5000,
    "long-wide": "漢" * 5000,
    "empty": "",
    "blanks": " . ",
    "windows": 'a:b*c?d"e<f>g|h\\i',
    **TEXTS,
}


@pytest.mark.parametrize("name", NAMES)
def test_one_harmless_part(name: str) -> None:
    safe = safe_name(NAMES[name])
    assert 0 < len(safe.encode()) <= LONGEST_NAME
    assert safe.isprintable()
    assert not set(safe) & set('/\\:*?"<>|\0')
    assert safe[0] not in ".- "
    assert safe[-1] not in ". "
    assert safe.split(".")[0].casefold() not in RESERVED


@pytest.mark.parametrize("name", NAMES)
def test_the_kept_copy_stays_in_its_folder(tmp_path: Path, name: str) -> None:
    library = Library.open(tmp_path / "library", samples=False)
    library.add_bytes(NAMES[name], b'{"title": "A title"}')
    library.close()
    (copy,) = (tmp_path / "library" / "documents").glob("*/*")
    assert copy.read_bytes() == b'{"title": "A title"}'
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_every_file_a_library_writes_has_a_harmless_name(tmp_path: Path) -> None:
    document = tmp_path / "-rf [@click=app.quit]\x1b]0;owned\x07 $(touch pwned).json"
    document.write_bytes(b'[{"title": "../../evil", "note": "x"}]')
    library = tmp_path / "library"
    options = ["--library", str(library), "--no-samples"]
    assert main([*options, "import", "--with-tracker", str(document)]) == 0
    written = list(library.rglob("*"))
    assert len(written) > 5
    assert all(safe_name(path.name) == path.name for path in written)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([document.name, "library"])
