"""Every sub-command: its name, how it is used, what it is for, and the module that does it.

The module is imported only when the command runs, so that each starts fast. It offers
`declare(parser)` and `run(args, context) -> exit code`.
"""

import importlib
from types import ModuleType
from typing import NamedTuple


class Command(NamedTuple):
    """With `words`, unknown options are words of its own."""

    name: str
    usage: str
    summary: str
    module: str = ""
    words: bool = False

    def load(self) -> ModuleType:
        return importlib.import_module(f"tui_reader.cli.commands.{self.module or self.name}")


OPEN = Command("open", "[PATH…]", "open the reader, importing PATHs first")

COMMANDS = (
    OPEN,
    Command("import", "PATH…|-", "bring documents into the library", "import_documents"),
    Command("parse", "PATH…|-", "the records documents tell, library untouched"),
    Command("list", "[QUERY…]", "the papers a query finds, or all", words=True),
    Command("views", "[save KEY QUERY… | delete KEY]", "saved queries", words=True),
    Command("show", "ID…", "a paper in full"),
    Command("mark", "STATUS ID…", "set the status of papers"),
    Command("progress", "N ID…", "set how much is read: 40, 12/38, +10"),
    Command("tag", "+a -b ID…", "add and remove tags", words=True),
    Command("star", "on|off ID…", "star papers"),
    Command("note", "ID [TEXT|-]", "write a note, or print it", words=True),
    Command("undo", "", "take the last change back"),
    Command("redo", "", "make an undone change again", "undo"),
    Command("history", "", "what changed when"),
    Command("stats", "", "numbers on what was read"),
    Command("documents", "[remove|restore|purge D]", "the documents of the library"),
    Command("duplicates", "[accept|refuse A B | split ID KEY]", "papers that may be one work"),
    Command("backups", "", "copies of what you made of the papers"),
    Command("restore", "[WHEN]", "put a copy back, the newest or that of a date"),
    Command("doctor", "[--fix]", "what is wrong with the files of the library"),
    Command(
        "merge-state",
        "FILE",
        "fold another machine's reading.json into this library",
        "merge_state",
    ),
    Command("keys", "", "the keys of the reader"),
    Command("config", "[init]", "the configuration in effect"),
    Command("help", "[TOPIC]", "this, a command, or a topic such as `query`"),
)

BY_NAME = {command.name: command for command in COMMANDS}
