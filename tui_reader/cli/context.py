"""What every command is given beside its arguments."""

from pathlib import Path
from typing import NamedTuple

from tui_reader.cli.output import Output


class Context(NamedTuple):
    """The global options and the way out. `library` None: the default one."""

    out: Output
    command: str
    library: Path | None = None
    config: Path | None = None
    samples: bool = True
    ascii: bool = False
