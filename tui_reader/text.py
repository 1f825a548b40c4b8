"""clean(): text from outside made safe to show in a terminal.

C0 controls but newline and DEL become their control picture (U+001B is shown as ␛);
C1 controls, bidi controls, surrogates and noncharacters become the replacement character.
Zero-width characters are dropped, so that columns and search agree with what is seen;
joiners stay between two characters beyond ASCII, where emoji and scripts need them.
"""

import re

TAB_SIZE = 4
UNSHOWABLE = "\ufffd"
BASE = "\u25cc"

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_REPLACED = f"\x80-\x9f{_BIDI}\ud800-\udfff{_NONCHARACTERS}"
_DROPPED = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_STRAY_JOINER = "(?<![^\x00-\xa0])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\xa0])"

# Python counts these as printable although nothing is seen of them.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\U000e0100-\U000e01ef]"
)
_LINE_END = "\r\n|[\u2028\u2029]"
_TO_DROP = f"[{_DROPPED}]"
_TO_REPLACE = f"[{_REPLACED}]"
_BASELESS = re.compile(f"^(?=[{_COMBINING}])", re.MULTILINE)
_PICTURES = {code: 0x2400 + code for code in range(32) if code not in (0x09, 0x0A)} | {0x7F: 0x2421}


def clean(text: str) -> str:
    """The text with nothing in it that a terminal would obey; newlines stay."""
    if text.replace("\n", " ").isprintable() and (text.isascii() or not _UNSEEN.search(text)):
        return text if text.isascii() else _BASELESS.sub(BASE, text)
    # Not compiled beforehand: few texts need any of it, and every start would pay.
    text = re.sub(_LINE_END, "\n", text)
    text = re.sub(_TO_REPLACE, UNSHOWABLE, re.sub(_TO_DROP, "", text))
    text = text.translate(_PICTURES).expandtabs(TAB_SIZE)
    return _BASELESS.sub(BASE, re.sub(_STRAY_JOINER, "", text))


def clean_line(text: str) -> str:
    """The same on one line: every run of blanks and newlines is one space, none at the ends."""
    return " ".join(clean(text).split())
