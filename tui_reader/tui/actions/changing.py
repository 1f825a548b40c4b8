"""What the reader does to papers."""

from tui_reader.tui.actions.action import Group, Where, action

NOTE = frozenset({Where.NOTE})

_STATUSES = (
    ("0", "unread", "Unread: progress and dates start anew"),
    ("1", "queued", "Queued: to be read soon"),
    ("2", "reading", "Reading: started"),
    ("3", "skimmed", "Skimmed: enough of it seen"),
    ("4", "read", "Read: finished"),
    ("5", "dropped", "Dropped: not to be read"),
)

MARKING = (
    *(
        action(f"status.{status}", key, f"mark('{status}')", status, sentence, Group.STATUS)
        for key, status, sentence in _STATUSES
    ),
    action(
        "status.toggle",
        "r",
        "toggle_read",
        "read",
        "Read, or back to what it was before",
        Group.STATUS,
    ),
    action(
        "progress.up",
        "plus equals_sign",
        "raise_progress(10)",
        "more",
        "Progress up by 10",
        Group.STATUS,
    ),
    action(
        "progress.down", "minus", "raise_progress(-10)", "less", "Progress down by 10", Group.STATUS
    ),
    action(
        "progress.enter",
        "percent_sign",
        "enter_progress",
        "progress",
        "Enter progress: 40, or 12/38 pages",
        Group.STATUS,
    ),
    action(
        "repeat",
        "full_stop",
        "repeat",
        "repeat",
        "Repeat the last change on this paper",
        Group.STATUS,
    ),
    action("undo", "u", "undo", "undo", "Undo the last step, also tomorrow", Group.STATUS),
    action("redo", "ctrl+r U", "redo", "redo", "Redo what was undone", Group.STATUS),
)

WRITING = (
    action("note.edit", "e", "edit_note", "note", "Write the note", Group.PAPER),
    action("tag", "t", "edit_tags", "tags", "Add and take away tags: +a -b", Group.PAPER),
    action("star", "asterisk", "star", "star", "Star, or take the star away", Group.PAPER),
    action("abstract.other", "x", "other_abstract", "abstract", "The other abstract", Group.PAPER),
    action("abstract.source", "L", "source", "LaTeX", "LaTeX as it was written", Group.PAPER),
    action("note.save", "escape", "save", "save", "Save the note and close it", Group.PAPER, NOTE),
    action("note.editor", "ctrl+g", "editor", "$EDITOR", "Write it in $EDITOR", Group.PAPER, NOTE),
)

DECIDING = (
    action("same", "m", "same", "same work", "The same work as the proposed one", Group.SAME),
    action("different", "M", "different", "different", "Not the same work", Group.SAME),
    action(
        "correct", "c", "correct", "correct", "Correct or confirm title and authors", Group.SAME
    ),
)
