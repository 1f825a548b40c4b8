"""Options before and after, and words that look like options."""

import argparse

import pytest

from tui_reader.cli.parser import Parser, add_global_options, no_options


def parser(*, words: bool) -> Parser:
    made = Parser("list", usage="list", words=words)
    add_global_options(made)
    made.add_argument("--sort")
    made.add_argument("--json", action="store_true")
    return made


def parsed(*argv: str) -> argparse.Namespace:
    return parser(words=True).parse(argv, no_options())


def test_unknown_options_are_words_in_their_order() -> None:
    args = parsed("rl", "-survey", "--sort", "date", "-h2", "OR", "--json", "x")
    assert args.words == ["rl", "-survey", "-h2", "OR", "x"]
    assert (args.sort, args.json) == ("date", True)


def test_after_two_dashes_all_are_words() -> None:
    assert parsed("a", "--", "-x", "--json", "--").words == ["a", "-x", "--json", "--"]


def test_an_option_with_its_value_attached() -> None:
    assert parsed("--sort=date", "a=b").sort == "date"
    assert parsed("--sort=date", "--other=b").words == ["--other=b"]


def test_a_value_may_look_like_an_option() -> None:
    with pytest.raises(SystemExit, match="2"):
        parsed("--sort")


def test_without_words_an_unknown_option_is_an_error() -> None:
    with pytest.raises(SystemExit, match="2"):
        parser(words=False).parse(["--other"], no_options())


def test_global_options_keep_what_stood_before_unless_given_again() -> None:
    before = no_options()
    before.ascii, before.samples = True, False
    args = parser(words=True).parse(["--library", "~/x"], before)
    assert (args.ascii, args.samples, args.library.name) == (True, False, "x")
    assert "~" not in str(args.library)


def test_an_empty_path_is_refused() -> None:
    with pytest.raises(SystemExit, match="2"):
        parsed("--library", "")


def test_options_may_stand_between_arguments() -> None:
    made = Parser("show", usage="show")
    made.add_argument("ids", nargs="+")
    made.add_argument("--json", action="store_true")
    args = made.parse(["a", "--json", "b", "-10"], no_options())
    assert (args.ids, args.json) == (["a", "b", "-10"], True)
    assert made.parse(["a", "--", "--json"], no_options()).ids == ["a", "--json"]
