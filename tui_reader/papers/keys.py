"""Keys of records: the same work keeps its key however a document lays it out."""

import unicodedata
from collections.abc import Mapping, Sequence

KEY_LENGTH = 12
SHORTEST_PREFIX = 4
BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
# Where in 64 bits the five of each character are.
SHIFTS = tuple(64 - 5 * (at + 1) for at in range(KEY_LENGTH))

# Strongest first: an identifier of the work itself beats one of a copy of it.
IDENTIFIER_STRENGTH = ("doi", "arxiv", "pmid", "pmcid", "openalex", "s2")
# Several works share one: chapters their book's ISBN, papers a page that lists them.
OF_A_CONTAINER = frozenset(("isbn", "issn", "url"))
NO_LETTERS_OR_DIGITS = bytes(i for i in range(128) if not chr(i).isalnum())


def letters_and_digits(text: str) -> str:
    """Case-folded letters and digits of the text, without accents and all else."""
    if text.isascii():
        return text.encode("ascii").translate(None, NO_LETTERS_OR_DIGITS).decode("ascii").lower()
    decomposed = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return "".join(filter(str.isalnum, text.casefold()))


def of_the_work(identifiers: Mapping[str, str]) -> list[str]:
    """`kind:value` of each identifier that the work shares with no other, the strongest first."""
    known = [kind for kind in IDENTIFIER_STRENGTH if identifiers.get(kind)]
    known += sorted(identifiers.keys() - OF_A_CONTAINER - set(known))
    return [f"{kind}:{identifiers[kind].casefold()}" for kind in known if identifiers[kind]]


def own_text(title: str, authors: Sequence[str], abstract: str) -> str:
    """What tells a record where no identifier does.

    Title and authors are joined before folding, so that it does not matter
    where (or whether) a glued line was cut. Authors alone have written more than one work.
    """
    return (
        (_is_told(title) and letters_and_digits(title + "".join(authors)))
        or letters_and_digits(abstract)
        or "".join((title, *authors, abstract))
    )


def _is_told(title: str) -> bool:
    """Whether it has letters or digits, as nearly all begin with one."""
    first = title[:1]
    return (first.isascii() and first.isalnum()) or bool(letters_and_digits(title))


def key_of(text: str) -> str:
    """12 lower-case base32 characters of the text's SHA-256."""
    # Imported here: papers that are only shown have their keys.
    import hashlib

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    number = int.from_bytes(digest[:8], "big")
    return "".join([BASE32[number >> shift & 31] for shift in SHIFTS])


def keys_of(identifiers: Mapping[str, str], text: str) -> tuple[str, tuple[str, ...]]:
    """A record's key, and those it would have if less of it were known."""
    if not identifiers:
        return key_of(text), ()
    key, *lesser = map(key_of, (*of_the_work(identifiers), text))
    return key, tuple(lesser)
