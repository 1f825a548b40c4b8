"""The table as Textual bindings."""

from textual.binding import Binding, BindingType

from tui_reader.tui.actions.action import Where
from tui_reader.tui.actions.table import actions_of


def bindings_for(where: Where) -> list[BindingType]:
    """The bindings of one screen or part.

    They have priority, so that a burst of keys is worked off in order by the app
    and not key by key through the queues of widgets, where a key can overtake the
    change of focus that the key before it asked for.
    """
    return [
        Binding(
            ",".join(action.keys),
            action.run,
            action.word,
            tooltip=action.tooltip,
            id=action.id,
            priority=True,
        )
        for action in actions_of(where)
    ]
