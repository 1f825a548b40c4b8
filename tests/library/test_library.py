"""The whole of it: documents in, papers out, changes kept, everything found again."""

import gc
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.library import AmbiguousPaper, Library, LibraryError, ReadOnly, UnknownPaper
from tui_reader.papers import Reading, Status

Open = Callable[..., Library]
CARD = """LGNov 13, 2023
Deep Nets
Ada Lovelace, Charles Babbage

We show that deep nets are deep and that engines can weave algebra like looms weave leaves.
"""


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "card.txt"
    path.write_text(CARD)
    return path


def test_a_new_library_starts_with_the_samples(open_library: Open) -> None:
    library = open_library()
    assert len(library.papers) == 81
    assert [document.seed for document in library.documents()] == [True] * 5
    assert library.documents()[4].title == "Julia Kempe"
    assert sum(len(paper.proposed) for paper in library.papers) == 2  # one pair, seen from both


def test_deleting_the_catalogue_loses_nothing(open_library: Open, tmp_path: Path) -> None:
    before = list(open_library().papers)
    shutil.rmtree(tmp_path / "library" / "catalogue")
    assert list(open_library().papers) == before


def test_a_paper_keeps_its_state_and_id_when_its_identifier_becomes_known(
    open_library: Open, tmp_path: Path
) -> None:
    source = tmp_path / "one.json"
    source.write_text('[{"title": "On Falling", "authors": ["A Lee"]}]')
    library = open_library(samples=False)
    library.add([source])
    (before,) = library.papers
    library.mark([before], Status.READ)
    library.correct(before, "On falling", ["A Lee"])
    told = '[{"title": "On Falling", "authors": ["A Lee"], "identifiers": {"doi": "10.1/x"}}]'
    source.write_text(told)
    library.add([source])
    (after,) = library.papers
    assert library.resolve(before.id) == after
    assert (library.state(after).status, after.title) == (Status.READ, "On falling")


@pytest.mark.parametrize("size", [0, 10, -20])
def test_a_damaged_catalogue_is_made_anew(open_library: Open, tmp_path: Path, size: int) -> None:
    before = list(open_library().papers)
    path = tmp_path / "library" / "catalogue" / "papers"
    path.write_bytes(path.read_bytes()[:size])
    assert list(open_library().papers) == before


def test_the_papers_do_not_depend_on_the_order_of_documents(tmp_path: Path) -> None:
    seeds = sorted(Path("seeds").glob("*.txt"))
    found = []
    for number, paths in enumerate([seeds, seeds[::-1]]):
        library = Library.open(tmp_path / str(number), samples=False)
        for path in paths:
            library.add([path])
        found.append({paper.id: (paper.title, paper.aliases) for paper in library.papers})
        library.close()
    assert found[0] == found[1]


def test_an_import_says_what_it_did(open_library: Open, card: Path) -> None:
    library = open_library(samples=False)
    report = library.add([card])
    assert (report.new, report.merged, report.unchanged) == (1, 0, 0)
    assert library.papers[0].authors == ("Ada Lovelace", "Charles Babbage")
    assert library.papers[0].sources[0].line == 1
    assert library.add([card]).unchanged == 1


def test_a_dry_run_changes_nothing(open_library: Open, card: Path) -> None:
    library = open_library(samples=False)
    assert library.add([card], dry_run=True).new == 1
    assert len(library.papers) == 0
    assert library.documents() == ()


def test_a_newer_version_of_a_file_replaces_the_older(open_library: Open, card: Path) -> None:
    library = open_library(samples=False)
    library.add([card])
    card.write_text(CARD.replace("Deep Nets", "Deeper Nets"))
    report = library.add([card])
    assert report.documents[0].outcome == "updated"
    assert [paper.title for paper in library.papers] == ["Deeper Nets"]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    open_library: Open, card: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    report = open_library(samples=False).add([empty, tmp_path / "none.txt", card])
    assert [(d.outcome, d.reason) for d in report.documents[:2]] == [
        ("skipped", "an empty file"),
        ("skipped", "no such file"),
    ]
    assert report.new == 1


def test_papers_are_found_by_any_key_or_prefix(open_library: Open) -> None:
    library = open_library()
    paper = next(p for p in library.papers if len(p.aliases) > 1)
    assert {library.resolve(alias).id for alias in paper.aliases} == {paper.id}
    assert library.resolve(paper.id[:10].upper()).id == paper.id
    for word in ("", "abc", "zzzzzzzz"):
        with pytest.raises(UnknownPaper):
            library.resolve(word)


def test_a_prefix_of_two_papers_is_ambiguous(
    open_library: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library()
    monkeypatch.setattr("tui_reader.library.finding.SHORTEST_PREFIX", 0)
    with pytest.raises(AmbiguousPaper) as caught:
        library.resolve("")
    assert len(caught.value.papers) == 81


def test_marks_are_there_after_a_restart(open_library: Open) -> None:
    library = open_library()
    step = library.mark(library.papers[:3], Status.READ)
    assert len(step.papers) == 3
    library.close()
    again = open_library()
    assert [again.state(paper).status for paper in again.papers[:4]] == ["read"] * 3 + ["unread"]
    assert again.state(again.papers[0]).progress == 100


def test_marking_what_is_marked_already_changes_nothing(open_library: Open) -> None:
    library = open_library()
    library.mark([library.papers[0].id], Status.QUEUED)
    assert library.mark([library.papers[0].id], Status.QUEUED).papers == ()


def test_undo_takes_back_the_last_step_whole_also_after_a_restart(open_library: Open) -> None:
    library = open_library()
    library.mark(library.papers[:14], Status.READ)
    library.close()
    again = open_library()
    undone = again.undo()
    assert undone is not None
    assert len(undone.papers) == 14
    assert again.state(again.papers[0]).status is Status.UNREAD
    redone = again.redo()
    assert redone is not None
    assert again.state(again.papers[13]).status is Status.READ


def test_a_mixed_selection_is_made_read_and_goes_back_to_what_it_was(open_library: Open) -> None:
    library = open_library()
    first, second = library.papers[:2]
    library.mark([first], Status.QUEUED)
    library.toggle_read([first, second])
    assert library.state(first).status is library.state(second).status is Status.READ
    library.toggle_read([first, second])
    assert library.state(first).status is Status.QUEUED
    assert library.state(second).status is Status.UNREAD


def test_tags_stars_notes_and_progress(open_library: Open) -> None:
    library = open_library()
    paper = library.papers[0]
    library.tag([paper], add=["circuits", "phd"])
    library.tag([paper], add=["x"], remove=["phd"])
    library.star([paper])
    library.set_note(paper, "Ask Wassim.")
    library.set_progress([paper], 40)
    library.raise_progress([paper], 10)
    library.close()
    state = open_library().state(paper)
    assert state.tags == ("circuits", "x")
    assert (state.starred, state.note, state.progress) == (True, "Ask Wassim.", 50)
    assert state.status is Status.READING


def test_accepting_the_proposal_joins_and_undo_parts(open_library: Open) -> None:
    library = open_library()
    untitled = next(p for p in library.papers if not p.title)
    titled = library.resolve(untitled.proposed[0])
    library.set_note(untitled, "on the untitled one")
    step = library.accept(untitled, titled)
    assert len(library.papers) == 80
    assert [p.title for p in step.papers] == [titled.title]
    assert library.state(step.papers[0]).note == "on the untitled one"
    library.undo()
    assert len(library.papers) == 81
    assert library.state(library.resolve(untitled.id)).note == "on the untitled one"


def test_a_refusal_survives_a_rebuild(open_library: Open, tmp_path: Path) -> None:
    library = open_library()
    untitled = next(p for p in library.papers if not p.title)
    library.refuse(untitled, untitled.proposed[0])
    library.close()
    shutil.rmtree(tmp_path / "library" / "catalogue")
    assert not any(paper.proposed for paper in open_library().papers)


def test_a_split_off_record_is_a_paper_of_its_own(open_library: Open) -> None:
    library = open_library()
    paper = next(p for p in library.papers if len(p.aliases) > 1)
    library.split(paper, paper.aliases[1])
    assert library.resolve(paper.aliases[0]).id != library.resolve(paper.aliases[1]).id
    with pytest.raises(LibraryError, match="no record with the key"):
        library.split(library.papers[0], "zzzzzzzzzzzz")
    steps = len(library.history())
    with pytest.raises(LibraryError, match="nothing to split"):
        library.split(paper.aliases[1], paper.aliases[1])
    assert len(library.history()) == steps


def test_a_correction_keeps_the_id_and_survives_importing_again(
    open_library: Open, card: Path
) -> None:
    library = open_library(samples=False)
    library.add([card])
    paper = library.papers[0]
    library.correct(paper, "Deep Networks", ["Ada King"])
    library.remove_document("card.txt")
    assert len(library.papers) == 0
    library.add([card])
    assert (library.papers[0].title, library.papers[0].id) == ("Deep Networks", paper.id)
    library.undo()
    assert library.papers[0].title == "Deep Nets"


def test_a_removed_document_comes_back_with_what_was_made_of_it(open_library: Open) -> None:
    library = open_library()
    only_there = [p for p in library.papers if p.documents == ("003_e5facde5faf30711.txt",)]
    library.mark(only_there, Status.READ)
    library.remove_document("003_e5facde5faf30711.txt")
    assert len(library.papers) == 81 - len(only_there)
    library.close()
    again = open_library()
    assert len(again.papers) == 81 - len(only_there)
    again.restore_document("003_e5facde5faf30711.txt")
    assert again.state(again.resolve(only_there[0].id)).status is Status.READ


def test_a_purged_document_is_gone_from_disk(open_library: Open, tmp_path: Path) -> None:
    library = open_library()
    document = library.purge_document("Julia Kempe")
    assert not (tmp_path / "library" / "documents" / document.id).exists()
    assert len(library.documents()) == 5


def test_another_process_is_heard(open_library: Open, card: Path) -> None:
    here, there = open_library(), open_library()
    there.mark([there.papers[0]], Status.READ)
    there.add([card])
    there.flush()
    changes = here.poll()
    assert changes.papers
    assert here.papers[0].id in changes.states or len(here.papers) == 82
    assert here.state(there.papers[0]).status is Status.READ
    assert not here.poll().papers


def test_where_nothing_can_be_written_the_samples_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    library = Library.open(file / "library")
    assert library.warning.startswith(f"nothing will be kept: no library at {file}")
    assert len(library.papers) == 81
    with pytest.raises(ReadOnly):
        library.mark([library.papers[0]], Status.READ)


def test_the_session_comes_back_and_damage_is_ignored(open_library: Open, tmp_path: Path) -> None:
    library = open_library(samples=False)
    library.session.save({"sort": "title"})
    assert open_library().session.load() == {"sort": "title"}
    (tmp_path / "library" / "session.json").write_bytes(b"\x00[")
    assert open_library().session.load() == {}


def test_what_was_imported_is_not_held_twice(open_library: Open) -> None:
    library = open_library(samples=False)
    library.add_bytes("held.jsonl", b'{"title": "Held", "authors": ["Ada Lovelace"]}\n')
    gc.collect()
    readings = [one for one in gc.get_objects() if type(one) is Reading]
    assert not any(reading.document == "held.jsonl" for reading in readings)
