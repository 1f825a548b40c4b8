"""Rules, status line and footer."""

import pytest
from textual import on

from tests.tui.widgets.shown import Shown, drawn
from tui_reader.tui.drawing.marks import ASCII
from tui_reader.tui.widgets.footer import Footer
from tui_reader.tui.widgets.pane_rule import PaneRule
from tui_reader.tui.widgets.status_line import StatusLine

KEYS = (
    ("/", "search"),
    ("enter", "open"),
    ("1-5", "status"),
    ("r", "read"),
    ("space", "select"),
    ("u", "undo"),
    ("f", "views"),
    ("t", "tags"),
    ("e", "note"),
    ("y", "copy"),
)
ALWAYS = (("?", "help"), ("q", "quit"))


async def line_of(widget: PaneRule | StatusLine | Footer, width: int) -> str:
    app = Shown(widget)
    async with app.run_test(size=(width, 1)) as pilot:
        await pilot.pause()
        [line] = drawn(widget)
        assert len(line) == width
        return line


def status_line(answer: str = "reading 40% · u undoes") -> StatusLine:
    line = StatusLine()
    line.set_reactive(StatusLine.answer, answer)
    line.set_reactive(StatusLine.position, "3/5")
    line.set_reactive(StatusLine.selected, "3 selected")
    line.set_reactive(StatusLine.read, "6 of 81 read")
    line.set_reactive(StatusLine.saving, "saved")
    return line


def footer(lead: str = "") -> Footer:
    widget = Footer()
    widget.set_reactive(Footer.lead, lead)
    widget.set_reactive(Footer.items, KEYS)
    widget.set_reactive(Footer.fixed, ALWAYS)
    return widget


async def test_status_line_as_in_the_specification() -> None:
    expected = " reading 40% · u undoes                 3/5 · 3 selected · 6 of 81 read · saved "
    assert await line_of(status_line(), 80) == expected


async def test_the_read_count_goes_first_then_the_position_never_the_selection() -> None:
    assert "3/5 · 3 selected · saved" in await line_of(status_line(), 60)
    narrow = await line_of(status_line(), 45)
    assert narrow.endswith(" 3 selected · saved ")
    assert "3/5" not in narrow
    assert (await line_of(status_line(), 24)).endswith("3 selected · saved ")


async def test_a_long_answer_is_cut_after_what_may_go_is_gone() -> None:
    line = await line_of(status_line("x" * 100), 60)
    assert line.strip("x ").startswith("…  3 selected")


async def test_trouble_is_never_dropped() -> None:
    widget = status_line("x" * 100)
    widget.set_reactive(StatusLine.saving, "NOT SAVED: disk full, retrying")
    assert "NOT SAVED: disk full, retrying" in await line_of(widget, 60)


async def test_footer_as_in_the_specification() -> None:
    assert await line_of(footer(), 120) == (
        " / search  enter open  1-5 status  r read  space select  u undo  f views  t tags"
        "  e note  y copy        ? help  q quit  "
    )
    assert await line_of(footer(), 80) == (
        " / search  enter open  1-5 status  r read  space select         ? help  q quit  "
    )


@pytest.mark.parametrize("width", range(16, 120, 7))
async def test_help_and_quit_are_always_there(width: int) -> None:
    assert (await line_of(footer(), width)).endswith("? help  q quit  ")


async def test_the_lead_goes_before() -> None:
    assert (await line_of(footer("3 selected:"), 80)).startswith(" 3 selected: / search  enter")


class FooterApp(Shown):
    def __init__(self) -> None:
        super().__init__(footer())
        self.clicked: list[str] = []

    @on(Footer.Clicked)
    def _keep(self, message: Footer.Clicked) -> None:
        self.clicked.append(message.key)


async def test_a_click_says_which_key_was_meant() -> None:
    app = FooterApp()
    async with app.run_test(size=(80, 1)) as pilot:
        await pilot.pause()
        for x in (1, 14, 10, 64, 72):
            await pilot.click(offset=(x, 0))
        await pilot.pause()
        assert app.clicked == ["/", "enter", "?", "q"]


async def test_of_several_keys_the_one_under_the_mouse_is_meant() -> None:
    app = FooterApp()
    async with app.run_test(size=(80, 1)) as pilot:
        app.query_one(Footer).items = (("j k", "scroll"), ("↑ ↓", "move"))
        await pilot.pause()
        # " j k scroll  ↑ ↓ move": a blank between two keys belongs to none of them.
        for x in (1, 2, 3, 7, 13, 15):
            await pilot.click(offset=(x, 0))
        await pilot.pause()
        assert app.clicked == ["j", "k", "k", "↑", "↓"]


async def test_rules_as_in_the_specification() -> None:
    rule = PaneRule()
    rule.set_reactive(PaneRule.title, "Papers")
    rule.set_reactive(PaneRule.right, "by relevance")
    rule.set_reactive(PaneRule.focused, True)
    assert await line_of(rule, 74) == "━ Papers " + "━" * 50 + " by relevance ━"
    detail = PaneRule(joint=True)
    detail.set_reactive(PaneRule.title, "Paper")
    detail.set_reactive(PaneRule.right, "L LaTeX")
    assert await line_of(detail, 46) == "┯─ Paper " + "─" * 27 + " L LaTeX ─"


@pytest.mark.parametrize("width", range(1, 30))
async def test_a_rule_is_as_long_as_its_pane(width: int) -> None:
    rule = PaneRule(marks=ASCII, joint=True)
    rule.set_reactive(PaneRule.title, "[/] Papers\x1b[2J")
    rule.set_reactive(PaneRule.right, "by relevance")
    await line_of(rule, width)
