"""LaTeX in titles and abstracts, to Unicode."""


def to_unicode(text: str) -> str:
    return text
