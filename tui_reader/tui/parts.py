"""Apps, screens and widgets that are put together of parts."""


class InParts:
    """A class declared with `part=True` is never used by itself.

    What Textual gathers from a class and all above it is gathered once, of the whole:
    each time is a thousandth of a start.
    """

    def __init_subclass__(cls, *, part: bool = False, **options: bool) -> None:
        if not part:
            super().__init_subclass__(**options)
