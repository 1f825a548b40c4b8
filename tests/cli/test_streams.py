"""Streams that are closed, full, narrow or gone, and hostile text on them."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run

Process = Callable[..., subprocess.CompletedProcess[bytes]]
HOSTILE = "Evil\x1b]52;c;aGk=\x07 \x9b31m \u202eTitle [MASK] [/] [@click=app.quit] 深度 𝕏 \ud800"


@pytest.fixture
def hostile(run: Run, tmp_path: Path) -> Ran:
    text = json.dumps([{"title": HOSTILE, "authors": [HOSTILE], "abstract": HOSTILE * 3}])
    (tmp_path / "hostile.json").write_text(text, encoding="ascii")
    return run("import", "--no-samples", str(tmp_path / "hostile.json"))


def test_hostile_text_reaches_no_terminal(hostile: Ran, run: Run) -> None:
    assert "1 new" in hostile.out
    (paper,) = run("list", "--json").json
    run("tag", "+\x1b[31mred", paper["id"])
    run("note", paper["id"], HOSTILE)
    for argv in (
        ["list"],
        ["list", "evil"],
        ["show", paper["id"]],
        ["note", paper["id"]],
        ["history"],
        ["stats"],
        ["documents"],
        ["undo"],
        ["list", "--json", "evil"],
        ["mark", "read", "\x1b[31m"],
        ["list", "\x1b[31m"],
        ["help", "\x1b[31m"],
    ):
        ran = run(*argv)
        control = {c for c in ran.out + ran.err if ord(c) < 32 or 0x7F <= ord(c) < 0xA0}
        assert control <= {"\n", "\t"}, argv
        assert "\u202e" not in ran.out + ran.err, argv


def test_brackets_are_shown_as_they_are(hostile: Ran, run: Run) -> None:
    assert hostile.code == 0
    assert "[MASK] [/] [@click=app.quit]" in run("list").out


def test_original_text_comes_back_as_json(hostile: Ran, run: Run) -> None:
    assert hostile.code == 0
    (paper,) = run("list", "--json").json
    run("note", paper["id"], HOSTILE)
    assert run("show", "--json", paper["id"]).json[0]["note"] == HOSTILE


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=["C", "latin-1", "ascii"],
)
def test_narrow_encodings(hostile: Ran, process: Process, environment: dict[str, str]) -> None:
    assert hostile.code == 0
    for argv in (["list"], ["list", "--json"], ["list", "nothing of 深度"], ["stats"], ["keys"]):
        ran = process(*argv, **environment)
        assert b"Traceback" not in ran.stderr
        assert b"fault" not in ran.stderr
        assert ran.stdout or ran.returncode == 1


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("closed", [0, 1, 2])
@pytest.mark.parametrize("argv", [["list"], ["list", "--json"], ["parse", "-"], ["nope"]], ids=str)
def test_closed_streams(argv: list[str], closed: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tui_reader", *argv],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        preexec_fn=lambda: os.close(closed),
        timeout=60,
        check=False,
    )
    assert ran.returncode in (0, 1, 2)
    assert b"Traceback" not in ran.stderr
    assert b"fault" not in ran.stderr


@pytest.mark.parametrize("argv", [["list"], ["list", "--json"], ["help"]])
def test_a_reader_that_goes_away_ends_it_quietly(argv: list[str]) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "tui_reader", *argv],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.close()
    _, err = child.communicate(timeout=60)
    assert err == b""
    assert child.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("argv", [["list"], ["--version"], ["help"]])
def test_a_full_disk_is_one_line(argv: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "tui_reader", *argv],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert ran.returncode == 5
    assert ran.stderr.count(b"\n") == 1
    assert b"No space left on device" in ran.stderr


@pytest.mark.parametrize("argv", [[], ["--ascii"], ["open"]])
def test_the_reader_refuses_what_is_no_terminal(process: Process, argv: list[str]) -> None:
    ran = process(*argv)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"\x1b" not in ran.stderr
    assert b"tui-reader list" in ran.stderr


@pytest.mark.parametrize("other", [0, 1, 2])
def test_the_reader_needs_all_three(tmp_path: Path, other: int) -> None:
    master, slave = pty.openpty()
    streams: list[int] = [slave, slave, slave]
    null = os.open(os.devnull, os.O_RDWR)
    streams[other] = null
    try:
        child = subprocess.Popen(
            [sys.executable, "-m", "tui_reader"],
            stdin=streams[0],
            stdout=streams[1],
            stderr=streams[2],
        )
        assert child.wait(timeout=60) == 2
        os.set_blocking(master, False)
        said = b"" if other == 2 else os.read(master, 9999)
    finally:
        for descriptor in (master, slave, null):
            os.close(descriptor)
    assert b"\x1b" not in said
    assert not (tmp_path / "library").exists()


def test_the_reader_refuses_a_dumb_terminal() -> None:
    master, slave = pty.openpty()
    try:
        child = subprocess.Popen(
            [sys.executable, "-m", "tui_reader"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=os.environ | {"TERM": "dumb"},
        )
        assert child.wait(timeout=60) == 2
        said = os.read(master, 9999)
    finally:
        os.close(master)
        os.close(slave)
    assert b"\x1b" not in said
    assert b"TERM=dumb" in said
    assert b"tui-reader list" in said
