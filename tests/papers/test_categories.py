"""Category codes in words."""

import pytest

from tui_reader.papers.categories import category_name

NAMES = {
    "LG": "Machine Learning",
    "cs.LG": "Machine Learning",
    "lg": "Machine Learning",
    "ML": "Statistics: Machine Learning",
    "stat.ML": "Statistics: Machine Learning",
    "AI": "Artificial Intelligence",
    "CV": "Computer Vision and Pattern Recognition",
    "math.CV": "Mathematics: Complex Variables",
    "OC": "Mathematics: Optimization and Control",
    "quant-ph": "Quantum Physics",
    "q-bio.NC": "Quantitative Biology: Neurons and Cognition",
    "astro-ph.CO": "Astrophysics",
    "XX": "",
    "cs.XX": "",
    "": "",
}


@pytest.mark.parametrize(("code", "name"), NAMES.items())
def test_category_name(code: str, name: str) -> None:
    assert category_name(code) == name
