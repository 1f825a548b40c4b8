"""Sub- and superscripts of Unicode; `_(…)` and `^(…)` where it has none."""

import unicodedata

_SUPERSCRIPTS = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ*∗⋆′†‡°⊤⊺",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ**⋆′†‡°ᵀᵀ",
)
_SUBSCRIPTS = str.maketrans(
    "0123456789+-−=()aehijklmnoprstuvxβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
)
_RAISED = "".join(map(chr, {*_SUPERSCRIPTS.values(), *_SUBSCRIPTS.values()}))
_TABLES = {"^": _SUPERSCRIPTS, "_": _SUBSCRIPTS}


def script(sign: str, text: str) -> str:
    """`text` as the superscript (sign `^`) or subscript (`_`) that it is."""
    table = _TABLES[sign]
    letters = "".join(text.split()).translate({ord("∘"): "°", ord("ϵ"): "ε", ord("ϕ"): "φ"})
    if letters and all(ord(letter) in table for letter in letters):
        return letters.translate(table)
    return f"{sign}({text.strip()})" if letters else ""


def accented(text: str, mark: str) -> str:
    """Each letter with the combining mark over it."""
    return unicodedata.normalize("NFC", "".join(f"{c}{mark}" if c.isalnum() else c for c in text))


def fraction(above: str, below: str) -> str:
    return f"{_factor(above)}/{_factor(below)}"


def root(text: str, degree: str = "") -> str:
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(degree.strip()) or script("^", degree) + "√"
    return sign + _factor(text)


def _factor(text: str) -> str:
    """In brackets unless it is one word or number."""
    text = text.strip()
    simple = text.replace(".", "").isalnum() or not text[1:].strip(_RAISED)
    return text if simple else f"({text})"
