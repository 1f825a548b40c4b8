"""Objects of a JSON array or of JSONL, one at a time, each with its line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

MOST_DIGITS = 300
MOST_ERRORS = 1000
BLANKS = " \t\n\r"


@dataclass(frozen=True, slots=True)
class Item:
    """`value` at `line` (from 1), or why there is none; `done` of the text lies behind it."""

    line: int
    value: Any
    error: str
    done: int


def _integer(digits: str) -> int | float:
    """Python refuses very long integers; no number of ours has more than a few digits."""
    return int(digits) if len(digits) <= MOST_DIGITS else float("inf")


DECODER = json.JSONDecoder(parse_int=_integer, parse_constant=lambda name: None)


def items(text: str) -> tuple[Iterator[Item], bool]:
    """What the text holds, in order, and whether it is one value a line.

    A bad piece is told once and reading goes on behind it.
    """
    start = _skip_blanks(text, 0)
    if text.startswith("[", start):
        return _of_array(text, start + 1, 1 + text.count("\n", 0, start)), False
    whole = _decode(text, start, 1)
    if not whole.error and _skip_blanks(text, whole.done) == len(text):
        return _of_object(whole), False
    return of_lines(_lines(text)), True


def _of_object(whole: Item) -> Iterator[Item]:
    """One object: a paper, or a wrapper around a list of them."""
    value = whole.value
    if isinstance(value, dict) and not ("title" in value or "abstract" in value):
        for name in ("papers", "records"):
            if isinstance(value.get(name), list):
                yield from (Item(whole.line, v, "", whole.done) for v in value[name])
                return
    yield whole


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Each with where the next begins."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield text[start:end], end + 1
        start = end + 1


def of_lines(lines: Iterable[tuple[str, int]]) -> Iterator[Item]:
    """The value on each line; with a line comes what is done behind it."""
    for number, (whole, done) in enumerate(lines, start=1):
        if line := whole.strip():
            found = _decode(line, 0, number)
            if not found.error and found.done != len(line):
                found = Item(number, None, "more than one value on the line", 0)
            yield Item(number, found.value, found.error, done)


def is_whole(line: str) -> bool:
    """Whether it is one value and nothing else."""
    found = _decode(line, 0, 1)
    return not found.error and found.done == len(line)


def _of_array(text: str, at: int, line: int) -> Iterator[Item]:
    errors = 0
    seen = at
    while True:
        at = _skip_separators(text, at)
        line += text.count("\n", seen, at)
        seen = at
        if at >= len(text):
            yield Item(line, None, "the array does not end", at)
            return
        if text[at] == "]":
            return
        found = _decode(text, at, line)
        yield found
        at = found.done
        if found.error:
            errors += 1
            at = _next_object(text, found.done)
            if errors >= MOST_ERRORS or at < 0:
                yield Item(line, None, "nothing after this can be read", len(text))
                return


def _decode(text: str, at: int, line: int) -> Item:
    try:
        value, end = DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        return Item(line, None, f"not JSON: {error.msg}", max(error.pos, at + 1))
    except RecursionError:
        return Item(line, None, "nested too deeply", len(text))
    except ValueError as error:
        return Item(line, None, f"not JSON: {error}", at + 1)
    return Item(line, value, "", end)


def _next_object(text: str, at: int) -> int:
    """Where a line starts with an object again, -1 if none does."""
    while (at := text.find("\n", at)) >= 0:
        at = _skip_blanks(text, at)
        if text.startswith("{", at):
            return at
    return -1


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in BLANKS:
        at += 1
    return at


def _skip_separators(text: str, at: int) -> int:
    at = _skip_blanks(text, at)
    return _skip_blanks(text, at + 1) if text.startswith(",", at) else at
