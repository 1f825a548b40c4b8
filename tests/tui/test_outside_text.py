"""Outside text reaches widgets only through tui/text.py: held by reading the source.

Textual reads markup in strings nearly everywhere and passes escape sequences on. So in
tui/ a string that is not written in the source must have gone through `plain` (or stands
in a line painted by widgets/painting.py, which takes nothing else than cleaned pieces).
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TUI = Path(__file__).parent.parent.parent / "tui_reader" / "tui"
DOOR = TUI / "text.py"
SOURCES = sorted(path for path in TUI.rglob("*.py") if path != DOOR)

# Make Content, or show what they are given: their text must be literal or plain().
SHOWS_FIRST_ARGUMENT = {"Content", "Static", "Label", "Text", "Button", "Option", "Markdown"}
# Read markup whatever they are given.
FORBIDDEN = {"from_markup", "from_text", "from_ansi", "to_content", "render_str"}
MARKUP_OFF = {"notify", "OptionList", "SelectionList", "Toast"}
# Attributes that Textual reads as markup or shows raw.
SHOWN_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "placeholder", "sub_title"}
# Their tooltips are literals of the table of actions.
DECLARATIONS = {"Action", "Binding"}
READ_MARKUP = {"textual.markup", "rich.markup", "rich.text"}
SAFE = {"plain", "Content"}


def faults(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in READ_MARKUP:
            yield node.lineno, f"{node.module} reads markup or lets control characters through"
        elif isinstance(node, ast.Call):
            if reason := fault_of_call(node):
                yield node.lineno, reason
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if name_of(target) in SHOWN_ATTRIBUTES and not is_safe(node.value):
                    yield node.lineno, "shown as markup: give it plain()"


def fault_of_call(call: ast.Call) -> str:
    name = name_of(call.func)
    if name in FORBIDDEN:
        return f"{name} reads markup or lets control characters through: use plain()"
    if name in MARKUP_OFF and not turns_markup_off(call):
        return f"{name} without markup=False"
    if name == "notify" and not all(is_cleaned(argument) for argument in call.args[:1]):
        return "notify must be given cleaned() or literal text"
    if name in SHOWS_FIRST_ARGUMENT and call.args and not is_safe(call.args[0]):
        return f"{name} of a text that did not go through plain()"
    if name == "update" and is_widget_call(call) and not all(map(is_safe, call.args)):
        return "update with a text that did not go through plain()"
    if name not in DECLARATIONS and any(
        word.arg in SHOWN_ATTRIBUTES and not is_safe(word.value) for word in call.keywords
    ):
        return f"{name} shows an argument as markup: give it plain()"
    return ""


def name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def turns_markup_off(call: ast.Call) -> bool:
    return any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in call.keywords
    )


def is_widget_call(call: ast.Call) -> bool:
    """`query_one(Static).update(…)`, `self.body.update(…)`: not the update of a mapping."""
    return len(call.args) == 1 and not isinstance(call.args[0], ast.Dict | ast.GeneratorExp)


def is_safe(value: ast.expr) -> bool:
    """Written in the source, or through the door, or put together of such parts."""
    if isinstance(value, ast.Constant):
        return True
    if isinstance(value, ast.Call):
        function = value.func
        if name_of(function) in SAFE:
            return True
        # methods of Content: plain(x).stylize(…), Content("\n").join(…)
        return isinstance(function, ast.Attribute) and is_safe(function.value)
    if isinstance(value, ast.BinOp):
        return is_safe(value.left) and is_safe(value.right)
    if isinstance(value, ast.IfExp):
        return is_safe(value.body) and is_safe(value.orelse)
    # names in capitals are constants of the source
    return isinstance(value, ast.Name) and value.id.isupper()


def is_cleaned(value: ast.expr) -> bool:
    return is_safe(value) or (isinstance(value, ast.Call) and name_of(value.func) == "cleaned")


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(TUI).as_posix())
def test_outside_text_comes_through_the_door(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [f"{path}:{line}: {reason}" for line, reason in faults(tree)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(TUI).as_posix())
def test_segments_are_made_where_lines_are_painted(path: Path) -> None:
    if path.name in {"painting.py", "search_line.py"}:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = {name_of(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert "Segment" not in calls


@pytest.mark.parametrize(
    "source",
    [
        "self.notify(title)",
        "self.notify(title, markup=False)",
        "Static(title)",
        "Label(paper.title)",
        "Static(f'{paper.title}')",
        "Content(title)",
        "Content.from_markup(title)",
        "self.query_one(Static).update(title)",
        "widget.border_title = title",
        "widget.tooltip = f'{title}'",
        "OptionList(Option(plain(title)))",
        "Option(title)",
        "Input(placeholder=title)",
        "from textual.markup import escape",
    ],
)
def test_every_other_way_is_noticed(source: str) -> None:
    assert list(faults(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        "self.notify(cleaned(title), markup=False)",
        "Static('a literal')",
        "Static(plain(title))",
        "Content('\\n').join(lines)",
        "self.query_one(Static).update(plain(title).stylize('bold'))",
        "widget.border_title = plain(title)",
        "OptionList(Option(plain(title)), markup=False)",
        "names.update({})",
    ],
)
def test_the_door_is_let_be(source: str) -> None:
    assert not list(faults(ast.parse(source)))
