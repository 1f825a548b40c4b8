"""mark, progress, tag, star, note, undo, redo, history, stats."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui_reader.papers import Status


def statuses(run: Run) -> list[str]:
    return [paper["status"] for paper in run("list", "--json").json]


@pytest.mark.parametrize("status", Status)
def test_mark(run: Run, ids: list[str], status: Status) -> None:
    run("mark", "skimmed" if status is Status.UNREAD else "unread", *ids)
    assert run("mark", status, ids[0], ids[2]).code == 0
    assert statuses(run)[::2] == [status, status]


def test_mark_prints_the_changed_papers_as_json(run: Run, ids: list[str]) -> None:
    run("mark", "read", ids[0])
    ran = run("mark", "READ", *ids, "--json")
    assert [(paper["id"], paper["progress"]) for paper in ran.json] == [
        (ids[1], 100),
        (ids[2], 100),
    ]
    assert "1 so already" in ran.err


def test_marking_again_changes_nothing(run: Run, ids: list[str]) -> None:
    run("mark", "read", ids[0])
    ran = run("mark", "read", ids[0])
    assert (ran.code, ran.err) == (0, "nothing to change: so already\n")
    assert run("undo").code == 0
    assert run("undo").code == 1


def test_mark_by_query_is_one_step(run: Run, ids: list[str]) -> None:
    assert run("mark", "queued", "--query", "author:stone").code == 0
    assert statuses(run) == ["queued", "unread", "queued"]
    assert run("undo").code == 0
    assert statuses(run) == ["unread"] * 3
    assert len(ids) == 3


def test_what_names_no_paper_is_said_and_the_rest_done(run: Run, ids: list[str]) -> None:
    ran = run("mark", "read", "zzzz", ids[0])
    assert ran.code == 1
    assert "zzzz" in ran.err
    assert statuses(run)[0] == "read"


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["mark"], "status"),
        (["mark", "red", "x"], "red"),
        (["mark", "read"], "--query"),
        (["mark", "read", "x", "--query", "y"], "--query"),
        (["mark", "--stdin", "read", "x"], "--stdin"),
        (["progress", "101", "x"], "101"),
        (["progress"], "12/38"),
        (["tag", "x"], "+name"),
        (["tag", "+", "x"], "+name"),
        (["star", "maybe", "x"], "star on"),
        (["note"], "note"),
        (["mark", "read", "--nope"], "--nope"),
    ],
)
def test_usage_errors_touch_nothing(run: Run, ids: list[str], argv: list[str], words: str) -> None:
    ran = run(*(ids[0] if word == "x" else word for word in argv))
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert run("undo").code == 1


def test_a_query_without_hits(run: Run, ids: list[str]) -> None:
    ran = run("mark", "read", "--query", "xyzzyq")
    assert ran.code == 1
    assert "nothing found: xyzzyq" in ran.err
    assert len(ids) == 3


def test_progress(run: Run, ids: list[str]) -> None:
    run("progress", "12/38", ids[0])
    run("progress", "+10", ids[0])
    run("progress", "100", ids[1])
    papers = run("list", "--json").json
    assert [(p["status"], p["progress"]) for p in papers] == [
        ("reading", 41),
        ("read", 100),
        ("unread", 0),
    ]
    run("progress", "-1", ids[0])
    assert run("show", "--json", ids[0]).json[0]["progress"] == 40


def test_tag_and_star(run: Run, ids: list[str]) -> None:
    run("tag", "+b", "+#a", ids[0], ids[1])
    run("tag", "-b", "+c", ids[0])
    run("star", "on", ids[0], ids[1])
    run("star", "off", ids[1])
    papers = run("list", "--json").json
    assert [paper["tags"] for paper in papers] == [["a", "c"], ["a", "b"], []]
    assert [paper["starred"] for paper in papers] == [True, False, False]


def test_note_is_written_printed_and_removed(run: Run, ids: list[str]) -> None:
    assert run("note", ids[0], "-", "is", "this").code == 0
    assert run("note", ids[0]).out == "- is this\n"
    assert run("note", ids[0], "--json").json == [{"id": ids[0], "note": "- is this"}]
    run("note", ids[0], "")
    ran = run("note", ids[0])
    assert (ran.out, ran.err) == ("", f"no note on {ids[0]}\n")
    run("undo")
    assert run("note", ids[0]).out == "- is this\n"


def test_a_note_on_several_papers_is_one_step(run: Run, ids: list[str]) -> None:
    run("note", "--query", "author:stone", "ask", "Bob")
    assert [p["note"] for p in run("list", "--json").json] == ["ask Bob", "", "ask Bob"]
    assert run("note", "--query", "author:stone").out == "ask Bob\nask Bob\n"
    run("undo")
    assert {p["note"] for p in run("list", "--json").json} == {""}
    assert len(ids) == 3


def test_undo_and_redo_say_what(run: Run, ids: list[str]) -> None:
    run("mark", "read", ids[0])
    ran = run("undo", "--json")
    assert ran.json[0]["papers"] == [ids[0]]
    assert ran.err.startswith("undone: ")
    assert "read" in ran.err
    assert statuses(run)[0] == "unread"
    assert run("redo").err.startswith("redone: ")
    assert statuses(run)[0] == "read"
    ran = run("redo")
    assert (ran.code, ran.err) == (1, "tui-reader: nothing to redo\n")


def test_history_is_newest_first(run: Run, ids: list[str]) -> None:
    run("mark", "queued", ids[0])
    run("star", "on", ids[1])
    entries = run("history", "--json").json
    assert list(entries[0]) == ["seq", "step", "time", "origin", "key", "field", "old", "new"]
    assert (entries[0]["key"], entries[0]["field"], entries[0]["new"]) == (ids[1], "starred", True)
    assert {e["field"] for e in entries if e["key"] == ids[0]} >= {"status", "queued_at"}
    assert entries[0]["time"].endswith("Z")
    assert len(run("history", "--limit", "1", "--json").json) == 1
    (line,) = run("history", "--limit", "1").out.splitlines()
    title = "A Survey of Reinforcement Learning"
    assert line.split("\t")[1:] == ["starred", "nothing -> true", title]
    assert "queued_at" not in run("history").out


def test_stats(run: Run, ids: list[str]) -> None:
    run("mark", "read", ids[0])
    run("tag", "+x", ids[0])
    (numbers,) = run("stats", "--json").json
    assert numbers["papers"] == 3
    assert numbers["by_status"]["read"] == 1
    assert [week["finished"] for week in numbers["finished_per_week"]] == [0] * 11 + [1]
    assert numbers["mean_progress"] == 33.3
    assert numbers["tags"] == [{"name": "x", "papers": 1, "finished": 1, "mean_progress": 100.0}]
    assert numbers["authors"][0]["name"] == "Bob Stone"
    text = run("stats").out
    assert "3 papers" in text
    assert "Bob Stone\t2\t1\t50%" in text


@pytest.mark.usefixtures("library")
def test_a_library_of_files_where_none_can_be_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    nowhere = str(tmp_path / "file" / "library")
    ran = run("--library", nowhere, "list", "--json")
    assert ran.code == 0
    assert len(ran.json) == 81
    assert nowhere in ran.err
    ran = run("--library", nowhere, "mark", "read", ran.json[0]["id"])
    assert ran.code == 5
