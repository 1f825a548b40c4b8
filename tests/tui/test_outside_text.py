"""Outside text reaches widgets only through tui/text.py: held by reading the source.

Textual reads markup in strings nearly everywhere and passes escape sequences on. So in
tui/ a string that is not written in the source must have gone through `plain` (or stands
in a line painted by widgets/painting.py, which takes nothing else than cleaned pieces).
"""

import ast
from pathlib import Path

import pytest

from tests.tui.ways_in import calls_of, faults

TUI = Path(__file__).parent.parent.parent / "tui_reader" / "tui"
DOOR = TUI / "text.py"
SOURCES = sorted(path for path in TUI.rglob("*.py") if path != DOOR)

# Where fields to type into are made, whose text is made safe however it comes in.
FIELDS = {"inputs.py", "search_line.py"}
# Where the terminal itself is read and written.
TERMINAL = {"driver.py", "writing.py", "stopping.py", "clipboard.py", "terminal_marks.py"}


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
    assert "Segment" not in calls_of(tree)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(TUI).as_posix())
def test_fields_are_made_in_one_place(path: Path) -> None:
    if path.name not in FIELDS:
        assert not calls_of(ast.parse(path.read_text(encoding="utf-8"))) & {"Input", "TextArea"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(TUI).as_posix())
def test_the_terminal_is_written_to_in_one_place(path: Path) -> None:
    if path.name not in TERMINAL:
        names = {
            n.attr
            for n in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(n, ast.Attribute)
        }
        streams = {"stdout", "stderr", "__stdout__", "__stderr__", "_driver", "driver", "console"}
        assert not names & streams


@pytest.mark.parametrize(
    "source",
    [
        "self.notify(title)",
        "self.notify(title, markup=False)",
        "Static(title)",
        "from textual.widgets import Label",
        "Static(Content(', ').join(map(str, titles)))",
        "Static(Content(', ').join(title for title in titles))",
        "Static(Content(', ').join(lines))",
        "plain('x') + paper.title",
        "plain('x') + f'{title}'",
        "return_ = plain('x').append(title)",
        "Content.styled(title, 'bold')",
        "options.add_option(title)",
        "options.set_options([title])",
        "area.load_text(title)",
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
        "from textual.widgets import Static as Plain",
        "from textual.widgets import Header",
        "from rich.text import Text",
        "import rich.text",
        "import textual",
        "Static(content=title)",
        "Static(' '.join(titles))",
        "Static('{}'.format(title))",
        "Static('%s' % title)",
        "Static(plain('x').append(title))",
        "Static(Content('').join([title]))",
        "Static(Content.assemble(title))",
        "Option(prompt=title)",
        "widget.border_title += title",
        "a, widget.tooltip = 1, title",
        "static.content = title",
        "static.update(content=title)",
        "setattr(widget, 'border_title', title)",
        "widget.set_reactive(Widget.tooltip, title)",
        "self.notify('x', title=title, markup=False)",
        "self.notify(message=title, markup=False)",
        "self.app.panic(title)",
        "self.app.exit(message=title)",
        "area.text = title",
        "print(title)",
        "def render(self): return self.paper.title",
        "def show(self):\n    X = title\n    return Static(X)",
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
        "Content('\\n').join(map(_line, lines))",
        "self.query_one(Static).update(plain(title).stylize('bold'))",
        "widget.border_title = plain(title)",
        "OptionList(Option(plain(title)), markup=False)",
        "names.update({})",
        "area.text = clean(title)",
        "def render(self) -> Content: return Content('\\n').join(map(line, rows))",
        "self.notify(cleaned(title), markup=False, timeout=3)",
    ],
)
def test_the_door_is_let_be(source: str) -> None:
    assert not list(faults(ast.parse(source)))
