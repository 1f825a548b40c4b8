"""What happens to reading.json while the reader is open: told, nothing overwritten, asked."""

import shutil
import threading
from pathlib import Path

import pytest

from tests.tui.reading_session import Session, open_library, reading
from tui_reader.library import Library
from tui_reader.library.files import locks
from tui_reader.library.tracker.recovery import copies, restore
from tui_reader.papers import Status
from tui_reader.tui.desk.mending import LOOK_EVERY
from tui_reader.tui.desk.polling import POLL_EVERY
from tui_reader.tui.screens.desk_screen import LOOK_AT_SAVING

TIME = 1_795_176_999_000


async def look(session: Session) -> None:
    """What the timers do."""
    session.app.poll()
    await session.settle()
    session.app.look_after_state()
    session.home.look_at_saving()
    await session.settle()


async def queue_first(session: Session) -> Path:
    """The first paper queued and on disk; the state's path."""
    await session.press("1")
    session.app.desk.library.flush()
    directory = session.app.desk.library.directory
    assert directory is not None
    return directory / "reading.json"


def test_timers_show_the_work_of_others_within_two_seconds() -> None:
    assert POLL_EVERY + LOOK_EVERY + LOOK_AT_SAVING < 2


async def test_what_another_reader_saves_is_shown_and_the_cursor_stays(library: Library) -> None:
    async with reading(library) as session:
        state = await queue_first(session)
        await session.press("j", "j")
        other = open_library(state.parent)
        other.mark([other.papers[0].id], Status.READ)
        other.close()
        await look(session)
        assert session.home.cursor == 2
        await session.press("k", "k")
        assert session.state().status is Status.READ


async def test_an_edit_by_hand_is_shown_and_not_overwritten(library: Library) -> None:
    async with reading(library) as session:
        state = await queue_first(session)
        state.write_text(state.read_text().replace('"queued"', '"skimmed"'))
        await look(session)
        assert session.state().status is Status.SKIMMED
        await session.press("j", "4")
        library.flush()
        assert '"skimmed"' in state.read_text()


async def test_an_older_file_put_back_is_taken_over(library: Library, tmp_path: Path) -> None:
    async with reading(library) as session:
        state = await queue_first(session)
        shutil.copy(state, tmp_path / "older.json")
        await session.press("4")
        library.flush()
        shutil.copy(tmp_path / "older.json", state)
        await look(session)
        assert session.state().status is Status.QUEUED
        assert session.home.saving == "saved"


async def test_a_restore_in_another_terminal_is_shown(library: Library) -> None:
    async with reading(library) as session:
        state = await queue_first(session)
        other = open_library(state.parent)
        other.mark([other.papers[0].id], Status.DROPPED)
        other.close()
        await look(session)
        assert session.state().status is Status.DROPPED
        older = next(copy for copy in copies(state.parent) if copy.reason == "run")
        restore(state.parent, older, lambda: TIME)
        await look(session)
        assert session.state().status is Status.QUEUED


@pytest.mark.parametrize(
    ("damage", "told", "offer"),
    [
        (None, "was deleted while open", "w makes it again from memory"),
        (b"<<<<<<< HEAD", "is damaged", "w replaces it from memory"),
    ],
)
async def test_a_lost_file_is_told_kept_and_written_back_only_when_asked(
    library: Library, damage: bytes | None, told: str, offer: str
) -> None:
    async with reading(library) as session:
        state = await queue_first(session)
        state.unlink()
        if damage is not None:
            state.write_bytes(damage)
        await look(session)
        shown = " ".join(session.shown.split())
        assert told in shown
        assert offer in shown
        await session.press("escape")
        await session.press("4")
        await look(session)
        assert session.at_home
        assert session.home.saving.startswith("NOT SAVED")
        assert (state.read_bytes() if state.exists() else None) == damage
        session.app.write_back()
        await session.settle()
        library.flush()
        assert session.state().status is Status.READ
        assert '"read"' in state.read_text()
        kept = [path.read_bytes() for path in (state.parent / "backups").glob("damaged-*")]
        assert kept == ([] if damage is None else [damage])


async def test_a_held_lock_is_named_and_no_key_waits_for_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the writer's thread takes the lock; the screen's thread goes through all its keys."""
    async with reading(library) as session:
        state = await queue_first(session)
        lock = state.parent / "reading.lock"
        with locks.locked(lock):
            pid, host = locks.holder(lock)
            takers = list[str]()
            real = locks.take

            def counted(file: int) -> None:
                takers.append(threading.current_thread().name)
                real(file)

            monkeypatch.setattr(locks, "take", counted)
            await session.press("4", "j", "5", "k")
            while library.saving.state != "waiting":
                await session.pilot.pause()
            session.home.look_at_saving()
            assert session.home.saving == f"waiting for process {pid} on {host}"
            assert session.state().status is Status.READ
            assert set(takers) == {"writer"}
        library.flush()
        session.home.look_at_saving()
        assert session.home.saving == "saved"


async def test_a_file_system_without_locks_is_warned_of_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(locks, "take", refuse)
    told = list[str]()
    async with reading(library) as session:
        monkeypatch.setattr(session.app, "toast", told.append)
        await queue_first(session)
        await look(session)
        await look(session)
    assert told == ["this file system has no locks: let one program write at a time"]


async def test_what_a_slow_look_finds_is_not_lost_to_the_next(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[object] = []
    go_on, look_at = threading.Event(), library.poll

    def slow() -> object:
        looks.append(changes := look_at())
        go_on.wait(20)
        return changes

    async with reading(library) as session:
        state = await queue_first(session)
        other = open_library(state.parent)
        other.mark([other.papers[1].id], Status.READ)
        other.close()
        monkeypatch.setattr(library, "poll", slow)
        session.app.poll()
        session.app.poll()
        go_on.set()
        await session.settle()
        assert len(looks) == 1
        assert "changed elsewhere: 1 paper" in session.shown
        session.app.poll()
        await session.settle()
        assert len(looks) == 2
