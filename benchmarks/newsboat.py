"""A peer: newsboat, with the papers as the articles of one feed."""

import html
import shutil
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.terminal import Terminal
from tui_reader.papers import Paper

_TITLE, _ARTICLES = "papers", "Articles in feed"


class Newsboat:
    """`import_seconds` is how long it took to read the feed into its own store."""

    def __init__(self, folder: Path, papers: Iterable[Paper]) -> None:
        feed, urls = folder / "feed.xml", folder / "urls"
        feed.write_text(_feed(papers), encoding="utf-8")
        urls.write_text(f"file://{feed.absolute()}\n", encoding="utf-8")
        self._command = ["newsboat", "-q", "-C", "/dev/null", "-u", str(urls)]
        self._command += ["-c", str(folder / "cache.db")]
        began = time.perf_counter()
        subprocess.run([*self._command, "-x", "reload"], check=True, capture_output=True)
        self.import_seconds = time.perf_counter() - began

    def first_rows(self) -> float:
        """Seconds from the command to the articles of the feed; enter opens it."""
        with Terminal(self._command) as terminal:
            terminal.wait_for(_TITLE)
            terminal.send(b"\r")
            return terminal.wait_for(_ARTICLES)


def is_installed() -> bool:
    return shutil.which("newsboat") is not None


def _feed(papers: Iterable[Paper]) -> str:
    items = "\n".join(map(_item, papers))
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{_TITLE}</title>'
        f"<link>http://localhost/</link>\n{items}\n</channel></rss>\n"
    )


def _item(paper: Paper) -> str:
    title, abstract = html.escape(paper.title), html.escape(paper.abstract)
    return (
        f"<item><title>{title}</title><author>{html.escape(', '.join(paper.authors))}</author>"
        f"<guid>{paper.id}</guid><link>http://localhost/{paper.id}</link>"
        f"<description>{abstract}</description></item>"
    )
