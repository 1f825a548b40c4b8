"""Which papers a command is about: the IDs it was given, or what a query finds."""

from collections.abc import Sequence

from tui_reader.cli.errors import NothingFound
from tui_reader.cli.nothing_found import nothing_found
from tui_reader.cli.output import Output
from tui_reader.library.errors import AmbiguousPaper, UnknownPaper, UnknownView
from tui_reader.library.library import Library
from tui_reader.library.views import BUILT_IN
from tui_reader.papers import Paper


def papers_named(library: Library, words: Sequence[str], out: Output) -> tuple[list[Paper], bool]:
    """The papers, each once, and whether every word named one; the others are said."""
    found: dict[str, Paper] = {}
    complete = True
    for word in words:
        try:
            paper = library.resolve(word)
        except (UnknownPaper, AmbiguousPaper) as error:
            out.say(f"tui-reader: {error}")
            complete = False
        else:
            found[paper.id] = paper
    return list(found.values()), complete


def query_of(library: Library, words: Sequence[str], view: str | None) -> str:
    """The words as a query, within a view if its key is given. Raises UnknownView."""
    text = " ".join(words).strip()
    if view is None:
        return text
    known = {built_in.key: built_in.query for built_in in BUILT_IN} | dict(library.views)
    if view not in known:
        raise UnknownView(view)
    unclosed = '"' * (known[view].count('"') % 2)
    return f"({known[view]}{unclosed}) {text}" if text else known[view]


def papers_found(library: Library, query: str) -> list[Paper]:
    """The exact hits only: what is merely similar is for the eye to judge.

    A query that is not wholly understood finds none: it might mean fewer than it finds.
    """
    results = library.search(query)
    if results.hints:
        raise NothingFound(f"{results.hints[0]}; nothing was changed")
    if not results.exact:
        raise NothingFound(nothing_found(results))
    return [library.papers[position] for position in results.positions[: results.exact]]
