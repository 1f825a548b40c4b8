"""Untitled abstracts find their titled ones by rare words, at a cost that grows with the texts."""

import random
from collections import Counter

import pytest

from tui_reader.papers import untitled
from tui_reader.papers.untitled import COMPARED, matches
from tui_reader.papers.words import words


def made_up(seed: int) -> str:
    chance = random.Random(seed)
    common = chance.choices([f"common{n}" for n in range(50)], k=30)
    rare = chance.choices([f"rare{n}" for n in range(20_000)], k=30)
    return " ".join(chance.sample(common + rare, 60))


def reworded(text: str) -> str:
    return " ".join(text.split()[::2])


@pytest.mark.parametrize("many", [20, 3000])
def test_the_one_that_is_close_is_found(many: int) -> None:
    titled = [made_up(seed) for seed in range(many)]
    strangers = [made_up(10_000 + seed) for seed in range(many)]
    [match] = matches([*strangers, reworded(titled[7])], titled)
    assert (match.untitled, match.titled) == (many, 7)
    assert match.cosine > 1.5 * match.runner_up


def test_of_two_that_are_as_close_neither_is_said() -> None:
    text = made_up(1)
    assert not list(matches([reworded(text)], [text, f"{text} more", made_up(2)]))


def test_texts_are_taken_apart_once_and_once_more_where_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = Counter[str]()

    def counting(text: str) -> list[str]:
        asked[text] += 1
        return words(text)

    monkeypatch.setattr(untitled, "words", counting)
    monkeypatch.setattr(untitled, "UNTITLED_AT_LEAST_COST", 1)
    titled, loose = ([made_up(seed + start) for seed in range(400)] for start in (0, 1000))
    loose = [*loose[:20], *map(reworded, titled[:20])]
    found = list(matches(loose, titled))
    assert [(match.untitled, match.titled) for match in found] == [(20 + n, n) for n in range(20)]
    again = [text for text, count in asked.items() if count > 1]
    assert 20 <= len(again) <= COMPARED * len(loose)
    assert set(again) <= set(titled)
    assert set(asked.values()) == {1, 2}
    assert len(asked) == len(titled) + len(loose)


def test_words_of_ascii_are_those_of_any_text() -> None:
    text = "".join(map(chr, range(128))) + " Low-rank x_yz 42nd it is GPT_4all"
    assert words(text) == words(text + " é")
