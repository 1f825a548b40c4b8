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


def strongest_identifier(identifiers: Mapping[str, str]) -> str:
    """`kind:value` of the strongest identifier, empty when there is none."""
    if not identifiers:
        return ""
    for kind in IDENTIFIER_STRENGTH:
        if value := identifiers.get(kind):
            return f"{kind}:{value.casefold()}"
    kind = min(identifiers.keys() - OF_A_CONTAINER, default="")
    return f"{kind}:{identifiers[kind].casefold()}" if kind else ""


def key_text(
    identifiers: Mapping[str, str], title: str, authors: Sequence[str], abstract: str
) -> str:
    """What a record's key is the digest of.

    Title and authors are joined before folding, so that it does not matter
    where (or whether) a glued line was cut. Authors alone have written more than one work.
    """
    return (
        strongest_identifier(identifiers)
        or (letters_and_digits(title) and letters_and_digits(title + "".join(authors)))
        or letters_and_digits(abstract)
        or "".join((title, *authors, abstract))
    )


def key_of(text: str) -> str:
    """12 lower-case base32 characters of the text's SHA-256."""
    # Imported here: papers that are only shown have their keys.
    import hashlib

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest[:10]).decode("ascii")[:KEY_LENGTH].lower()
