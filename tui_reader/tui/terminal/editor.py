"""The reader's own editor, started with an argument list and never through a shell."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


class EditorFailed(Exception):
    """No editor, or it ended with an error; the text is as it was."""


def edited(command: Sequence[str], text: str) -> str:
    """The text after this command (of `editor_command`) had it. Raises EditorFailed."""
    with tempfile.TemporaryDirectory(prefix="tui-reader-") as folder:
        path = Path(folder) / "note.txt"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            with _left_to_the_editor(signal.SIGINT, signal.SIGQUIT):
                code = subprocess.run([*command, str(path)], check=False).returncode
        except OSError as error:
            raise EditorFailed(f"cannot start {command[0]}: {error.strerror}") from error
        if code:
            raise EditorFailed(f"{command[0]} ended with {code}; the note is as it was")
        try:
            return path.read_bytes().decode("utf-8", "replace").removesuffix("\n")
        except OSError as error:
            raise EditorFailed(f"{command[0]} left no note behind: {error.strerror}") from error


@contextmanager
def _left_to_the_editor(*signals: int) -> Iterator[None]:
    """ctrl+c in it is told to all programs of the terminal, and meant for it alone.

    Handlers are not handed on to the editor, as ignoring would be.
    """
    before = {number: signal.signal(number, lambda *_: None) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def editor_command() -> list[str]:
    """`$VISUAL` or `$EDITOR` as an argument list, known to be there. Raises EditorFailed."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(named)
    except ValueError as error:
        raise EditorFailed(f"$EDITOR cannot be read: {error}") from error
    if not command:
        raise EditorFailed("$EDITOR is not set")
    if shutil.which(command[0]) is None:
        raise EditorFailed(f"cannot start {command[0]}: no such program")
    return command
