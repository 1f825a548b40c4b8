"""Where the styles and seeds that ship with the program are."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def resources(name: str) -> Path:
    """The folder `styles` or `seeds`: inside an installed package, else beside it."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name
