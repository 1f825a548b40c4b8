"""JSON of others, known by fields that ours never has."""

from collections.abc import Mapping

MARKS = {
    "OpenAlex": ("abstract_inverted_index", "authorships", "display_name"),
    "Semantic Scholar": ("paperId", "externalIds", "corpusId", "authorId"),
    "Crossref": ("is-referenced-by-count", "indexed"),
}


def foreign_format(value: Mapping[str, object]) -> str:
    """The name of the format an object is of, empty if it may be ours."""
    for name, marks in MARKS.items():
        if any(mark in value for mark in marks):
            return name
    return "CSL-JSON" if _is_csl(value) else ""


def _is_csl(value: Mapping[str, object]) -> bool:
    """CSL has names and dates in parts."""
    if "authors" in value:
        return False
    names = value.get("author") or value.get("editor")
    in_parts = isinstance(names, list) and any(isinstance(name, dict) for name in names)
    return in_parts or "issued" in value or ("type" in value and "id" in value)
