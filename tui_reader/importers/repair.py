"""Text repair that all text layouts share: what scraping and saving did to the lines."""

import html
import re

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
SPACES = "".join(map(chr, (0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
# What pages put into words to say where they may be broken, and marks of byte order.
UNSEEN = "\u00ad\u200b\u2060\ufeff"
REPAIRED = str.maketrans({**dict.fromkeys(SPACES, " "), **dict.fromkeys(UNSEEN, "")})


def one_line_end(text: str) -> str:
    """The text with `\\n` at the end of every line."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def repair(text: str) -> tuple[str, list[str]]:
    """The text with no entities, no NUL, nothing unseen, plain spaces; and what was lost.

    The number of lines stays what an editor shows, so places can be named.
    """
    losses = []
    if nuls := text.count("\0"):
        text = text.replace("\0", "")
        losses.append(f"{nuls} NUL characters left out")
    if "&" in text:
        text = ENTITY.sub(_character, text)
    if not text.isascii() and any(odd in text for odd in SPACES + UNSEEN):
        text = text.translate(REPAIRED)
    return text, losses


def _character(entity: re.Match[str]) -> str:
    return html.unescape(entity[0]).replace("\n", " ").replace("\r", " ")
