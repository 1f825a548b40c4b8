"""Folding: what makes `Gaëtan`, `GAETAN` and `Gae\\u0308tan` one word, with places in the text.

Words are runs of letters and digits, lower case, without accents, ligatures and zero-width
characters. Chinese and Japanese characters are words of their own, as nothing parts them.
"""

import re
import unicodedata
from typing import NamedTuple

from tui_reader.latex import display

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_CJK}]|[^\\W_{_CJK}]+")
_CJK_CHARACTER = re.compile(f"[{_CJK}]")
_JOINERS = "-‐‑'’"
_LETTER = f"[^\\W_{_CJK}]"
# Tried only where a word begins, or a word of megabytes would take for ever.
_COMPOUND = re.compile(f"(?<!{_LETTER}){_LETTER}++(?:[{_JOINERS}]{_LETTER}++)+")
_JOINER = re.compile(f"[{_JOINERS}]")
# Control, zero-width and soft-hyphen characters stand inside words without being part of them.
_MARKS = ("Mn", "Mc", "Me")
_UNSEEN = (*_MARKS, "Cf")
_ASCII_WORDS = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128))
_ASCII_COMPOUNDS = "".join(
    "-" if chr(code) in _JOINERS else _ASCII_WORDS[code] for code in range(128)
)


def fold(text: str) -> str:
    """Lower case without accents; the length may change."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    if decomposed.isascii():
        return decomposed
    # A second time: casefolding can bring marks back (İ), and marks decompose again.
    decomposed = unicodedata.normalize("NFKD", decomposed)
    return "".join(c for c in decomposed if unicodedata.category(c) not in _UNSEEN)


def words(folded: str) -> list[str]:
    """The words of a folded text, in order."""
    if folded.isascii():
        return folded.translate(_ASCII_WORDS).split()
    return _WORD.findall(folded)


def word_set(folded: str) -> set[str]:
    """Its words and compounds, what a text is found by: `low-rank` is low, rank and lowrank."""
    return _row_and_words(folded)[1]


def _row_and_words(folded: str) -> tuple[str, set[str]]:
    if folded.isascii():
        return _ascii_row_and_words(folded)
    compounds = [_JOINER.sub("", joined) for joined in _COMPOUND.findall(folded)]
    found = _WORD.findall(folded)
    return " ".join(found), {*found, *compounds}


def _ascii_row_and_words(text: str) -> tuple[str, set[str]]:
    """Also of a text that is not folded yet."""
    pieces = text.translate(_ASCII_COMPOUNDS).split()
    row, there = " ".join(pieces), set(pieces)
    if "-" in row:
        for compound in [piece for piece in there if "-" in piece]:
            parts = compound.split("-")
            there.remove(compound)
            there.update(parts, ("".join(parts),))
        there.discard("")
        row = row.replace("-", " ")
        if "  " in row or row[:1] == " " or row[-1:] == " ":
            row = " ".join(row.split())
    return row, there


def has_cjk(text: str) -> bool:
    """Whether the text has characters of a script that does not part its words."""
    return not text.isascii() and _CJK_CHARACTER.search(text) is not None


def _is_plain(text: str) -> bool:
    """Whether nothing in it needs converting."""
    # Said one by one: the fastest that there is for texts of any length.
    return text.isascii() and not (
        "$" in text or "\\" in text or "_" in text or "^" in text or "{" in text or "}" in text
        or "~" in text
    )  # fmt: skip


def index_text(text: str, shown: str | None = None) -> str:
    """The folded display text. `shown`: the display text, where it is known."""
    return text.lower() if _is_plain(text) else fold(shown or display(text))


def found_by(text: str) -> set[str]:
    """The words an original text is found by: those shown, and LaTeX commands as written."""
    return row_and_words(text)[1]


def row_and_words(
    text: str, shown: str | None = None, *, commands: bool = True
) -> tuple[str, set[str]]:
    """The words shown in their order, one blank between and around, and see `found_by`."""
    if _is_plain(text):
        row, found = _ascii_row_and_words(text)
    else:
        row, found = _row_and_words(fold(shown or display(text)))
        if commands and "\\" in text:
            found |= word_set(fold(text))
    return f" {row} ", found


class Token(NamedTuple):
    """A word with its place in the display text, in code points."""

    word: str
    start: int
    end: int


def word_tokens(display: str) -> list[Token]:
    """The words of a display text with their places."""
    return _tokens(display, _WORD)


def compound_tokens(display: str) -> list[Token]:
    """Its compounds as one word each: `low-rank` is `lowrank`."""
    return _tokens(display, _COMPOUND)


def _tokens(display: str, pattern: re.Pattern[str]) -> list[Token]:
    folded, places = _fold_with_places(display)
    found = []
    for match in pattern.finditer(folded):
        start, end = match.span()
        if places is not None:
            start, end = places[start], _with_marks(display, places[end - 1] + 1)
        found.append(Token(_JOINER.sub("", match[0]), start, end))
    return found


def _with_marks(display: str, end: int) -> int:
    """Past the accents that stand as characters of their own."""
    while end < len(display) and unicodedata.category(display[end]) in _MARKS:
        end += 1
    return end


def _fold_with_places(display: str) -> tuple[str, list[int] | None]:
    if display.isascii():
        return display.lower(), None
    pieces: list[str] = []
    places: list[int] = []
    for place, character in enumerate(display):
        piece = fold(character)
        pieces.append(piece)
        places.extend([place] * len(piece))
    return "".join(pieces), places
