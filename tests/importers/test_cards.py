from datetime import date

import pytest

from tests.importers.pages import LONG
from tui_reader.importers.blocks import blocks_of
from tui_reader.importers.cards import CardDraft, read_card


def draft(*lines: str) -> CardDraft:
    page = ["LGNov 13, 2023", *lines]
    _, block, *_ = blocks_of(page, date(2026, 11, 20), [], lambda done, total: None)
    return read_card(block)


def test_glued_and_unglued_cards() -> None:
    glued = draft("On a ThingAda Lovelace, Bo Peep", LONG)
    assert (glued.glued, glued.abstract) == ("On a ThingAda Lovelace, Bo Peep", LONG)
    apart = draft("On a Thing", "", "Ada Lovelace, Bo Peep", "", LONG)
    assert (apart.title, apart.author_line, apart.glued) == (
        "On a Thing",
        "Ada Lovelace, Bo Peep",
        "",
    )
    assert apart.abstract == LONG


def test_one_author_below_a_title_with_a_comma() -> None:
    apart = draft("DeepONets, Operators, and More", "Julia Kempe", LONG)
    assert (apart.title, apart.author_line) == ("DeepONets, Operators, and More", "Julia Kempe")


def test_one_author_with_a_place_below_a_title_with_a_comma() -> None:
    apart = draft("ReSAM: Refine, Requery, and More", "M. Naseer Subhani · harvard", LONG)
    assert (apart.title, apart.glued) == ("ReSAM: Refine, Requery, and More", "")


@pytest.mark.parametrize(
    "authors",
    [
        "Mingxiao LI, mang ning, Marie-Francine Moens",
        "Javed I. Khan an Henry Uwabor Moye",
        "Peng Zhang, peijie sun",
        "Denis Rychkovskiy, GPT-5",
    ],
)
def test_what_stands_apart_below_a_title_is_its_authors_whatever_they_are_called(
    authors: str,
) -> None:
    apart = draft("Consistent Story Generation", "", authors, "", LONG)
    assert (apart.title, apart.author_line) == ("Consistent Story Generation", authors)
    stray = draft("Consistent Story Generation of TracesBo Peep", "", "Read this later", "", LONG)
    assert stray.left_out == [(4, "Read this later")]


def test_unknown_lines_around_the_card_are_left_out_and_named() -> None:
    card = draft(
        "Ask about this", "On a ThingAda Lovelace, Bo Peep", "Read it later", LONG, "Trending"
    )
    assert card.glued == "On a ThingAda Lovelace, Bo Peep"
    assert card.abstract == LONG
    assert card.left_out == [(2, "Ask about this"), (4, "Read it later"), (6, "Trending")]


def test_a_wrapped_abstract_is_put_together() -> None:
    words = LONG.split()
    wrapped = [" ".join(words[i : i + 10]) for i in range(0, len(words), 10)]
    assert draft("On a ThingAda Lovelace, Bo Peep", *wrapped, "Trending").abstract == LONG


def test_identifier_below_the_card() -> None:
    assert draft("On a ThingAda B", LONG, "arXiv:2401.00001v2").identifiers == {
        "arxiv": "2401.00001"
    }


def test_missing_parts_are_noted() -> None:
    assert draft().notes == [(1, "nothing stands below this header")]
    assert draft("On a ThingAda Lovelace, Bo Peep").notes == [(1, "no abstract below this header")]


def test_abstract_with_its_label_belongs_to_the_card() -> None:
    card = draft("On a Thing", "Ada Lovelace", f"Abstract: {LONG}")
    assert (card.title, card.abstract) == ("On a Thing", LONG)
