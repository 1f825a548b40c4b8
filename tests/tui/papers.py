"""Papers to show, hostile ones among them."""

from collections.abc import Callable
from datetime import date

from tui_reader.papers import UNTOUCHED, Paper, ReadingState, Source
from tui_reader.search.index import Index
from tui_reader.search.results import Results

TODAY = date(2026, 11, 20)
NOON_14_NOV = 1_794_657_600_000

HOSTILE_TITLES = (
    "[/]",
    "[MASK] and [/INST] a[i] [@click=app.quit]here[/]",
    "\x1b]52;c;ZXZpbA==\x07clipboard \x9b31m and \x1b[2J",
    "大規模言語モデルの訓練における幾何学的正則化について、その理論と実践の両面から考察する",
    "Family 👨‍👩‍👧‍👦 and flags 🇫🇷 and hearts ❤️ and skin 👍🏽 of all kinds in one long title",
    "Zal\u0323\u0307go\u0300\u0301\u0302\u0303 te\u0308xt cafe\u0301 re\u0301sume\u0301 " * 3,
    "Right \u202eot tfel\u202c and \u2066isolated\u2069 \u200bzero\u200dwidth\ufeff",
    "tab\tnewline\nreturn\rnull\x00 delete\x7f",
    "",
    "a" * 500,
    "مرحبا بالعالم وهذا عنوان طويل جدا",
    "क्षत्रिय देवनागरी शीर्षक",
)


def paper(number: int = 0, **fields: object) -> Paper:
    values: dict[str, object] = {
        "id": f"paper{number:07}",
        "aliases": (f"paper{number:07}",),
        "sources": (Source(document="cards.txt", line=58, key=f"key{number}"),),
        "title": f"Paper {number} on the training of circuits",
        "authors": ("Ambroise Odonnat", "Vivien Cabannes"),
        "abstracts": ("This paper introduces the sparse modular addition task.",),
        "category": "LG",
        "date": "2024-10-31",
    }
    return Paper(**(values | fields))  # type: ignore[arg-type]  # the fields are named by tests


def hostile_papers() -> tuple[Paper, ...]:
    return tuple(
        paper(number, title=title, authors=(title or "Su", "Feng"), abstracts=(title,))
        for number, title in enumerate(HOSTILE_TITLES)
    )


def untouched(_: Paper) -> ReadingState:
    return UNTOUCHED


def search(
    papers: tuple[Paper, ...], text: str, state_of: Callable[[Paper], ReadingState] = untouched
) -> Results:
    return Index(papers, state_of, today=lambda: TODAY).search(text)
