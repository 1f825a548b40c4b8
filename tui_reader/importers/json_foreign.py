"""JSON of others, known by fields that ours never has."""

from collections.abc import Mapping

MARKS = {
    "OpenAlex": ("abstract_inverted_index", "authorships", "display_name"),
    "Semantic Scholar": ("paperId", "externalIds", "corpusId", "authorId"),
    "Crossref": ("container-title", "is-referenced-by-count", "indexed"),
}


def foreign_format(value: Mapping[str, object]) -> str:
    """The name of the format an object is of, empty if it may be ours."""
    if _is_csl(value):
        return "CSL-JSON"
    for name, marks in MARKS.items():
        if any(mark in value for mark in marks):
            return name
    return ""


def _is_csl(value: Mapping[str, object]) -> bool:
    """CSL has `type` and names or dates in parts."""
    if "authors" in value:
        return False
    names = value.get("author") or value.get("editor")
    in_parts = isinstance(names, list) and any(isinstance(name, dict) for name in names)
    return in_parts or ("type" in value and ("issued" in value or "id" in value))
