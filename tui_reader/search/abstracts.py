"""The postings of abstracts, made apart from the rest as they take most of the time."""

from collections.abc import Callable, Sequence

from tui_reader.papers import Paper
from tui_reader.search.folding import found_by
from tui_reader.search.postings import Postings

STEP = 256


def index_abstracts(
    papers: Sequence[Paper],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Postings | None:
    """None when cancelled. `progress` is told papers done and papers in all."""
    postings = Postings()
    for start in range(0, len(papers), STEP):
        if cancelled is not None and cancelled():
            return None
        for position in range(start, min(start + STEP, len(papers))):
            if papers[position].abstracts:
                postings.append(position, found_by(papers[position].abstracts[0]))
        if progress is not None:
            progress(min(start + STEP, len(papers)), len(papers))
    postings.finish()
    return postings
