"""Search: query language, index, ranking. In memory, no I/O."""

from tui_reader.search.complete import Completion, complete
from tui_reader.search.explain import Explanation, Term
from tui_reader.search.help_text import QUERY_HELP
from tui_reader.search.index import Index
from tui_reader.search.matching import Cancelled
from tui_reader.search.parser import parse
from tui_reader.search.query import Query
from tui_reader.search.results import Hit, Results
from tui_reader.search.snippet import snippet
from tui_reader.search.sorting import Sort, order
from tui_reader.search.spans import Span, Spans
from tui_reader.search.watch import WatchWords

__all__ = [
    "QUERY_HELP",
    "Cancelled",
    "Completion",
    "Explanation",
    "Hit",
    "Index",
    "Query",
    "Results",
    "Sort",
    "Span",
    "Spans",
    "Term",
    "WatchWords",
    "complete",
    "order",
    "parse",
    "snippet",
]
