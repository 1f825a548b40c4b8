"""Copying and opening."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.reading_session import Session, reading
from tui_reader.library import Library
from tui_reader.papers import Paper
from tui_reader.tui.paper.citation import citation, links_of
from tui_reader.tui.screens import taking
from tui_reader.tui.terminal import clipboard, opener


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A desktop clipboard that takes everything."""
    taken: list[str] = []

    def take(text: str) -> bool:
        taken.append(text)
        return True

    monkeypatch.setattr(taking, "copy_to_desktop", take)
    return taken


@pytest.fixture
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "copy_to_desktop", lambda text: False)


@pytest.mark.parametrize(("key", "kind"), [("y", "citation"), ("t", "title"), ("a", "abstract")])
async def test_y_copies(library: Library, desktop: list[str], key: str, kind: str) -> None:
    async with reading(library) as session:
        await session.press("y", key)
        paper = session.paper
        texts = {"citation": citation(paper), "title": paper.title, "abstract": paper.abstract}
        assert desktop == [texts[kind]]
        assert session.app.clipboard == texts[kind]
        assert session.answer == f"copied: {kind} of Formalizing Mathematics…"


async def test_a_citation_is_one_line(library: Library) -> None:
    paper = library.papers[0]
    assert citation(paper) == (
        "Ahmad Rammal, Niket Patel, Fabian Gloeckle et al. (2026). "
        "Formalizing Mathematics at Scale."
    )


async def test_y_l_copies_the_link_or_says_there_is_none(
    library: Library, desktop: list[str]
) -> None:
    async with reading(library) as session:
        await session.press("y", "l")
        assert session.answer == "no link to copy"
        await to_a_link(session)
        await session.press("y", "l")
        assert desktop[0].startswith("http")


async def test_copying_a_selection_keeps_it(library: Library, desktop: list[str]) -> None:
    async with reading(library) as session:
        await session.press("space", "space", "y", "t")
        assert desktop[0].splitlines() == [paper.title for paper in library.papers[:2]]
        assert len(session.home.selection) == 2
        assert session.answer == "copied: title of 2 papers"


@pytest.mark.usefixtures("no_desktop")
async def test_the_terminal_copies_where_the_desktop_does_not(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    async with reading(library) as session:
        await session.press("y", "y")
        assert session.answer == "copied by the terminal (OSC 52)"


@pytest.mark.usefixtures("no_desktop")
async def test_what_nothing_copies_is_shown(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with reading(library) as session:
        await session.press("y", "t")
        assert session.home.answer == "no clipboard here: shown to copy by hand"
        assert not session.at_home
        assert "Formalizing Mathematics at Scale" in session.shown
        await session.press("escape")
        assert session.at_home


async def test_copied_text_is_cleaned(library: Library, desktop: list[str]) -> None:
    library.correct(library.papers[0].id, "Bad \x1b]52;c;eA==\x07 title", ["A B"])
    async with reading(library) as session:
        await session.press("/")
        await session.type("Bad")
        await session.press("enter", "y", "t")
        assert "\x1b" not in desktop[0]
        assert "\x1b" not in session.app.clipboard


def test_a_clipboard_that_hangs_or_is_missing_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def run(command: Sequence[str], **options: object) -> object:
        assert options["timeout"] == clipboard.LIMIT
        raise subprocess.TimeoutExpired(list(command), 2)

    monkeypatch.setattr(subprocess, "run", run)
    assert not clipboard.copy_to_desktop("text")


def test_pyperclip_without_a_clipboard_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    assert not clipboard.copy_to_desktop("text")


def test_long_texts_do_not_fit_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    longest = "x" * (clipboard.LONGEST_OSC52 // 4 * 3)
    assert clipboard.terminal_copies(longest)
    assert not clipboard.terminal_copies(longest + "x")


# Opening


async def to_a_link(session: Session) -> None:
    await session.press("/")
    await session.type("has:link")
    await session.press("enter")
    assert session.paper.urls


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    commands: list[Sequence[str]] = []

    def start(command: Sequence[str], **options: object) -> None:
        assert options["start_new_session"] is True
        commands.append(command)

    monkeypatch.setattr(subprocess, "Popen", start)
    monkeypatch.setenv("BROWSER", "true")
    return commands


async def test_o_opens_a_link_with_an_argument_list(
    library: Library, started: list[Sequence[str]]
) -> None:
    async with reading(library) as session:
        await to_a_link(session)
        await session.press("o", "o")
        assert started[0][1:] == [session.paper.urls[0]]
        assert session.answer.startswith("opened by ")


@pytest.mark.usefixtures("no_desktop")
async def test_without_an_opener_the_address_is_shown_and_copied(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "/no/such/browser")
    async with reading(library) as session:
        await to_a_link(session)
        url = session.paper.urls[0]
        await session.press("o", "o")
        assert url in session.shown
        assert session.app.clipboard == url


@pytest.mark.usefixtures("no_desktop")
async def test_what_is_no_address_is_shown_and_not_copied(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", samples=False)
    evil = "javascript:alert(1)"
    paper = {"title": "A title", "authors": ["Ann Lee"], "identifiers": {"url": evil}}
    library.add_bytes("papers.json", json.dumps([paper]).encode())
    async with reading(library) as session:
        await session.press("o", "o")
        assert evil in session.shown
        assert not session.app.clipboard
    library.close()


def test_an_identifier_stands_for_itself_in_an_address() -> None:
    paper = Paper(
        "k", ("k",), (), title="t", identifiers={"doi": "10.1/a(1)1:2<3::a#b>4?c%20d\ud800"}
    )
    assert links_of(paper) == ("https://doi.org/10.1/a(1)1:2%3C3::a%23b%3E4%3Fc%2520d%3F",)


async def test_without_a_link_the_web_is_searched_only_when_asked(
    library: Library, started: list[Sequence[str]]
) -> None:
    async with reading(library) as session:
        await session.press("o")
        assert "No link; o searches the web for the title? enter yes" in session.shown
        await session.press("escape")
        assert not started
        await session.press("o", "enter")
        assert started[0][1].endswith("q=Formalizing+Mathematics+at+Scale")


NO_ADDRESSES = [
    "file:///etc/passwd", "javascript:alert(1)", "-rf", "ftp://x/", "http://[", "http://a\0",
    "http://a\nb", "http://a -rf", "http://\ud800", "http://a\x1b]0;x\x07", "https:///path", "",
    "https://arxiv.org\\@evil.example/", 'http://a/"x', "http://a/<x>", "http://a/`x`", "--x=http://a/",
]  # fmt: skip


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_only_http_is_opened(url: str) -> None:
    with pytest.raises(opener.CannotOpen, match="only http and https"):
        opener.open_link(url)
