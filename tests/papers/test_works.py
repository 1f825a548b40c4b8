"""What is known of a work grows with it."""

from collections.abc import Sequence
from unittest.mock import Mock

import pytest

from tui_reader.papers.clusters import Clusters
from tui_reader.papers.works import Works


def test_each_record_is_looked_at_once_however_often_one_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at = Mock(return_value=())
    monkeypatch.setattr("tui_reader.papers.works.of_the_work", looked_at)
    works, clusters = Works([""] * 500 + ["A title"], [()] * 501), Clusters(501)
    for place in range(501):
        clusters.join(0, place)
        assert works.work(clusters.members(0)).titled is (place == 500)
    assert looked_at.call_count == 501


def test_a_work_has_the_identifiers_of_all_its_records() -> None:
    identifiers: Sequence[Sequence[tuple[str, str]]] = [[("arxiv", "1")], [], [("arxiv", "2")]]
    works, clusters = Works(["", "", ""], identifiers), Clusters(3)
    assert works.work(clusters.members(0)).identifiers == {"arxiv": {"1"}}
    clusters.join(0, 1)
    clusters.join(1, 2)
    assert works.work(clusters.members(2)).identifiers == {"arxiv": {"1", "2"}}
