"""Where the reader was: to and from the library's session. Nothing in it is worth an error."""

from typing import Any, NamedTuple

from tui_reader.search.sort import Sort
from tui_reader.tui.desk.desk import Draft


class Place(NamedTuple):
    """`home` is the paper under the cursor before the search that is still on."""

    query: str = ""
    sort: Sort | None = None
    reverse: bool = False
    paper: str | None = None
    home: str | None = None
    wide: bool = False
    shift: int = 0
    recent: tuple[str, ...] = ()
    digit_hints: int = 0
    welcomed: bool = False
    told_of_samples: bool = False
    draft: Draft | None = None


def place_of(values: dict[str, Any]) -> Place:
    """The place a session tells; what is not as it should be is left out."""
    sort = values.get("sort")
    return Place(
        query=_str(values, "query"),
        sort=Sort(sort) if sort in tuple(Sort) else None,
        reverse=values.get("reverse") is True,
        paper=_str(values, "paper") or None,
        home=_str(values, "home") or None,
        wide=values.get("wide") is True,
        shift=_int(values, "shift"),
        recent=_words(values.get("recent")),
        digit_hints=_int(values, "digit_hints"),
        welcomed=values.get("welcomed") is True,
        told_of_samples=values.get("told_of_samples") is True,
        draft=_draft(values.get("draft")),
    )


def values_of(place: Place) -> dict[str, Any]:
    draft = place.draft._asdict() if place.draft else None
    return {**place._asdict(), "recent": list(place.recent), "draft": draft}


def _str(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _int(values: dict[str, Any], name: str) -> int:
    value = values.get(name)
    return value if type(value) is int and abs(value) < 1000 else 0


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(word for word in value if isinstance(word, str))


def _draft(value: object) -> Draft | None:
    if not isinstance(value, dict):
        return None
    kind, paper, text = (_str(value, name) for name in ("kind", "paper", "text"))
    return Draft(kind, paper, text, _str(value, "authors")) if kind and paper else None
