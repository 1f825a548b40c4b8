"""Search: query language, index, ranking. In memory, no I/O."""

from tui_reader.search.explain import Explanation, Term
from tui_reader.search.index import Index
from tui_reader.search.matching import Cancelled
from tui_reader.search.parser import parse
from tui_reader.search.query import Query
from tui_reader.search.results import Hit, Results
from tui_reader.search.sorting import Sort, order
from tui_reader.search.spans import Spans

__all__ = [
    "Cancelled",
    "Explanation",
    "Hit",
    "Index",
    "Query",
    "Results",
    "Sort",
    "Spans",
    "Term",
    "order",
    "parse",
]
