"""What holds of dates, countries, quoted passages and given words in any text whatever."""

import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzdata.quotations.folding import fold
from kzdata.readers import countries, dates, quoted, words
from kzdata.selectors import Span
from tests.growth import LINEAR, growth

LANGUAGES = ("en", "ru", "kk", "it", "de")

WORDS = """
January 6 2022 Jan. May May 6th the of in between and 11 2 2003 soldiers 1990s spring Monday
Monday, January 10, , . - 12-13 06/01/2022 2022-01-06 two days after later twenty a week next
day yesterday 20223 45 S22 xMonday mid- Kazakh Kazakhstan the Congo Republic Democratic South
Sudan Gulf Guinea Papua New Guinea-Bissau U.S. US Indian Ocean UN troops x 6 января 2022 года
мая мае году в среду понедельник через два дня назад 12-13 с 5 по 8 Южного Судана Республики
Корея Корея Того Казахстана французского 2022 жылғы 6 қаңтарда қаңтардың 6-сында дүйсенбі екі
күннен кейін Ливанда Конгоға қазақстандық il 6 gennaio del 2022 lunedì due giorni dopo anni 1990
dall'8 al 12 nel Sudan Sud dell'Iraq kazaki primo maggio l'altro ieri ( ) % $ # ' mid-2003
1998-2003 - In since last next past year years ago month прошлый прошлом году Весной 1911 өткен
былтыр сейсенбі scorso martedì nel 1974 nuove soldati people dozens end of 800 11
"""
PIECES = WORDS.split()

TEXTS = st.lists(st.sampled_from(PIECES), max_size=9).flatmap(
    lambda pieces: st.lists(
        st.sampled_from([" ", " ", " ", "", "\u00a0", "\n"]),
        min_size=len(pieces),
        max_size=len(pieces),
    ).map(lambda gaps: "".join(a + b for a, b in zip(pieces, gaps, strict=True)))
)
READERS = [pytest.param(dates.read, id="dates"), pytest.param(countries.read, id="countries")]


def shifted(readings: list[tuple[Span, ...]], by: int) -> set[tuple[object, ...]]:
    return {(Span(r[0].start + by, r[0].end + by), *r[1:]) for r in readings}


def edges(text: str) -> list[int]:
    """The places where a window may be cut: no word is cut."""
    inner = range(1, len(text))
    return [0, len(text), *(at for at in inner if text[at - 1].isspace() or text[at].isspace())]


@pytest.mark.parametrize("read", READERS)
@given(text=TEXTS, data=st.data())
def test_more_context_only_removes_readings(
    read: Callable[..., list[tuple[Span, ...]]], text: str, data: st.DataObject
) -> None:
    language = data.draw(st.sampled_from(LANGUAGES))
    start, end = sorted(data.draw(st.tuples(*[st.sampled_from(edges(text))] * 2)))
    inside = {
        reading
        for reading in shifted(read(text, language), 0)
        if isinstance(reading[0], Span) and start <= reading[0].start and reading[0].end <= end
    }
    assert inside <= shifted(read(text[start:end], language), start)


@given(text=st.text() | TEXTS, language=st.sampled_from([*LANGUAGES, "", "x-unknown"]))
@example(text="2022-99-99 99/99/2022 0000-01-01", language="en")
def test_readers_are_total_and_pure_and_give_spans_of_the_text(text: str, language: str) -> None:
    for read in (dates.read, countries.read, quoted.read):
        readings = read(text, language)
        assert readings == read(text, language)
        assert all(0 <= found[0].start < found[0].end <= len(text) for found in readings)
        assert readings == sorted(readings, key=lambda found: found[0].start)


TYPOGRAPHY = str.maketrans({" ": "\u00a0", "-": "–", "'": "’", '"': "”"})


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_typography_changes_no_date_and_no_country(text: str, language: str) -> None:
    for variant in (
        text.translate(TYPOGRAPHY),
        unicodedata.normalize("NFD", text),
        fold(text).text,
        "\u200b".join(["", *text.split(" "), ""]) if " " not in text else text,
    ):
        for read in (dates.read, countries.read):
            assert [r[1:] for r in read(variant, language)] == [r[1:] for r in read(text, language)]


@given(text=st.lists(st.sampled_from("ab “”„«»\"‘’'.\n"), max_size=30).map("".join))
def test_passages_are_outermost_and_do_not_overlap(text: str) -> None:
    passages = quoted.read(text, "en")
    assert all(a.whole.end <= b.whole.start for a, b in pairwise(passages))
    assert all(q.words.within(q.whole) and q.words != q.whole for q in passages)
    assert all(text[slice(*q.words)] == text[slice(*q.words)].strip() != "" for q in passages)


@given(before=TEXTS, needle=st.sampled_from(PIECES), after=TEXTS)
def test_given_words_are_found_where_they_stand(before: str, needle: str, after: str) -> None:
    text = f"{before} | {needle} | {after}"
    spans = words.find(needle, fold(text))
    assert Span(len(before) + 3, len(before) + 3 + len(needle)) in spans
    assert all(fold(text[slice(*span)]).text == fold(needle).text for span in spans)


@given(text=TEXTS, needle=st.sampled_from(["Sudan", "6", "2022", "US", "11"]), data=st.data())
def test_more_context_only_removes_places(text: str, needle: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.sampled_from(edges(text))] * 2)))
    inside = {s for s in words.find(needle, fold(text)) if start <= s.start and s.end <= end}
    assert inside <= {
        Span(s.start + start, s.end + start) for s in words.find(needle, fold(text[start:end]))
    }


LONG = [
    "January 6, ",
    "not on 6 May, ",
    "2022 жылғы ",
    "South ",
    "1-",
    "“a ",
    '“a »”’ "b',
    "'a' ",
    "\n",
    "the ",
    "2003 ",
    "x" * 9,
]


@pytest.mark.slow
@pytest.mark.parametrize("piece", LONG)
@pytest.mark.parametrize("read", [dates.read, countries.read, quoted.read])
def test_time_grows_no_faster_than_the_text(
    read: Callable[[str, str], list[object]], piece: str
) -> None:
    def work(size: int) -> None:
        read(piece * (size // len(piece)), "kk" if "ж" in piece else "en")

    work(1_000)
    assert growth(work, 10_000) < LINEAR
