"""Keys that come in one burst (fast typing, a slow link) act in their order.

Textual hands a key to the widget that has the focus and goes on to the next key, so
an `enter` bound on a screen could overtake the letters before it.
"""

import asyncio
from typing import Protocol, runtime_checkable

from textual.widget import Widget

# A text field that takes longer than this is on its way out.
PATIENCE = 0.5


@runtime_checkable
class TakesKeys(Protocol):
    async def take_key(self, key: str) -> bool:
        """See a key before its binding does; True when it was used up."""
        ...


@runtime_checkable
class TextField(Protocol):
    """Textual's Input and TextArea; importing the latter takes as long as half of our screens."""

    cursor_blink: object


async def drained(widget: Widget | None) -> None:
    """Return when the text field has worked off the keys it was handed."""
    if not isinstance(widget, TextField):
        return
    done = asyncio.Event()
    if widget.call_later(done.set):
        try:
            await asyncio.wait_for(done.wait(), PATIENCE)
        except TimeoutError:
            return
