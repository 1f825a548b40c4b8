"""Importing what was named, then the full-screen reader."""

from pathlib import Path

from tui_reader.cli.context import Context
from tui_reader.cli.import_report import report_lines, say_trouble
from tui_reader.cli.opening import opened
from tui_reader.cli.progress_line import ProgressLine
from tui_reader.tui.app import run
from tui_reader.tui.config import load_config


def read(paths: list[Path], context: Context) -> int:
    with opened(context) as library:
        if paths:
            with ProgressLine() as progress:
                report = library.add(paths, progress=progress)
            for line in report_lines(report):
                context.out.say(line)
            say_trouble(report, context.out)
        return run(library, load_config(context.config), context.ascii)
