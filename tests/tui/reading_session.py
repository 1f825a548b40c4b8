"""A reader at the keyboard: the app on its own library, driven by real keys."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import date
from itertools import count
from pathlib import Path

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tui_reader.library import Library
from tui_reader.papers import Paper, ReadingState
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.config import Config
from tui_reader.tui.desk.desk import Desk
from tui_reader.tui.screens.desk_screen import DeskScreen
from tui_reader.tui.screens.library.screen import LibraryScreen

# 20 November 2026, noon.
START = 1_795_176_000_000
TODAY = date(2026, 11, 20)
WIDE = (120, 36)
SMALL = (80, 24)


def fixed_clock() -> Iterator[int]:
    return count(START)


def open_library(path: Path) -> Library:
    times = fixed_clock()
    return Library.open(path, clock=lambda: next(times))


class Session:
    def __init__(self, app: ReaderApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press the keys and wait until all of their work is done."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def settle(self) -> None:
        with suppress(WorkerCancelled):
            await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def screen(self) -> DeskScreen:
        screen = self.app.screen
        assert isinstance(screen, DeskScreen)
        return screen

    @property
    def home(self) -> LibraryScreen:
        return self.app.home

    @property
    def at_home(self) -> bool:
        return isinstance(self.app.screen, LibraryScreen)

    @property
    def answer(self) -> str:
        return self.screen.answer

    @property
    def paper(self) -> Paper:
        paper = self.app.desk.paper
        assert paper is not None
        return paper

    def state(self) -> ReadingState:
        """Of the paper under the cursor."""
        return self.app.desk.library.state(self.paper)

    def title(self, row: int) -> str:
        paper = self.app.desk.listing.paper(row)
        assert paper is not None
        return paper.title

    @property
    def shown(self) -> str:
        """All text on the screen, line by line."""
        width = self.app.size.width
        lines = [
            "".join(segment.text for segment in strip.crop(0, width))
            for strip in self.app.screen._compositor.render_strips()
        ]
        return "\n".join(line.rstrip() for line in lines)


def make_app(library: Library, config: Config | None = None) -> ReaderApp:
    return ReaderApp(Desk(library, config or Config(), today=lambda: TODAY))


@asynccontextmanager
async def reading(
    library: Library, config: Config | None = None, size: tuple[int, int] = WIDE
) -> AsyncIterator[Session]:
    app = make_app(library, config)
    async with app.run_test(size=size, notifications=True) as pilot:
        session = Session(app, pilot)
        await session.settle()
        yield session
