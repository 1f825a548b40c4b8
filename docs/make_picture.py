"""Takes the README's picture of the real screen: `make picture`."""

import asyncio
import html
import re
import tempfile
from pathlib import Path

from rich.cells import cell_len

from tui_reader.library import Library
from tui_reader.papers import Paper, Status
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.config import Config
from tui_reader.tui.desk.desk import Desk

PICTURE = Path(__file__).parent / "screen.svg"
KEYS = ("/", *"training", "enter", "j", "space", "j", "space", "k", "k")
# Whoever looks at the picture has a monospaced font; it should not fetch one.
FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
RUN = re.compile(
    r'<text class="([^"]+)" x="([^"]+)" y="([^"]+)" textLength="([^"]+)"([^>]*)>([^<]+)<'
)
WORD = re.compile(r"[^\xa0\s]+")


def lived_in(directory: Path) -> Library:
    """The samples as someone would have them after some weeks."""
    library = Library.open(directory)

    def paper(start: str) -> Paper:
        return next(paper for paper in library.papers if paper.title.startswith(start))

    library.mark([paper("Efficient RL"), paper("How Reinf"), paper("DynaMiCS")], Status.QUEUED)
    library.mark([paper("Tuning"), paper("Active Self")], Status.SKIMMED)
    library.mark([paper("Easing"), paper("Mission"), paper("The SSL")], Status.READ)
    library.mark([paper("Flavors")], Status.DROPPED)
    library.set_progress([paper("Learning Assoc")], 70)
    library.star([paper("Easing"), paper("A Tale")])
    clustering = paper("Clustering")
    library.set_progress([clustering], 40)
    library.star([clustering])
    library.tag([clustering], add=["circuits", "phd"])
    library.set_note(clustering, "Invariants = Fourier modes? Ask Wassim.")
    return library


def word_by_word(run: re.Match[str]) -> str:
    """The run with each word in its own place: not every viewer heeds `textLength`."""
    style, x, y, length, rest, escaped = run.groups()
    text = html.unescape(escaped).rstrip("\n")
    cell = float(length) / max(cell_len(text), 1)
    words = [
        f'<text class="{style}" x="{float(x) + cell * cell_len(text[: word.start()]):g}" y="{y}"'
        f' textLength="{cell * cell_len(word[0]):g}"{rest}>{html.escape(word[0])}</text>'
        for word in WORD.finditer(text)
    ]
    return "".join(words)


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = ReaderApp(Desk(lived_in(Path(folder)), Config()))
        async with app.run_test(size=(120, 36)) as pilot:
            await app.workers.wait_for_complete()
            await pilot.press(*KEYS)
            await app.workers.wait_for_complete()
            await pilot.pause()
            picture = app.export_screenshot(title="tui-reader")
    picture = RUN.sub(word_by_word, FONT_FACE.sub("", picture))
    PICTURE.write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
