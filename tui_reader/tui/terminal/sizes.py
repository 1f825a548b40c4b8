"""How large a terminal may say it is. Imports nothing: asked before the toolkit is there."""

# Columns or rows; no screen has more, and drawing them would take all memory.
LARGEST = 2000


def is_possible(columns: int, rows: int) -> bool:
    return max(columns, rows) <= LARGEST
