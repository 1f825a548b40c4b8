"""`list` and `show`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui_reader.library import Library


def titles(run: Run, *argv: str) -> list[str]:
    return [paper["title"].split()[0] for paper in run("list", "--json", *argv).json]


@pytest.mark.usefixtures("library")
def test_all_papers_newest_first(run: Run) -> None:
    assert titles(run) == ["Transformers", "A", "Optimal"]


@pytest.mark.usefixtures("library")
def test_sort_reverse_and_limit(run: Run) -> None:
    assert titles(run, "--sort", "title") == ["A", "Optimal", "Transformers"]
    assert titles(run, "--sort", "title", "--reverse") == ["Transformers", "Optimal", "A"]
    assert titles(run, "--limit", "1", "--reverse") == ["Optimal"]


@pytest.mark.usefixtures("library")
def test_words_are_joined_and_unknown_options_are_words(run: Run) -> None:
    assert titles(run, "author:stone", "--sort", "date") == ["Transformers", "Optimal"]
    assert titles(run, "author:stone", "-graphs") == ["Transformers"]
    assert titles(run, "stone", "--", "-graphs") == ["Transformers"]
    assert titles(run, '"optimal', 'transport"') == ["Optimal"]


@pytest.mark.parametrize("query", ["learning OR graphs", "survey OR mass", "stnoe", "memoires"])
def test_it_ranks_as_the_library_does(run: Run, library: Path, query: str) -> None:
    opened = Library.open(library)
    results = opened.search(query)
    opened.close()
    found = run("list", "--json", query).json
    assert [paper["id"] for paper in found] == [hit.paper.id for hit in results.hits]
    assert [paper["relevance"] for paper in found] == [round(h.score, 4) for h in results.hits]
    assert sum(paper["exact"] for paper in found) == results.exact
    assert found


@pytest.mark.usefixtures("library")
def test_matches_say_where_in_the_text_shown(run: Run) -> None:
    (paper,) = run("list", "--json", "graphs").json
    matches = {match["field"]: match for match in paper["matches"]}
    assert set(matches) == {"title", "abstract"}
    for match in matches.values():
        found = [match["text"][start:end].lower() for start, end in match["spans"]]
        assert found == ["graphs"]


@pytest.mark.usefixtures("library")
def test_the_score_of_the_search_stands_beside_the_papers_own(run: Run) -> None:
    papers = run("list", "--json", "memories").json
    assert [paper["score"] for paper in papers] == [91.5]
    assert papers[0]["relevance"] > 0
    assert papers[0]["exact"]
    (similar,) = run("list", "--json", "memoires").json
    assert not similar["exact"]
    assert {match["field"] for match in similar["matches"]} == {"title", "abstract"}
    assert not {"relevance", "exact"} & run("list", "--json").json[0].keys()


@pytest.mark.usefixtures("library")
def test_better_hits_have_more_relevance(run: Run) -> None:
    papers = run("list", "--json", "transport OR mass OR rewards").json
    scores = [paper["relevance"] for paper in papers]
    assert len(scores) == 2
    assert scores == sorted(scores, reverse=True)


def test_a_tag_is_a_match(run: Run, ids: list[str]) -> None:
    run("tag", "+thesis", "+later", ids[1])
    (paper,) = run("list", "--json", "thesis").json
    assert paper["matches"] == [{"field": "tags", "text": "later, thesis", "spans": [[7, 13]]}]


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("query", ["\u200b", "\udcff\udcfe", "()", "-", "tag:", "year:20x"])
def test_what_asks_for_nothing_lists_nothing(run: Run, query: str) -> None:
    ran = run("list", "--json", "--", query)
    assert (ran.code, ran.out) == (1, "[]\n")
    hint = "not a year: 20x" if "year" in query else "no word to search for"
    assert ran.err.splitlines()[0] == f"tui-reader: {hint}"


@pytest.mark.usefixtures("library")
def test_a_query_that_is_not_understood_changes_nothing(run: Run) -> None:
    for query in ("\u200b", "year:20x", "colour:red stone"):
        ran = run("mark", "read", "--query", query)
        assert ran.code == 1
        assert "nothing was changed" in ran.err
    assert run("list", "status:read").code == 1


@pytest.mark.usefixtures("library")
def test_matches_only_where_there_is_a_query(run: Run) -> None:
    assert all("matches" not in paper for paper in run("list", "--json").json)


@pytest.mark.usefixtures("library")
def test_counts_are_told_beside_the_data(run: Run) -> None:
    ran = run("list", "author:stone", "--limit", "1")
    assert ran.err == "2 exact of 3, the first 1 listed\n"
    assert len(ran.out.splitlines()) == 1


@pytest.mark.usefixtures("library")
def test_a_pipe_gets_whole_fields_between_tabs(run: Run) -> None:
    fields = run("list").out.splitlines()[1].split("\t")
    assert fields[1:] == [
        "unread",
        "",
        "A Survey of Reinforcement Learning",
        "Cleo Hart et al.",
        "2024-01-02",
    ]


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("extra", [[], ["--json"]])
def test_nothing_found(run: Run, extra: list[str]) -> None:
    ran = run("list", "xyzzyq", *extra)
    assert ran.code == 1
    assert ran.out == ("[]\n" if extra else "")
    assert "nothing found: xyzzyq" in ran.err


@pytest.mark.usefixtures("library")
def test_nothing_found_says_which_word_is_to_blame(run: Run) -> None:
    err = run("list", "stone", "galerkin", "year:2023").err
    assert "stone 2" in err
    assert "galerkin 0" in err
    assert "year:2023 1" in err
    assert "without galerkin there is 1: Optimal Transport on Graphs" in err


def test_an_empty_library(run: Run, tmp_path: Path) -> None:
    ran = run("list", "--no-samples", "--library", str(tmp_path / "new"))
    assert (ran.code, ran.out) == (1, "")
    assert "empty" in ran.err


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("argv", [["--limit", "0"], ["--limit", "x"], ["--sort", "colour"]])
def test_usage_errors(run: Run, argv: list[str]) -> None:
    ran = run("list", *argv)
    assert (ran.code, ran.out) == (2, "")
    assert argv[0] in ran.err


def test_show_tells_all_of_a_paper(run: Run, ids: list[str]) -> None:
    run("note", ids[0], "compare with Hopfield")
    run("tag", "+thesis", ids[0])
    run("progress", "40", ids[0])
    text = run("show", ids[0]).out
    for part in (
        "Transformers and Associative Memories\nAda Ray, Bob Stone\n2025-03-04 · ",
        "score 91.5",
        "reading · 40%",
        "#thesis",
        "\n\nWe study transformers as memories of what they have read, token by token.\n",
        "Note\ncompare with Hopfield",
        "From papers.json, line ",
        ids[0],
    ):
        assert part in text


def test_show_takes_prefixes_and_does_what_it_can(run: Run, ids: list[str]) -> None:
    ran = run("show", "--json", ids[1][:6], "zzzz", ids[2])
    assert [paper["id"] for paper in ran.json] == ids[1:]
    assert ran.code == 1
    assert "zzzz" in ran.err


def test_an_id_that_names_nothing_prints_nothing(run: Run) -> None:
    ran = run("show", "zz")
    assert (ran.code, ran.out) == (1, "")
    assert "4 characters or more" in ran.err
