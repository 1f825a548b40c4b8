"""One row a figure: what was measured, floor or peer of the same run, ratio, bar and verdict."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """`against` names what `peer` is of. `bar` is for the ratio where `of_ratio`, else for the
    value; `least`: it is a minimum."""

    what: str
    value: float
    unit: str = "ms"
    peer: float | None = None
    bar: float | None = None
    of_ratio: bool = False
    least: bool = False
    against: str = ""

    @property
    def ratio(self) -> float | None:
        return self.value / self.peer if self.peer else None

    @property
    def passed(self) -> bool | None:
        judged = self.ratio if self.of_ratio else self.value
        if self.bar is None or judged is None:
            return None
        return judged >= self.bar if self.least else judged <= self.bar


def as_table(figures: Sequence[Figure], before: Sequence[Figure] = ()) -> str:
    """`before` is an earlier run: a last column says what each figure was then."""
    earlier = {figure.what: figure.value for figure in before}
    heads = ["", "figure", "floor or peer", "ratio", "bar", "", *(["before"] if before else [])]
    rows = [heads, *(_cells(figure, earlier if before else None) for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _cells(figure: Figure, earlier: dict[str, float] | None) -> list[str]:
    sign, factor = (">=" if figure.least else "<="), ("x" if figure.of_ratio else "")
    cells = [
        figure.what,
        f"{figure.value:.2f} {figure.unit}".rstrip(),
        "" if figure.peer is None else f"{figure.against} {figure.peer:.2f}".strip(),
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        "" if figure.bar is None else f"{sign} {round(figure.bar, 3):g}{factor}",
        {True: "pass", False: "FAIL", None: ""}[figure.passed],
    ]
    if earlier is not None:
        was = earlier.get(figure.what)
        cells.append("" if was is None else f"{was:.2f}")
    return cells


def as_json(figures: Sequence[Figure]) -> str:
    rows = [
        {**asdict(figure), "ratio": figure.ratio, "passed": figure.passed} for figure in figures
    ]
    return json.dumps(rows, indent=1)


def from_json(file: Path) -> list[Figure]:
    """The figures of an earlier run."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    given = Figure.__dataclass_fields__.keys()
    return [Figure(**{name: row[name] for name in given if name in row}) for row in rows]
