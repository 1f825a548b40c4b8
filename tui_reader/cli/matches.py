"""Why a query found a paper, as `list --json` tells it."""

from collections.abc import Iterator
from typing import Any

from tui_reader.latex import display
from tui_reader.search.results import Hit, Results


def match_fields(results: Results, place: int) -> dict[str, Any]:
    """Of the paper at this place of the results.

    `relevance` is what hits are ranked by, beside the paper's own `score`; it compares only
    within one search. Spans are code points of `text`, the field as it is shown.
    """
    hit = results.hits[place]
    return {
        "relevance": round(hit.score, 4),
        "exact": place < results.exact,
        "matches": list(_matches(hit, results)),
    }


def _matches(hit: Hit, results: Results) -> Iterator[dict[str, Any]]:
    for field, spans in hit.spans.items():
        text = display(results.text(hit.paper, field))
        yield {"field": field, "text": text, "spans": [list(span) for span in spans.all]}
