"""Classes of Latin letters with every accent, for the regular expressions of this folder."""

_LATIN = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
CAPITALS = "".join(letter for letter in _LATIN if letter.isupper())
SMALL = "".join(letter for letter in _LATIN if letter.islower())
