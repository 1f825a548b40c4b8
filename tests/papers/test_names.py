"""Family names, and when two names can be one person's."""

import pytest

from tui_reader.papers.names import author_in_common, family_name, same_person

FAMILY_NAMES = {
    "Vivien Cabannes": "Cabannes",
    "Cabannes, Vivien": "Cabannes",
    "Laurens van der Maaten": "van der Maaten",
    "Ludwig van Beethoven": "van Beethoven",
    "Bobak T. Kiani": "Kiani",
    "Martin Luther King, Jr.": "King",
    "Sammy Davis Jr.": "Davis",
    "Bernt Schiele-Müller": "Schiele-Müller",
    "Plato": "Plato",
    "李明": "李明",
    "NVIDIA": "NVIDIA",
    "": "",
}
SAME = [
    ("Vivien Cabannes", "V. Cabannes"),
    ("Vivien Cabannes", "Cabannes, Vivien"),
    ("VIVIEN CABANNES", "vivien cabannes"),
    ("Léon Bottou", "Leon Bottou"),
    ("Bobak T. Kiani", "Bobak Kiani"),
    ("Jean-Baptiste Alayrac", "J.-B. Alayrac"),
    ("Jean-Baptiste Alayrac", "Jean Baptiste Alayrac"),
    ("Mélanie Frère", "M. Frere"),
    ("Laurens van der Maaten", "L. Maaten"),
    ("Ole Bjørk", "Ole Bjork"),
    ("Łukasz Kaiser", "Lukasz Kaiser"),
]
NOT_SAME = [
    ("Wei Wang", "Xin Wang"),
    ("V. Cabannes", "E. Cabannes"),
    ("John A. Smith", "John B. Smith"),
    ("Ana Wei", "Ana Stein"),
    ("", ""),
]


@pytest.mark.parametrize(("author", "family"), FAMILY_NAMES.items())
def test_family_name(author: str, family: str) -> None:
    assert family_name(author) == family


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_SAME)
def test_two_persons(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_author_in_common() -> None:
    assert author_in_common(("Ana Wei", "V. Cabannes"), ("Vivien Cabannes",))
    assert not author_in_common(("Ana Wei",), ("Vivien Cabannes",))
    assert not author_in_common((), ("Vivien Cabannes",))
