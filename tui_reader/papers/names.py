"""Names of authors: the family name, and whether two names can be one person's."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_PARTICLES = (
    "af al ap auf bin da dal de del della den der des di do dos du e el ibn la le "
    "los san st ten ter van vom von y zu zum zur"
)
PARTICLES = frozenset(_PARTICLES.split())
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})

_WORDS = re.compile(r"[^\W_]+")
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


def family_name(author: str) -> str:
    """`Laurens van der Maaten` -> `van der Maaten`; `Cabannes, Vivien` -> `Cabannes`."""
    return _split(author)[0]


def _split(author: str) -> tuple[str, str]:
    """Family name and given names."""
    family, comma, given = author.partition(",")
    if comma and given.strip().casefold() not in SUFFIXES:
        return " ".join(family.split()), " ".join(given.split())
    words = family.split()
    while len(words) > 1 and words[-1].casefold() in SUFFIXES:
        words.pop()
    start = max(len(words) - 1, 0)
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start])


def folded(name: str) -> str:
    """Small letters without accents."""
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_UNDECOMPOSED)


@lru_cache(maxsize=1 << 16)
def _parts(author: str) -> tuple[str, tuple[str, ...]]:
    """Folded family name without particles, and the words of the given names."""
    family, given = _split(author)
    words = _WORDS.findall(folded(family))
    core = [word for word in words if word not in PARTICLES] or words
    return "".join(core), tuple(_WORDS.findall(folded(given)))


def family_key(author: str) -> str:
    """What the family names of one person have in common, however the name is written."""
    return _parts(author)[0]


def same_person(one: str, other: str) -> bool:
    """Whether the names agree: family name, and each given name or its initial."""
    family, given = _parts(one)
    other_family, other_given = _parts(other)
    if family != other_family or not family:
        return False
    if "".join(given) == "".join(other_given):
        return True
    return all(map(_agree, given, other_given))


def _agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


def author_in_common(some: Sequence[str], others: Sequence[str]) -> bool:
    families: dict[str, list[str]] = {}
    for author in some:
        families.setdefault(family_key(author), []).append(author)
    return any(
        same_person(one, other) for other in others for one in families.get(family_key(other), ())
    )
