"""In tmux with `set-clipboard on` no text reaches the paste buffer."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

# Each with what the screen says once the keys have been worked off.
STEPS = (
    ("jjjjjjjj", " 9/"),
    (("Enter",), "Paper 9 of"),
    ("JJJJ", "Paper 13 of"),
    ("q", " 13/"),
    ("e", "escape saves"),
    (("Escape",), "/ search"),
    ("t", "+name adds"),
    (("Tab", "Tab", "Escape"), "/ search"),
)


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_the_paste_buffer_is_untouched(hostile_library: Path, tmp_path: Path) -> None:
    socket = str(tmp_path / "s")

    def tmux(*arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", socket, "-f", "/dev/null", *arguments],
            capture_output=True,
            text=True,
            check=True,
            env={name: value for name, value in os.environ.items() if name != "TMUX"},
        )
        return done.stdout

    def wait_for(text: str) -> None:
        end = time.monotonic() + 20
        while text not in tmux("capture-pane", "-p"):
            assert time.monotonic() < end, tmux("capture-pane", "-p")
            time.sleep(0.05)  # tmux tells nobody when its screen changes

    root = Path(__file__).parent.parent.parent
    command = f"cd '{root}'; exec '{sys.executable}' -m tui_reader --library '{hostile_library}'"
    tmux("new-session", "-d", "-x", "120", "-y", "40", command)
    try:
        tmux("set-option", "-s", "set-clipboard", "on")
        tmux("set-buffer", "mine")
        wait_for("quit")
        for keys, shown in STEPS:
            tmux("send-keys", *keys)
            wait_for(shown)
        assert tmux("show-buffer") == "mine"
        assert len(tmux("list-buffers").splitlines()) == 1
        assert "owned" not in tmux("display-message", "-p", "#{pane_title}")
    finally:
        tmux("kill-server")
