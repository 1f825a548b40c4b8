from textual import on

from tests.tui.papers import NOON_14_NOV, TODAY, hostile_papers, paper, search
from tests.tui.widgets.shown import Shown, drawn, strips
from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.tui.widgets.paper_view import PaperView

WORDS = " ".join(f"word{number}" for number in range(400))
LONG = paper(abstracts=(f"{WORDS} galerkin method and much more {WORDS} galerkin again",))
SHORT = paper(1, title="A short one")
SIZE = (45, 20)


class ViewApp(Shown):
    def __init__(self, one: Paper = LONG, measure: int = 0, watch: tuple[str, ...] = ()) -> None:
        super().__init__(PaperView(measure=measure, watch=watch))
        self.one = one
        self.scrolled = 0

    @property
    def view(self) -> PaperView:
        assert isinstance(self.widget, PaperView)
        return self.widget

    def on_mount(self) -> None:
        super().on_mount()
        self.view.today = TODAY
        self.view.paper = self.one

    @on(PaperView.Scrolled)
    def _count(self) -> None:
        self.scrolled += 1


async def test_the_title_stays_while_the_rest_scrolls() -> None:
    app = ViewApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        before = drawn(app.view)
        app.view.scroll_lines(3)
        after = drawn(app.view)
        assert after[0] == before[0] == f" {'Paper 0 on the training of circuits':44}"
        assert after[1:17] == before[4:20]


async def test_where_one_is_in_the_text() -> None:
    app = ViewApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        total = app.view.line_count
        assert app.view.place == (1, 19, total)
        assert not app.view.at_end
        told = app.scrolled
        app.view.scroll_to_end()
        await pilot.pause()
        assert app.view.place == (total - 18, total, total)
        assert (app.view.at_end, app.view.percent) == (True, 100)
        assert app.scrolled == told + 1
        app.view.scroll_lines(5)
        assert app.view.place[1] == total
        app.view.scroll_to_start()
        assert app.view.top == 0


async def test_another_paper_begins_at_its_top_and_the_same_one_stays() -> None:
    app = ViewApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.scroll_lines(7)
        app.view.state = ReadingState(status=Status.READ, finished_at=NOON_14_NOV)
        app.view.paper = LONG._replace(proposed=("x",))
        await pilot.pause()
        assert app.view.top == 7
        app.view.paper = SHORT
        await pilot.pause()
        assert app.view.top == 0
        assert drawn(app.view)[0].startswith(" A short one")


async def test_it_opens_at_the_first_hit_unless_the_title_has_one() -> None:
    app = ViewApp()
    async with app.run_test(size=SIZE) as pilot:
        app.view.results = search((LONG,), "galerkin")
        await pilot.pause()
        assert "galerkin" in "".join(drawn(app.view))
        app.view.results = search((LONG,), "circuits galerkin")
        await pilot.pause()
        assert app.view.top == 0


async def test_going_from_hit_to_hit() -> None:
    app = ViewApp()
    async with app.run_test(size=SIZE) as pilot:
        app.view.results = search((LONG,), "galerkin")
        await pilot.pause()

        def current() -> list[str]:
            parts = [part for strip in strips(app.view) for part in strip]
            return [part.text for part in parts if part.style and part.style.reverse]

        assert not app.view.previous_hit()
        assert app.view.next_hit()
        assert current() == ["galerkin"]
        assert app.view.next_hit()
        assert app.view.at_end
        assert current() == ["galerkin"]
        assert not app.view.next_hit()
        assert app.view.previous_hit()
        assert app.view.last_hit()
        assert app.view.first_hit()
        app.view.results = None
        await pilot.pause()
        assert not app.view.first_hit()
        assert current() == []


async def test_the_source_and_hits_go_together() -> None:
    app = ViewApp()
    async with app.run_test(size=SIZE) as pilot:
        app.view.results = search((LONG,), "galerkin")
        await pilot.pause()
        assert app.view.next_hit()
        app.view.source = True
        await pilot.pause()
        assert len(drawn(app.view)) == 20


async def test_a_low_pane_is_compact_and_a_paper_screen_never() -> None:
    app = ViewApp(SHORT)
    async with app.run_test(size=(80, 13)) as pilot:
        await pilot.pause()
        assert drawn(app.view)[1].startswith(" Ambroise Odonnat, Vivien Cabannes · 31 Oct 2024")
        await pilot.resize_terminal(80, 14)
        await pilot.pause()
        assert drawn(app.view)[1].rstrip() == " Ambroise Odonnat, Vivien Cabannes"
    whole = ViewApp(SHORT, measure=88)
    async with whole.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        assert drawn(whole.view)[1].rstrip() == "  Ambroise Odonnat, Vivien Cabannes"


async def test_the_measure_stands_in_the_middle() -> None:
    app = ViewApp(measure=88)
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        lines = drawn(app.view)
        assert {line[:16] for line in lines} == {" " * 16}
        assert max(len(line.rstrip()) for line in lines) <= 16 + 88
        assert {len(line) for line in lines} == {120}


async def test_the_message_stands_in_place_of_the_paper() -> None:
    app = ViewApp()
    async with app.run_test(size=SIZE) as pilot:
        app.view.message = "Welcome. [b]These[/b] are samples.\n\nj k   move; the \x1b[2Jabstract"
        await pilot.pause()
        assert [line.rstrip() for line in drawn(app.view)[:3]] == [
            " Welcome. [b]These[/b] are samples.",
            "",
            " j k   move; the ␛[2Jabstract",
        ]
        [key] = [part for part in strips(app.view)[2] if part.text.strip() == "j k"]
        [word] = [part for part in strips(app.view)[0] if "Welcome" in part.text]
        assert key.style != word.style
        app.view.message = ""
        await pilot.pause()
        assert drawn(app.view)[0].startswith(" Paper 0")


async def test_the_mouse_selects_text_to_copy() -> None:
    app = ViewApp(SHORT)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.mouse_down(app.view, offset=(1, 0))
        await pilot.hover(app.view, offset=(8, 1))
        await pilot.mouse_up(app.view, offset=(8, 1))
        await pilot.pause()
        assert app.screen.get_selected_text() == "A short one\nAmbroise"
        backgrounds = [part.style.bgcolor for part in strips(app.view)[1] if part.style]
        assert len(set(backgrounds)) == 2


async def test_selecting_below_the_text_selects_nothing() -> None:
    app = ViewApp(SHORT)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        lines = len(app.view.text.lines)
        for first, last in [(lines, lines), (lines + 1, lines + 3), (lines, lines + 2)]:
            await pilot.mouse_down(app.view, offset=(1, first))
            await pilot.hover(app.view, offset=(9, last))
            await pilot.mouse_up(app.view, offset=(9, last))
            await pilot.pause()
            assert not (app.screen.get_selected_text() or "").strip()


async def test_watch_words_stand_out() -> None:
    app = ViewApp(SHORT, watch=("sparse modular",))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        parts = [part for strip in strips(app.view) for part in strip]
        [watched] = [part for part in parts if part.text.strip() == "sparse modular"]
        assert watched.style is not None
        assert watched.style.bold
        assert not watched.style.underline


async def test_hostile_papers_send_nothing_but_text() -> None:
    for size in [(1, 1), (3, 2), (20, 5), (43, 20)]:
        app = ViewApp()
        async with app.run_test(size=size) as pilot:
            for one in hostile_papers():
                app.view.paper = one
                await pilot.pause()
                for strip in strips(app.view):
                    assert strip.text.isprintable()
