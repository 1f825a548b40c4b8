"""Documents that attack: imported, or named in one line with the reason, in linear time."""

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from tests.hostile.documents import FILES, GROWING
from tests.hostile.stream import forbidden
from tui_reader.importers.document import Document, UnreadableDocument
from tui_reader.importers.reading import read
from tui_reader.latex import display
from tui_reader.papers.merging import merge

SIZE = 1_000_000
# By a small process between: the system counts what the parent held when a child was started.
MOST_MEMORY = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for name, (data, _) in FILES.items():
        (folder / name).write_bytes(data)
    return folder


def ran(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "tui_reader", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert not forbidden(done.stdout + done.stderr)
    assert b"Traceback" not in done.stderr
    assert b"a fault of tui-reader" not in done.stderr
    return done


@pytest.mark.parametrize("command", ["import", "parse"])
def test_each_is_read_or_named_with_the_reason(folder: Path, tmp_path: Path, command: str) -> None:
    done = ran("--library", str(tmp_path), "--no-samples", command, str(folder))
    assert done.returncode == 1
    told, said = done.stdout.decode(), done.stderr.decode().splitlines()
    for name, (_, reason) in FILES.items():
        if not reason:
            assert name in told
        else:
            lines = [line for line in said if name in line]
            assert len(lines) == 1
            assert reason in lines[0]
    assert b"root:" not in done.stdout + done.stderr


def test_what_is_parsed_is_json_without_controls(folder: Path) -> None:
    records = json.loads(ran("parse", "--json", str(folder)).stdout)
    assert {record["document"] for record in records} == {n for n, (_, r) in FILES.items() if not r}


def work_of(data: bytes) -> float:
    """Processor time of reading, merging and making ready to show."""
    begun = time.process_time()
    try:
        records = read(Document("d", data, date(2026, 1, 1))).records
    except UnreadableDocument:
        records = ()
    for paper in merge(records).papers:
        for text in (paper.title, *paper.authors, *paper.abstracts):
            display(text)
    return time.process_time() - begun


@pytest.mark.torture
@pytest.mark.parametrize("kind", GROWING)
def test_twice_the_size_is_not_much_more_than_twice_the_work(kind: str) -> None:
    make = GROWING[kind]
    once = min(work_of(make(SIZE)) for _ in range(2))
    four_times = work_of(make(4 * SIZE))
    assert four_times < 9 * max(once, 0.05), f"{once:.2f} s, then {four_times:.2f} s"


@pytest.mark.torture
def test_a_file_of_many_records_is_bounded(tmp_path: Path) -> None:
    """1.8 kB a record at most; a million take twenty times as long."""
    many = tmp_path / "many.jsonl"
    with many.open("w") as file:
        for n in range(50_000):
            paper = {"title": f"Paper {n} on topic {n % 97}", "authors": [f"A{n % 1013}"]}
            file.write(json.dumps(paper | {"abstract": "text " * 20}) + "\n")
    arguments = ["--library", str(tmp_path / "library"), "--no-samples", "import", str(many)]
    command = [sys.executable, "-m", "tui_reader", *arguments]
    measured = subprocess.run(
        [sys.executable, "-c", MOST_MEMORY, *command], capture_output=True, text=True, check=True
    )
    assert int(measured.stdout.split()[-1]) < 60_000 + 1.8 * 50_000
