import pytest

from tests.importers.pages import AS_OF
from tui_reader.importers.header import Header, read_header


@pytest.mark.parametrize(
    ("line", "header"),
    [
        ("LGNov 13, 2023", Header("LG", "2023-11-13")),
        ("96.5AIMay 28Code", Header("AI", "2026-05-28", True, 96.5, True)),
        ("MAMay 5, 2024", Header("MA", "2024-05-05")),
        ("CVDec 1", Header("CV", "2025-12-01", True)),
        ("7CVJan 2, 2020Code", Header("CV", "2020-01-02", False, 7.0, True)),
        ("100.0 CV Jan 2, 2020 Code", Header("CV", "2020-01-02", False, 100.0, True)),
        ("hep-thJun 3, 2021", Header("hep-th", "2021-06-03")),
        ("cs.LGJun 3, 2021", Header("cs.LG", "2021-06-03")),
        ("cond-mat.mes-hallJun 3", Header("cond-mat.mes-hall", "2026-06-03", True)),
        ("81.2q-bio.NCJun 3Code", Header("q-bio.NC", "2026-06-03", True, 81.2, True)),
        ("physics.opticsJun 3, 2021", Header("physics.optics", "2021-06-03")),
        ("opticsJun 3, 2021", Header("optics", "2021-06-03")),
        ("mes-hallJun 3, 2021", Header("mes-hall", "2021-06-03")),
        ("q-fin.STMay 28", Header("q-fin.ST", "2026-05-28", True)),
        ("88.1hep-th", Header("hep-th", score=88.1)),
        ("96.5May 28", Header("", "2026-05-28", True, 96.5)),
        ("LGFeb 29", Header("LG", "2024-02-29", True)),
        ("LGFeb 30, 2023", Header("LG", problem="no such day: Feb 30, 2023")),
        ("LGFoo 3, 2023", Header("LG", problem="no such day: Foo 3, 2023")),
        ("88.1CL", Header("CL", score=88.1)),
    ],
)
def test_headers(line: str, header: Header) -> None:
    assert read_header(line, AS_OF) == header


@pytest.mark.parametrize(
    "line",
    [
        "",
        "LG",
        "May 28, 2024",
        "Deep Learning 3",
        "AIWorld 3",
        "updatedMay 3, 2024",
        "36 Papers",
        "x" * 100,
    ],
)
def test_other_lines(line: str) -> None:
    assert read_header(line, AS_OF) is None
