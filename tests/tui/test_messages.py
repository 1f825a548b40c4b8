from tui_reader.tui.drawing.lines import text_of
from tui_reader.tui.texts.messages import key_lines, message_lines


def test_long_lines_wrap_and_those_that_begin_with_a_blank_are_cut() -> None:
    lines = message_lines(
        "ctrl+w takes the last word\n Without it there is 1: A title\n\nx", 16, "…"
    )
    assert [text_of(line) for line in lines] == [
        "ctrl+w takes the",
        "last word",
        "Without it ther…",
        "",
        "x",
    ]


def test_blanks_within_a_line_stay() -> None:
    [line] = message_lines("galerkin 1  ·  metod 0", 40, "…")
    assert text_of(line) == "galerkin 1  ·  metod 0"


def test_keys_look_like_keys_and_words_wrap_behind_them() -> None:
    first, second, third = key_lines("j k   move; the abstract follows\nWelcome.", 24)
    assert [piece.style for piece in first] == ["key", "", ""]
    assert text_of(first) == "j k   move; the abstract"
    assert text_of(second) == "      follows"
    assert text_of(third) == "Welcome."


def test_a_message_is_made_safe() -> None:
    [line] = message_lines("a \x1b[2J[/]", 40, "…")
    assert text_of(line) == "a ␛[2J[/]"
