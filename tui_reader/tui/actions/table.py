"""Every action of the program, declared once."""

from tui_reader.tui.actions.action import LIST, Action, Group, Where, action
from tui_reader.tui.actions.changing import DECIDING, MARKING, WRITING
from tui_reader.tui.actions.moving import MOVING, SEARCHING

_EVERYWHERE = frozenset({Where.EVERYWHERE})

_SELECT = (
    action("select.paper", "space", "select", "select", "Select and move down", Group.SELECT, LIST),
    action(
        "select.range",
        "v V",
        "select_range",
        "range",
        "Select a range: here, then where it ends",
        Group.SELECT,
        LIST,
    ),
    action(
        "select.all", "A", "select_all", "all", "Select all that are listed", Group.SELECT, LIST
    ),
)

_SHOW = (
    action("view", "f", "strip('view')", "views", "Views and statuses", Group.SHOW, LIST),
    action(
        "view.save", "F", "save_view", "save view", "Save the query as a view", Group.SHOW, LIST
    ),
    action("sort", "s", "strip('sort')", "sort", "Sort by", Group.SHOW, LIST),
    action("sort.reverse", "S", "reverse", "reverse", "Reverse the order", Group.SHOW, LIST),
    action("author", "a", "strip('author')", "author", "An author's papers", Group.SHOW),
    action("layout.wide", "z", "wide", "wide", "List or detail alone", Group.SHOW, LIST),
    action(
        "layout.smaller",
        "less_than_sign",
        "resize(-1)",
        "smaller",
        "Smaller list",
        Group.SHOW,
        LIST,
    ),
    action(
        "layout.larger",
        "greater_than_sign",
        "resize(1)",
        "larger",
        "Larger list",
        Group.SHOW,
        LIST,
    ),
    action(
        "tidy", "ctrl+l", "tidy", "tidy", "Take away rows that left the filter; redraw", Group.SHOW
    ),
)

_TAKE = (
    action(
        "copy", "y", "strip('copy')", "copy", "Copy citation, title, abstract, link", Group.TAKE
    ),
    action("link", "o", "strip('link')", "open link", "Open a link", Group.TAKE),
)

_PROGRAM = (
    action(
        "palette", "ctrl+p colon", "palette", "palette", "Find an action by name", Group.PROGRAM
    ),
    action("help", "question_mark f1", "help", "help", "All keys", Group.PROGRAM),
    action(
        "suspend",
        "ctrl+z",
        "app.suspend",
        "suspend",
        "Back to the shell; fg returns",
        Group.PROGRAM,
    ),
    action(
        "copy-or-back",
        "ctrl+c",
        "copy_or_back",
        "copy",
        "Copy text selected by mouse, else one step back",
        Group.PROGRAM,
    ),
    action(
        "quit",
        "q",
        "quit_from_list",
        "quit",
        "Quit; from the detail, to the list",
        Group.PROGRAM,
        LIST,
    ),
    action("quit.now", "ctrl+q", "leave", "quit", "Quit from anywhere", Group.PROGRAM, _EVERYWHERE),
)

ACTIONS = (
    *MOVING,
    *SEARCHING,
    *MARKING,
    *WRITING,
    *_SELECT,
    *_SHOW,
    *DECIDING,
    *_TAKE,
    *_PROGRAM,
)
BY_ID = {action.id: action for action in ACTIONS}


def actions_of(where: Where) -> tuple[Action, ...]:
    return tuple(action for action in ACTIONS if where in action.where)
