"""The lines between title and abstract, and the places a paper comes from."""

from collections.abc import Mapping, Sequence
from datetime import date

from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.papers.categories import category_name
from tui_reader.tui.drawing.cells import cut
from tui_reader.tui.drawing.lines import Line, Piece, fit, width_of
from tui_reader.tui.drawing.marks import Marks
from tui_reader.tui.paper.bars import bar, has_bar
from tui_reader.tui.paper.dates import date_words, day_words
from tui_reader.tui.paper.rows import padded_title
from tui_reader.tui.text import cleaned, shown

SHORT_BAR, LONG_BAR = 10, 20
# From this width of the pane on the bar is long.
WIDE_PANE = 58
DOUBT = "title and authors cut by a narrow margin"
LONGEST_NAME_OF_MANY = 9


def authors(paper: Paper, marks: Marks) -> str:
    """The names as their document shows them, `et al.` and affiliations included."""
    names = ", ".join(paper.authors) + (" et al." if paper.et_al else "")
    return dotted(marks, names, ", ".join(paper.affiliations))


def dotted(marks: Marks, *parts: str) -> str:
    """The parts that are not empty, dots between them."""
    return f" {marks.dot} ".join(part for part in parts if part)


def date_and_category(paper: Paper, marks: Marks) -> str:
    day = date_words(cleaned(paper.date))
    if paper.date_inferred:
        day = f"{day} (inferred year)"
    code = cleaned(paper.category)
    name = category_name(paper.category)
    category = f"{name} ({code})" if name else code
    score = "" if paper.score is None else f"score {paper.score:g}"
    return dotted(marks, day, category, score, "code" if paper.has_code else "")


def status_line(state: ReadingState, width: int, marks: Marks, today: date) -> Line:
    """`◐ reading  ████░░░░░░ 40% · since 14 Nov`; the day alone where that is too wide."""
    status = state.status
    line: Line = (Piece(f"{marks.status[status]} {status.value}", status.value),)
    if has_bar(state):
        cells = LONG_BAR if width >= WIDE_PANE else SHORT_BAR
        line = (*line, Piece("  "), *bar(state, cells, marks), Piece(f" {state.progress}%"))
    if when := _when(state, today):
        dated = (*line, Piece(f" {marks.dot} {when}"))
        if width_of(dated) <= width:
            return dated
        return (*line, Piece(f" {marks.dot} {when.partition(' ')[2]}"))
    return line


def _when(state: ReadingState, today: date) -> str:
    word, moment = {
        Status.UNREAD: ("", None),
        Status.QUEUED: ("since", state.queued_at),
        Status.READING: ("since", state.started_at),
    }.get(state.status, ("on", state.finished_at))
    return f"{word} {day_words(moment, today)}" if moment else ""


def tag_words(state: ReadingState, marks: Marks, *, words: bool) -> str:
    """`★ starred · #circuits #phd`, or `★ · …` where words is false."""
    star = (f"{marks.star} starred" if words else marks.star) if state.starred else ""
    tags = " ".join(f"#{cleaned(tag)}" for tag in state.tags)
    return dotted(marks, star, tags)


def question_lines(
    paper: Paper, proposals: Sequence[Paper], width: int, marks: Marks, *, compact: bool = False
) -> list[Line]:
    """The open question about the paper with its keys: proposals before a doubtful record."""
    if proposals:
        ask = _ask_compactly if compact else _ask
        return [line for other in proposals[:1] for line in ask(other, width, marks)]
    return _doubt(width, marks, compact) if paper.needs_review else []


def _ask(other: Paper, width: int, marks: Marks) -> list[Line]:
    title = padded_title(other, marks, width - 2).rstrip()
    keys = (Piece("  "), Piece("m", "key"), Piece(" same work   "))
    return [
        (Piece(f"{marks.proposed} ", "strong"), Piece(title)),
        (*keys, Piece("M", "key"), Piece(" not the same")),
    ]


def _ask_compactly(other: Paper, width: int, marks: Marks) -> list[Line]:
    keys = (
        Piece(f" {marks.dot} "),
        Piece("m", "key"),
        Piece(" same  "),
        Piece("M", "key"),
        Piece(" not"),
    )
    room = max(min(width - 2 - width_of(keys), 46), 0)
    title = padded_title(other, marks, room).rstrip()
    return [(Piece(f"{marks.proposed} ", "strong"), Piece(title), *keys)]


def _doubt(width: int, marks: Marks, compact: bool) -> list[Line]:
    mark = Piece(f"{marks.doubtful} ", "strong")
    keys = (Piece("c", "key"), Piece(" corrects or confirms"))
    if compact:
        line = (mark, Piece(DOUBT), Piece(f" {marks.dot} "), *keys)
        return [fit(line, width, marks.cut)]
    line = (mark, Piece(DOUBT), Piece("  "), *keys)
    if width_of(line) <= width:
        return [line]
    return [fit((mark, Piece(DOUBT)), width, marks.cut), (Piece("  "), *keys)]


def source_places(paper: Paper, names: Mapping[str, str], marks: Marks) -> list[str]:
    """`name, line N` of each record; names of many documents are shortened.

    `names` maps ids of documents to names of their own, where they have one.
    """
    many = len({source.document_id or source.document for source in paper.sources}) > 1
    places = []
    for source in paper.sources:
        own = names.get(source.document_id, "")
        name = shown(own).replace("\n", " ") if own else cleaned(source.document)
        if many and not own:
            name = cut(name, LONGEST_NAME_OF_MANY, marks.cut)
        places.append(f"{name}, line {source.line}" if source.line else name)
    return places
