"""What a program sent to the terminal, taken apart into its control sequences."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SEQUENCE = re.compile(
    rb"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    rb"|\x1b\](?P<osc>\d*)(?P<body>[^\x07\x1b]*)(?:\x07|\x1b\\)?"
    rb"|\x1b(?P<string>[P_^X])"
    rb"|\x1b(?P<escape>[ -/]*[0-Z\\-~])"
    rb"|(?P<c0>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f])"
    rb"|(?P<c1>\xc2[\x80-\x9f])",
)
_HARMLESS_OSC = {b"8", b"10", b"11", b"22"}


class Sequence(NamedTuple):
    """`kind` is the name of the group that matched."""

    kind: str
    text: bytes
    number: bytes
    body: bytes


def sequences(data: bytes) -> Iterator[Sequence]:
    for match in _SEQUENCE.finditer(data):
        kind = match.lastgroup or ""
        kind = "osc" if match["osc"] is not None else kind
        yield Sequence(kind, match.group(), match["osc"] or b"", match["body"] or b"")


def forbidden(data: bytes, *, clipboard: bool = False) -> list[bytes]:
    """What no text may cause; with `clipboard` a copy key was pressed, so OSC 52 is an answer."""
    allowed = _HARMLESS_OSC | ({b"52"} if clipboard else set())
    return [
        found.text
        for found in sequences(data)
        if found.kind in {"string", "c0", "c1"}
        or (found.kind == "osc" and found.number not in allowed)
        or found.text == b"\x1bc"
    ]


def links(data: bytes) -> set[bytes]:
    """Addresses of OSC 8 links."""
    found = {s.body for s in sequences(data) if s.kind == "osc" and s.number == b"8"}
    return {body for body in found if body.strip(b";")}
