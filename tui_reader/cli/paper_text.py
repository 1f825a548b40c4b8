"""A paper in full, for `show`."""

import textwrap
from collections.abc import Iterator

from tui_reader.cli.times import day_of
from tui_reader.cli.titles import authors_of, title_of
from tui_reader.latex import display
from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.papers.categories import category_name
from tui_reader.text import clean_line

# Longer lines are hard to read, however wide the terminal.
MEASURE = 88


def paper_text(paper: Paper, state: ReadingState, width: int | None) -> str:
    """Paragraphs between blank lines; wrapped only where there is a `width` (a terminal)."""
    head = [title_of(paper), authors_of(paper), _facts(paper), _reading(state)]
    blocks = ["\n".join(filter(None, head)), display(paper.abstract)]
    if state.note:
        blocks.append(f"Note\n{state.note}")
    blocks.append("\n".join(_ends(paper)))
    return "\n\n".join(_wrapped(block, width) for block in blocks if block)


def _facts(paper: Paper) -> str:
    name = category_name(paper.category)
    category = f"{name} ({paper.category})" if name else paper.category
    date = f"{paper.date} (inferred year)" if paper.date and paper.date_inferred else paper.date
    score = f"score {paper.score:g}" if paper.score is not None else ""
    code = "code" if paper.has_code else ""
    where = ", ".join(paper.affiliations)
    return " · ".join(clean_line(part) for part in (date, category, score, code, where) if part)


def _reading(state: ReadingState) -> str:
    progress = f"{state.progress}%" if 0 < state.progress < 100 else ""
    since = {
        Status.QUEUED: state.queued_at,
        Status.READING: state.started_at,
    }.get(state.status, state.finished_at)
    day = f"since {day_of(since)}" if since else ""
    star = "starred" if state.starred else ""
    tags = " ".join(f"#{clean_line(tag)}" for tag in state.tags)
    return " · ".join(filter(None, (state.status, progress, day, star, tags)))


def _ends(paper: Paper) -> Iterator[str]:
    if paper.needs_review:
        yield f"? title and authors cut by a narrow margin (confidence {paper.confidence:.2f})"
    for other in paper.proposed:
        yield f"= may be the same work as {other}: `tui-reader duplicates`"
    for kind, value in paper.identifiers.items():
        yield f"{kind} {clean_line(value)}"
    yield from map(clean_line, paper.urls)
    for source in paper.sources:
        yield f"From {clean_line(source.document)}, line {source.line}"
    yield f"ID {paper.id}"


def _wrapped(block: str, width: int | None) -> str:
    if width is None:
        return block
    measure = max(20, min(width, MEASURE))
    lines = (
        textwrap.fill(line, measure, break_long_words=False, break_on_hyphens=False)
        for line in block.split("\n")
    )
    return "\n".join(lines)
