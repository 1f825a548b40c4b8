"""Pasted text is text, whatever is in it.

Textual 8.2 takes an escape sequence inside a bracketed paste for keys, so that what
was pasted could press them.
"""

START = "\x1b[200~"
END = "\x1b[201~"
SHOWN_ESCAPE = "␛"


class PasteGuard:
    """Replaces escapes within pastes; the marks of a paste may be cut by the reads."""

    def __init__(self) -> None:
        self._pasting = False
        self._before = ""
        self._held = ""

    def passed(self, data: str) -> str:
        """What may go on of this read."""
        out: list[str] = []
        text, self._held = self._held + data, ""
        while text:
            text = self._in_paste(text, out) if self._pasting else self._outside(text, out)
        return "".join(out)

    def _outside(self, text: str, out: list[str]) -> str:
        """Pass on all up to a paste; returns what is left. Nothing is held back here."""
        seen = self._before + text
        at = seen.find(START)
        self._pasting = at >= 0
        cut = at + len(START) - len(self._before) if self._pasting else len(text)
        self._before = "" if self._pasting else seen[-len(START) + 1 :]
        out.append(text[:cut])
        return text[cut:]

    def _in_paste(self, text: str, out: list[str]) -> str:
        pasted, end, rest = text.partition(END)
        if end:
            self._pasting = False
        else:
            cut = next((i for i in range(len(END) - 1, 0, -1) if pasted.endswith(END[:i])), 0)
            pasted, self._held = pasted[: len(pasted) - cut], pasted[len(pasted) - cut :]
        out.append(pasted.replace("\x1b", SHOWN_ESCAPE) + end)
        return rest
