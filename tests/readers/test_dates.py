"""Dates as news sentences write them, in four languages, and what is no date."""

import pytest

from kzdata.readers import dates
from kzdata.readers.readings import DateReading
from kzdata.selectors import Span

SAYS = [
    ("en", "on January 6, 2022.", "2022-01-06"),
    ("en", "on January 6 2022", "2022-01-06"),
    ("en", "on 6 January 2022", "2022-01-06"),
    ("en", "Jan. 6, 2022", "2022-01-06"),
    ("en", "Sept. 11", "XXXX-09-11"),
    ("en", "the 6th of January", "XXXX-01-06"),
    ("en", "on 2022-01-06", "2022-01-06"),
    ("en", "on 2022/1/6", "2022-01-06"),
    ("en", "at 2022-01-06T23:30Z", "2022-01-06"),
    ("ru", "2022-01-06T23:30:00.5+03:00", "2022-01-06"),
    ("en", "January 2022", "2022-01"),
    ("en", "in May 2022", "2022-05"),
    ("en", "May 6", "XXXX-05-06"),
    ("en", "sent to Iraq in 2003.", "2003"),
    ("en", "since 2003, ", "2003"),
    ("en", "In 2003 Kazakhstan sent", "2003"),
    ("en", "in 2003 the battalion", "2003"),
    ("en", "1,114 in 2024 and 1,301 so far", "2024"),
    ("en", "in 2019, performing", "2019"),
    ("en", "2003", "2003"),
    ("en", "the mid-1990s", "199X"),
    ("en", "the 1990s", "199X"),
    ("en", "in early 2022", "2022"),
    ("en", "In 1974 farmers left", "1974"),
    ("en", "in 1956 thousands fled", "1956"),
    ("en", "since 1988 farmers", "1988"),
    ("en", "since 2022-01-06", "2022-01-06"),
    ("en", "the 2022 protests", "2022"),
    ("en", "the 2016 referendum split families", "2016"),
    ("ru", "к восьмому марта", "XXXX-03-08"),
    ("ru", "в среду, 18 декабря 2019 года", "2019-12-18"),
    ("kk", "мамырдың тоғызында", "XXXX-05-09"),
    ("kk", "2013 жылғы желтоқсанға дейін", "2013-12"),
    ("kk", "2003 жылдың қарашасында", "2003-11"),
    ("it", "1º maggio 1937 davanti", "1937-05-01"),
    ("it", "a novembre 2022 infine", "2022-11"),
    ("it", "nel 1974 contadini", "1974"),
    ("en", "in mid-2022", "2022"),
    ("en", "in spring 2022", "2022-21"),
    ("en", "the winter of 2021", "2021-24"),
    ("en", "took place on January 6.", "XXXX-01-06"),
    ("en", "JANUARY 6", "XXXX-01-06"),
    ("en", "the 2019 election", "2019"),
    ("en", "the January 2022 protests", "2022-01"),
    ("en", "On January 6, 20 people", "XXXX-01-06"),
    ("en", "in January", "XXXX-01"),
    ("en", "in May", "XXXX-05"),
    ("en", "29 February", "XXXX-02-29"),
    ("ru", "6 января 2022 года", "2022-01-06"),
    ("ru", "6-го января", "XXXX-01-06"),
    ("ru", "в январе 2022 года", "2022-01"),
    ("ru", "в январе", "XXXX-01"),
    ("ru", "к 9 мая", "XXXX-05-09"),
    ("ru", "шестого января 2022 года", "2022-01-06"),
    ("en", "the twenty-first of January", "XXXX-01-21"),
    ("kk", "2022 жылдың алтыншы қаңтарында", "2022-01-06"),
    ("ru", "06.01.2022", "2022-01-06"),
    ("ru", "с 2003 года", "2003"),
    ("ru", "в 2003-м году", "2003"),
    ("ru", "в 1990-х годах", "199X"),
    ("ru", "весной 2022 года", "2022-21"),
    ("ru", "к лету 2022 года", "2022-22"),
    ("kk", "2022 жылғы 6 қаңтарда", "2022-01-06"),
    ("kk", "2022 жылдың 6 қаңтарында", "2022-01-06"),
    ("kk", "6 қаңтар күні", "XXXX-01-06"),
    ("kk", "қаңтардың 6-сында", "XXXX-01-06"),
    ("kk", "2022 жылдың қаңтарында", "2022-01"),
    ("kk", "қаңтар айында", "XXXX-01"),
    ("kk", "2022 жылдың 6-шы қаңтарында", "2022-01-06"),
    ("kk", "қаңтар айының 6-сында", "XXXX-01-06"),
    ("kk", "2003 жылы", "2003"),
    ("kk", "2003-жылы", "2003"),
    ("kk", "2003 жылдан бері", "2003"),
    ("kk", "1990 жылдары", "199X"),
    ("kk", "06.01.2022", "2022-01-06"),
    ("it", "il 6 gennaio 2022", "2022-01-06"),
    ("it", "il 1º gennaio", "XXXX-01-01"),
    ("it", "il primo maggio", "XXXX-05-01"),
    ("it", "il due giugno 1946", "1946-06-02"),
    ("it", "l'otto marzo", "XXXX-03-08"),
    ("it", "il ventitré maggio 1992", "1992-05-23"),
    ("it", "6/1/2022", "2022-01-06"),
    ("it", "a gennaio", "XXXX-01"),
    ("it", "nel gennaio del 2022", "2022-01"),
    ("it", "nel 2003", "2003"),
    ("it", "negli anni 1990", "199X"),
    ("it", "nell’autunno del 2022", "2022-23"),
    ("de", "2022-01-06", "2022-01-06"),
]


@pytest.mark.parametrize(("language", "text", "edtf"), SAYS, ids=[row[1] for row in SAYS])
def test_a_phrase_says_one_date(language: str, text: str, edtf: str) -> None:
    assert [reading.edtf for reading in dates.read(text, language)] == [edtf]


RELATIVE = [
    ("en", "on Monday", 1, None),
    ("en", "Sunday night", 7, None),
    ("en", "Two days after the photos", None, 2),
    ("en", "yesterday", None, -1),
    ("en", "the next day", None, 1),
    ("en", "the day before yesterday", None, -2),
    ("en", "a week later", None, 7),
    ("en", "three days earlier", None, -3),
    ("en", "10 days ago", None, -10),
    ("ru", "в понедельник", 1, None),
    ("ru", "в среду", 3, None),
    ("ru", "до пятницы", 5, None),
    ("ru", "вчера", None, -1),
    ("ru", "через два дня", None, 2),
    ("ru", "сутками ранее", None, -1),
    ("ru", "на следующее утро", None, 1),
    ("ru", "через неделю", None, 7),
    ("ru", "два дня назад", None, -2),
    ("ru", "остановили четыре дня назад", None, -4),
    ("ru", "двумя днями ранее", None, -2),
    ("ru", "за два дня до выборов", None, -2),
    ("ru", "спустя три дня", None, 3),
    ("ru", "на следующий день", None, 1),
    ("kk", "дүйсенбіде", 1, None),
    ("kk", "бейсенбі күні", 4, None),
    ("kk", "екі күннен кейін", None, 2),
    ("kk", "екі күн кейін", None, 2),
    ("kk", "бір аптадан соң", None, 7),
    ("kk", "он екі күн бұрын", None, -12),
    ("kk", "кеше", None, -1),
    ("it", "lunedì", 1, None),
    ("it", "giovedì dopo l'accordo", 4, None),
    ("en", "on Thursday after a deal was struck", 4, None),
    ("en", "on Thursday before dawn", 4, None),
    ("ru", "в ночь на среду", 3, None),
    ("it", "due giorni dopo", None, 2),
    ("it", "due giorni fa", None, -2),
    ("it", "una settimana dopo", None, 7),
    ("it", "ieri", None, -1),
    ("it", "l’altro ieri", None, -2),
    ("it", "ieri l’altro", None, -2),
    ("en", "last Tuesday", 2, -1),
    ("en", "next Tuesday", 2, 7),
    ("en", "the coming Tuesday", 2, 7),
    ("ru", "в прошлый вторник", 2, -1),
    ("ru", "в минувший вторник", 2, -1),
    ("kk", "өткен сейсенбі", 2, -1),
    ("it", "lo scorso martedì", 2, -1),
    ("it", "martedì prossimo", 2, 7),
    ("it", "soltanto giovedì", 4, None),
    ("it", "in aula giovedì", 4, None),
    ("it", "stamattina", None, 0),
]


@pytest.mark.parametrize(
    ("language", "text", "weekday", "days"), RELATIVE, ids=[row[1] for row in RELATIVE]
)
def test_a_weekday_or_an_offset_leaves_the_date_open(
    language: str, text: str, weekday: int | None, days: int | None
) -> None:
    (reading,) = dates.read(text, language)
    assert (reading.edtf, reading.weekday, reading.offset_days) == ("", weekday, days)


MONTHS = [
    ("en", "last year", "XXXX", -12),
    ("en", "three months later", "XXXX-XX", 3),
    ("en", "ten years ago", "XXXX", -120),
    ("ru", "в прошлом году", "XXXX", -12),
    ("ru", "Год назад", "XXXX", -12),
    ("ru", "через два месяца", "XXXX-XX", 2),
    ("kk", "былтыр", "XXXX", -12),
    ("kk", "үш жылдан кейін", "XXXX", 36),
    ("it", "l’anno scorso", "XXXX", -12),
    ("it", "due mesi dopo", "XXXX-XX", 2),
]


@pytest.mark.parametrize(
    ("language", "text", "edtf", "months"), MONTHS, ids=[row[1] for row in MONTHS]
)
def test_months_and_years_from_another_date_name_no_day(
    language: str, text: str, edtf: str, months: int
) -> None:
    (reading,) = dates.read(text, language)
    assert (reading.edtf, reading.offset_months, reading.offset_days) == (edtf, months, None)


def test_a_date_that_may_be_another_is_not_sure() -> None:
    assert [reading.sure for reading in dates.read("06/01/2022 13/01/2022", "en")] == [
        False,
        False,
        True,
    ]


SEVERAL = [
    ("en", "January 5–8", ["XXXX-01-05", "XXXX-01-08"]),
    ("en", "January 5-8, 2022", ["2022-01-05", "2022-01-08"]),
    ("en", "between January 2 and 11", ["XXXX-01-02", "XXXX-01-11"]),
    ("en", "June 8 and 9", ["XXXX-06-08", "XXXX-06-09"]),
    ("en", "June 8 and 9, 2025", ["2025-06-08", "2025-06-09"]),
    ("en", "June 8, 9, and 10", ["XXXX-06-08", "XXXX-06-09", "XXXX-06-10"]),
    ("en", "on 3, 4 and 5 May", ["XXXX-05-03", "XXXX-05-04", "XXXX-05-05"]),
    ("en", "the 3rd and 4th of May 2024", ["2024-05-03", "2024-05-04"]),
    ("it", "l’8 e 9 giugno", ["XXXX-06-08", "XXXX-06-09"]),
    ("it", "il 3, il 4 e il 5 maggio", ["XXXX-05-03", "XXXX-05-04", "XXXX-05-05"]),
    ("en", "1998–2003", ["1998", "2003"]),
    ("en", "06/01/2022", ["2022-01-06", "2022-06-01"]),
    ("en", "13/01/2022", ["2022-01-13"]),
    ("en", "the 2000s", ["200X", "20XX"]),
    ("ru", "12–13 января", ["XXXX-01-12", "XXXX-01-13"]),
    ("ru", "с 5 по 8 января 2022 года", ["2022-01-05", "2022-01-08"]),
    ("kk", "2022 жылғы 5-8 қаңтарда", ["2022-01-05", "2022-01-08"]),
    ("kk", "2003-2005 жылдары", ["2003", "2005"]),
    ("it", "dal 5 all’8 gennaio", ["XXXX-01-05", "XXXX-01-08"]),
    ("it", "tra il 2 e l’11 gennaio 2022", ["2022-01-02", "2022-01-11"]),
    ("de", "06.01.2022", ["2022-01-06", "2022-06-01"]),
]


@pytest.mark.parametrize(("language", "text", "edtf"), SEVERAL, ids=[row[1] for row in SEVERAL])
def test_ranges_and_ambiguities_share_their_words(
    language: str, text: str, edtf: list[str]
) -> None:
    readings = dates.read(text, language)
    assert [reading.edtf for reading in readings] == edtf
    assert len({reading.words for reading in readings}) == 1


BEFORE_CHRIST = [
    ("en", "in 1800 BC"),
    ("en", "1800 BCE"),
    ("en", "in 1800 B.C."),
    ("en", "1800 years before Christ"),
    ("en", "BC 1800"),
    ("en", "from 2000 to 1800 BC"),
    ("en", "between 1900 and 1800 BC"),
    ("en", "the 1800s BC"),
    ("en", "in March 1800 BC"),
    ("en", "on 15 March 2000 BC"),
    ("ru", "в 1800 году до нашей эры"),
    ("ru", "в 1800 г. до н. э."),
    ("ru", "с 2000 по 1800 год до н.э."),
    ("ru", "в марте 1800 года до Рождества Христова"),
    ("ru", "в 1800-х годах до н. э."),
    ("it", "nel 1800 a.C."),
    ("it", "nel 1800 a. C."),
    ("it", "tra il 1900 e il 1800 avanti Cristo"),
    ("it", "il 15 marzo 2000 a.C."),
    ("it", "nel 1800 prima dell’era volgare"),
    ("kk", "біздің дәуірімізге дейінгі 1800 жылы"),
    ("kk", "б.з.д. 1800 жылы"),
    ("kk", "б. з. б. 2000 және 1800 жылдары"),
    ("kk", "1800 жылы, біздің заманымызға дейін"),
]


@pytest.mark.parametrize(("language", "text"), BEFORE_CHRIST, ids=[row[1] for row in BEFORE_CHRIST])
def test_no_year_before_christ_is_one_of_ours(language: str, text: str) -> None:
    assert dates.read(text, language) == []


OF_OUR_ERA = [
    ("en", "in 1800 AD"),
    ("en", "1800 CE"),
    ("ru", "в 1800 г. н. э."),
    ("it", "nel 1800 d.C."),
    ("kk", "б.з. 1800 жылы"),
]


@pytest.mark.parametrize(("language", "text"), OF_OUR_ERA, ids=[row[1] for row in OF_OUR_ERA])
def test_a_year_after_christ_is_one_of_ours(language: str, text: str) -> None:
    assert [reading.edtf for reading in dates.read(text, language)] == ["1800"]


IN_DOUBT = [
    ("en", "in 1941 or 1942", True),
    ("en", "in 1941 or in 1942", True),
    ("en", "in May or June 2023", True),
    ("en", "on Saturday or Sunday", True),
    ("en", "tomorrow or the day after", True),
    ("en", "in May, or later", True),
    ("en", "in 1850 or so", True),
    ("en", "In September, or 98 out of every 100", False),
    ("en", "by 5 May or face a fine", False),
    ("en", "on or about 5 May 2023", True),
    ("en", "around May 2020", True),
    ("en", "c. 1850", True),
    ("en", "perhaps in 1850", True),
    ("en", "around 5 p.m. on 5 May 2023", False),
    ("en", "winter 2022-23", True),
    ("en", "on Wednesday next week", True),
    ("en", "a week ago Wednesday", True),
    ("en", "Last week, on Wednesday", True),
    ("en", "on Wednesday this week", False),
    ("ru", "в 1941 или 1942 году", True),
    ("ru", "5 мая 2023 года или 6 мая 2023 года", True),
    ("ru", "Завтра или послезавтра", True),
    ("ru", "до 5 мая или заплатить 300 рублей", False),
    ("ru", "примерно в 1850 году", True),
    ("ru", "около 5 мая 2023 года", True),
    ("ru", "возможно, 5 мая 2023 года", True),
    ("ru", "Возможно, его убили 5 мая 2023 года", False),
    ("ru", "Зимой 2022–2023 годов", True),
    ("ru", "весной 2004-го", False),
    ("ru", "в среду на прошлой неделе", True),
    ("ru", "во вторник на следующей неделе", True),
    ("ru", "На прошлой неделе, в среду", True),
    ("ru", "В среду на этой неделе", False),
    ("it", "nel 1941 o nel 1942", True),
    ("it", "domani o dopodomani", True),
    ("it", "intorno al 1850", True),
    ("it", "verso il 5 maggio 2023", True),
    ("it", "nel 1850 circa, quando", True),
    ("it", "nel 2022 circa 300 persone", False),
    ("it", "mercoledì della scorsa settimana", True),
    ("it", "inverno 2022-23", True),
    ("kk", "1941 немесе 1942 жылы", True),
    ("kk", "ертең не бүрсігүні", True),
    ("kk", "шамамен 2023 жылғы 5 мамырда", True),
    ("kk", "1850 жыл шамасында", True),
    ("kk", "өткен аптаның сәрсенбісінде", True),
    ("kk", "Ол келуі мүмкін. 2022 жылы келді", False),
]


@pytest.mark.parametrize(("language", "text", "doubtful"), IN_DOUBT, ids=[r[1] for r in IN_DOUBT])
def test_a_date_beside_which_another_may_be_meant_is_not_read(
    language: str, text: str, *, doubtful: bool
) -> None:
    assert (dates.read(text, language) == []) is doubtful


DENIED = [
    ("en", "not on 9 May 2022", True),
    ("en", "not in 1950 or 1951", True),
    ("en", "Not on Monday", True),
    ("en", "neither in 1950 nor in 1960", True),
    ("en", "not at the end of 2022", True),
    ("en", "It isn’t on 9 May", True),
    ("en", "not last year", True),
    ("en", "not until 2022", False),
    ("en", "not only on 9 May 2022", False),
    ("en", "Not since 1950", False),
    ("en", "the knot in 1950", False),
    ("ru", "не 9 мая 2022 года", True),
    ("ru", "не в конце 2022 года", True),
    ("ru", "не в понедельник", True),
    ("ru", "ни 9, ни 10 мая", True),
    ("ru", "не позднее 9 мая", False),
    ("it", "non il 9 maggio 2022", True),
    ("it", "non è del 1950", True),
    ("it", "non ieri", True),
    ("it", "non fino al 2022", False),
    ("it", "non prima del 9 maggio", False),
    ("kk", "2022 жылғы 9 мамырда емес", True),
    ("kk", "1950 жылы емес", True),
    ("kk", "дүйсенбі күні емес", True),
    ("kk", "1950 жылы ғана емес", False),
]


@pytest.mark.parametrize(("language", "text", "denied"), DENIED, ids=[row[1] for row in DENIED])
def test_a_date_that_is_denied_is_not_read(language: str, text: str, *, denied: bool) -> None:
    assert (dates.read(text, language) == []) == denied


AMOUNTS = [
    ("en", "It cost EUR 1900"),
    ("en", "1900 KZT"),
    ("en", "Rs. 1900"),
    ("en", "The toll rose to 1900."),
    ("en", "It fell 3% to 1900"),
    ("en", "The death toll reached 1950."),
    ("en", "He ran 1800 m."),
    ("en", "between 1900 and 1950 USD"),
    ("en", "from 1900 to 1950 m"),
    ("it", "tra 1900 e 1950 USD"),
    ("ru", "Это стоило 1900 USD"),
    ("ru", "Число погибших достигло 1950."),
    ("ru", "Число погибших выросло до 1900."),
    ("kk", "Бағасы 1900 USD"),
    ("it", "Il bilancio è salito a 1950."),
    ("it", "A quota 1900 m"),
    ("it", "costa euro 1900"),
    ("it", "I morti sono 1900."),
]


@pytest.mark.parametrize(("language", "text"), AMOUNTS, ids=[row[1] for row in AMOUNTS])
def test_an_amount_is_no_year(language: str, text: str) -> None:
    assert dates.read(text, language) == []


YEARS = [
    ("en", "His rating is 1900.", "1900", False),
    ("en", "It fell by 1900.", "1900", False),
    ("en", "It was 1900.", "1900", True),
    ("en", "The year is 1900.", "1900", True),
    ("en", "The worst season was 1911, when", "1911", True),
    ("en", "in the year to 2003", "2003", True),
    ("en", "at Euro 2004", "2004", True),
    ("en", "founded in 1900 W. Smith", "1900", True),
    ("ru", "2000 г муки", "2000", False),
    ("ru", "в 2000 г состоялись выборы", "2000", True),
    ("ru", "вырастет до 2030 года", "2030", True),
    ("it", "La scadenza è 1950.", "1950", False),
]


@pytest.mark.parametrize(("language", "text", "edtf", "sure"), YEARS, ids=[y[1] for y in YEARS])
def test_a_year_that_may_be_an_amount_is_not_sure(
    language: str, text: str, edtf: str, *, sure: bool
) -> None:
    assert [(one.edtf, one.sure) for one in dates.read(text, language)] == [(edtf, sure)]


NONE = [
    ("en", "on June 8 and 9 people were killed"),
    ("en", "June 8 and 9-year-old twins"),
    ("en", "June 30 and 31"),
    ("en", "on 5, 4 and 5 May"),
    ("en", "four"),
    ("en", "the 6th"),
    ("en", "10-15 officers"),
    ("en", "in 20 cities"),
    ("en", "up to 40"),
    ("en", "2003 soldiers"),
    ("en", "more than 2003"),
    ("en", "2003 Kazakh soldiers"),
    ("en", "2003 UN troops"),
    ("en", "2,003"),
    ("en", "$2003"),
    ("en", "Resolution 1973"),
    ("en", "S2003"),
    ("en", "2022-01"),
    ("en", "at 20:03"),
    ("en", "February 31"),
    ("en", "January 45"),
    ("en", "0 January"),
    ("en", "February 29, 2022"),
    ("en", "In January 20 soldiers"),
    ("en", "in January 2000 people died"),
    ("en", "they may march"),
    ("en", "may 6"),
    ("en", "May said"),
    ("en", "the last year of the war"),
    ("en", "1996 new homes"),
    ("en", "Flight 1943"),
    ("en", "every Friday"),
    ("en", "on Mondays"),
    ("en", "Black Friday"),
    ("en", "nearly two days later"),
    ("en", "thirty-two days after"),
    ("en", "2.5 weeks later"),
    ("en", "one or two days later"),
    ("en", "32/13/2022"),
    ("ru", "2003 солдата"),
    ("ru", "6 января 2000 человек"),
    ("ru", "окружающая среда"),
    ("ru", "в этот понедельник"),
    ("ru", "каждую пятницу"),
    ("kk", "олардың бірі 2003 сарбаз"),
    ("ru", "сорок два дня назад"),
    ("ru", "пятьсот два дня назад"),
    ("ru", "Более двух дней назад"),
    ("ru", "31 ноября"),
    ("kk", "2003 сарбаз"),
    ("kk", "туристік маусымда"),
    ("kk", "жүз екі күннен кейін"),
    ("it", "2003 soldati"),
    ("it", "più di due giorni dopo"),
    ("it", "ogni lunedì"),
    ("it", "giovedì dopo"),
    ("it", "a gennaio 2000 persone"),
    ("en", "the Thursday after the flood"),
    ("en", "on Thursday after next"),
    ("ru", "влияет на среду"),
    ("it", "31 aprile"),
    ("it", "Quasi due anni fa"),
    ("it", "l'8 o il 9 maggio"),
    ("it", "l'8 maggio o il 9 maggio"),
    ("it", "piazza 4 Novembre"),
    ("it", "il ponte 2 Giugno"),
    ("en", "26 July Street"),
    ("en", "the 26 July Movement"),
    ("en", "the Square of 14 July"),
    ("ru", "на улице 8 Марта"),
    ("ru", "на площади 9 Мая 1945 года"),
    ("ru", "ул. 9 Января"),
    ("ru", "улица Восьмого Марта"),
    ("ru", "«Улица 1905 года»"),
    ("kk", "9 мамыр көшесінде"),
    ("kk", "Жиын 8 Наурыз көшесінде өтті"),
    ("kk", "Автобус 9 Мамыр алаңынан шықты"),
    ("kk", "30 тамыз шағын ауданы"),
    ("kk", "16 желтоқсан атындағы саябақ"),
    ("it", "mercoledì della scorsa settimana"),
    ("it", "martedì grasso"),
    ("it", "sabato 8 alle 21"),
    ("en", "Nearly two years ago"),
    ("en", "on 8 or 9 May"),
    ("en", "on May 8 or 9."),
    ("ru", "8 или 9 мая"),
    ("ru", "в среду на следующей неделе"),
    ("kk", "келесі аптаның дүйсенбісінде"),
    ("de", "2003"),
    ("", ""),
]


NO_NAMES = [
    ("ru", "На площади 9 мая прошёл митинг", "XXXX-05-09"),
    ("ru", "В парке 9 мая 2024 года было людно", "2024-05-09"),
    ("ru", "Парк открыт 1 Мая", "XXXX-05-01"),
    ("en", "the 1905 Revolution", "1905"),
    ("en", "On 4 July Bridge Street was closed", "XXXX-07-04"),
    ("kk", "9 мамыр күні Абай көшесінде", "XXXX-05-09"),
    ("kk", "9 мамырда ауылында", "XXXX-05-09"),
    ("it", "il ponte crollò il 2 giugno", "XXXX-06-02"),
]


@pytest.mark.parametrize(("language", "text", "edtf"), NO_NAMES, ids=[row[1] for row in NO_NAMES])
def test_a_day_beside_a_place_that_it_does_not_name_is_read(
    language: str, text: str, edtf: str
) -> None:
    assert [reading.edtf for reading in dates.read(text, language)] == [edtf]


def test_a_day_behind_a_year_is_read() -> None:
    said = dates.read("between 28 December 2023 and 3 January 2024", "en")
    assert [reading.edtf for reading in said] == ["2023-12-28", "2024-01-03"]


def test_a_part_of_the_day_may_part_a_weekday_from_its_date() -> None:
    (reading,) = dates.read("в четверг вечером, 14 марта, отключат свет", "ru")
    assert (reading.edtf, reading.weekday) == ("XXXX-03-14", 4)


@pytest.mark.parametrize(("language", "text"), NONE, ids=[row[1] for row in NONE])
def test_what_is_no_date_or_says_none_exactly_is_not_read(language: str, text: str) -> None:
    assert dates.read(text, language) == []


def test_a_weekday_stays_with_its_date() -> None:
    (reading,) = dates.read("on Monday, January 10, it", "en")
    assert reading == DateReading(Span(3, 21), "XXXX-01-10", weekday=1)
