import pytest

from tui_reader.importers.abstract import addresses, without_label


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Abstract:We", "We"),
        ("Abstract—We", "We"),
        ("ABSTRACT : We", "We"),
        ("Abstract:", ""),
        ("Abstractly: no", None),
    ],
)
def test_label(line: str, text: str | None) -> None:
    assert without_label(line) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Code: https://github.com/a/b.", ("https://github.com/a/b",)),
        ("at github.com/deel-ai/Craft.", ("https://github.com/deel-ai/Craft",)),
        ("(see https://x.org/a_(b)) and www.y.org", ("https://x.org/a_(b)", "https://www.y.org")),
        ("\\url{https://x.org/p}", ("https://x.org/p",)),
        ("https://x.org/p and https://x.org/p", ("https://x.org/p",)),
        ("input/output and/or e.g./i.e. me@x.com", ()),
    ],
)
def test_addresses(text: str, found: tuple[str, ...]) -> None:
    assert addresses(text) == found
