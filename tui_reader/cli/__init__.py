"""The command line: each sub-command a thin call into the core."""

from tui_reader.cli.program import main

__all__ = ["main"]
