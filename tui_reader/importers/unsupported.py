"""Formats that are known by sight and not read yet, so that a refusal can name them."""

import re

HEAD = 65536
MOST_CONTROLS = 0.05
FEW_CONTROLS = 256
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1b\0") | {127}
CONTAINERS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"),
    (b"\x7fELF", "a program"),
)
PROLOGUE = r"(?:<\?xml[^>]{0,200}>|<!--(?:(?!-->).){0,2000}-->|\s)*+"
AT_THE_START = (
    (re.compile(PROLOGUE + r"<feed\b", re.DOTALL), "an Atom feed"),
    (re.compile(PROLOGUE + r"<(?:rss|rdf:RDF)\b", re.DOTALL), "an RSS feed"),
    (re.compile(PROLOGUE + r"<(?:!doctype html|html|head|body)\b", re.I | re.DOTALL), "HTML"),
    (
        re.compile(r"<\?xml|<!--|<!DOCTYPE|<!ENTITY|<[A-Za-z][\w:.-]{0,60}(?:\s[^<>]{0,500})?>"),
        "XML",
    ),
    (re.compile(r"TY  ?- ?\w"), "RIS"),
    (re.compile(r"PMID- ?\d"), "a PubMed (NBIB) export"),
    (re.compile(r"%[0A-Z] \S"), "an EndNote export"),
    (re.compile(r"FN (?:Clarivate|Thomson|ISI)"), "a Web of Science export"),
)
AT_A_LINE = (
    (
        re.compile(r"^\s{0,20}@(?:comment|preamble|string|[a-z]{1,20})\s?[{(]", re.I | re.M),
        "BibTeX",
    ),
    (re.compile(r"^TY  - ?\w", re.M), "RIS"),
    (re.compile(r"\A(?:[^\n]{0,500}[,;\t\"])?title\"?[,;\t]\S", re.I), "a table (CSV)"),
    (re.compile(r"^\\(?:documentclass|bibitem)\b", re.M), "LaTeX"),
)


def container(data: bytes) -> str:
    """What a file that holds no text is, empty where it may hold text."""
    for start, name in CONTAINERS:
        if data.startswith(start):
            return name
    return ""


def is_binary(text: str) -> bool:
    """Whether decoded text has more control characters than any text has."""
    head = text[:HEAD].encode("utf-8", "replace")
    controls = len(head) - len(head.translate(None, bytes(CONTROLS)))
    nuls = head.count(0)
    few = 0 if nuls else FEW_CONTROLS
    return controls > MOST_CONTROLS * len(head) + few or nuls * 10 > len(head)


def opens_like(text: str) -> str:
    """The format whose mark the text starts with, empty for none."""
    head = text[:HEAD].lstrip("\ufeff \t\r\n\0")
    return next((name for sign, name in AT_THE_START if sign.match(head)), "") or bibtex_first(head)


def bibtex_first(head: str) -> str:
    """BibTeX is known by its first entry, even below a comment, if no other line says more."""
    return "BibTeX" if AT_A_LINE[0][0].match(head) else ""


def looks_like(text: str) -> str:
    """The format some line of the text belongs to, empty for none."""
    head = text[:HEAD].replace("\r\n", "\n").replace("\r", "\n")
    return next((name for sign, name in AT_A_LINE if sign.search(head)), "")
