"""`tag +a -b ID…`"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.cli.changing import Change, declare_change, run_change
from tui_reader.cli.context import Context
from tui_reader.cli.errors import UsageError
from tui_reader.cli.parser import Parser
from tui_reader.library.edits import Step
from tui_reader.library.library import Library
from tui_reader.papers import Paper


@dataclass(frozen=True, slots=True)
class Tags:
    add: tuple[str, ...]
    remove: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join([f"+{name}" for name in self.add] + [f"-{name}" for name in self.remove])


def declare(parser: Parser) -> None:
    declare_change(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    return run_change(Change(_take, _tag), args, context)


def _take(words: Sequence[str]) -> tuple[Tags, Sequence[str]]:
    """Words with a sign are tags, wherever they stand; `#` before a name is no part of it."""
    tags = [word for word in words if word[:1] in ("+", "-")]
    names = [(word[0], word[1:].lstrip("#")) for word in tags]
    if not names or not all(name.strip() for _, name in names):
        raise UsageError("which tags? +name adds one, -name removes it")
    add = tuple(name for sign, name in names if sign == "+")
    remove = tuple(name for sign, name in names if sign == "-")
    return Tags(add, remove), [word for word in words if word not in tags]


def _tag(library: Library, papers: Sequence[Paper], tags: Tags) -> Step:
    return library.tag(papers, add=tags.add, remove=tags.remove)
