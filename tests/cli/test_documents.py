"""import, parse, documents, duplicates."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PAPERS, Run
from tui_reader.library import Library
from tui_reader.library.documents.gathering import LARGEST, TOO_LARGE
from tui_reader.resources import resources

CARD = """96.5AIMay 28Code
Attention in the Cellar: Reading by CandlelightAnn Beech, Carl Oak et al. · Oxford
Cellars are dark, and attention is scarce there. We show how a candle helps.
"""


def test_parse_reads_and_makes_no_library(run: Run, papers_file: Path, tmp_path: Path) -> None:
    ran = run("parse", "--json", str(papers_file))
    assert ran.code == 0
    assert [record["title"] for record in ran.json] == [paper["title"] for paper in PAPERS]
    assert list(ran.json[0])[:4] == ["document", "line", "key", "title"]
    assert {record["document"] for record in ran.json} == {"papers.json"}
    assert not (tmp_path / "library").exists()


def test_parse_as_of_decides_the_year(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "card.txt"
    path.write_text(CARD, encoding="utf-8")
    for as_of, date in (("2025-05-28", "2025-05-28"), ("2025-05-27", "2024-05-28")):
        (record,) = run("parse", "--json", "--as-of", as_of, str(path)).json
        assert (record["date"], record["date_inferred"]) == (date, True)
        assert (record["score"], record["has_code"]) == (96.5, True)


def test_parse_names_what_it_cannot_read_and_goes_on(
    run: Run, papers_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "x.bib").write_text("@article{a, title={T}}\n", encoding="utf-8")
    ran = run("parse", "--json", str(tmp_path / "x.bib"), str(tmp_path / "none"), str(papers_file))
    assert ran.code == 1
    assert len(ran.json) == 3
    assert "x.bib" in ran.err
    assert "BibTeX" in ran.err
    assert "none" in ran.err


def test_import_reports_and_knows_the_same_bytes_again(
    run: Run, papers_file: Path, tmp_path: Path
) -> None:
    first = run("import", "--no-samples", str(papers_file))
    assert first.code == 0
    assert "papers.json: new, 3 records" in first.out
    assert "3 new" in first.out
    again = run("import", str(papers_file), "--json")
    assert again.json[0]["unchanged"] == 1
    assert again.json[0]["new"] == 0
    assert len(run("list", "--json").json) == 3
    assert (tmp_path / "library").is_dir()


@pytest.mark.usefixtures("library")
def test_import_reports_before_the_index_is_made(
    run: Run, papers_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        Library, "keep_index", lambda *_, **__: told.append(capsys.readouterr().out)
    )
    run("import", str(papers_file))
    assert told == ["papers.json: unchanged\n1 unchanged\n"]


def test_import_says_what_it_skipped_and_why(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.ris").write_text("TY  - JOUR\nTI  - T\nER  - \n", encoding="utf-8")
    (tmp_path / "card.txt").write_text(CARD, encoding="utf-8")
    ran = run("import", str(tmp_path / "x.ris"), str(tmp_path / "card.txt"))
    assert ran.code == 1
    assert "skipped x.ris: " in ran.err
    assert "1 new, " in ran.out
    assert "1 skipped" in ran.out


@pytest.mark.usefixtures("library")
def test_a_dry_run_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "card.txt").write_text(CARD, encoding="utf-8")
    ran = run("import", "--dry-run", "--json", str(tmp_path / "card.txt"))
    assert ran.json[0]["new"] == 1
    assert len(run("list", "--json").json) == 3


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("command", ["import", "parse"])
def test_stdin_stands_alone(run: Run, command: str) -> None:
    ran = run(command, "-", "x")
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("argv", [["--as-of", "yesterday"], ["--format", "stone"]])
def test_usage_errors(run: Run, argv: list[str]) -> None:
    ran = run("import", *argv, "x")
    assert ran.code == 2
    assert argv[1] in ran.err


@pytest.mark.usefixtures("library")
def test_what_list_prints_is_a_document(run: Run, tmp_path: Path) -> None:
    printed = run("list", "--json").out
    (tmp_path / "again.json").write_text(printed, encoding="utf-8")
    ran = run("import", str(tmp_path / "again.json"), "--json")
    assert ran.code == 0
    assert (ran.json[0]["new"], ran.json[0]["merged"]) == (0, 3)


def test_with_tracker_fills_only_what_is_untouched(
    run: Run, ids: list[str], tmp_path: Path
) -> None:
    run("mark", "read", *ids)
    run("tag", "+x", *ids)
    (tmp_path / "told.json").write_text(run("list", "--json").out, encoding="utf-8")
    other = ("--library", str(tmp_path / "other"), "--no-samples")
    run(*other, "import", str(tmp_path / "told.json"))
    assert {paper["status"] for paper in run(*other, "list", "--json").json} == {"unread"}
    run(*other, "mark", "dropped", ids[1])
    (tmp_path / "again.json").write_text(run("list", "--json").out + "\n", encoding="utf-8")
    ran = run(*other, "import", "--with-tracker", "--json", str(tmp_path / "again.json"))
    assert ran.json[0]["states"] == 2
    assert "status" not in ran.json[0]["documents"][0]["ignored"]
    papers = run(*other, "list", "--json").json
    assert [paper["status"] for paper in papers] == ["read", "dropped", "read"]
    assert [paper["tags"] for paper in papers] == [["x"], [], ["x"]]
    run(*other, "undo")
    assert {paper["status"] for paper in run(*other, "list", "--json").json} == {
        "unread",
        "dropped",
    }


@pytest.mark.usefixtures("library")
def test_documents_are_listed_removed_and_brought_back(run: Run) -> None:
    (document,) = run("documents", "--json").json
    assert document["name"] == "papers.json"
    assert document["records"] == 3
    assert document["removed_at"] is None
    assert run("documents", "remove", "papers.json").code == 0
    assert run("list").code == 1
    assert "removed" in run("documents").out
    assert run("documents", "restore", document["id"][:6]).code == 0
    assert len(run("list", "--json").json) == 3
    assert run("documents", "purge", "papers.json").code == 0
    assert run("documents", "restore", "papers.json").code == 1


@pytest.mark.usefixtures("library")
def test_documents_that_are_not_there(run: Run) -> None:
    assert run("documents", "remove").code == 2
    ran = run("documents", "remove", "nothing.txt")
    assert ran.code == 1
    assert "nothing.txt" in ran.err


def test_duplicates_are_listed_and_decided(run: Run) -> None:
    (pair,) = run("duplicates", "--json").json
    first, second = pair["first"], pair["second"]
    text = run("duplicates").out
    assert f"{first}  " in text
    assert f"{second}  " in text
    assert "Clustering Head" in text
    assert pair["reason"] in text
    assert run("duplicates", "refuse", second, first).code == 0
    assert run("duplicates", "--json").json == []
    assert len(run("list", "--json").json) == 81
    assert run("undo").code == 0
    assert run("duplicates", "accept", first, second).code == 0
    papers = run("list", "--json").json
    assert len(papers) == 80
    (merged,) = [paper for paper in papers if {first, second} <= set(paper["aliases"])]
    assert run("duplicates", "split", merged["id"], second).code == 0
    assert len(run("list", "--json").json) == 81


def test_a_paper_is_no_duplicate_of_itself(run: Run, ids: list[str]) -> None:
    for what in ("accept", "refuse"):
        ran = run("duplicates", what, ids[0], ids[0][:6])
        assert ran.code == 1
        assert "are one paper" in ran.err
    ran = run("duplicates", "split", ids[0], "nokey")
    assert ran.code == 1
    assert "nokey" in ran.err


@pytest.mark.parametrize("argv", [["accept", "a"], ["split", "a"], ["refuse", "a", "b", "c"]])
@pytest.mark.usefixtures("library")
def test_duplicates_take_two(run: Run, argv: list[str]) -> None:
    assert run("duplicates", *argv).code == 2


def test_the_seeds_are_the_truth(run: Run) -> None:
    paths = map(str, sorted(resources("seeds").glob("0*.txt")))
    records = run("parse", "--json", "--as-of", "2026-11-20", *paths).json
    assert len(records) == 104
    assert json.loads(json.dumps(records)) == records


def test_a_document_read_in_part_is_done_in_part(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "part.json"
    path.write_text('[1, {"title": "T", "authors": ["A B"], "colour": "red"}]')
    for command in ("parse", "import"):
        done = run(command, str(path))
        assert done.code == 1
        assert "a number, not a paper" in done.err
        assert "left out: colour 1x" in done.err


def test_a_sort_there_is_not_is_told_with_those_there_are(run: Run) -> None:
    done = run("list", "--sort", "bogus")
    assert done.code == 2
    assert "'relevance'" in done.err
    assert "Sort." not in done.err


def test_a_file_too_large_to_read_is_named(run: Run, papers_file: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    ran = run("parse", "--json", str(large), str(papers_file))
    assert ran.code == 1
    assert f"skipped {large}: {TOO_LARGE}" in ran.err
    assert len(ran.json) == len(PAPERS)
