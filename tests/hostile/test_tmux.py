"""In tmux with `set-clipboard on` no text reaches the paste buffer."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest


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
            time.sleep(0.1)

    root = Path(__file__).parent.parent.parent
    command = f"cd '{root}'; exec '{sys.executable}' -m tui_reader --library '{hostile_library}'"
    tmux("new-session", "-d", "-x", "120", "-y", "40", command)
    try:
        tmux("set-option", "-s", "set-clipboard", "on")
        tmux("set-buffer", "mine")
        wait_for("quit")
        for key in (*"jjjjjjjj", "Enter", *"JJJJ", "q", "e", "Escape", "t", "Tab", "Tab", "Escape"):
            tmux("send-keys", key)
            time.sleep(0.15)
        wait_for("quit")
        assert tmux("show-buffer") == "mine"
        assert len(tmux("list-buffers").splitlines()) == 1
        assert "owned" not in tmux("display-message", "-p", "#{pane_title}")
    finally:
        tmux("kill-server")
