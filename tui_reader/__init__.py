"""tui-reader: the place in the terminal to read research papers."""

__version__ = "0.1.0"
