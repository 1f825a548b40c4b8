"""What the documents say is so."""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import PAPERS
from tui_reader.cli.parser import no_options
from tui_reader.cli.table import BY_NAME
from tui_reader.cli.usage import make_parser

ROOT = Path(__file__).parent.parent
LINKS = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def test_the_example_of_the_library_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "docs" / "library-api.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.S)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    paper = PAPERS[2] | {"authors": ["Francis Bach"]}
    (tmp_path / "page.txt").write_text(f"[{json.dumps(paper)}]", encoding="utf-8")
    exec(compile(code, "library-api.md", "exec"), {})
    out = capsys.readouterr().out
    assert "1 new 0 merged" in out
    assert "folder no such file" in out
    assert "1 exact 0 similar" in out
    assert "queued: Optimal Transport on Graphs 1" in out


@pytest.mark.parametrize("name", ["README.md", "docs/architecture.md", "docs/library-api.md"])
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    links = [link for link in LINKS.findall(page.read_text(encoding="utf-8")) if "svg" not in link]
    assert all((page.parent / link).exists() for link in links)


def test_commands_in_the_readme_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^    tui-reader ([a-z]+)", text, re.M))
    named |= set(re.findall(r"`tui-reader ([a-z]+)", text))
    assert len(named) >= 8
    assert named <= BY_NAME.keys()


def test_every_command_in_the_readme_parses() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = re.findall(r"^    tui-reader ([^#|\n]+)", text, re.M)
    assert len(lines) >= 6
    for line in lines:
        name, *argv = shlex.split(line)
        parser = make_parser(BY_NAME[name])
        BY_NAME[name].load().declare(parser)
        parser.parse(argv, no_options())


def test_the_map_has_every_folder() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    parts = re.findall(r"^  (\w+)/ ", text, re.M)
    assert set(parts) == {p.name for p in (ROOT / "tui_reader").iterdir() if p.is_dir()} - {
        "__pycache__"
    }
