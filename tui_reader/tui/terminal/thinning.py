"""A frame in fewer bytes: Rich names all colours before each piece and takes them back after it."""

import re
from functools import lru_cache
from typing import NamedTuple

_PIECE = re.compile(r"\x1b\[([\d;]+)m([^\x1b]*)\x1b\[0m|\x1b\[(\d+);(\d+)H")
# Where the cursor goes is not looked at when it goes elsewhere at once.
_IDLE_MOVES = re.compile(r"(?:\x1b\[\d+;\d+H|\n)+(?=\x1b\[\d+;\d+H)")
_RESET = "\x1b[0m"
# Seen on blanks too: underlined, reversed, struck, double, framed, encircled, overlined.
_SEEN_ON_BLANKS = frozenset({"4", "7", "9", "21", "51", "52", "53"})
# What takes bold, underlined and reversed back, and nothing else.
_OFF = {"1": "22", "4": "24", "7": "27"}
# Numbers behind 38 and 48, by the first of them.
_COLOUR_LENGTHS = {"2": 4, "5": 2}


def thinned(frame: str) -> str:
    """What looks the same on a terminal whose pen is plain before and after."""
    out: list[str] = []
    pen, line, at = "", "", 0
    frame = _IDLE_MOVES.sub("", frame)
    for match in _PIECE.finditer(frame):
        wanted, text, y, x = match.groups()
        if match.start() > at:
            out += (_change(pen, ""), frame[at : match.start()])
            pen = line = ""
        if wanted is None:
            out.append(_move(line, y, x))
            line = y
        elif text.isspace() and _same_on_blanks(pen, wanted):
            out.append(text)
        else:
            out += (_change(pen, wanted), text)
            pen = wanted
        at = match.end()
    return "".join((*out, _change(pen, ""), frame[at:]))


def _move(line: str, y: str, x: str) -> str:
    """To a cell, from one in this line."""
    if y == line:
        return f"\x1b[{x}G"
    return f"\x1b[{y};{x}H" if x != "1" else f"\x1b[{y}H"


class _Pen(NamedTuple):
    attributes: frozenset[str]
    colour: str
    ground: str


@lru_cache(maxsize=1024)
def _change(before: str, after: str) -> str:
    """From one style to another: what is new and what is taken back, or all anew if shorter."""
    if before == after:
        return ""
    anew = f"\x1b[0;{after}m" if after else _RESET
    old, new = _pen(before), _pen(after)
    lost = old.attributes - new.attributes
    no_colour = (old.colour and not new.colour) or (old.ground and not new.ground)
    if no_colour or not lost <= _OFF.keys():
        return anew
    codes = sorted({_OFF[code] for code in lost} | (new.attributes - old.attributes))
    codes += [new.colour] * (new.colour != old.colour) + [new.ground] * (new.ground != old.ground)
    changed = f"\x1b[{';'.join(codes)}m" if codes else ""
    return min(changed, anew, key=len)


@lru_cache(maxsize=1024)
def _same_on_blanks(before: str, after: str) -> bool:
    old, new = _pen(before), _pen(after)
    return old.ground == new.ground and not (old.attributes | new.attributes) & _SEEN_ON_BLANKS


def _pen(style: str) -> _Pen:
    codes = [code for code in style.split(";") if code]
    attributes: set[str] = set()
    colour = ground = ""
    while codes:
        length = 1 + _COLOUR_LENGTHS[codes[1]] if codes[0] in {"38", "48"} else 1
        code, codes = ";".join(codes[:length]), codes[length:]
        if code.startswith(("3", "9")) and code not in {"3", "9"}:
            colour = code
        elif code.startswith(("4", "10")) and code != "4":
            ground = code
        else:
            attributes.add(code)
    return _Pen(frozenset(attributes), colour, ground)
