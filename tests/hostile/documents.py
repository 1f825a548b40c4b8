"""Documents that attack an importer: as files to be named, and as texts that grow to any size."""

import json
from collections.abc import Callable

from tests.hostile.texts import TEXTS

HEADER = "96.5AIMay 28Code\n"


def card(title: str, abstract: str, authors: str = "Ann Lee, Bo Ray") -> bytes:
    text = f"{HEADER}{title}{authors} et al.\n{abstract}\n\n"
    return text.encode("utf-8", "surrogatepass")


def _bomb() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{levels}]><x>&l9;</x>'.encode()


_PLAIN = card(
    "Über naïve Netze", "Ein Text über „Netze“, lang genug für einen Absatz. " * 4
).decode()

# Bytes of a document, and what is said of it; empty where papers are found in it.
FILES: dict[str, tuple[bytes, str]] = {
    **{
        f"card-{n}.txt": (card(f"Paper {text}", f"{text} and plain words behind it. " * 9), "")
        for n, text in TEXTS.items()
    },
    "bom.txt": (b"\xef\xbb\xbf" + _PLAIN.encode(), ""),
    "utf16.txt": (_PLAIN.encode("utf-16"), ""),
    "utf16le.txt": (_PLAIN.encode("utf-16-le"), ""),
    "latin1.txt": (_PLAIN.encode("cp1252"), ""),
    "crlf.txt": (_PLAIN.replace("\n", "\r\n").encode(), ""),
    "cr.txt": (_PLAIN.replace("\n", "\r").encode(), ""),
    "overlong.txt": (b"a\xc0\x80b\xc1\xbf\n" + _PLAIN.encode(), ""),
    "empty.txt": (b"", "an empty file"),
    "newlines.txt": (b"\n" * 5000, "an empty file"),
    "binary.txt": (bytes(range(256)) * 64, "a binary file"),
    "pdf.txt": (b"%PDF-1.7\n" + bytes(500), "a PDF file"),
    "zip.txt": (b"PK\x03\x04" + bytes(200), "a ZIP archive"),
    "page.html": (b"<!doctype html><title>403</title>" + b"<div>" * 5000, "HTML"),
    "deep.json": (b"[" * 200_000 + b"]" * 200_000, "nested too deeply"),
    "wrapped.json": (b'{"title":' * 100_000, "nested too deeply"),
    "number.json": (b'[{"title":"a","score":' + b"9" * 6000 + b"}]", ""),
    "nan.json": (b'[{"title":"a","score":NaN,"n":1e999}]', ""),
    "twice.json": (b'[{"title":"a","title":"b"}]', ""),
    "kinds.json": (b'[{"title":["a"],"authors":5},null,7,"s",[]]', "JSON without any paper"),
    "bomb.xml": (_bomb(), "XML"),
    "outside.xml": (b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>', "XML"),
    "feed.xml": (b'<?xml version="1.0"?><feed xmlns="x"><entry>', "an Atom feed"),
    "open.bib": (b"@article{a, title={never closed\n" * 2000, "BibTeX"),
    "loop.bib": (b"@string{a = b # b}\n@string{b = a # a}\n@misc{k, title = a}", "BibTeX"),
    "break.ris": (b"TY  - JOUR\r\nTI  - T\r\nER  - \r\n", "RIS"),
}


def _records(make: Callable[[int], dict[str, object]]) -> Callable[[int], bytes]:
    return lambda size: json.dumps([make(n) for n in range(size // 1000)]).encode()


_LONG = "some words of an abstract that is long enough to be compared "

# By size: twice the size, twice the work.
GROWING: dict[str, Callable[[int], bytes]] = {
    "one word": lambda n: card("Title ", "x" * n),
    "one line": lambda n: card("Title ", "x " * (n // 2)),
    "capitals in a line": lambda n: card("aB " * (n // 3), _LONG),
    "names": lambda n: card("A Title", _LONG, "Ann Lee" + ", Bo Ray" * (n // 8)),
    "braces": lambda n: card("{" * (n // 2), "{" * (n // 4) + "}" * (n // 4)),
    "dollars": lambda n: card("$" * (n // 2), "$ " * (n // 4)),
    "commands": lambda n: card(
        "Title ", "\\textbf{" * (n // 16) + "}" * (n // 16) + "\\frac{" * (n // 12)
    ),
    "indices": lambda n: card("Title ", "$" + "x^{" * (n // 4) + "}" * (n // 4) + "$"),
    "addresses": lambda n: card("Title ", ("http://" + ")" * 1990 + " ") * (n // 2000)),
    "entities": lambda n: card("Title ", "&amp;" * (n // 10) + "&amp" * (n // 8)),
    "lines": lambda n: (HEADER + "T\n" + "x\n" * (n // 8)).encode(),
    "headers": lambda n: (HEADER * (n // 64)).encode(),
    "bad lines of JSON": lambda n: b'{"title":"a"}\n' + b"{x\n" * (n // 32),
    "bad objects": lambda n: b'[{"title":"a"},' + b"\n{x" * (n // 4),
    "half characters": lambda n: (
        HEADER.encode() + b"T Ann Lee, Bo Ray\n" + b"\xed\xa0\x80" * (n // 4)
    ),
    "comments": lambda n: b"<!--" * (n // 4),
    "one title": _records(lambda n: {"title": "The same", "authors": ["Ann Lee", f"B{n} X"]}),
    "one untitled text": _records(lambda n: {"abstract": f"{_LONG} {n} " * 2}),
    "one identifier": _records(
        lambda n: {"title": f"t{n}", "identifiers": {"doi": "10.1/1", "arxiv": str(n)}}
    ),
    "one abstract": _records(lambda n: {"title": f"t{n}", "abstract": _LONG * 2 + f"end{n // 8}"}),
    "fields": lambda n: json.dumps(
        [{"title": "t"} | {f"f{i}": 1 for i in range(n // 20)}]
    ).encode(),
    "identifiers": lambda n: json.dumps(
        [{"title": "t", "identifiers": {f"k{i}": "v" for i in range(n // 100)}}] * 2
    ).encode(),
}
