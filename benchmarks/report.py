"""One row a figure: what was measured, the peer of the same run, ratio, bar and verdict."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`bar` is for the ratio where there is one, else for the value; `least`: it is a minimum."""

    what: str
    value: float
    unit: str = "ms"
    peer: float | None = None
    bar: float | None = None
    of_ratio: bool = False
    least: bool = False

    @property
    def ratio(self) -> float | None:
        return self.value / self.peer if self.peer else None

    @property
    def passed(self) -> bool | None:
        judged = self.ratio if self.of_ratio else self.value
        if self.bar is None or judged is None:
            return None
        return judged >= self.bar if self.least else judged <= self.bar


def as_table(figures: Sequence[Figure]) -> str:
    lines = [f"{'':46} {'figure':>10} {'peer':>10} {'ratio':>7} {'bar':>9}"]
    for figure in figures:
        value = f"{figure.value:.2f} {figure.unit}".rstrip()
        peer = "" if figure.peer is None else f"{figure.peer:.2f}"
        ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
        sign = ">=" if figure.least else "<="
        bar = "" if figure.bar is None else f"{sign} {figure.bar:g}{'x' if figure.of_ratio else ''}"
        verdict = {True: "pass", False: "FAIL", None: ""}[figure.passed]
        lines.append(f"{figure.what:46} {value:>10} {peer:>10} {ratio:>7} {bar:>9}  {verdict}")
    return "\n".join(line.rstrip() for line in lines)


def as_json(figures: Sequence[Figure]) -> str:
    rows = [
        {**asdict(figure), "ratio": figure.ratio, "passed": figure.passed} for figure in figures
    ]
    return json.dumps(rows, indent=1)
