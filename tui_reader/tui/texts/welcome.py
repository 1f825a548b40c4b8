"""What stands in the detail pane at the first start."""

from tui_reader.tui.actions.table import BY_ID

# Lines whose action this version does not have are left out.
_LINES = (
    ("move.down", "j k      move; the abstract follows"),
    ("search", "/        search titles, authors, abstracts"),
    ("status.queued", "1 2 4    queue, start, finish a paper"),
    ("undo", "u        undo anything, also tomorrow"),
    ("import", "I        your own papers: paste, or a file"),
    ("help", "?        all keys"),
)


def welcome(papers: int, *, samples: bool) -> str:
    """`samples`: all of the papers are."""
    keys = [words for action, words in _LINES if action in BY_ID]
    head = f"Welcome. These {papers} papers are samples." if papers and samples else "Welcome."
    return "\n".join(
        [head, "", *keys, "", "Saved as you go. q leaves; you come back", "to this place."]
    )
