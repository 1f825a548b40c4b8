"""Which papers a command is about: the IDs it was given, or what a query finds."""

from collections.abc import Sequence

from tui_reader.cli.errors import NothingFound
from tui_reader.cli.nothing_found import nothing_found
from tui_reader.cli.output import Output
from tui_reader.library.errors import AmbiguousPaper, UnknownPaper
from tui_reader.library.library import Library
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


def papers_found(library: Library, query: str) -> list[Paper]:
    """The exact hits only: what is merely similar is for the eye to judge."""
    results = library.search(query)
    if not results.exact:
        raise NothingFound(nothing_found(results))
    return [library.papers[position] for position in results.positions[: results.exact]]
