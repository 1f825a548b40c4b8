"""Notes, corrections, and which papers are one work."""

import os
from pathlib import Path

import pytest

from tests.tui.reading_session import Session, reading
from tui_reader.library import Library
from tui_reader.tui.dialogs.note import NoteEditor
from tui_reader.tui.terminal.editor import EditorFailed, edited, editor_command


async def test_escape_saves_the_note(library: Library) -> None:
    async with reading(library) as session:
        await session.press("e")
        await session.type("Ask Wassim q")
        await session.press("escape")
        assert session.state().note == "Ask Wassim q"
        assert session.answer.startswith("note: Formalizing Mathematics…")
        await session.press("e", "escape")
        assert session.answer.startswith("note: Formalizing Mathematics…")
        await session.press("u")
        assert session.state().note == ""


async def test_a_note_that_was_only_looked_at_stays_as_it_is(library: Library) -> None:
    library.set_note(library.papers[0].id, "tab\there \x1b]52;c;eA==\x07")
    async with reading(library) as session:
        await session.press("e")
        assert "\x1b" not in session.shown
        await session.press("escape")
        assert session.state().note == "tab\there \x1b]52;c;eA==\x07"


async def test_ctrl_q_keeps_an_open_note_and_the_next_start_offers_it(library: Library) -> None:
    async with reading(library) as session:
        await session.press("j", "e")
        await session.type("half a thought")
        await session.press("ctrl+q")
        assert not session.app.is_running
        assert session.app.return_value == 0
    async with reading(library) as session:
        assert "A note on DynaMiCS: Fine-tuning… was not saved last time" in session.shown
        await session.press("enter")
        assert isinstance(session.app.screen, NoteEditor)
        await session.press("escape")
        assert session.state().note == "half a thought"
    async with reading(library) as session:
        assert session.at_home


async def test_a_draft_can_be_dropped(library: Library) -> None:
    async with reading(library) as session:
        await session.press("e", "x", "ctrl+q")
    async with reading(library) as session:
        await session.press("d")
        assert session.app.desk.draft is None
        assert session.state().note == ""


async def test_c_corrects_title_and_authors(library: Library) -> None:
    async with reading(library) as session:
        await session.press("c", "ctrl+u")
        await session.type("A better title")
        await session.press("enter", "ctrl+u")
        await session.type("Ann Lee, Bo Ray")
        await session.press("enter")
        assert session.paper.title == "A better title"
        assert session.paper.authors == ("Ann Lee", "Bo Ray")
        assert session.answer.startswith("corrected: A better title")


async def test_c_enter_enter_confirms_a_doubtful_paper(library: Library) -> None:
    library.add_bytes(
        "odd.jsonl", b'{"title": "Odd", "authors": ["Ann Lee"], "needs_review": true}\n'
    )
    async with reading(library) as session:
        await session.press("f", "?")
        assert session.paper.needs_review
        await session.press("c", "enter", "enter")
        assert not session.paper.needs_review
        assert session.answer.startswith("confirmed: Odd")


async def test_escape_leaves_a_correction_undone(library: Library) -> None:
    async with reading(library) as session:
        title = session.paper.title
        await session.press("c", "x", "escape")
        assert session.paper.title == title
        assert session.app.desk.draft is None


async def to_proposed(session: Session) -> None:
    await session.press("f", "=")
    assert len(session.home.listing) == 2


async def test_m_joins_a_proposed_pair_and_undo_parts_it(library: Library) -> None:
    async with reading(library) as session:
        await to_proposed(session)
        await session.press("m")
        assert len(library.papers) == 80
        assert session.answer.startswith("same work: Clustering Head…")
        await session.press("u")
        assert len(library.papers) == 81


async def test_capital_m_keeps_a_pair_apart(library: Library) -> None:
    async with reading(library) as session:
        await to_proposed(session)
        await session.press("M")
        assert session.answer.startswith("not the same: Clustering Head… · u undoes")
        assert len(library.papers) == 81
        assert library.search("is:proposed").exact == 0


async def test_m_without_an_open_question_says_so(library: Library) -> None:
    async with reading(library) as session:
        await session.press("m")
        assert session.answer == "no open question here: f = lists those there are"


def editor(path: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    script = path / "my editor.sh"
    script.write_text(f"#!/bin/sh\n{body}\n")
    script.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{script}' --wait")


def test_editor_gets_the_text_and_gives_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, 'echo "$1 $(cat "$2") done" > "$2"', monkeypatch)
    assert edited(editor_command(), "$(touch pwned)") == "--wait $(touch pwned) done"
    assert not Path("pwned").exists()


def test_editor_that_fails_leaves_the_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(tmp_path, "exit 3", monkeypatch)
    with pytest.raises(EditorFailed, match="ended with 3"):
        edited(editor_command(), "note")


@pytest.mark.parametrize(
    ("value", "reason"),
    [("", "not set"), ("/no/such/editor", "cannot start"), ("'unclosed", "cannot be read")],
)
def test_editor_that_cannot_start_is_named(
    value: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", value)
    assert os.environ["EDITOR"] == value
    with pytest.raises(EditorFailed, match=reason):
        editor_command()
