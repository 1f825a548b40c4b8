"""The words of a text that tell what it is about: three letters or digits and more, folded."""

import re

SHORTEST = 3

_WORD = re.compile(rf"[^\W_]{{{SHORTEST},}}")
_ASCII = {i: chr(i).lower() if chr(i).isalnum() else " " for i in range(128)}


def words(text: str) -> list[str]:
    """In their order, each as often as it stands there."""
    if text.isascii():
        # The same as below, in a fifth of the time.
        return [word for word in text.translate(_ASCII).split() if len(word) >= SHORTEST]
    return _WORD.findall(text.casefold())
