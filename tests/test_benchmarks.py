"""The table of `make bench`; what it measures is not measured here."""

from pathlib import Path

from benchmarks.report import Figure, as_json, as_table, from_json

FIGURES = [
    Figure("start", 200.0, peer=150.0, bar=1.3, of_ratio=True, against="bare app"),
    Figure("import", 1200.0, "/s", bar=1000, least=True),
    Figure("told only", 3.0),
]


def test_each_figure_stands_beside_its_peer_bar_and_verdict() -> None:
    _, start, imported, told = as_table(FIGURES).splitlines()
    assert start.split() == [
        "start",
        "200.00",
        "ms",
        "bare",
        "app",
        "150.00",
        "1.33",
        "<=",
        "1.3x",
        "FAIL",
    ]
    assert imported.split() == ["import", "1200.00", "/s", ">=", "1000", "pass"]
    assert told.split() == ["told", "only", "3.00", "ms"]


def test_an_earlier_run_stands_in_the_last_column(tmp_path: Path) -> None:
    file = tmp_path / "before.json"
    file.write_text(as_json([Figure("import", 900.0, "/s", bar=1000, least=True)]))
    before = from_json(file)
    assert not before[0].passed
    head, start, imported, _ = as_table(FIGURES, before).splitlines()
    assert head.endswith("before")
    assert imported.endswith("900.00")
    assert start.endswith("FAIL")
