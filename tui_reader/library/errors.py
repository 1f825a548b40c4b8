"""What can go wrong with a library; each error says which exit code it means."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tui_reader.papers import Paper, ReadingState
from tui_reader.papers.keys import SHORTEST_PREFIX


class LibraryError(Exception):
    """`str()` is the message to show: it names the thing and the cause."""

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UnknownPaper(LibraryError):
    def __init__(self, word: str) -> None:
        short = " (a prefix needs 4 characters or more)" if 0 < len(word) < SHORTEST_PREFIX else ""
        super().__init__(f"no paper has the id {word}{short}")
        self.word = word


class UnknownRecord(LibraryError):
    def __init__(self, key: str, paper: Paper) -> None:
        super().__init__(f"the paper {paper.id} has no record with the key {key}")


class Indivisible(LibraryError):
    def __init__(self, paper: Paper) -> None:
        super().__init__(f"all that is told of {paper.id} has that one key: nothing to split")


class AmbiguousPaper(LibraryError):
    def __init__(self, word: str, papers: Sequence[Paper]) -> None:
        ids = ", ".join(paper.id for paper in papers)
        super().__init__(f"{word} may be any of {ids}: give more letters")
        self.word = word
        self.papers = tuple(papers)


class UnknownDocument(LibraryError):
    def __init__(self, word: str) -> None:
        super().__init__(f"no document is called {word}, and none has such an id")
        self.word = word


class KeptKey(LibraryError):
    """No view can be kept under this key."""

    def __init__(self, key: str, opens: str) -> None:
        what = f"{key} always opens {opens}" if opens else f"{key} is no letter or digit"
        super().__init__(f"{what}; 6-9 and letters but a s v w are free for views")


class UnknownView(LibraryError):
    def __init__(self, key: str) -> None:
        super().__init__(f"there is no view {key}; `tui-reader views` lists those there are")


class Damaged(LibraryError):
    """A durable file cannot be read; it was not changed. `copies` are good ones, newest first."""

    exit_code = 3

    def __init__(self, path: Path, cause: str, copies: Sequence[Path] = ()) -> None:
        known = f"; good copies: {', '.join(copy.name for copy in copies)}" if copies else ""
        super().__init__(f"{path} is damaged: {cause}; it was not changed{known}")
        self.path = path
        self.cause = cause
        self.copies = tuple(copies)


class NewerVersion(LibraryError):
    exit_code = 3

    def __init__(self, path: Path, schema: int, known: int) -> None:
        super().__init__(
            f"{path} was written by a newer version (schema {schema}, this one knows {known}); "
            "nothing was changed"
        )
        self.path = path


class Locked(LibraryError):
    """`pid` is 0 and `host` empty where the holder left no name."""

    exit_code = 4

    def __init__(self, path: Path, pid: int, host: str) -> None:
        holder = f"process {pid} on {host}" if pid else "another process"
        super().__init__(f"{path} is locked by {holder}")
        self.path = path
        self.pid = pid
        self.host = host


class CannotSave(LibraryError):
    exit_code = 5

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"could not save {path}: {cause}; the previous version is intact")
        self.path = path
        self.cause = cause


class DeletedOutside(CannotSave):
    """The file went away while the library was open; only `Tracker.write_back` makes it again."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "it was deleted while open")
        self.message = f"{path} was deleted while open; what was in it is kept in memory"
        self.args = (self.message,)


class ImportStopped(LibraryError):
    """`documents` came in before; `states` is what they told of their reader, by record key."""

    exit_code = 130

    def __init__(
        self, documents: Sequence[str], states: Mapping[str, ReadingState], *, all_read: bool
    ) -> None:
        names = ", ".join(documents)
        if all_read:
            what = "the documents are in, their papers follow when the library is opened next"
        elif names:
            what = f"{names} in already; the same import again goes on with the rest"
        else:
            what = "nothing of it is in"
        super().__init__(f"import stopped: {what}")
        self.documents = tuple(documents)
        self.states = states


class ReadOnly(LibraryError):
    exit_code = 5

    def __init__(self, path: Path | None) -> None:
        place = f" ({path})" if path else ""
        super().__init__(f"nothing can be changed: the library is read-only{place}")
        self.path = path
