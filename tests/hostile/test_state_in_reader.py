"""The reader on a state that is damaged, deleted, locked, unwritable or written by others."""

import contextlib
import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal
from tui_reader.cli import main
from tui_reader.library import Library
from tui_reader.papers import Status

NO_MORE_BYTES = ("sh", "-c", 'ulimit -f 0; exec "$@"', "sh")
PATIENCE = 10
# Seconds: what others save is shown, and a key is answered whoever holds the lock.
SHOWN_WITHIN = 2
NEVER_LONGER = 0.1


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """The samples; one paper queued, another read."""
    path = tmp_path / "library"
    library = Library.open(path)
    library.mark([library.papers[0].id], Status.QUEUED)
    library.flush()
    library.mark([library.papers[1].id], Status.READ)
    library.close()
    return path


@contextlib.contextmanager
def reader(directory: Path, under: tuple[str, ...] = (), ready: str = "quit") -> Iterator[Terminal]:
    state = str(directory.parent / "xdg")
    terminal = Terminal(
        "--library", str(directory), size=(120, 36), under=under, XDG_STATE_HOME=state
    )
    try:
        terminal.wait_for(ready)
        yield terminal
    finally:
        terminal.close()


def state_of(directory: Path) -> list[str]:
    rows = json.loads((directory / "reading.json").read_text())["papers"].values()
    return sorted(row["status"][0] for row in rows)


def wait_until_saved(directory: Path, wanted: list[str], terminal: Terminal) -> None:
    end = time.monotonic() + PATIENCE
    while state_of(directory) != wanted:
        assert time.monotonic() < end
        terminal.read(0.05)


def said_from(terminal: Terminal, seen: int, text: str) -> None:
    end = time.monotonic() + PATIENCE
    while text.encode() not in terminal.output[seen:]:
        assert time.monotonic() < end, terminal.output[seen:][-3000:]
        terminal.read()


@pytest.mark.parametrize("damage", [b"", b'{"papers"', b"[]", b"\x00" * 5000, None])
def test_a_damaged_state_opens_the_recovery_screen(directory: Path, damage: bytes | None) -> None:
    state = directory / "reading.json"
    state.unlink()
    if damage is not None:
        state.write_bytes(damage)
    with reader(directory, ready="leaves everything") as terminal:
        terminal.wait_for("2 papers touched, 1 read")
        terminal.send("1")
        terminal.wait_for("search")
        terminal.send("q")
        assert terminal.end() == 0
    assert state_of(directory) == ["queued", "read"]
    kept = [path.read_bytes() for path in (directory / "backups").glob("damaged-*")]
    assert kept == ([] if damage is None else [damage])


def test_leaving_the_recovery_screen_changes_nothing(directory: Path) -> None:
    (directory / "reading.json").write_bytes(b"{")
    with reader(directory, ready="leaves everything") as terminal:
        terminal.send("q")
        assert terminal.end() == 3
        assert terminal.modes == terminal.before
    assert (directory / "reading.json").read_bytes() == b"{"


def test_without_any_copy_one_line_says_so(tmp_path: Path) -> None:
    Library.open(tmp_path / "library").close()
    (tmp_path / "library" / "reading.json").write_bytes(b"{")
    terminal = Terminal("--library", str(tmp_path / "library"), HOME=str(tmp_path))
    try:
        assert terminal.end() == 3
        assert b"is damaged" in terminal.output
        assert b"\x1b[?1049h" not in terminal.output
    finally:
        terminal.close()


def test_a_file_deleted_while_open_is_written_back_when_asked(directory: Path) -> None:
    with reader(directory) as terminal:
        (directory / "reading.json").unlink()
        terminal.wait_for("escape leaves it")
        escape(terminal)
        terminal.send("5")
        terminal.wait_for("NOT SAVED")
        assert not (directory / "reading.json").exists()
        terminal.send("q")
        terminal.wait_for("q quits without it")
        terminal.send("q")
        assert terminal.end() == 0
    with reader(directory, ready="leaves everything") as terminal:
        terminal.send("1")
        terminal.wait_for("search")
        (directory / "reading.json").unlink()
        terminal.wait_for("escape leaves it")
        terminal.send("w")
        wait_until_exists(directory / "reading.json", terminal)
        terminal.send("q")
        assert terminal.end() == 0
    assert state_of(directory) == ["queued", "read"]


def escape(terminal: Terminal) -> None:
    """Alone: what follows at once would make another key of it."""
    terminal.send("\x1b")
    end = time.monotonic() + 0.5
    while time.monotonic() < end:
        terminal.read(0.05)


def wait_until_exists(path: Path, terminal: Terminal) -> None:
    end = time.monotonic() + PATIENCE
    while not path.exists():
        assert time.monotonic() < end
        terminal.read(0.05)


def test_a_full_disk_is_marked_retried_and_quitting_asks(directory: Path) -> None:
    before = (directory / "reading.json").read_bytes()
    with reader(directory, NO_MORE_BYTES) as terminal:
        terminal.send("5")
        terminal.wait_for("NOT SAVED")
        terminal.send("q")
        terminal.wait_for("quits without it")
        terminal.send("q")
        assert terminal.end() in (0, 5)
        assert terminal.modes == terminal.before
        assert b"Traceback" not in terminal.output
    assert (directory / "reading.json").read_bytes() == before


def times_of_keys(terminal: Terminal, keys: str) -> list[float]:
    """Of each key, how long it takes until the cursor is drawn elsewhere."""
    times = []
    for key in keys:
        terminal.settle(0.2)
        seen = len(terminal.output)
        begun = time.monotonic()
        terminal.send(key)
        said_from(terminal, seen, "▌")
        times.append(time.monotonic() - begun)
    return times


@pytest.mark.parametrize("keys", ["jkjk", pytest.param("jk" * 20, marks=pytest.mark.torture)])
def test_a_lock_held_elsewhere_never_blocks_a_key(directory: Path, keys: str) -> None:
    with reader(directory) as terminal, (directory / "reading.lock").open("a") as lock:
        free = times_of_keys(terminal, keys)
        fcntl.flock(lock, fcntl.LOCK_EX)
        terminal.send("5")
        terminal.wait_for("waiting for")
        held = times_of_keys(terminal, keys)
        # What the machine itself takes for a key is no waiting for the lock.
        assert sorted(held)[len(held) // 2] < NEVER_LONGER
        assert max(held) < NEVER_LONGER + max(free)
        fcntl.flock(lock, fcntl.LOCK_UN)
        wait_until_saved(directory, ["dropped", "read"], terminal)
        terminal.send("q")
        assert terminal.end() == 0


def test_what_others_do_is_shown_and_the_cursor_stays(directory: Path, tmp_path: Path) -> None:
    times = []
    with reader(directory) as terminal:
        terminal.send("jj")
        terminal.wait_for("3/81")
        for count in (82, 83, 84):
            document = tmp_path / f"{count}.jsonl"
            document.write_text(f'{{"title": "Paper {count}", "authors": ["Ann {count} Lee"]}}')
            seen = len(terminal.output)
            assert main(["--library", str(directory), "import", str(document)]) == 0
            begun = time.monotonic()
            said_from(terminal, seen, f"/{count}")
            times.append(time.monotonic() - begun)
        terminal.send("q")
        assert terminal.end() == 0
    assert sorted(times)[1] < SHOWN_WITHIN


def test_both_texts_of_a_note_are_kept_and_told(directory: Path) -> None:
    with reader(directory) as terminal:
        terminal.send("eours")
        terminal.wait_for("ours")
        other = Library.open(directory)
        other.set_note(other.papers[0].id, "theirs")
        other.close()
        terminal.send("\x1b")
        terminal.wait_for("elsewhere, both notes")
        terminal.send("q")
        assert terminal.end() == 0
    library = Library.open(directory)
    note = library.state(library.papers[0]).note
    library.close()
    assert {"ours", "theirs"} <= set(note.split())


@pytest.mark.skipif(
    os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may write everywhere"
)
def test_a_read_only_state_opens_and_refuses(directory: Path) -> None:
    (directory / "reading.json").chmod(0o400)
    bare = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner")
    with reader(directory, bare if os.geteuid() == 0 else ()) as terminal:
        terminal.wait_for("read-only")
        terminal.send("5")
        terminal.wait_for("nothing can be changed")
        terminal.send("q")
        assert terminal.end() == 0
