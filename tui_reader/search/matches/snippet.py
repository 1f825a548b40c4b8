"""The part of a long text that says best why it was found."""

from collections.abc import Sequence

from tui_reader.search.matches.span import Span

# How far ahead of the first match a snippet may begin to start with a sentence or a word.
_LEAD = 40


def snippet(display: str, spans: Sequence[Span], width: int) -> Span:
    """Start and end of the stretch of at most `width` code points with most matches in it.

    It begins at a word, at a sentence where one begins close by; without matches at the start.
    """
    if not spans or len(display) <= width:
        return 0, min(len(display), width)
    best, most = spans[0][0], 0
    for start, _ in spans:
        inside = sum(start <= first and last <= start + width for first, last in spans)
        if inside > most:
            best, most = start, inside
    last = max((end for first, end in spans if first >= best and end <= best + width), default=best)
    start = _beginning(display, best, room=max(0, width - (last - best)))
    return start, min(len(display), start + width)


def _beginning(display: str, place: int, room: int) -> int:
    lead = min(_LEAD, room, place)
    window = display[place - lead : place]
    sentence = window.rfind(". ")
    if sentence >= 0:
        return place - lead + sentence + 2
    if lead == place:
        return 0
    blank = window.find(" ")
    return place if blank < 0 else place - lead + blank + 1
