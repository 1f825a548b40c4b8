"""The sheets of styles/, one for each screen or kind of screen."""

from pathlib import Path

from tui_reader.resources import resources


def sheet(name: str) -> Path:
    """Absolute, so that it is found from wherever the program is started."""
    return resources("styles").absolute() / f"{name}.tcss"
