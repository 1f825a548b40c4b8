import pytest

from tui_reader.importers.profile import read_profile, statistic
from tui_reader.papers import Profile


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("h-index22", ("h_index", 22)),
        ("1,234citations", ("citations", 1234)),
        ("36papers", ("papers", 36)),
        ("Novelty54%", ("novelty", 54)),
        ("AI Score60", ("ai_score", 60)),
        ("36 Papers", None),
        ("h-index", None),
    ],
)
def test_statistics(line: str, found: tuple[str, int] | None) -> None:
    assert statistic(line) == found


def test_profile_and_what_it_does_not_need() -> None:
    lines = ["Julia Kempe", "LG", "h-index22", "Verified", "603citations"]
    profile = Profile(name="Julia Kempe", category="LG", h_index=22, citations=603)
    assert read_profile(lines) == (profile, ["Verified"])


def test_shortened_figures_are_read() -> None:
    assert statistic("1.2kcitations") == ("citations", 1200)
    assert statistic("3Mcitations") == ("citations", 3_000_000)
