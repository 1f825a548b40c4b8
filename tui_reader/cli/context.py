"""What every command is given beside its arguments."""

from dataclasses import dataclass
from pathlib import Path

from tui_reader.cli.output import Output


@dataclass(frozen=True, slots=True)
class Context:
    """The global options and the way out. `library` None: the default one."""

    out: Output
    command: str
    library: Path | None = None
    config: Path | None = None
    samples: bool = True
    ascii: bool = False
