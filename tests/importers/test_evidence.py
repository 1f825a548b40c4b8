from itertools import permutations

from tests.importers.pages import LONG, document, glued_card
from tui_reader.importers.evidence import evidence_of, reconsider
from tui_reader.importers.reading import read, read_all

DOUBTFUL = glued_card("Stepping Along with FrustaNetRia Doe, Bo Peep") + glued_card(
    "On a ThingAda Lovelace, Cy Dee"
)
APART = f"LGNov 13, 2023\nOn a Stone\n\nRia Doe, Eve Fay\n\n{LONG}\n"


def test_names_of_another_document_decide_a_doubtful_split() -> None:
    alone = read(document(DOUBTFUL))
    assert [r.needs_review for r in alone.records] == [True, False]
    assert [p.line for p in alone.problems] == [1]
    both = read_all([document(DOUBTFUL, "a"), document(APART, "b")])
    first, second = both[0].records
    assert (first.title, first.authors) == ("Stepping Along with FrustaNet", ("Ria Doe", "Bo Peep"))
    assert not first.needs_review
    assert both[0].problems == ()
    assert second == read_all([document(DOUBTFUL, "a")])[0].records[1]


def test_the_same_paper_told_unglued_decides() -> None:
    apart = f"LGNov 13, 2023\nStepping Along with Frusta\n\nNetRia Doe, Bo Peep\n\n{LONG}\n"
    both = read_all([document(DOUBTFUL), document(apart)])
    assert both[0].records[0].authors == ("NetRia Doe", "Bo Peep")
    assert both[0].records[0].key == both[1].records[0].key


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [document(DOUBTFUL, "a"), document(APART, "b"), document(DOUBTFUL + APART, "c")]
    outcomes = {
        frozenset(repr(reading) for reading in read_all(list(order)))
        for order in permutations(documents)
    }
    assert len(outcomes) == 1


def test_sure_records_and_json_stay_as_they_are() -> None:
    evidence = evidence_of([read(document(APART))])
    sure = read(document(glued_card("On a ThingAda Lovelace, Cy Dee")))
    assert reconsider(sure, evidence) is sure
    told = read(document('[{"title": "OneRia Doe", "authors": ["Bo"], "needs_review": true}]'))
    assert reconsider(told, evidence) is told


def test_a_second_look_without_new_evidence_changes_nothing() -> None:
    alone = read(document(DOUBTFUL))
    assert reconsider(alone, evidence_of([alone])) == alone
