"""Names of keys: as Textual spells them, as a reader would write them, as they are shown."""

import re

# Punctuation: what a reader writes, and Textual's name for it.
NAMES = {
    "/": "slash",
    "?": "question_mark",
    "*": "asterisk",
    ".": "full_stop",
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "+": "plus",
    "-": "minus",
    "=": "equals_sign",
    "%": "percent_sign",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
    "!": "exclamation_mark",
    '"': "quotation_mark",
    "#": "number_sign",
    "$": "dollar_sign",
    "&": "ampersand",
    "'": "apostrophe",
    "@": "at",
    "\\": "backslash",
    "^": "circumflex_accent",
    "_": "underscore",
    "`": "grave_accent",
    "|": "vertical_line",
    "~": "tilde",
    " ": "space",
}
_SHOWN = {name: character for character, name in NAMES.items() if character != " "} | {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_NAMED = frozenset(
    [
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pageup",
        "pagedown",
        "insert",
        "delete",
        "backspace",
        "enter",
        "escape",
        "tab",
        "space",
    ]
)
_FUNCTION = frozenset(f"f{number}" for number in range(1, 25))

# Terminals send other bytes for these, or keep them to themselves.
_SWALLOWED = r"alt\+\d|ctrl\+(enter|[jhmi]|shift\+.*|\d)|ctrl\+s"


def normal(key: str) -> str:
    """The key as Textual spells it: `?` and `question_mark` are one."""
    *modifiers, last = key.split("+") if len(key) > 1 and not key.endswith("+") else (key,)
    return "+".join((*modifiers, NAMES.get(last, last)))


def is_key(key: str) -> bool:
    """Whether a terminal could send this key."""
    *modifiers, last = normal(key).split("+")
    if any(modifier not in {"ctrl", "shift", "alt"} for modifier in modifiers):
        return False
    named = last in _NAMED or last in _SHOWN or last in _FUNCTION
    return named or (len(last) == 1 and last.isprintable())


def is_swallowed(key: str) -> bool:
    """Whether many terminals never pass this key on, or send another for it."""
    return re.fullmatch(_SWALLOWED, normal(key)) is not None


def shown(key: str) -> str:
    """The key as the footer and the help print it."""
    *modifiers, last = key.split("+")
    last = last.upper() if last in _FUNCTION else _SHOWN.get(last, last)
    return "+".join((*modifiers, last))
