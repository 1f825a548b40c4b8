"""What scripts rely on when something is wrong with a library."""

import errno
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from tests.cli.conftest import AS_ANYBODY, Run
from tui_reader.cli import changing
from tui_reader.library import Library
from tui_reader.library.files.locks import locked


@pytest.mark.parametrize("argv", [["list"], ["mark", "read", "--query", "stone"], ["undo"]])
def test_3_damaged(run: Run, ids: list[str], library: Path, argv: list[str]) -> None:
    run("mark", "read", ids[0])
    state = library / "reading.json"
    state.write_bytes(state.read_bytes()[:-9])
    damaged = state.read_bytes()
    ran = run(*argv)
    assert (ran.code, ran.out) == (3, "")
    assert str(state) in ran.err
    assert state.read_bytes() == damaged


def test_3_from_a_newer_version(run: Run, ids: list[str], library: Path) -> None:
    run("mark", "read", ids[0])
    state = library / "reading.json"
    tables = json.loads(state.read_bytes())
    meta = tables["meta"]["library"]
    meta["schema"] = 999
    state.write_text(json.dumps(tables), encoding="ascii")
    ran = run("mark", "read", ids[1])
    assert ran.code == 3
    assert "999" in ran.err


def test_4_locked_names_who_holds_it(
    run: Run, ids: list[str], library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("mark", "read", ids[0])
    (lock,) = library.glob("reading*.lock")
    monkeypatch.setattr(changing, "PATIENCE", 0.2)
    with locked(lock):
        ran = run("mark", "queued", ids[0])
    assert ran.code == 4
    assert str(os.getpid()) in ran.err
    assert run("show", "--json", ids[0]).json[0]["status"] == "read"


def test_5_cannot_write(run: Run, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run("mark", "read", ids[0])

    def full(descriptor: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        ran = run("mark", "queued", ids[0])
    assert ran.code == 5
    assert "could not save" in ran.err
    assert "No space left on device" in ran.err
    assert "the previous version is intact" in ran.err
    assert run("show", "--json", ids[0]).json[0]["status"] == "read"


def test_a_directory_that_may_not_be_entered_is_named(
    process: Callable[..., subprocess.CompletedProcess[bytes]], library: Path
) -> None:
    library.chmod(0)
    ran = process("list", under=AS_ANYBODY)
    library.chmod(0o700)
    assert (ran.returncode, ran.stdout) == (3, b"")
    assert ran.stderr.decode() == (
        f"tui-reader: {library}/reading.json is damaged: it cannot be read (Permission denied); "
        "it was not changed\n"
    )


def test_what_the_system_refuses_is_no_fault_of_ours(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(library))

    monkeypatch.setattr(Library, "open", refused)
    ran = run("list")
    assert (ran.code, ran.err) == (1, f"tui-reader: {library}: Operation not permitted\n")
