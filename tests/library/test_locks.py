import errno
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

from tui_reader.library.errors import CannotSave, Locked
from tui_reader.library.files import locks

HOLDER = """
import sys, pathlib
from tui_reader.library.files.locks import locked
with locked(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holding(path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until its input ends."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def test_the_holder_is_named_and_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "state.lock"
    told: list[Locked] = []
    with holding(path) as child:
        with pytest.raises(Locked) as caught, locks.locked(path, 0.05, told.append):
            pytest.fail("two hold the lock")
        assert (caught.value.pid, caught.value.host) == (child.pid, os.uname().nodename)
        assert f"process {child.pid} on {os.uname().nodename}" in str(caught.value)
        assert [holder.pid for holder in told] == [child.pid]
        child.communicate()
    with locks.locked(path, 0) as held:
        assert held
    assert path.exists()


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "state.lock"
    with holding(path) as child:
        child.kill()
        child.wait()
        with locks.locked(path, 1) as held:
            assert held
            assert locks.holder(path) == (os.getpid(), os.uname().nodename)
    assert locks.holder(path) == (0, "")


def test_a_lock_of_another_owner_is_locked_by_reading_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "state.lock"
    path.touch()
    real = os.open

    def refused(name: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "Permission denied", str(name))
        return real(name, flags, mode)

    monkeypatch.setattr(os, "open", refused)
    with locks.locked(path, 0) as held:
        assert held
        with pytest.raises(Locked), locks.locked(path, 0.05):
            pytest.fail("two hold the lock")
    path.unlink()
    with pytest.raises(CannotSave, match=r"state\.lock"), locks.locked(path, 0):
        pytest.fail("there is nothing to lock")


def test_two_of_one_process_exclude_each_other(tmp_path: Path) -> None:
    path = tmp_path / "state.lock"
    with locks.locked(path), pytest.raises(Locked), locks.locked(path, 0):
        pytest.fail("two hold the lock")


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "state.lock"
    with pytest.raises(ZeroDivisionError), locks.locked(path):
        raise ZeroDivisionError
    with locks.locked(path, 0) as held:
        assert held


def test_a_file_system_without_locks_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locks, "take", refuse)
    with locks.locked(tmp_path / "state.lock") as held:
        assert not held


def test_windows_locks_by_msvcrt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[tuple[int, int]] = []
    fake = types.ModuleType("msvcrt")

    def locking(file: int, mode: int, count: int) -> None:
        if taken:
            raise OSError(errno.EACCES, "Permission denied")
        taken.append((mode, count))

    fake.__dict__.update(locking=locking, LK_NBLCK=2)
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    monkeypatch.setattr(locks, "on_windows", lambda: True)
    with (
        locks.locked(tmp_path / "state.lock") as held,
        pytest.raises(Locked),
        locks.locked(tmp_path / "state.lock", 0),
    ):
        pytest.fail("two hold the lock")
    assert held
    assert taken == [(2, 1)]
