"""The full-screen reader, which imports what was named."""

from functools import partial
from pathlib import Path

from tui_reader.cli.context import Context
from tui_reader.cli.errors import SIGNALLED
from tui_reader.cli.opening import opened
from tui_reader.library import Report
from tui_reader.library.clock import system_clock
from tui_reader.library.errors import Damaged, LibraryError
from tui_reader.library.tracker.store import STATE
from tui_reader.tui.app import run
from tui_reader.tui.config import Config, load_config


def read(paths: list[Path], context: Context) -> int:
    config = load_config(context.config)
    try:
        return _read(paths, context, config)
    except Damaged as damage:
        code = _recovered(damage, context, config)
        return code if code else _read(paths, context, config)


def _read(paths: list[Path], context: Context, config: Config) -> int:
    code = 0
    try:
        with opened(context, patient=False) as library:
            code = run(library, config, context.ascii, paths, partial(_say, context))
    except LibraryError as error:
        if code < SIGNALLED:
            raise
        context.out.say(f"tui-reader: {error}")
    return code


def _say(context: Context, report: Report) -> None:
    # Imported here, as most starts name no path.
    from tui_reader.cli.import_report import report_lines, say_trouble

    for line in report_lines(report):
        context.out.say(line)
    say_trouble(report, context.out)


def _recovered(damage: Damaged, context: Context, config: Config) -> int:
    """0 once a copy that was chosen is back; Damaged again where there is none to choose."""
    # Imported here, as it is seldom needed.
    from tui_reader.cli.copies import directory_of
    from tui_reader.library.tracker.recovery import copies, restore
    from tui_reader.tui.recovery import choose_copy

    directory = directory_of(context)
    good = [copy for copy in copies(directory) if not copy.inside.error]
    if not good or damage.path != directory / STATE:
        raise damage
    chosen = choose_copy(damage, good, mouse=config.mouse)
    if isinstance(chosen, int):
        context.out.say(f"tui-reader: {damage}")
        return chosen
    kept = restore(directory, chosen, system_clock)
    context.out.say(f"restored {chosen.date}" + (f"; what stood there is {kept}" if kept else ""))
    return 0
