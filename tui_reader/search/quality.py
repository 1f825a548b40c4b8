"""How good a match is, as one byte: exact > prefix > near, title > author > tag > abstract."""

EXACT = {"title": 200, "author": 198, "tag": 184, "note": 102, "abstract": 100}
PREFIX = {"title": 170, "author": 168, "tag": 156, "note": 82, "abstract": 80}
APART = {"title": 190, "abstract": 96}  # one word typed, two in the text, or the other way round
PARTED = 150  # one word typed, two of the title that stand apart
TWO_WORDS = (*APART.values(), PARTED)
# Anything below was found in a note or an abstract only.
SHORT_TEXT = 110
MATCHES = 255  # of a filter, which says yes or no
# Odd: of an author.
NEAR = {"title": 70, "author": 69, "tag": 62, "abstract": 40}
SLIP, LENGTH, MOST_LENGTH = 8, 2, 4
INITIALS_BEGIN, INITIALS_WITHIN, PARTED_BEGUN = 66, 56, 60
LIFT = 24  # at most, of a begun word beside others


def lifted(whole: float) -> bytes:
    """A table for `translate`: beginnings count for more where fewer papers (`whole`, 0 to 1)
    have the word itself, as then it is hardly what was meant."""
    lift = round(LIFT * (1 - whole))
    begun = {PREFIX[field] for field in ("title", "author", "tag")}
    return bytes(quality + lift if quality in begun else quality for quality in range(256))


def stands_whole(quality: int) -> bool:
    """Whether it is of a word as it was typed, not of its beginning."""
    return quality in _WHOLE


def is_of_author(quality: int) -> bool:
    """Whether it is of an author's whole name, or of one like it."""
    return quality == EXACT["author"] or (quality < SHORT_TEXT and quality % 2 == 1)


_WHOLE = frozenset({*EXACT.values(), *APART.values(), PARTED, MATCHES})
WHOLE_FLAGS = bytes(map(stands_whole, range(256)))
