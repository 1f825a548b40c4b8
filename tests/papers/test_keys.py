import base64
import hashlib

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.papers import Record
from tui_reader.papers.keys import KEY_LENGTH, key_of, letters_and_digits
from tui_reader.papers.record import keyed


def record(title: str = "", authors: tuple[str, ...] = (), abstract: str = "") -> Record:
    return keyed(Record(document="d.txt", line=1, title=title, authors=authors, abstract=abstract))


def test_the_key_does_not_depend_on_where_title_and_authors_were_cut() -> None:
    glued = record("Deep LearningAda Lovelace")
    split = record("Deep Learning", ("Ada Lovelace",))
    assert glued.key == split.key
    assert len(glued.key) == KEY_LENGTH


def test_case_accents_and_marks_do_not_change_the_key() -> None:
    assert record("Gaëtan’s (deep) nets").key == record("GAETANS deep-nets").key


def test_an_untitled_record_is_known_by_its_abstract() -> None:
    assert record(abstract="We prove it.").key == record(abstract="we  prove it").key


def test_an_identifier_decides_before_the_title() -> None:
    first = keyed(Record(document="d", line=1, title="A", identifiers={"doi": "10.1/X"}))
    second = keyed(Record(document="d", line=9, title="B", identifiers={"doi": "10.1/x"}))
    assert first.key == second.key != record("A").key


def test_a_record_without_any_text_is_known_by_its_place() -> None:
    assert record().key != keyed(record()._replace(line=2)).key


def test_a_corrected_record_keeps_its_key() -> None:
    before = record("Deep LaerningAda")
    assert before._replace(title="Deep Learning", authors=("Ada",)).key == before.key


def test_other_scripts_have_letters_too() -> None:
    assert letters_and_digits("Глубокое 学习 №1") == "глубокое学习no1"


def test_chapters_of_one_book_have_keys_of_their_own() -> None:
    isbn = {"isbn": "978-0-00-000000-2", "url": "https://example.org/book"}
    one = keyed(Record(document="d", line=1, title="Chapter one", identifiers=isbn))
    two = keyed(Record(document="d", line=9, title="Chapter two", identifiers=isbn))
    assert one.key != two.key


def test_authors_alone_are_no_work() -> None:
    untitled = {"document": "d", "authors": ("A Lee",)}
    one = keyed(Record(line=1, abstract="On falling.", **untitled))  # type: ignore[arg-type]  # any field
    two = keyed(Record(line=1, abstract="On rising.", **untitled))  # type: ignore[arg-type]  # any field
    assert one.key != two.key
    marks = [keyed(one._replace(title=title)).key for title in ("???", "!!!")]
    assert marks == [one.key, one.key]


@given(st.text())
def test_a_key_is_the_base32_of_the_sha256(text: str) -> None:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    assert key_of(text) == base64.b32encode(digest).decode()[:KEY_LENGTH].lower()


@given(st.sampled_from("A2 .'é漢\u0301ǅ"), st.text(alphabet="a .é\u0301", max_size=3))
def test_a_title_of_no_letters_is_no_title_however_it_begins(first: str, rest: str) -> None:
    told = bool(letters_and_digits(first + rest))
    assert (record(first + rest, ("Ann",)).key == record(first + rest, ("Ann",), "We.").key) == told
