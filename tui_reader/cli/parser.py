"""Arguments of one command; in some commands an unknown option is a word."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tui_reader import __version__
from tui_reader.cli.output import standard_output


class _Version(argparse.Action):
    """Unlike argparse's own it fails where the version cannot be written."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        standard_output().line(f"tui-reader {__version__}")
        parser.exit()


class Parser(argparse.ArgumentParser):
    """With `words`, all that is no known option lands in `args.words` in its order."""

    def __init__(
        self, command: str = "", *, usage: str, summary: str = "", words: bool = False
    ) -> None:
        self._takes_value: dict[str, bool] = {}
        prog = f"tui-reader {command}".rstrip()
        super().__init__(
            prog=prog,
            usage=f"tui-reader {usage}",
            description=summary,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.words = words

    def add_argument(self, *names: str, **settings: Any) -> argparse.Action:  # noqa: ANN401 - argparse's own keywords
        action = super().add_argument(*names, **settings)
        self._takes_value |= dict.fromkeys(action.option_strings, action.nargs != 0)
        return action

    def print_help(self, file: object = None) -> None:
        standard_output().line(self.format_help().rstrip("\n"))

    def _print_message(self, message: str, file: object = None) -> None:
        """Usage and errors, which argparse prints with what was typed in them as it was typed."""
        standard_output().say(message.rstrip("\n"))

    def length_of_option(self, argument: str) -> int:
        """How many arguments this one begins: 0 no option of ours, else 1 or 2."""
        name, has_value, _ = argument.partition("=")
        if name not in self._takes_value:
            return 0
        return 2 if self._takes_value[name] and not has_value else 1

    def parse(self, argv: Sequence[str], options: argparse.Namespace) -> argparse.Namespace:
        if not self.words:
            return self.parse_intermixed_args(argv, options)
        known, words = self._apart(argv)
        args = self.parse_args(known, options)
        args.words = words
        return args

    def _apart(self, argv: Sequence[str]) -> tuple[list[str], list[str]]:
        known: list[str] = []
        words: list[str] = []
        place = 0
        while place < len(argv):
            if argv[place] == "--":
                return known, words + list(argv[place + 1 :])
            length = self.length_of_option(argv[place])
            (known if length else words).extend(argv[place : place + max(length, 1)])
            place += max(length, 1)
        return known, words


def no_options() -> argparse.Namespace:
    return argparse.Namespace(library=None, config=None, samples=True, ascii=False)


def add_global_options(parser: Parser) -> None:
    """They stand before or after the sub-command; the last one counts."""
    group = {"default": argparse.SUPPRESS}
    parser.add_argument("--library", metavar="DIR", type=_path, help="the library to use", **group)
    parser.add_argument(
        "--config", metavar="FILE", type=_path, help="the configuration to use", **group
    )
    parser.add_argument(
        "--no-samples",
        dest="samples",
        action="store_false",
        help="start a new library without the sample papers",
        **group,
    )
    parser.add_argument("--ascii", action="store_true", help="marks in ASCII only", **group)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("an empty path")
    return Path(text).expanduser()
