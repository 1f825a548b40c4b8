"""config.toml and the keymap in it."""

from pathlib import Path

import pytest
from textual.keys import _character_to_key

from tests.tui.reading_session import reading
from tui_reader.library import Library
from tui_reader.papers import Status
from tui_reader.tui.actions.action import Where
from tui_reader.tui.actions.keys import NAMES, is_key, is_swallowed, normal, shown
from tui_reader.tui.actions.table import ACTIONS, actions_of
from tui_reader.tui.config import Config, Layout, load_config
from tui_reader.tui.keymap import checked_keymap


def config(path: Path, text: str) -> Config:
    file = path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return load_config(file)


def test_everything_can_be_set(tmp_path: Path) -> None:
    got = config(
        tmp_path,
        'theme = "light"\nlayout = "side"\nmouse = false\nascii = true\nwatch = ["optimal", " "]\n'
        '[keymap]\n"status.read" = "ctrl+x"\n',
    )
    assert (got.theme, got.layout, got.mouse, got.ascii) == ("light", Layout.SIDE, False, True)
    assert got.watch == ("optimal",)
    assert got.keymap == {"status.read": ("ctrl+x",)}
    assert got.problems == ()


def test_faults_name_file_and_key_and_the_rest_applies(tmp_path: Path) -> None:
    got = config(
        tmp_path,
        'theme = "mauve"\nlayout = 3\nmouse = "no"\nwatch = "x"\ncolour = 1\nascii = true\n'
        '[keymap]\n"status.reed" = "x"\n',
    )
    file = tmp_path / "config.toml"
    assert got.ascii
    assert [problem.removeprefix(f"{file}: ").split(":")[0] for problem in got.problems] == [
        "colour",
        "keymap.status.reed",
        "theme",
        "layout",
        "mouse",
        "watch",
    ]
    assert all(problem.startswith(f"{file}: ") for problem in got.problems)


@pytest.mark.parametrize("text", ["theme = ", "\x00", "[keymap]\nx"])
def test_what_is_no_toml_is_named(tmp_path: Path, text: str) -> None:
    got = config(tmp_path, text)
    assert len(got.problems) == 1
    assert str(tmp_path) in got.problems[0]


def test_a_missing_file_matters_only_when_it_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert load_config().problems == ()
    assert "no such file" in load_config(tmp_path / "mine.toml").problems[0]


# Keymap


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("status.reed", "x", "no such action, near it: status.read"),
        ("status.read", "ctrl+", "no such key: ctrl+"),
        ("status.read", "hyper+x", "no such key: hyper+x"),
        ("status.read", "", "'' is not a key or a list of keys"),
        ("status.read", 4, "4 is not a key or a list of keys"),
        ("status.read", ",", "a comma is spelled comma"),
        ("status.read", "x", "x is the key of abstract.other on the same screen"),
        ("status.read", "?", "? is the key of help on the same screen"),
        ("status.read", "alt+4", "terminals swallow alt+4; give it another key beside it"),
        ("status.read", "ctrl+enter", "terminals swallow ctrl+enter; give it another key beside"),
        ("search.keep", "up", "↑ is the key of search.up on the same screen"),
    ],
)
def test_faults_of_a_keymap(name: str, value: object, fault: str) -> None:
    keymap, faults = checked_keymap({name: value, "undo": "Z"})
    assert keymap == {"undo": ("Z",)}
    assert len(faults) == 1
    assert faults[0].startswith(f"{name}: {fault}")


@pytest.mark.parametrize(
    ("value", "keys"),
    [
        ("comma", ("comma",)),
        ("Z, ctrl+x", ("Z", "ctrl+x")),
        (["Z", "alt+4"], ("Z", "alt+4")),
        (";", ("semicolon",)),
        ("f5", ("f5",)),
    ],
)
def test_keys_that_can_be_given(value: object, keys: tuple[str, ...]) -> None:
    assert checked_keymap({"status.read": value}) == ({"status.read": keys}, [])


def test_two_actions_can_change_keys() -> None:
    keymap, faults = checked_keymap({"status.read": "5", "status.dropped": "4"})
    assert not faults
    assert keymap == {"status.read": ("5",), "status.dropped": ("4",)}


def test_one_key_can_serve_two_screens() -> None:
    assert checked_keymap({"paper.back": "ctrl+x", "pane.list": "ctrl+x"})[1] == []


def test_our_own_keys_have_no_fault() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(ids) == len(set(ids))
    for where in Where:
        keys = [key for action in actions_of(where) for key in action.keys]
        assert len(keys) == len(set(keys))
    for action in ACTIONS:
        assert all(is_key(key) and normal(key) == key for key in action.keys)
        assert not all(map(is_swallowed, action.keys))


def test_names_of_keys_are_those_of_textual() -> None:
    assert {character: _character_to_key(character) for character in NAMES} == NAMES


def test_keys_are_shown_as_they_are_written() -> None:
    assert [shown(normal(key)) for key in ["?", "ctrl+d", "f1", "space", "G", "+"]] == [
        "?",
        "ctrl+d",
        "F1",
        "space",
        "G",
        "+",
    ]


async def test_the_readers_own_keys_work(library: Library, tmp_path: Path) -> None:
    mine = config(tmp_path, '[keymap]\n"status.read" = "Z"\n"paper.open" = "i"\n')
    async with reading(library, mine) as session:
        await session.press("4")
        assert session.state().status is Status.UNREAD
        await session.press("Z")
        assert session.state().status is Status.READ
        assert "i open" in session.shown
        await session.press("i")
        assert not session.at_home


async def test_faults_are_said_at_the_start(library: Library, tmp_path: Path) -> None:
    async with reading(library, config(tmp_path, "colour = 1")) as session:
        assert "colour: no such setting" in session.answer


@pytest.mark.parametrize("text", ["watch = " + "[" * 100_000, f"shift = {'9' * 5000}", "a = \x00"])
def test_what_toml_cannot_hold_is_a_fault_of_the_file(tmp_path: Path, text: str) -> None:
    (fault,) = config(tmp_path, text).problems
    assert "nothing in it applies" in fault


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_config_that_does_not_end_is_read_in_part(device: str) -> None:
    faults = load_config(Path(device)).problems
    assert len(faults) == (device == "/dev/zero")
