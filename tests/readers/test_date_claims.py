"""Which dates cited words say, whole, completed by other words, or cut out of a longer date."""

import pytest

from kzdata.readers.verdicts import Cited, pieces
from kzdata.readers.verdicts.judgement import judge
from kzdata.selectors import Span

Row = tuple[str, str, tuple[str, ...], str, str | None]

FOLLOWING = ("2014; on 27 June of the following year",)


def whole(language: str, text: str) -> tuple[str, str, tuple[str, ...]]:
    """A text that is cited whole."""
    return language, text, (text,)


SITS = whole("en", "The court will sit on Monday, it said on 12 May 2023")
SIT_BOTH = whole("ru", "Суд пройдёт в понедельник, сообщили в пятницу")
AT_WORK = whole("ru", "Рабочий, нанятый 3 мая 2022 года, погиб в пятницу")
SPLICED = whole("ru", "Его ранили 12 мая 2023 года, через два дня он умер")
BURNED = whole("en", "Last year the mill, opened in 1980, burned")
SAID: list[Row] = [
    ("en", "In 1956 thousands fled, on November 4.", ("1956", "November 4"), "1956-11-04", None),
    ("ru", "Весной 1911 года; 30 сентября", ("1911 года", "30 сентября"), "1911-09-30", None),
    ("en", "in March 1969; on July 20", ("1969", "July 20"), "1969-07-20", None),
    ("en", "on Tuesday, 4 June 2019,", ("4 June 2019",), "2019-06-04", None),
    ("en", "in January 2022", ("2022",), "2022", None),
    (
        "en",
        "on May 30, 2021; two days later",
        ("May 30, 2021", "two days later"),
        "2021-06-01",
        None,
    ),
    ("en", "two days after May 30, 2021", ("two days after May 30, 2021",), "2021-06-01", None),
    ("en", "in 1899; three years later", ("1899", "three years later"), "1902", None),
    ("en", "May 30, a day later, 2021", ("May 30", "a day later", "2021"), "2021-05-31", None),
    ("en", "on May 15 last year", ("May 15 last year",), "2020-05-15", "2021-06-10"),
    ("en", "last Tuesday", ("last Tuesday",), "2020-06-02", "2020-06-08"),
    ("en", "They will meet on Monday", ("on Monday",), "2023-05-15", "2023-05-11"),
    ("en", "They will meet on Monday", ("on Monday",), "2023-05-15", "2023-05-08"),
    ("en", "They met on Monday", ("on Monday",), "2023-05-08", "2023-05-11"),
    ("en", "The final takes place this Monday", ("this Monday",), "2023-05-15", "2023-05-11"),
    ("en", "in 2014; on 27 June of the following year", FOLLOWING, "2015-06-27", None),
    (*SITS, "2023-05-15", None),
    (*AT_WORK, "2023-05-12", "2023-05-13"),
    (*SPLICED, "2023-05-14", None),
    (*BURNED, "2022", "2023-06-01"),
    (*BURNED, "1979", None),
    (*whole("ru", "Его арестовали 3 марта 2021 года и отпустили 5 апреля"), "2021-04-05", None),
    (*whole("ru", "5 мая, 7 мая и 9 июня 2022 года"), "2022-05-05", None),
    (*whole("ru", "Завод открыт в 1980 году, сгорел 9 мая"), "1980-05-09", None),
    (*whole("en", "On March 3, April 5 and June 7, 2021, they met"), "2021-03-03", None),
    ("it", "Il vertice è slittato a lunedì", ("a lunedì",), "2023-05-15", "2023-05-11"),
    ("it", "Il giudice ha rinviato a lunedì la causa", ("a lunedì",), "2023-05-15", "2023-05-11"),
    (
        "it",
        "nel 2014; il 27 giugno dell'anno dopo",
        ("2014; il 27 giugno dell'anno dopo",),
        "2015-06-27",
        None,
    ),
]


def outcome(row: Row, value: str) -> str:
    language, text, cited, _, reference = row
    spans = tuple(Span(text.index(one), text.index(one) + len(one)) for one in cited)
    cited = pieces([Cited(text, language, spans, reference)])
    return judge("date", {"value": value}, cited).outcome


@pytest.mark.parametrize("row", SAID, ids=[row[1] for row in SAID])
def test_cited_words_say_a_date(row: Row) -> None:
    assert outcome(row, row[3]) in ("entailed", "weak")


NOT_SAID: list[Row] = [
    ("en", "in January 2022", ("January 2022",), "2022", None),
    ("en", "in January 2022", ("January 2022",), "2022-01-01", None),
    ("en", "on January 6, 2022", ("January 6",), "XXXX-01-06", None),
    ("en", "on 6 January 2022", ("January 2022",), "2022-01", None),
    ("en", "from 1998–2003", ("1998",), "1998", None),
    ("en", "28 December to 3 January 2022", ("28 December to 3 January 2022",), "2022-12-28", None),
    ("en", "yesterday, January 6", ("yesterday, January 6",), "2021-01-06", "2021-01-10"),
    ("en", "yesterday", ("yesterday",), "2021-01-08", "2021-01-10"),
    ("en", "last Tuesday", ("last Tuesday",), "2020-06-09", "2020-06-11"),
    ("en", "1996 new homes", ("1996",), "1996", None),
    ("en", "in 2014; on 27 June of the following year", FOLLOWING, "2014-06-27", None),
    ("en", "in 2014; on 27 June of the next year", ("2014; on 27 June",), "2014-06-27", None),
    (*SITS, "2023-05-08", None),
    (*SIT_BOTH, "2023-05-08", "2023-05-13"),
    (*AT_WORK, "2022-04-29", "2023-05-13"),
    (*BURNED, "1979", "2023-06-01"),
    (*whole("ru", "Вчера сгорел дом, сданный 5 мая 1980 года"), "1980-05-04", "2023-06-01"),
    (*whole("it", "Due anni fa chiuse il teatro aperto nel 1980"), "1978", "2023-06-01"),
    (*whole("kk", "Былтыр 1980 жылы ашылған зауыт өртенді"), "1979", "2023-06-01"),
    (*whole("en", "A day earlier, on 16 May 2023, he left"), "2023-05-15", None),
    (*whole("en", "Two years later, in 2014, it closed"), "2016", None),
    (*whole("en", "He left last year (2022)"), "2021", None),
    (*whole("en", "He died on 14 May 2023, two days after the blast"), "2023-05-16", None),
    (*whole("ru", "Вчера — 16 мая 2023 года — он уехал"), "2023-05-15", None),
    (*whole("ru", "Умер 14 мая 2023 года, через два дня после взрыва"), "2023-05-16", None),
    (*whole("it", "Il giorno dopo, il 16 maggio 2023, partì"), "2023-05-17", None),
    (*whole("it", "Morì il 14 maggio 2023, due giorni dopo l'esplosione"), "2023-05-16", None),
    (*whole("kk", "Келесі күні, 2023 жылғы 16 мамырда кетті"), "2023-05-17", None),
    (*whole("ru", "9 мая, день рождения — 12 мая 1980 года"), "1980-05-09", None),
    (*whole("ru", "Встреча 9 мая, а 12 мая 1980 года он родился"), "1980-05-09", None),
    (*whole("ru", "Рождённый в 1980 году, он умер 9 мая"), "1980-05-09", None),
    (*whole("ru", "Указ от 12 марта 1998 года отменён 9 мая"), "1998-05-09", None),
    (*whole("en", "Born on 12 May 1980, he died on 9 June"), "1980-06-09", None),
    (*whole("en", "The law of 12 March 1998 ended on 9 May"), "1998-05-09", None),
    (*whole("en", "On 9 May he told them of what he saw on 12 May 1998"), "1998-05-09", None),
    (*whole("it", "Nato il 12 maggio 1980, si sposa il 9 giugno"), "1980-06-09", None),
    (*whole("it", "La legge del 12 marzo 1998 scade il 9 maggio"), "1998-05-09", None),
    (*whole("kk", "1980 жылғы 12 мамырда туған, той 9 маусымда"), "1980-06-09", None),
    (*whole("kk", "1998 жылғы 12 наурыздағы заң 9 мамырда күшін жойды"), "1998-05-09", None),
    ("it", "Il vertice è slittato a lunedì", ("a lunedì",), "2023-05-08", "2023-05-11"),
    ("it", "nel 2014; il 27 giugno dell'anno dopo", ("2014; il 27 giugno",), "2014-06-27", None),
]


@pytest.mark.parametrize("row", NOT_SAID, ids=[f"{row[1]}: {row[3]}" for row in NOT_SAID])
def test_cited_words_do_not_say_a_date(row: Row) -> None:
    assert outcome(row, row[3]) not in ("entailed", "weak", "ambiguous")


@pytest.mark.parametrize("value", ["2022-01-06", "2022-06-01"])
def test_a_date_in_digits_that_may_mean_two_is_ambiguous(value: str) -> None:
    assert outcome(("en", "06/01/2022", ("06/01/2022",), value, None), value) == "ambiguous"


@pytest.mark.parametrize("day", ["2023-05-08", "2023-05-15"])
def test_a_weekday_whose_verb_does_not_tell_is_ambiguous(day: str) -> None:
    row = ("en", "The raid on Monday will be debated", ("on Monday",), day, "2023-05-11")
    assert outcome(row, day) == "ambiguous"


def test_a_weekday_to_come_is_not_the_past_one() -> None:
    row = ("en", "They will meet on Monday", ("on Monday",), "2023-05-15", "2023-05-11")
    assert outcome(row, "2023-05-08") == "contradicted"
