"""main(): commands, global options, exit codes, help; never a traceback."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui_reader import __version__
from tui_reader.cli import program
from tui_reader.cli.table import COMMANDS, Command
from tui_reader.importers.reading import FORMATS
from tui_reader.search.language.help_text import EXAMPLES

Process = Callable[..., subprocess.CompletedProcess[bytes]]


def test_help_names_every_command(run: Run) -> None:
    ran = run("--help")
    assert (ran.code, ran.err) == (0, "")
    assert all(f"  {command.name}" in ran.out for command in COMMANDS if command.name != "open")
    assert run("help").out == ran.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_help(run: Run, command: Command) -> None:
    ran = run(command.name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"usage: tui-reader {command.name}")
    assert run("help", command.name).out.split() == ran.out.split()


@pytest.mark.parametrize(
    ("topic", "word"),
    [
        ("query", "author:"),
        ("formats", "author-page"),
        ("files", "reading.json"),
        ("exit", "128+n"),
    ],
)
def test_help_on_topics(run: Run, topic: str, word: str) -> None:
    assert word in run("help", topic).out


def test_every_format_has_help(run: Run) -> None:
    text = run("help", "formats").out
    assert all(format in text for format in FORMATS)


def test_help_on_nothing_known(run: Run) -> None:
    ran = run("help", "qury")
    assert (ran.code, ran.out) == (1, "")
    assert "near it: query" in ran.err


def test_version(run: Run) -> None:
    assert run("--version").out == f"tui-reader {__version__}\n"


@pytest.mark.usefixtures("library")
def test_global_options_before_or_after(run: Run, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    assert run("--library", other, "--no-samples", "list").code == 1
    assert run("list", "--no-samples", "--library", other).code == 1
    assert run("--no-samples", "list", f"--library={other}", "--json").json == []
    assert len(run("list", "--json").json) == 3


@pytest.mark.parametrize(
    "argv", [["--nope"], ["--library"], ["--library", ""], ["keys", "--nope"], ["undo", "x"]]
)
def test_usage_errors(run: Run, argv: list[str]) -> None:
    ran = run(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert "usage:" in ran.err


def test_a_mistyped_command_is_named(run: Run) -> None:
    ran = run("lst")
    assert (ran.code, ran.out) == (2, "")
    assert "no such file, folder or command: lst; near it: list" in ran.err


@pytest.mark.usefixtures("library")
def test_a_fault_of_ours_ends_in_one_line_and_a_log(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(command: Command) -> None:
        raise RuntimeError("a note nobody else should read")

    monkeypatch.setattr(program, "make_parser", fail)
    ran = run("list")
    (log,) = tmp_path.rglob("crash.log")
    assert ran.code == 1
    assert ran.err.splitlines() == [f"tui-reader: RuntimeError, a fault of tui-reader; see {log}"]
    written = log.read_text(encoding="utf-8")
    assert "test_program.py" in written
    assert "nobody else" not in written
    assert log.stat().st_mode & 0o77 == 0
    monkeypatch.setenv("TUI_READER_DEBUG", "1")
    run("list")
    assert "nobody else" in log.read_text(encoding="utf-8")


def test_an_interrupt_ends_in_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(command: Command) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "make_parser", interrupt)
    assert run("list").code == 130


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    "argv",
    [
        ["--version"],
        ["keys", "--json"],
        ["config", "--json"],
        ["list", "--json"],
        ["list", "stone"],
        ["mark", "read", "--query", "stone"],
        ["parse", "-"],
    ],
    ids=" ".join,
)
def test_no_command_imports_textual(argv: list[str]) -> None:
    code = (
        "import sys\n"
        "from tui_reader.cli import main\n"
        f"main({argv!r})\n"
        "print(sorted({'textual', 'rich'} & set(sys.modules)), file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], input=b"", capture_output=True, timeout=60, check=False
    )
    assert ran.stderr.splitlines()[-1] == b"[]"


def test_help_query_tells_every_example(run: Run) -> None:
    lines = run("help", "query").out.splitlines()
    for example in EXAMPLES:
        assert any(line.startswith(f"{example.query} ") for line in lines)
        assert any(line.endswith(example.meaning) for line in lines)


@pytest.mark.parametrize("argv", [["keys"], ["config"], ["help"], ["--version"], ["help", "query"]])
def test_what_needs_no_library_makes_none(run: Run, tmp_path: Path, argv: list[str]) -> None:
    assert run(*argv).code == 0
    assert not (tmp_path / "library").exists()
    assert not (tmp_path / "data").exists()


def test_keys_come_from_the_actions_and_the_keymap(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[keymap]\n"status.read" = "ctrl+y"\nnope = "x"\n', encoding="utf-8")
    ran = run("--config", str(config), "keys", "--json")
    keys = {action["id"]: action["keys"] for action in ran.json}
    assert keys["status.read"] == ["ctrl+y"]
    assert keys["undo"] == ["u"]
    assert f"{config}: keymap.nope" in ran.err
    assert "status.read" in run("keys").out


def test_config_shows_what_is_in_effect_and_what_is_wrong(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('layout = "side"\ntheme = "pink"\n', encoding="utf-8")
    ran = run("config", "--json", "--config", str(config))
    values = {setting["name"]: setting["value"] for setting in ran.json}
    assert (values["path"], values["layout"], values["mouse"]) == (str(config), "side", True)
    assert ran.code == 1
    assert "theme" in ran.err
    told = run("config", "--config", str(config)).out
    assert "layout\tside" in told
    assert "theme\tdark" in told


def test_config_init_writes_a_file_that_changes_nothing_and_never_twice(run: Run) -> None:
    before = run("config").out
    ran = run("config", "init")
    assert ran.code == 0
    path = Path(ran.err.removeprefix("written: ").strip())
    assert run("config").out == before
    assert run("config", "init").code == 1
    settings = path.read_text(encoding="utf-8").splitlines()[1:]
    path.write_text("\n".join(line.removeprefix("# ") for line in settings), encoding="utf-8")
    ran = run("config", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert {"name": "keymap", "value": {"status.read": ["4", "ctrl+y"]}} in ran.json
