"""Evidence is named in words: every weight is given by something."""

import ast
from pathlib import Path

from tui_reader.importers.split import weights
from tui_reader.importers.split.weights import WEIGHTS


def test_every_weight_is_used() -> None:
    texts: set[str] = set()
    for name in ("names.py", "titles.py", "decide.py"):
        source = Path(weights.__file__).with_name(name).read_text("utf-8")
        texts.update(
            node.value
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
    assert WEIGHTS.keys() <= texts
