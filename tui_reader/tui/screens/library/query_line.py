"""The search line with its keys, which the screen it is on works."""

from tui_reader.tui.actions.action import Where
from tui_reader.tui.actions.bindings import bindings_for
from tui_reader.tui.widgets.search_line import SearchLine


class QueryLine(SearchLine):
    BINDINGS = bindings_for(Where.SEARCH)
