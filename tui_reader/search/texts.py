"""Long texts of papers: their rows and postings, those of known texts taken over."""

from array import array
from hashlib import blake2b

from tui_reader.search.folding import row_and_words
from tui_reader.search.parts import Parts, Pieces, from_numbers
from tui_reader.search.postings import KeptPostings, PostingsBuilder

_MARK = 8


class TextsBuilder:
    """Takes in the text of one paper after the other.

    A mark of each text is kept beside its row: by it the next builder, of papers that are
    mostly the same, knows which it need not part into words again.
    """

    def __init__(self, field: str, before: Parts | None = None) -> None:
        """`before` are the parts of a builder of the same version."""
        self._field = field
        self._postings = PostingsBuilder()
        self._rows, self._end = bytearray(), 0
        self._ends, self._marks = array("Q", (0,)), array("Q")
        self._before = _Before(before, field) if before else None

    def append(self, position: int, text: str, shown: str | None) -> None:
        mark = _mark(text, shown) if text else 0
        row = self._before.take(mark, position) if self._before and text else None
        if row is not None:
            self._rows += row
        elif text:
            words, found = row_and_words(text, shown)
            self._postings.append(position, found)
            self._rows += words.encode("utf-8", "surrogatepass")
        self._ends.append(self._end + len(self._rows))
        self._marks.append(mark)

    def rows(self) -> Pieces:
        """Those that came since they were last asked for."""
        rows, self._rows = self._rows, bytearray()
        self._end += len(rows)
        yield f"{self._field}.rows", rows

    def rest(self) -> Pieces:
        """All else; nothing is left here."""
        if self._before:
            self._postings.add_moved(self._before.postings, self._before.moved)
        yield from self._postings.pieces(self._field)
        yield f"{self._field}.ends", from_numbers(self._ends)
        yield f"{self._field}.marks", from_numbers(self._marks)


def _mark(text: str, shown: str | None) -> int:
    both = f"{text}\n{shown}" if shown else text
    digest = blake2b(both.encode("utf-8", "surrogatepass"), digest_size=_MARK)
    return int.from_bytes(digest.digest(), "little")


class _Before:
    """What is known of texts already. `moved` tells where the paper of each is now, -1 nowhere."""

    def __init__(self, parts: Parts, field: str) -> None:
        self.postings = KeptPostings(parts, field)
        self._rows, self._ends = parts[f"{field}.rows"], parts[f"{field}.ends"].cast("Q")
        marks = parts[f"{field}.marks"].cast("Q")
        self.moved = [-1] * len(marks)
        self._first: dict[int, int] = {}
        # The next with the same mark.
        self._next = array("q", bytes(8 * len(marks)))
        for old in range(len(marks) - 1, -1, -1):
            self._next[old] = self._first.get(marks[old], -1)
            self._first[marks[old]] = old

    def take(self, mark: int, position: int) -> memoryview | None:
        """The row of the text with this mark, if there is one that was not taken yet."""
        old = self._first.get(mark, -1)
        if old < 0:
            return None
        self._first[mark] = self._next[old]
        self.moved[old] = position
        return self._rows[self._ends[old] : self._ends[old + 1]]
