"""docs/reliability.md names, for each promise, tests that are there and that TinyDB alone fails."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.driver import PLAIN

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| ([SCI]\d+) \|.*\| ([^|]*) \|$", re.MULTILINE)
NAME = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
IDS = [*(f"S{n}" for n in range(1, 14)), *(f"C{n}" for n in range(1, 9)), "I5"]
# Documents, which TinyDB does not keep, and what its own storage holds too.
NOT_TINYDB_S = {"C8", "I5", "S12"}


def promises() -> dict[str, list[tuple[str, str]]]:
    text = (ROOT / "docs" / "reliability.md").read_text()
    return {row[1]: NAME.findall(row[2]) for row in ROW.finditer(text)}


@pytest.mark.parametrize("promise", IDS)
def test_every_promise_names_tests_that_are_there(promise: str) -> None:
    named = promises()[promise]
    assert named
    for file, test in named:
        assert re.search(rf"^(async )?def {test}\(", (ROOT / file).read_text(), re.MULTILINE), test


@pytest.mark.torture
@pytest.mark.parametrize("promise", [name for name in IDS if name not in NOT_TINYDB_S])
def test_a_test_of_every_promise_fails_on_tinydb_s_own_storage(promise: str) -> None:
    tests = [f"{file}::{test}" for file, test in promises()[promise] if "tests/library" in file]
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "tests.library.plain_storage"]
    options = ["-o", "addopts=--strict-markers --import-mode=importlib", "--tb=no"]
    done = subprocess.run(
        [*command, *options, *tests],
        cwd=ROOT,
        env={**os.environ, PLAIN: "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout
    assert " failed" in done.stdout
