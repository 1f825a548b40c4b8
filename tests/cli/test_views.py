"""`views`, and `list --view`."""

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("library")


def test_views_are_listed_with_their_counts(run: Run) -> None:
    run("views", "save", "6", "author:stone", "-graphs")
    views = {view["key"]: view for view in run("views", "--json").json}
    assert views["0"] == {"key": "0", "name": "unread", "query": "status:unread", "papers": 3}
    assert views["6"] == {"key": "6", "name": "", "query": "author:stone -graphs", "papers": 1}
    assert {"s", "w", "?", "="} <= views.keys()
    assert "6\t1\tauthor:stone -graphs" in run("views").out.splitlines()


def test_list_narrows_a_view(run: Run) -> None:
    run("views", "save", "B", '"reinforcement learning" OR "optimal')
    assert len(run("list", "--view", "B", "--json").json) == 2
    (paper,) = run("list", "--view", "B", "stone", "--json").json
    assert paper["title"] == "Optimal Transport on Graphs"
    assert len(run("list", "--view", "0").out.splitlines()) == 3
    ran = run("list", "--view", "7")
    assert ran.code == 1
    assert "there is no view 7" in ran.err


def test_undo_takes_a_view_back(run: Run) -> None:
    run("views", "save", "6", "graphs")
    run("views", "save", "6", "survey")
    assert "undone: view 6: survey" in run("undo").err
    assert "6\t1\tgraphs" in run("views").out
    run("views", "delete", "6")
    assert "graphs" not in run("views").out
    run("undo")
    assert "6\t1\tgraphs" in run("views").out


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("0", "0 always opens status:unread; 6-9 and letters but a s v w are free for views"),
        ("a", "a always opens all papers"),
        ("%", "% is no letter or digit"),
        ("66", "66 is no letter or digit"),
    ],
)
def test_keys_that_are_kept_say_so(run: Run, key: str, reason: str) -> None:
    ran = run("views", "save", key, "graphs")
    assert ran.code == 1
    assert reason in ran.err


@pytest.mark.parametrize("argv", [["save", "6"], ["save", "6", " "], ["delete"], ["drop", "6"]])
def test_usage(run: Run, argv: list[str]) -> None:
    assert run("views", *argv).code == 2


def test_deleting_what_is_not_there(run: Run) -> None:
    ran = run("views", "delete", "6")
    assert ran.code == 1
    assert "there is no view 6" in ran.err
