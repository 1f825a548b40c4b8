import pytest

from tui_reader.importers.split import Names, context_of
from tui_reader.importers.split.titles import leaves_open, looks_glued

CONTEXT = context_of("We train a ResNet and DeepThings with Neural ODEs.", Names())


@pytest.mark.parametrize("token", ["ReportMeituan", "GuidanceChao"])
def test_glued_words(token: str) -> None:
    assert looks_glued(token, CONTEXT, is_last=True)


@pytest.mark.parametrize(
    "token", ["ResNet", "ResNets", "DeepThings", "NeuralODEs", "LoRA", "plain"]
)
def test_words_the_abstract_explains(token: str) -> None:
    assert not looks_glued(token, CONTEXT, is_last=False)


@pytest.mark.parametrize("title", ["A (b", "On $x", 'The "End', "See [1", "A “b", "a {b"])
def test_open_titles(title: str) -> None:
    assert leaves_open(title)


@pytest.mark.parametrize("title", ["A (b)", "$x$ at \\$5", '"Q"', "[1) x]"])
def test_closed_titles(title: str) -> None:
    assert not leaves_open(title)
