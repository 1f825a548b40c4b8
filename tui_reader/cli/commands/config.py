"""`config`: the configuration in effect; `config init` writes one to begin with"""

import argparse
from collections.abc import Mapping
from pathlib import Path

from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE, FAILED, CommandError
from tui_reader.cli.parser import Parser
from tui_reader.tui.config import Config, default_path, load_config

_NO_SETTING = ("path", "problems")
_VALUE = 1
_TEMPLATE = """\
# Settings of tui-reader; `tui-reader config` shows what is in effect, and what is wrong.

# theme = "dark"            # dark, light, high-contrast
# layout = "auto"           # auto, side, stacked
# mouse = true              # false leaves the mouse to the terminal
# ascii = false             # marks in ASCII only
# watch = ["circuit*", "Cabannes"]   # words and authors marked wherever they stand; * any ending

# [keymap]                  # `tui-reader keys` names the actions
# "status.read" = ["4", "ctrl+y"]
"""


def declare(parser: Parser) -> None:
    parser.add_argument("what", nargs="?", choices=("init",), help="write a file to begin with")
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    if args.what == "init":
        return _write_template(context.config or default_path(), context)
    config = load_config(context.config)
    values = _values(config)
    if args.json:
        context.out.objects({"name": name, "value": value} for name, value in values.items())
    else:
        table = [[name, _shown(value)] for name, value in values.items()]
        context.out.table(table, wide=_VALUE)
    for problem in config.problems:
        context.out.say(f"tui-reader: {problem}")
    return FAILED if config.problems else DONE


def _values(config: Config) -> dict[str, object]:
    settings = [name for name in config._fields if name not in _NO_SETTING]
    values = {name: _plain(getattr(config, name)) for name in settings}
    return {"path": str(config.path or default_path())} | values


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: list(keys) for key, keys in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, dict):
        return "; ".join(f"{name} = {', '.join(keys)}" for name, keys in value.items())
    return str(value).lower() if isinstance(value, bool) else str(value)


def _write_template(path: Path, context: Context) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(_TEMPLATE)
    except FileExistsError:
        raise CommandError(f"{path} is there already; it was not changed") from None
    except OSError as error:
        raise CommandError(f"could not write {path}: {error.strerror}") from error
    context.out.say(f"written: {path}")
    return DONE
