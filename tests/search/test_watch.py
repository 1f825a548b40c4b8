from tui_reader.search.matches.watch import WatchWords

TEXT = "Circuits in a Low-Rank circuit, by Gaëtan Narozniak"


def marked(*entries: str) -> list[str]:
    return [TEXT[start:end] for start, end in WatchWords(entries).spans(TEXT)]


def test_whole_words_without_case_or_accents() -> None:
    assert marked("CIRCUIT") == ["circuit"]
    assert marked("gaetan narozniak") == ["Gaëtan Narozniak"]


def test_a_star_leaves_the_end_open() -> None:
    assert marked("circuit*") == ["Circuits", "circuit"]


def test_several_words_must_stand_side_by_side() -> None:
    assert marked("low rank") == ["Low-Rank"]
    assert marked("rank low") == []


def test_nothing_watched() -> None:
    assert not WatchWords(["", " "])
    assert WatchWords([]).spans(TEXT) == ()
