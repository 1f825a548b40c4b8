"""Processes that are killed while they save, and processes that save at once."""

import json
import random
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.library.driver import numbers

ROOT = Path(__file__).parents[2]
KINDS = pytest.mark.parametrize(
    "rounds", [30, pytest.param(300, marks=pytest.mark.torture)], ids=["short", "long"]
)


def driver(directory: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "tests.library.driver", str(directory), *words]


def started(directory: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        driver(directory, *words),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def acknowledged(lines: list[str]) -> dict[str, int]:
    """The highest number of each key among whole lines."""
    found: dict[str, int] = {}
    for line in lines:
        if line.endswith("\n"):
            _, key, number = line.split()
            found[key] = int(number)
    return found


@KINDS
@pytest.mark.parametrize("records", [200, pytest.param(5000, marks=pytest.mark.torture)])
def test_nothing_acknowledged_is_lost_by_a_kill(tmp_path: Path, rounds: int, records: int) -> None:
    subprocess.run(driver(tmp_path, "seed", str(records)), check=True, cwd=ROOT)
    known = numbers(tmp_path)
    acks = 0
    chance = random.Random(rounds)
    for round_number in range(rounds):
        with started(tmp_path, "write", f"w{round_number % 4}", "10000") as child:
            assert child.stdout is not None
            lines = [child.stdout.readline() for _ in range(chance.randint(1, 40))]
            child.send_signal(signal.SIGKILL)
            lines += child.stdout.readlines()
        after = numbers(tmp_path)
        wanted = acknowledged(lines)
        acks += len(wanted)
        assert all((after[key] or 0) >= number for key, number in wanted.items())
        assert known.keys() <= after.keys()
        known = after
    assert acks > rounds


def test_four_processes_keep_every_save(tmp_path: Path) -> None:
    count = 60
    children = [started(tmp_path, "write", f"w{n}", str(count)) for n in range(4)]
    outputs = [child.communicate() for child in children]
    assert [child.returncode for child in children] == [0] * 4, outputs
    lines = [line for out, _ in outputs for line in out.splitlines(keepends=True)]
    assert len(lines) == 4 * count
    assert numbers(tmp_path) == acknowledged(lines)
    seqs = [
        json.loads(line)["seq"]
        for path in (tmp_path / "history").iterdir()
        for line in path.read_text().splitlines()
    ]
    assert seqs == list(range(1, len(seqs) + 1))


@pytest.mark.torture
def test_four_processes_of_five_hundred_saves(tmp_path: Path) -> None:
    children = [started(tmp_path, "write", f"w{n}", "500") for n in range(4)]
    lines = [line for child in children for line in child.communicate()[0].splitlines(True)]
    assert len(lines) == 2000
    assert numbers(tmp_path) == acknowledged(lines)


SMALL = 20_000


def small_files() -> None:
    """What a Python program sees at a file size limit is EFBIG."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))


def test_a_file_size_limit_keeps_the_previous_version(tmp_path: Path) -> None:
    subprocess.run(driver(tmp_path, "seed", "120"), check=True, cwd=ROOT)
    before = (tmp_path / "reading.json").read_bytes()
    done = subprocess.run(
        driver(tmp_path, "write", "w", "200"),
        capture_output=True,
        text=True,
        cwd=ROOT,
        preexec_fn=small_files,
        check=False,
    )
    assert done.returncode == 5
    assert "could not save" in done.stderr
    assert "File too large" in done.stderr
    assert "the previous version is intact" in done.stderr
    assert "Traceback" not in done.stderr
    after = numbers(tmp_path)
    wanted = acknowledged(done.stdout.splitlines(keepends=True))
    assert all((after[key] or 0) >= number for key, number in wanted.items())
    assert len(json.loads(before)["papers"]) == 120 <= len(after)


PLAIN = """
import sys
from tinydb import TinyDB
TinyDB(sys.argv[1]).table("papers").insert_multiple({"note": "n" * 80} for _ in range(500))
"""


def test_tinydb_s_own_storage_would_not_pass(tmp_path: Path) -> None:
    path = tmp_path / "plain.json"
    with TinyDB(path) as database:
        database.table("papers").insert({"note": "kept?"})
    command = [sys.executable, "-c", PLAIN, str(path)]
    subprocess.run(command, preexec_fn=small_files, capture_output=True, check=False)
    with pytest.raises(json.JSONDecodeError):
        json.loads(path.read_bytes())
