"""Macros and accents in running text, told from backslashes that mean something else."""

import re

from tui_reader.latex.braces import group_end
from tui_reader.latex.conversion import arguments, convert, convert_maths
from tui_reader.latex.tables import ACCENTS, FRACTIONS, SYMBOLS

_ACCENT = re.compile(r"\\['\"`^~=.](?:\{(?:\\[ij]|[^\W\d_])\}|\\[ij](?![A-Za-z])|[^\W\d_])")
# An escaped quotation mark before a word is no accent.
_QUOTE = re.compile(r"\\\"[^\WaeiouyAEIOUY]")
_LETTER_ACCENT = re.compile(r"\\[cvuHdbtrk]\{[^\W\d_]{1,2}\}")
_LETTER = re.compile(
    r"\\(?:text[a-z]+|[ijoOlL]|ss|ae|AE|oe|OE|aa|AA)(?![A-Za-z])(?!\{[^}])(?:\{\}| )?"
)
_CITE = re.compile(
    r"\\(?:[a-zA-Z]*cite[a-zA-Z]*|(?:auto|c|C|eq|page|name)?ref)\*?"
    r"(?:\[[^\[\]\n]{0,200}\]){0,2}\{([^{}]{0,2000})\}"
)
_URL = re.compile(r"\\(?:url|path|nolinkurl)\s?\{([^{}\s]{0,2000})\}")
_LINK = re.compile(r"\\href\s?\{([^{}\s]{0,2000})\}(?:\s?(?=\{))?")
_LIST = re.compile(
    r"\\(?:begin|end)\{(?:itemize|enumerate|quote|center|abstract|description)\}(?:\[[^\]\n]*\])?"
)
_ITEM = re.compile(r"\\item\b\s*")
_OPTION = re.compile(r"\*?(?:\[[^\[\]{}\n]{0,200}\])*\s?")
_ESCAPED = re.compile(r"\\([%&_#$~{}])")
_SYMBOL = re.compile(r"\\[A-Za-z]+(?:\{\})?(?:[_^](?:\{[^{}]{0,80}\}|[^\W_]))*")
_SPACES = {",": " ", ";": " ", ":": " ", " ": " ", "\n": " ", "!": "", "-": "", "/": "", "@": ""}
_SWITCH = re.compile(r"\{\\([A-Za-z]+)(?![A-Za-z])")
_MATHS = frozenset({*ACCENTS, *FRACTIONS, "sqrt", "operatorname"})

Found = tuple[str, int] | None


def macro(text: str, name: str, start: int, end: int) -> Found:
    """What is shown for the macro of this name at `start:end`, with its arguments, and its end."""
    for special in (_reference, _link, _list, _letter):
        if found := special(text, start):
            return found
    spec = arguments(name)
    if spec is None:
        return None
    if "{" not in spec:
        return _symbol(text, name, start)
    for _ in range(spec.count("{")):
        end = _OPTION.match(text, end).end()  # type: ignore[union-attr]  # it can be empty
        if text[end : end + 1] != "{" or not (end := group_end(text, end)):
            return None
    in_maths = name in _MATHS or name.startswith("math")
    return _converted(text[start:end], end, in_maths)


def sign(text: str, start: int) -> Found:
    """The same for a backslash before a sign: accents, escaped signs, spaces."""
    if (accent := _ACCENT.match(text, start)) and not _QUOTE.match(text, start):
        return _converted(accent.group(), accent.end())
    if escaped := _ESCAPED.match(text, start):
        return escaped.group(1), escaped.end()
    after = text[start + 1]
    if after in _SPACES:
        return _SPACES[after], start + 2
    if after == "\\" and not text[start + 2 : start + 3].strip():
        return " ", start + 2
    return None


def group(text: str, start: int) -> Found:
    r"""A group that is one symbol (`{\ss}`) or begins with a font (`{\bf …}`)."""
    end = group_end(text, start)
    if not end:
        return None
    inside = text[start + 1 : end - 1]
    switch = _SWITCH.match(text, start)
    font = switch and SYMBOLS.get(switch.group(1)) == ""
    whole = (_ACCENT, _LETTER_ACCENT, _LETTER, _SYMBOL)
    if font or any(pattern.fullmatch(inside) for pattern in whole):
        if switch and arguments(switch.group(1)) is None:
            return None
        return _converted(text[start:end], end)
    return None


def _converted(source: str, end: int, in_maths: bool = False) -> Found:
    shown = convert_maths(source) if in_maths else convert(source)
    return None if shown is None else (shown.strip() if source.startswith("{") else shown, end)


def _reference(text: str, start: int) -> Found:
    found = _CITE.match(text, start)
    return (f"[{found.group(1)}]", found.end()) if found else None


def _link(text: str, start: int) -> Found:
    if url := _URL.match(text, start):
        return _ESCAPED.sub(r"\1", url.group(1)), url.end()
    if link := _LINK.match(text, start):
        address = _ESCAPED.sub(r"\1", link.group(1))
        end = group_end(text, link.end()) if text[link.end() : link.end() + 1] == "{" else 0
        if not end:
            return address, link.end()
        words = convert(text[link.end() + 1 : end - 1])
        return address if words in (None, "", address) else f"{words} ({address})", end
    return None


def _list(text: str, start: int) -> Found:
    if environment := _LIST.match(text, start):
        return "", environment.end()
    if item := _ITEM.match(text, start):
        return "• ", item.end()
    return None


def _letter(text: str, start: int) -> Found:
    found = _LETTER_ACCENT.match(text, start) or _LETTER.match(text, start)
    if not found or arguments(found.group().strip("\\{} ").partition("{")[0]) is None:
        return None
    return _converted(found.group(), found.end())


def _symbol(text: str, name: str, start: int) -> Found:
    """Not after a letter: `C:\\path\\to` and `foo\\bar` are none."""
    before = text[start - 1 : start]
    if before.isalpha() or before in ("_", ":", "/", "\\", "."):
        return None
    found = _SYMBOL.match(text, start)
    if not found:
        return None
    end = found.end()
    if SYMBOLS.get(name) == "":
        end += text[end : end + 1] == " "
    return _converted(found.group(), end, in_maths=True)
