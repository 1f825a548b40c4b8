"""config.toml: what the reader set, and what is wrong with it."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from platformdirs import user_config_path

from tui_reader.tui.keymap import checked_keymap

# Bytes; what is behind them (of an endless device, say) is not read.
LARGEST = 1_000_000
THEME_NAMES = ("dark", "light", "high-contrast")


class Layout(StrEnum):
    AUTO = "auto"
    SIDE = "side"
    STACKED = "stacked"


class Config(NamedTuple):
    """`keymap` maps action ids to keys as Textual spells them; `problems` name file and key."""

    path: Path | None = None
    theme: str = THEME_NAMES[0]
    layout: Layout = Layout.AUTO
    mouse: bool = True
    ascii: bool = False
    watch: tuple[str, ...] = ()
    keymap: Mapping[str, tuple[str, ...]] = {}
    problems: tuple[str, ...] = ()


def default_path() -> Path:
    """`tui-reader/config.toml` in the XDG config directory."""
    return user_config_path("tui-reader", appauthor=False) / "config.toml"


def load_config(path: Path | None = None) -> Config:
    """The config at `path`, else at its default place, where it may be absent.

    What cannot be read or understood is left out and named in `problems`.
    """
    place = path or default_path()
    try:
        with place.open("rb") as file:
            text = file.read(LARGEST).decode("utf-8-sig")
    except FileNotFoundError:
        missing = (f"{place}: there is no such file",) if path else ()
        return Config(path=place, problems=missing)
    except OSError as error:
        return Config(path=place, problems=(f"{place}: {error.strerror}",))
    except UnicodeDecodeError as error:
        return _unreadable(place, error)
    return _parsed(place, text)


def _parsed(path: Path, text: str) -> Config:
    # Imported here: most readers have no config.
    import tomllib

    try:
        return _config(path, tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        # Besides what it means to raise: numbers too long to read, brackets too deep.
        return _unreadable(path, error)


def _unreadable(path: Path, error: Exception) -> Config:
    return Config(path=path, problems=(f"{path}: {error}; nothing in it applies",))


def _config(path: Path, values: dict[str, Any]) -> Config:
    reader = _Reader(path, values)
    keymap = reader.table("keymap")
    keys, faults = checked_keymap(keymap)
    reader.problems += [f"{path}: keymap.{fault}" for fault in faults]
    return Config(
        path=path,
        theme=reader.choice("theme", THEME_NAMES, THEME_NAMES[0]),
        layout=Layout(reader.choice("layout", tuple(Layout), Layout.AUTO)),
        mouse=reader.flag("mouse", True),
        ascii=reader.flag("ascii", False),
        watch=reader.words("watch"),
        keymap=keys,
        problems=tuple(reader.unknown() + reader.problems),
    )


class _Reader:
    """Takes values out one by one and notes what is wrong with each."""

    def __init__(self, path: Path, values: dict[str, Any]) -> None:
        self._path = path
        self._values = values
        self._known: list[str] = []
        self.problems: list[str] = []

    def _take(self, key: str) -> object:
        self._known.append(key)
        return self._values.get(key)

    def _wrong(self, key: str, value: object, wanted: str) -> None:
        self.problems.append(f"{self._path}: {key}: {value!r} is not {wanted}")

    def choice(self, key: str, choices: tuple[str, ...], default: str) -> str:
        value = self._take(key)
        if value is None or value in choices:
            return default if value is None else str(value)
        self._wrong(key, value, "one of " + ", ".join(choices))
        return default

    def flag(self, key: str, default: bool) -> bool:
        value = self._take(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self._wrong(key, value, "true or false")
        return default

    def words(self, key: str) -> tuple[str, ...]:
        value = self._take(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return tuple(word.strip() for word in value if word.strip())
        self._wrong(key, value, "a list of words")
        return ()

    def table(self, key: str) -> dict[str, Any]:
        value = self._take(key)
        if value is None:
            return {}
        if isinstance(value, dict):
            return value
        self._wrong(key, value, "a table")
        return {}

    def unknown(self) -> list[str]:
        known = ", ".join(sorted(self._known))
        return [
            f"{self._path}: {key}: no such setting; there are {known}"
            for key in self._values
            if key not in self._known
        ]
