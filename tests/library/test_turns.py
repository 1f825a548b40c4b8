"""Papers that several processes would make at once are made once."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.library import Library, building, turns
from tui_reader.library.documents.progress import Stopped
from tui_reader.library.turns import Turns

Open = Callable[..., Library]


def test_who_waited_for_the_papers_finds_them_made(
    open_library: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = open_library(), open_library()
    made, reached, go_on = [], threading.Event(), threading.Event()
    build = building.Building

    def slow(*args: object) -> object:
        made.append(args)
        reached.set()
        go_on.wait(20)
        return build(*args)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(building, "Building", slow)
    here.follows = there.follows = False
    here.accept(here.proposals[0].first, here.proposals[0].second)
    here.flush()
    there.poll()
    first = threading.Thread(target=here.refresh)
    first.start()
    assert reached.wait(20)
    second = threading.Thread(target=there.refresh, args=(lambda share: go_on.set(),))
    monkeypatch.setattr(turns, "SLICE", 0.01)
    second.start()
    first.join(20)
    second.join(20)
    assert len(here.papers) == len(there.papers) == 80
    assert len(made) == 1


def test_a_turn_that_never_ends_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "SLICE", 0.0)
    told: list[float] = []
    with Turns(tmp_path / "lock").taken(), Turns(tmp_path / "lock").taken(told.append):
        assert len(told) == turns.LONGEST


def test_waiting_can_be_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(share: float) -> None:
        raise Stopped

    monkeypatch.setattr(turns, "SLICE", 0.0)
    first, second = (Turns(tmp_path / "lock") for _ in range(2))
    with first.taken(), pytest.raises(Stopped), second.taken(stop):
        raise AssertionError("taken twice")


def test_where_nothing_can_be_locked_no_turn_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Turns(tmp_path / "file" / "lock").taken(), Turns(None).taken():
        pass
