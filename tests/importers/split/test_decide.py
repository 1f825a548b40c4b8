"""Glued lines made up for what each kind of evidence should decide."""

import pytest

from tui_reader.importers.split import Names, Split, context_of, split, sure_names

NOBODY = Names()


def cut(line: str, abstract: str = "", *, et_al: bool = False, names: Names = NOBODY) -> Split:
    return split(line, et_al, context_of(abstract, names))


@pytest.mark.parametrize(
    ("title", "authors", "abstract"),
    [
        ("On the Nature of Things", ("Ada Lovelace",), ""),
        ("Why Do Things Fall?", ("Bo Peep", "Cy Dee"), ""),
        ("A Study of Rocks, Trees, and Stones", ("Bo Peep", "Cy Dee"), ""),
        ("Fast Things (Extended Version)", ("Bo Peep",), ""),
        ("Bounds on $x^2$", ("Bo Peep",), ""),
        ("Calling It a “Thing”", ("Bo Peep",), ""),
        ("A Thing with LLMs", ("Ada Lovelace",), "Large models (LLMs) are things."),
        ("A Thing for AI", ("Ada Lovelace",), "We use AI."),
        ("A Thing with GPT-4", ("Ada Lovelace",), "We ask GPT-4."),
        ("Seeing in 3D", ("Ada Lovelace",), "We see in 3D."),
        ("Learning with ThingNet", ("Ada Lovelace",), "ThingNet is a net."),
        ("Learning with ThingNets", ("Ada Lovelace",), "A ThingNet is a net."),
        ("Learning with Neural ODEs", ("Liam McGee",), "Neural ODEs are things."),
        ("Learning to Walk", ("JianHe Low", "Bo Peep"), "We walk."),
        ("Learning to Walk", ("Nia D'Souza", "Leroy O'Connor"), "We walk."),
        ("Learning to Walk", ("J. R. Smith", "B. Peep"), "We walk."),
        ("Learning to Walk", ("Jan Ole von Hartz", "Ana da Silva"), "We walk."),
        ("Learning to walk", ("van der Berg", "Bo Peep"), "We walk."),
        ("Learning to Walk", ("Lee Jung-Mok", "Jean-Luc Picard"), "We walk."),
        ("Learning to Walk", ("Habiba BEN ALI",), "We walk."),
        ("Learning to Walk", ("John Smith, Jr.", "Bo Peep"), "We walk."),
        ("Über das Gehen", ("Élise Ödegård",), "Wir gehen. Gehen ist gut."),
        ("Corpora of LLMs", ("Đorđe Miladinović", "Łukasz Kaiser"), "We look at an LLM."),
        ("A Code Model", ("FAIR CodeGen team", "Ada Lovelace", "Bo Peep"), "We code a model."),
        ("A Code Model", ("LG AI Research",), "We code a model."),
        ("A Code Model", ("DeepSeek-AI", "Bo Peep"), "We model code."),
        ("Security Towards 6G", ("van der Berg Ada", "Bo Peep"), "We want 6G."),
        ("Things on Platforms", ("MaryBeth Park", "Bo Peep"), ""),
        ("Team Paper 2025", ("JiaYu Li",), ""),
        ("Models", ("Ada Lovelace", "Ida La Rue"), ""),
    ],
)
def test_cuts(title: str, authors: tuple[str, ...], abstract: str) -> None:
    found = cut(title + ", ".join(authors), abstract)
    assert (found.title, found.authors) == (title, authors)
    assert 0.5 <= found.confidence <= 1


def test_et_al_means_three_names() -> None:
    line = "Rocks, Trees, and iPhoneStones, Bo Peep, Cy Dee"
    assert cut(line, et_al=True).authors == ("Stones", "Bo Peep", "Cy Dee")
    assert cut("Rocks and StonesEve Fay, Bo Peep, Cy Dee", et_al=True).title == "Rocks and Stones"


def test_a_cut_with_all_against_it_is_doubtful_even_without_another() -> None:
    names = Names()
    names.add(["Bo Peep"])
    line = "Things and ML: <x> 5Ps: <y> 'q'Ada Lovelace, Bo Peep"
    assert cut(line, "Things.", names=names).needs_review


def test_a_name_known_elsewhere_decides_a_doubtful_cut() -> None:
    line = "Stepping Along with FrustaNetRia Doe, Bo Peep"
    names = Names()
    names.add(["Ria Doe"])
    assert cut(line).needs_review
    known = cut(line, names=names)
    assert (known.authors[0], known.needs_review) == ("Ria Doe", False)


def test_a_small_margin_is_marked_with_the_other_cut() -> None:
    found = cut("Stepping Along with FrustaNetRia Doe")
    assert found.needs_review
    assert found.other in ("Stepping Along with FrustaNet", "Stepping Along with Frusta")
    assert found.confidence < 0.9


@pytest.mark.parametrize(
    "line", ["", "word", "a title and nothing else", "研究", "A, B, C", "x" * 9]
)
def test_a_line_without_names_is_all_title(line: str) -> None:
    assert cut(line) == Split(line, (), 0.0, True)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("On a ThingAda Lovelace, Bo Peep, Cy Dee et al. · mit", ("Bo Peep", "Cy Dee")),
        ("On a ThingAda Lovelace, Bo Peep", ("Bo Peep",)),
        ("Rocks, and StonesAda Lovelace", ()),
        ("On a ThingAda Lovelace", ()),
    ],
)
def test_names_no_cut_goes_through(line: str, names: tuple[str, ...]) -> None:
    assert sure_names(line) == names


def test_a_title_does_not_end_with_a_known_name() -> None:
    names = Names()
    names.add(["Chun Li", "Ping Bo"])
    found = cut("Moving with Woven Tactile SkinsChunPing Lam, Bo Peep", names=names)
    assert found.authors[0] == "ChunPing Lam"
