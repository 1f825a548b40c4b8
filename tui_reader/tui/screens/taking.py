"""Keys that take something out: copying, opening links."""

from urllib.parse import quote_plus

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from tui_reader.latex import display
from tui_reader.papers import Paper
from tui_reader.text import clean
from tui_reader.tui.desk.answers import NO_PAPER, Answer, short_title
from tui_reader.tui.paper.citation import KINDS, links_of, text_to_copy
from tui_reader.tui.screens.strips import Choice, Strips, Unavailable
from tui_reader.tui.terminal.clipboard import copy_to_desktop, terminal_copies
from tui_reader.tui.terminal.opener import CannotOpen, is_address, open_link

WEB_SEARCH = "https://scholar.google.com/scholar?q="
_MOST_LINKS = 9


class Taking(Strips, part=True):
    class Copied(Message):
        """A worker tried the desktop's clipboard; `desktop` says whether it took the text."""

        def __init__(self, text: str, what: str, desktop: bool) -> None:
            super().__init__()
            self.text = text
            self.what = what
            self.desktop = desktop

    def choices(self, kind: str) -> tuple[Choice, ...]:
        if kind == "copy":
            return self._copies()
        if kind == "link":
            return self._links()
        return super().choices(kind)

    # Copying

    def _copies(self) -> tuple[Choice, ...]:
        papers = self.desk.targets
        if not papers:
            raise Unavailable(self.desk.no_target.text)

        def choice(key: str, kind: str) -> Choice:
            return Choice(key, kind, lambda: self._copy_of(kind, papers))

        return tuple(choice(key, kind) for key, kind in KINDS.items())

    def _copy_of(self, kind: str, papers: tuple[Paper, ...]) -> None:
        texts = [text for paper in papers if (text := text_to_copy(kind, paper))]
        if not texts:
            self.say(Answer(f"no {kind} to copy"))
            return
        whose = short_title(papers[0]) if len(papers) == 1 else f"{len(texts)} papers"
        self.copy("\n".join(texts), f"{kind} of {whose}")

    def copy(self, text: str, what: str) -> None:
        """Copy by the terminal at once and by the desktop in a worker; the answer says which."""
        safe = clean(text)
        if terminal_copies(safe):
            self.app.copy_to_clipboard(safe)
        self._copy_to_desktop(safe, what)

    @work(thread=True, exclusive=True, group="copy", exit_on_error=False)
    def _copy_to_desktop(self, text: str, what: str) -> None:
        worker = get_current_worker()
        taken = copy_to_desktop(text)
        if not worker.is_cancelled:
            self.post_message(self.Copied(text, what, taken))

    @on(Copied)
    def _answer_copy(self, message: Copied) -> None:
        if message.desktop:
            self.say(Answer(f"copied: {message.what}"))
        elif terminal_copies(message.text):
            self.say(Answer("copied by the terminal (OSC 52)"))
        else:
            self.say(Answer("no clipboard here: shown to copy by hand"))
            self._show(message.text, "Copy this by hand")

    def _show(self, text: str, reason: str) -> None:
        # Imported here, as all screens that few sessions show.
        from tui_reader.tui.dialogs.by_hand import ByHand

        self.app.push_screen(ByHand(text, reason))

    # Opening

    def _links(self) -> tuple[Choice, ...]:
        paper = self.desk.paper
        if paper is None:
            raise Unavailable(NO_PAPER.text)
        links = links_of(paper)[:_MOST_LINKS]
        if not links:
            raise Unavailable("" if self._offers_web_search(paper) else "no link")

        def choice(key: str, link: str) -> Choice:
            return Choice(key, link, lambda: self._open(link))

        return (
            choice("o", links[0]),
            *(choice(str(i), link) for i, link in enumerate(links, 1) if len(links) > 1),
        )

    def _offers_web_search(self, paper: Paper) -> bool:
        """Ask whether to search for the title; nothing leaves the machine unasked."""
        if not paper.title:
            return False
        # Imported here, as all screens that few sessions show.
        from tui_reader.tui.dialogs.question import Question

        query = quote_plus(display(paper.title).encode("utf-8", "replace"))

        def search() -> None:
            self._open(WEB_SEARCH + query)

        self.app.push_screen(
            Question(
                "No link; o searches the web for the title? enter yes",
                {"enter": search, "o": search},
                (("enter o", "searches the web"), ("escape", "leaves it")),
            )
        )
        return True

    def _open(self, link: str) -> None:
        try:
            opener = open_link(link)
        except CannotOpen as reason:
            self.say(Answer(f"{reason}: {link}"))
            if is_address(link):
                self.copy(link, f"{reason}: {link}")
            self._show(link, f"{reason}. The address:")
        else:
            self.say(Answer(f"opened by {opener}: {link}"))
