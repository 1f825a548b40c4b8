"""Text repair that all text layouts share: what scraping and saving did to the lines."""

import html
import re

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " "})


def one_line_end(text: str) -> str:
    """The text with `\\n` at the end of every line."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def repair(text: str) -> tuple[str, list[str]]:
    """The text with no entities, no NUL, plain spaces; and what was lost.

    The number of lines stays what an editor shows, so places can be named.
    """
    losses = []
    if nuls := text.count("\0"):
        text = text.replace("\0", "")
        losses.append(f"{nuls} NUL characters left out")
    if "&" in text:
        text = ENTITY.sub(_character, text)
    if not text.isascii():
        text = text.translate(SPACES) if _has_odd_space(text) else text
        text = text.replace("\n\ufeff", "\n").removeprefix("\ufeff")
    return text, losses


def _character(entity: re.Match[str]) -> str:
    return html.unescape(entity[0]).replace("\n", " ").replace("\r", " ")


def _has_odd_space(text: str) -> bool:
    return "\u00a0" in text or "\u202f" in text or "\u2007" in text
