"""Moving about and searching."""

from tui_reader.tui.actions.action import LIST, Group, Where, action

PAPER = frozenset({Where.PAPER})
SEARCH = frozenset({Where.SEARCH})

MOVING = (
    action("move.down", "j down", "move(1)", "down", "Down one line or paper", Group.MOVE),
    action("move.up", "k up", "move(-1)", "up", "Up one line or paper", Group.MOVE),
    action("move.top", "g home", "move_to_start", "top", "To the top", Group.MOVE),
    action("move.bottom", "G end", "move_to_end", "bottom", "To the bottom", Group.MOVE),
    action("move.half-down", "ctrl+d", "page(0.5)", "half page", "Half a page down", Group.MOVE),
    action("move.half-up", "ctrl+u", "page(-0.5)", "half page up", "Half a page up", Group.MOVE),
    action("move.page-down", "pagedown", "page(1)", "page", "A page down", Group.MOVE),
    action("move.page-up", "pageup", "page(-1)", "page up", "A page up", Group.MOVE),
    action(
        "move.other-down",
        "J",
        "move_other(1)",
        "next",
        "Abstract down from the list, next paper from the abstract",
        Group.MOVE,
    ),
    action(
        "move.other-up",
        "K",
        "move_other(-1)",
        "previous",
        "Abstract up from the list, previous paper from the abstract",
        Group.MOVE,
    ),
    action(
        "move.next-unread",
        "right_square_bracket right_parenthesis",
        "next_unread",
        "next unread",
        "To the next unread paper",
        Group.MOVE,
    ),
    action(
        "move.previous-unread",
        "left_square_bracket left_parenthesis",
        "previous_unread",
        "previous unread",
        "To the previous unread paper",
        Group.MOVE,
    ),
    action("pane.other", "tab", "other_pane", "pane", "To the other pane", Group.MOVE, LIST),
    action(
        "pane.detail", "l right", "focus_detail", "detail", "Into the abstract", Group.MOVE, LIST
    ),
    action("pane.list", "h left", "focus_list", "list", "Into the list", Group.MOVE, LIST),
    action("paper.open", "enter", "open", "open", "Open the paper screen", Group.MOVE, LIST),
    action("paper.back", "escape q h", "back", "back", "Back to the list", Group.MOVE, PAPER),
    action(
        "back",
        "escape",
        "back",
        "back",
        "One step back: search line, selection, filter; never quits",
        Group.MOVE,
        LIST,
    ),
)

SEARCHING = (
    action("search", "slash", "search", "search", "Search as you type", Group.SEARCH),
    action(
        "hit.next", "n", "next_hit", "next hit", "Next hit, on into the next paper", Group.SEARCH
    ),
    action(
        "hit.previous",
        "N",
        "previous_hit",
        "previous hit",
        "Previous hit, back into the paper before",
        Group.SEARCH,
    ),
    action(
        "search.keep",
        "enter",
        "screen.keep",
        "keep",
        "Keep the filter, to the list",
        Group.SEARCH,
        SEARCH,
    ),
    action(
        "search.leave",
        "escape",
        "screen.leave_line",
        "leave",
        "Leave the line, keep the filter",
        Group.SEARCH,
        SEARCH,
    ),
    action(
        "search.up",
        "up",
        "screen.line_up",
        "move",
        "List up, or recent queries",
        Group.SEARCH,
        SEARCH,
    ),
    action("search.down", "down", "screen.line_down", "move", "List down", Group.SEARCH, SEARCH),
    action(
        "search.complete",
        "tab",
        "screen.complete",
        "complete",
        "Complete a field, tag, author, category or view",
        Group.SEARCH,
        SEARCH,
    ),
    action(
        "search.recent",
        "ctrl+r",
        "screen.recent",
        "recent",
        "Recent queries",
        Group.SEARCH,
        SEARCH,
    ),
)
