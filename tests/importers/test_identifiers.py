import pytest

from tui_reader.importers.identifiers import identifier


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("arXiv:2401.00001v2", ("arxiv", "2401.00001")),
        ("arXiv:2401.00001 [cs.LG]", ("arxiv", "2401.00001")),
        ("https://arxiv.org/pdf/1706.03762.pdf", ("arxiv", "1706.03762")),
        ("arXiv:hep-th/9901001", ("arxiv", "hep-th/9901001")),
        ("https://doi.org/10.1000/ABC.1", ("doi", "10.1000/abc.1")),
        ("see arXiv:2401.00001", None),
        ("https://arxiv.org@evil.example/abs/1", None),
    ],
)
def test_identifier(line: str, found: tuple[str, str] | None) -> None:
    assert identifier(line) == found
