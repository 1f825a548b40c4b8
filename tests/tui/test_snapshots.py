"""Pictures of the screens at the two sizes of the specification.

`pytest tests/tui/test_snapshots.py --snapshot-update` takes them anew.
"""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from tests.tui.reading_session import SMALL, WIDE, make_app
from tui_reader.library import Library
from tui_reader.papers import Status

SnapCompare = Callable[..., bool]
SCREENS = {
    "first_start": (),
    "library": ("j", "j", "2", "+", "j", "1", "j", "4", "j", "*", "j", "space", "space"),
    "search": ("j", "/", *"training", "enter", "j"),
    "paper": ("j", "j", "2", "+", "+", "enter"),
    "nothing_found": ("/", *"galerkin", "space", *"metod", "space", *"year:2019"),
    "help": ("j", "?"),
    "strip": ("j", "f"),
    "note": ("j", "e", *"Ask", "space", *"Wassim."),
}


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["120x36", "80x24"])
@pytest.mark.parametrize("name", SCREENS)
def test_screens_look_as_they_did(
    library: Library, snap_compare: SnapCompare, name: str, size: tuple[int, int]
) -> None:
    library.mark([library.papers[7].id], Status.SKIMMED)
    app = make_app(library)

    async def play(pilot: Pilot[int]) -> None:
        await app.workers.wait_for_complete()
        await pilot.press(*SCREENS[name])
        await app.workers.wait_for_complete()
        await pilot.pause()

    before: Callable[[Pilot[int]], Awaitable[None]] = play
    assert snap_compare(app, terminal_size=size, run_before=before)
