"""Keys of two strokes: a strip names every next key, without a time limit."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.reactive import var

from tui_reader.tui.actions.keys import normal, shown
from tui_reader.tui.desk.answers import NO_PAPER, NOTHING, Answer
from tui_reader.tui.screens.desk_screen import DeskScreen

# Keys that mean the same whatever else is going on.
_PASSED_ON = frozenset({"ctrl+q", "ctrl+z"})
_LEAVING = frozenset({"escape", "ctrl+c"})


class Choice(NamedTuple):
    """`key` as a reader writes it; without words it is heard, but not named in the strip."""

    key: str
    words: str
    run: Callable[[], None]


class Strips(DeskScreen, part=True):
    strip: var[tuple[tuple[str, str], ...]] = var[tuple[tuple[str, str], ...]](())
    """The keys named at present and what they do; empty when no strip is open."""

    _choices: dict[str, Choice]
    _has_strip = False

    def choices(self, kind: str) -> tuple[Choice, ...]:
        """What the strip of this kind offers; raises Unavailable with the reason if nothing."""
        if kind == "author":
            return self._authors()
        raise ValueError(kind)

    def action_strip(self, kind: str) -> None:
        try:
            choices = self.choices(kind)
        except Unavailable as reason:
            self.say(Answer(str(reason)))
            return
        self.open_strip(choices)

    def open_strip(self, choices: Sequence[Choice]) -> None:
        self._choices = {normal(choice.key): choice for choice in choices}
        self.strip = tuple(
            (shown(normal(choice.key)), choice.words) for choice in choices if choice.words
        )

    def watch_strip(self, items: tuple[tuple[str, str], ...]) -> None:
        """The widget that shows it is made when it is first wanted, not at every start."""
        if not (items or self._has_strip):
            return
        from tui_reader.tui.widgets.key_strip import KeyStrip

        if not self._has_strip:
            self._has_strip = True
            self.mount(KeyStrip(), before="StatusLine")
        self.query_one(KeyStrip).items = items
        self.name_keys()

    def name_keys(self) -> None:
        """Name in the footer the keys that serve now."""
        raise NotImplementedError

    async def take_key(self, key: str) -> bool:
        """While a strip is open it has all keys; one it does not name changes nothing."""
        await super().take_key(key)
        if not self.strip or key in _PASSED_ON:
            return False
        if key in _LEAVING:
            self.strip = ()
            self.say(NOTHING)
        elif choice := self._choices.get(key):
            self.strip = ()
            choice.run()
        else:
            self.say(Answer(f"{shown(key)} is none of these; escape leaves them"))
        return True

    def list_query(self, text: str) -> None:
        """Put a query into the search line of the list."""
        raise NotImplementedError

    def _authors(self) -> tuple[Choice, ...]:
        paper = self.desk.paper
        if paper is None or not paper.authors:
            raise Unavailable("no author here" if paper else NO_PAPER.text)

        def choice(key: str, name: str) -> Choice:
            quoted = name.replace('"', " ")
            return Choice(key, name, lambda: self.list_query(f'author:"{quoted}"'))

        first = choice("a", paper.authors[0])
        rest = [choice(str(i), name) for i, name in enumerate(paper.authors[:9], 1)]
        return (first, *rest[1:]) if len(rest) == 1 else (first, *rest)


class Unavailable(Exception):
    """There is nothing to choose from; the text says why."""
