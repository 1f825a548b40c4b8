"""The dependency rule of docs/architecture.md, the size of files, held by reading the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "tui_reader"
SOURCES = sorted(PACKAGE.rglob("*.py"))

# Who may import whom of ours; `text` and `latex` are open to all.
MAY_IMPORT = {
    "text": set(),
    "latex": set(),
    "papers": set(),
    "importers": {"papers"},
    "exporters": {"papers"},
    "search": {"papers"},
    "library": {"importers", "search", "papers"},
    "statistics": {"papers", "library"},
    "cli": {"library", "exporters", "importers", "search", "papers", "statistics", "tui"},
    "tui": {"library", "exporters", "importers", "search", "papers", "statistics"},
    "__init__": set(),
    "__main__": {"cli"},
    "resources": set(),
}
OPEN_TO_ALL = {"text", "latex", "resources", "__init__"}
ONLY_IN = {
    "textual": {"tui"},
    "rich": {"tui"},
    "tinydb": {"library"},
    "rapidfuzz": {"search", "papers"},
    "pyperclip": {"tui"},
    "pylatexenc": {"latex"},
}
LARGEST = {"tui/app.py": 150}
LARGEST_ELSEWHERE = 300


def module_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


MODULES = {module_of(path) for path in SOURCES}


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the layer"
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from names
            if names - MODULES:
                yield node.module or ""


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_follow_the_dependency_rule(path: Path) -> None:
    part = part_of(path)
    for name in imports_of(path):
        root, *rest = name.split(".")
        if root == "tui_reader" and rest:
            target = rest[0]
            if (PACKAGE / target).is_dir() or (PACKAGE / f"{target}.py").is_file():
                allowed = MAY_IMPORT[part] | OPEN_TO_ALL | {part}
                assert target in allowed, f"{part} must not import {target}"
        if root in ONLY_IN:
            assert part in ONLY_IN[root], f"{root} belongs in {ONLY_IN[root] or 'no part'} only"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_type_checking_imports(path: Path) -> None:
    assert "TYPE_CHECKING" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_stay_small(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LARGEST.get(name, LARGEST_ELSEWHERE)


def test_no_import_circles() -> None:
    graph = {module_of(path): set(imports_of(path)) for path in SOURCES}
    done: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " -> ".join((*above, module))
        if module in done:
            return
        for name in graph[module] & graph.keys() - {module}:
            visit(name, (*above, module))
        done.add(module)

    for module in graph:
        visit(module, ())
