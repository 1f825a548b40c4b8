"""Every action of the program, declared once."""

from tui_reader.tui.actions.action import Action, Group, Where

_LIST = frozenset({Where.LIBRARY})
_PAPER = frozenset({Where.PAPER})
_BOTH = _LIST | _PAPER
_SEARCH = frozenset({Where.SEARCH})
_NOTE = frozenset({Where.NOTE})
_ALL = frozenset({Where.EVERYWHERE})


def _action(
    id: str,
    keys: str,
    run: str,
    word: str,
    tooltip: str,
    group: Group,
    where: frozenset[Where] = _BOTH,
) -> Action:
    return Action(
        id=id,
        keys=tuple(keys.split()),
        run=run,
        word=word,
        tooltip=tooltip,
        group=group,
        where=where,
    )


_MOVE = (
    _action("move.down", "j down", "move(1)", "down", "Down one line or paper", Group.MOVE),
    _action("move.up", "k up", "move(-1)", "up", "Up one line or paper", Group.MOVE),
    _action("move.top", "g home", "move_to_start", "top", "To the top", Group.MOVE),
    _action("move.bottom", "G end", "move_to_end", "bottom", "To the bottom", Group.MOVE),
    _action("move.half-down", "ctrl+d", "page(0.5)", "half page", "Half a page down", Group.MOVE),
    _action("move.half-up", "ctrl+u", "page(-0.5)", "half page up", "Half a page up", Group.MOVE),
    _action("move.page-down", "pagedown", "page(1)", "page", "A page down", Group.MOVE),
    _action("move.page-up", "pageup", "page(-1)", "page up", "A page up", Group.MOVE),
    _action(
        "move.other-down",
        "J",
        "move_other(1)",
        "next",
        "The other pane: the abstract down from the list, the next paper from the abstract",
        Group.MOVE,
    ),
    _action(
        "move.other-up",
        "K",
        "move_other(-1)",
        "previous",
        "The other pane: the abstract up from the list, the previous paper from the abstract",
        Group.MOVE,
    ),
    _action(
        "move.next-unread",
        "right_square_bracket right_parenthesis",
        "next_unread",
        "next unread",
        "To the next unread paper",
        Group.MOVE,
    ),
    _action(
        "move.previous-unread",
        "left_square_bracket left_parenthesis",
        "previous_unread",
        "previous unread",
        "To the previous unread paper",
        Group.MOVE,
    ),
    _action("pane.other", "tab", "other_pane", "pane", "To the other pane", Group.MOVE, _LIST),
    _action("pane.detail", "l", "focus_detail", "detail", "Into the abstract", Group.MOVE, _LIST),
    _action("pane.list", "h", "focus_list", "list", "Into the list", Group.MOVE, _LIST),
    _action("paper.open", "enter", "open", "open", "Open the paper screen", Group.MOVE, _LIST),
    _action("paper.back", "escape q h", "back", "back", "Back to the list", Group.MOVE, _PAPER),
    _action(
        "back",
        "escape",
        "back",
        "back",
        "One step back: search line, selection, filter; never quits",
        Group.MOVE,
        _LIST,
    ),
)

_FIND = (
    _action("search", "slash", "search", "search", "Search as you type", Group.SEARCH),
    _action(
        "hit.next", "n", "next_hit", "next hit", "Next hit, on into the next paper", Group.SEARCH
    ),
    _action(
        "hit.previous",
        "N",
        "previous_hit",
        "previous hit",
        "Previous hit, back into the paper before",
        Group.SEARCH,
    ),
    _action(
        "search.keep", "enter", "screen.keep", "keep", "Keep the filter, to the list", Group.SEARCH, _SEARCH
    ),
    _action(
        "search.leave",
        "escape",
        "screen.leave_line",
        "leave",
        "Leave the line, keep the filter",
        Group.SEARCH,
        _SEARCH,
    ),
    _action("search.up", "up", "screen.line_up", "move", "List up, or recent queries", Group.SEARCH, _SEARCH),
    _action("search.down", "down", "screen.line_down", "move", "List down", Group.SEARCH, _SEARCH),
    _action(
        "search.complete",
        "tab",
        "screen.complete",
        "complete",
        "Complete a field, tag, author, category or view",
        Group.SEARCH,
        _SEARCH,
    ),
    _action(
        "search.recent", "ctrl+r", "screen.recent", "recent", "Recent queries", Group.SEARCH, _SEARCH
    ),
)

_STATUSES = (
    ("0", "unread", "Unread: progress and dates start anew"),
    ("1", "queued", "Queued: to be read soon"),
    ("2", "reading", "Reading: started"),
    ("3", "skimmed", "Skimmed: enough of it seen"),
    ("4", "read", "Read: finished"),
    ("5", "dropped", "Dropped: not to be read"),
)

_STATUS = (
    *(
        _action(f"status.{status}", key, f"mark('{status}')", status, sentence, Group.STATUS)
        for key, status, sentence in _STATUSES
    ),
    _action(
        "status.toggle",
        "r",
        "toggle_read",
        "read",
        "Read, or back to what it was before",
        Group.STATUS,
    ),
    _action(
        "progress.up",
        "plus equals_sign",
        "raise_progress(10)",
        "more",
        "Progress up by 10",
        Group.STATUS,
    ),
    _action(
        "progress.down", "minus", "raise_progress(-10)", "less", "Progress down by 10", Group.STATUS
    ),
    _action(
        "progress.enter",
        "percent_sign",
        "enter_progress",
        "progress",
        "Enter progress: 40, or 12/38 pages",
        Group.STATUS,
    ),
    _action(
        "repeat",
        "full_stop",
        "repeat",
        "repeat",
        "Repeat the last change on this paper",
        Group.STATUS,
    ),
    _action("undo", "u", "undo", "undo", "Undo the last step, also tomorrow", Group.STATUS),
    _action("redo", "ctrl+r U", "redo", "redo", "Redo what was undone", Group.STATUS),
)

_ABOUT = (
    _action("note.edit", "e", "edit_note", "note", "Write the note", Group.PAPER),
    _action("tag", "t", "edit_tags", "tags", "Add and take away tags: +a -b", Group.PAPER),
    _action("star", "asterisk", "star", "star", "Star, or take the star away", Group.PAPER),
    _action("abstract.other", "x", "other_abstract", "abstract", "The other abstract", Group.PAPER),
    _action("abstract.source", "L", "source", "LaTeX", "LaTeX as it was written", Group.PAPER),
    _action(
        "note.save", "escape", "save", "save", "Save the note and close it", Group.PAPER, _NOTE
    ),
    _action(
        "note.editor", "ctrl+g", "editor", "$EDITOR", "Write it in $EDITOR", Group.PAPER, _NOTE
    ),
)

_SELECT = (
    _action(
        "select.paper", "space", "select", "select", "Select and move down", Group.SELECT, _LIST
    ),
    _action(
        "select.range",
        "v V",
        "select_range",
        "range",
        "Select a range: here, then where it ends",
        Group.SELECT,
        _LIST,
    ),
    _action(
        "select.all", "A", "select_all", "all", "Select all that are listed", Group.SELECT, _LIST
    ),
)

_SHOW = (
    _action("view", "f", "strip('view')", "views", "Views and statuses", Group.SHOW, _LIST),
    _action("sort", "s", "strip('sort')", "sort", "Sort by", Group.SHOW, _LIST),
    _action("sort.reverse", "S", "reverse", "reverse", "Reverse the order", Group.SHOW, _LIST),
    _action("author", "a", "strip('author')", "author", "An author's papers", Group.SHOW),
    _action("layout.wide", "z", "wide", "wide", "List or detail alone", Group.SHOW, _LIST),
    _action(
        "layout.smaller", "less_than_sign", "resize(-1)", "smaller", "Smaller list", Group.SHOW, _LIST
    ),
    _action(
        "layout.larger", "greater_than_sign", "resize(1)", "larger", "Larger list", Group.SHOW, _LIST
    ),
    _action(
        "tidy", "ctrl+l", "tidy", "tidy", "Take away rows that left the filter; redraw", Group.SHOW
    ),
)

_SAME = (
    _action("same", "m", "same", "same work", "The same work as the proposed one", Group.SAME),
    _action("different", "M", "different", "different", "Not the same work", Group.SAME),
    _action(
        "correct", "c", "correct", "correct", "Correct or confirm title and authors", Group.SAME
    ),
)

_TAKE = (
    _action("copy", "y", "strip('copy')", "copy", "Copy citation, title, abstract, link", Group.TAKE),
    _action("link", "o", "strip('link')", "open link", "Open a link", Group.TAKE),
)

_PROGRAM = (
    _action("palette", "ctrl+p colon", "palette", "palette", "Find an action by name", Group.PROGRAM),
    _action("help", "question_mark f1", "help", "help", "All keys", Group.PROGRAM),
    _action("suspend", "ctrl+z", "suspend", "suspend", "Back to the shell; fg returns", Group.PROGRAM),
    _action(
        "copy-or-back",
        "ctrl+c",
        "copy_or_back",
        "copy",
        "Copy text selected by mouse, else one step back",
        Group.PROGRAM,
    ),
    _action("quit", "q", "quit_from_list", "quit", "Quit; from the detail, to the list", Group.PROGRAM, _LIST),
    _action("quit.now", "ctrl+q", "leave", "quit", "Quit from anywhere", Group.PROGRAM, _ALL),
)

ACTIONS = (*_MOVE, *_FIND, *_STATUS, *_ABOUT, *_SELECT, *_SHOW, *_SAME, *_TAKE, *_PROGRAM)
BY_ID = {action.id: action for action in ACTIONS}


def actions_of(where: Where) -> tuple[Action, ...]:
    return tuple(action for action in ACTIONS if where in action.where)
