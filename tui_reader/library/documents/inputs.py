"""All that the papers of a library are made from, and how to tell whether it changed."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from tui_reader import __version__
from tui_reader.library.choices import Correction
from tui_reader.library.documents.document_list import Entry
from tui_reader.papers import Decisions

# Raised whenever importers read a document differently from before.
IMPORTERS_VERSION = f"{__version__}.4"
# Raised whenever the same readings would make other papers, or the file looks otherwise.
FORMAT = f"{IMPORTERS_VERSION}/shown-4"


class Inputs(NamedTuple):
    """All that the papers depend on."""

    entries: Mapping[str, Entry]
    corrections: Mapping[str, Correction]
    decisions: Decisions

    @property
    def present(self) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.present]

    @property
    def signature(self) -> str:
        parts = (
            FORMAT,
            [(e.id, e.name, e.as_of, e.format, e.imported_at, e.former) for e in self.present],
            sorted((key, c.title, c.authors) for key, c in self.corrections.items()),
            sorted(sorted(pair) for pair in self.decisions.same),
            sorted(sorted(pair) for pair in self.decisions.different),
        )
        return json.dumps(parts)


def is_of_this_version(signature: str) -> bool:
    """Whether what was made of inputs with this signature looks as it does now."""
    return signature.startswith(f"[{json.dumps(FORMAT)},")
