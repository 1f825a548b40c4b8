"""The texts of the status line."""

import pytest

from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.tui.desk import answers


def paper(title: str) -> Paper:
    return Paper(id="a" * 12, aliases=("a" * 12,), sources=(), title=title)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Clustering Head: A Visual Case Study", "Clustering Head…"),
        ("Soft Tokens", "Soft Tokens"),
        ("Incomprehensibilities-of-all-attention heads", "Incomprehensibilities-of…"),
        ("$\\mathbb{X}$-Sample Contrastive Loss", "𝕏-Sample Contrastive…"),
    ],
)
def test_titles_are_shortened_at_words(title: str, short: str) -> None:
    assert answers.short_title(paper(title)) == short


def test_what_was_done_names_one_paper_or_counts_many() -> None:
    one = paper("Clustering Head: A Visual Case Study")
    assert answers.done("read", [one]).at(roomy=True) == "read: Clustering Head… · u undoes"
    assert answers.done("read", [one]).at(roomy=False) == "read · u undoes"
    for roomy in (True, False):
        assert answers.done("read", [one] * 14).at(roomy) == "14 papers read · u undoes all 14"


def test_undo_names_what_it_left() -> None:
    many = [paper("A")] * 14
    for roomy in (True, False):
        text = answers.undone(many, ()).at(roomy)
        assert text == "undone: 14 papers as before · ctrl+r redoes"
    assert "left, changed since: note" in answers.undone(many, ("note",)).text


def test_counts() -> None:
    assert answers.found(33, 0, 81) == "33 exact of 81"
    assert answers.found(12, 5, 81) == "12 exact, 5 similar of 81"
    assert answers.found(0, 0, 81) == "0 of 81"
    assert answers.selected(3, 2) == "3 selected, 1 not listed"
    assert answers.stale(3) == "3 no longer match · ctrl+l tidies"


def test_saving() -> None:
    message = "could not save /x/reading.json: disk full; the previous version is intact"
    assert answers.saving("failed", message) == "NOT SAVED: disk full, retrying"
    assert answers.saving("saved", "") == "saved"
    assert answers.saving("read-only", "read-only: /x") == "read-only: /x"
    long = "read-only: /a/very/long/way/to/a/library"
    assert answers.saving("read-only", long) == "read-only: …g/way/to/a/library"


def test_status_words() -> None:
    assert answers.status_words(ReadingState(status=Status.READING, progress=40)) == "reading 40%"
    assert answers.status_words(ReadingState(status=Status.READING)) == "reading"
