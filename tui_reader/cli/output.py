"""What commands print: data on stdout, talk on stderr, every text cleaned."""

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from tui_reader.cli.errors import CannotPrint
from tui_reader.text import clean, clean_line


class Output:
    """`width` is the terminal's in columns, None where stdout is none; `plain`: marks in ASCII."""

    def __init__(self, stdout: TextIO, stderr: TextIO, *, ascii: bool = False) -> None:
        self._stdout = stdout
        self._stderr = stderr
        self.width = _terminal_width(stdout)
        self.plain = ascii or not _can_show("…“”█", stdout)
        self.ellipsis = "~" if self.plain else "…"

    def line(self, text: str = "") -> None:
        self._write(clean(text) + "\n")

    def table(self, rows: Iterable[Sequence[str]], *, wide: int) -> None:
        """Columns cut to the terminal, `wide` gives way; in a pipe whole, between tabs."""
        # Imported here, as most commands print no table.
        from tui_reader.cli.columns import aligned, piped

        cleaned = [[clean_line(cell) for cell in row] for row in rows]
        lines = aligned(cleaned, self.width, wide, self.ellipsis) if self.width else piped(cleaned)
        for line in lines:
            self._write(line + "\n")

    def flush(self) -> None:
        try:
            self._stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CannotPrint(error.strerror or str(error)) from error

    def say(self, text: str) -> None:
        """Talk that nobody can hear, as stderr is full or closed, changes nothing else."""
        with contextlib.suppress(OSError):
            print(clean(text), file=self._stderr, flush=True)

    def objects(self, objects: Iterable[Mapping[str, Any]]) -> None:
        """A JSON array with an object a line, in ASCII: it passes every stream and terminal."""
        separator = "[\n"
        for item in objects:
            self._write(separator + json.dumps(item).replace("\x7f", "\\u007f"))
            separator = ",\n"
        self._write("[]\n" if separator == "[\n" else "\n]\n")

    def _write(self, text: str) -> None:
        try:
            self._stdout.write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CannotPrint(error.strerror or str(error)) from error


def standard_output(*, ascii: bool = False) -> Output:
    return Output(sys.stdout, sys.stderr, ascii=ascii)


def _terminal_width(stream: TextIO) -> int | None:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return None


def _can_show(text: str, stream: TextIO) -> bool:
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
