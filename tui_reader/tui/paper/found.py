"""What of a paper matches, where a row or the whole text can show it."""

from collections.abc import Sequence

from tui_reader.papers import Paper
from tui_reader.search.results import Results
from tui_reader.tui.paper.highlights import NOTHING_FOUND, Found


def found_in_row(results: Results | None, paper: Paper, *, similar: bool) -> Found:
    """Matches that a row can show; looking through the abstract too takes twenty times as long."""
    if results is None:
        return NOTHING_FOUND
    if similar:
        return results.spans(paper)
    texts = {"title": paper.title, "authors": ", ".join(paper.authors)}
    if not paper.title:
        texts["abstract"] = paper.abstract
    return {field: results.spans_of(text, field) for field, text in texts.items()}


def found_in_text(results: Results | None, paper: Paper, variant: int) -> Found:
    """All matches, those in the abstract of this number instead of the best one."""
    if results is None:
        return NOTHING_FOUND
    found = dict(results.spans(paper))
    if variant and len(paper.abstracts) > 1:
        other = paper.abstracts[variant % len(paper.abstracts)]
        found["abstract"] = results.spans_of(other, "abstract")
    return found


def best_line(lines: Sequence[int], height: int) -> int:
    """The line below which most of these are seen at once, the first (0 before all) of equals."""

    def seen(top: int) -> int:
        return sum(top <= line < top + height for line in lines)

    return max((0, *lines), key=seen)
