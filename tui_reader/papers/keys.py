"""Keys of records: the same work keeps its key however a document lays it out."""

import base64
import unicodedata
from collections.abc import Mapping, Sequence

KEY_LENGTH = 12
SHORTEST_PREFIX = 4

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
        (letters_and_digits(title) and letters_and_digits(title + "".join(authors)))
        or letters_and_digits(abstract)
        or "".join((title, *authors, abstract))
    )


def key_of(text: str) -> str:
    """12 lower-case base32 characters of the text's SHA-256."""
    # Imported here: papers that are only shown have their keys.
    import hashlib

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest[:10]).decode("ascii")[:KEY_LENGTH].lower()
