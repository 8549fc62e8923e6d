"""What the reader of durations reads: the unit that is stated, never another."""

import pytest

from kzdata.readers import durations
from kzdata.readers.durations import times
from kzdata.readers.language import LANGUAGES

READ = [
    ("en", "for six months", ["P6M"]),
    ("en", "the six-month training", ["P6M"]),
    ("en", "two-and-a-half years", ["P2.5Y"]),
    ("en", "10 days of closures", ["P10D"]),
    ("en", "half an hour", ["PT0.5H"]),
    ("en", "a fortnight", ["P2W"]),
    ("en", "two decades", ["P20Y"]),
    ("en", "one year and two months", ["P1Y2M"]),
    ("en", "several months", [None]),
    ("en", "in 2003", []),
    ("en", "The flight took 2h 15m in all", ["PT2H15M"]),
    ("en", "finished in 2 hr 5 m 30 s", ["PT2H5M30S"]),
    ("en", "8min 20s behind the winner", ["PT8M20S"]),
    ("en", "rode 3h 20 km uphill", ["PT3H"]),
    ("en", "swam 200m 20s after him", []),
    ("ru", "Полёт занял 2ч 15м", ["PT2H15M"]),
    ("kk", "Ұшу 2сағ 15мин алды", ["PT2H15M"]),
    ("it", "Il film dura 2h 15m", ["PT2H15M"]),
    ("en", "for a week", ["P1W"]),
    ("en", "for an entire year", ["P1Y"]),
    ("en", "an hour-long talk", ["PT1H"]),
    ("en", "took a quarter-century", ["P25Y"]),
    ("en", "waited for decades", [None]),
    ("en", "a months-long strike", [None]),
    ("en", "the multi-year plan", [None]),
    ("en", "for six weeks", ["P6W"]),
    ("en", "the weeks of June", []),
    ("en", "a year and a half", ["P1.5Y"]),
    ("en", "three hours a day", ["PT3H"]),
    ("en", "earns $20 a week", []),
    ("en", "up from 40 a year ago", ["P1Y"]),
    ("en", "one in five a decade ago", ["P10Y"]),
    ("en", "half a decade ago", ["P5Y"]),
    ("en", "12 cars in the first three months, compared with 9 a year earlier", ["P3M", "P1Y"]),
    ("en", "The wait stretched to 21 weeks, from 14 before", ["P21W", "P14W"]),
    ("en", "from a week to a month", ["P1W", "P1M"]),
    ("ru", "за год до войны", ["P1Y"]),
    ("ru", "в час ночи", []),
    ("ru", "под двухмесячный домашний арест", ["P2M"]),
    ("ru", "Каток проработает 100 дней, час катания — 250 рублей", ["P100D"]),
    ("ru", "два года, месяц и пять дней", ["P2Y1M5D"]),
    ("ru", "Кислорода оставалось часов на восемь.", ["PT8H"]),
    ("ru", "лет двадцать", ["P20Y"]),
    ("ru", "Музею исполнилось столетие.", ["P100Y"]),
    ("ru", "Музей отметил столетие.", []),
    ("ru", "полтора тысячелетия", ["P1500Y"]),
    ("ru", "две пятилетки", ["P10Y"]),
    ("ru", "Связи не было несколько суток", [None]),
    ("ru", "считаные дни", [None]),
    ("ru", "Света нет уже неделю", ["P1W"]),
    ("ru", "Срок продлён на месяц", ["P1M"]),
    ("ru", "на протяжении десятилетия", ["P10Y"]),
    ("ru", "поздравил на день рождения", []),
    ("ru", "на улице 40 лет Октября", []),
    ("ru", "годичный перерыв", ["P1Y"]),
    ("ru", "ждали полдня", ["P0.5D"]),
    ("ru", "3 ч. 20 мин.", ["PT3H20M"]),
    ("ru", "двадцатипятилетний", ["P25Y"]),
    ("it", "un anno e mezzo", ["P1.5Y"]),
    ("it", "ventidue anni, otto in meno di quanti chiesti", ["P22Y", "P8Y"]),
    ("it", "dodici anni di carcere per il boss e otto per la moglie", ["P12Y", "P8Y"]),
    ("it", "dodici anni per il boss e otto arresti per droga", ["P12Y"]),
    ("it", "500 iscritti in due anni, 80 dei quali donne", ["P2Y"]),
    ("it", "un'ora", ["PT1H"]),
    ("it", "un piano quinquennale", ["P5Y"]),
    ("ru", "в течение шести месяцев", ["P6M"]),
    ("ru", "полгода", ["P0.5Y"]),
    ("ru", "шестимесячный курс", ["P6M"]),
    ("ru", "2 часа 30 минут", ["PT2H30M"]),
    ("ru", "в 2003 году", []),
    ("kk", "алты ай", ["P6M"]),
    ("kk", "бір жарым жыл", ["P1.5Y"]),
    ("kk", "2003 жылы", []),
    ("it", "sei mesi", ["P6M"]),
    ("it", "due anni e mezzo", ["P2.5Y"]),
    ("it", "un quarto d'ora", ["PT0.25H"]),
    ("en", "2 hours, 15 minutes and 20 seconds", ["PT2H15M20S"]),
    ("en", "three years, six months of which", ["P3Y", "P6M"]),
    ("en", "ten years, three days", ["P10Y", "P3D"]),
    ("en", "for many months", [None]),
    ("ru", "много месяцев", [None]),
    ("ru", "снизили до четырёх лет и трёх месяцев", ["P4Y3M"]),
    ("kk", "екі сағат жиырма минут", ["PT2H20M"]),
    ("kk", "сағат жиырмада", []),
    ("ru", "в саду № 18 ввели двухнедельный карантин", ["P2W"]),
    ("ru", "18 двухлетних сроков", []),
    ("ru", "явка ниже, чем пять лет назад", ["P5Y"]),
    ("ru", "приговорён к 11 годам, его сын — к восьми", ["P11Y", "P8Y"]),
    ("ru", "приговорён к 11 годам, его сын — к восьми месяцам", ["P11Y", "P8M"]),
    ("ru", "приговорён к 11 годам, его завод — к продаже", ["P11Y"]),
    ("kk", "алдағы үш тәулікте жаңбыр жауады", ["P3D"]),
    ("kk", "бұршақ он бес минуттай жауды", ["PT15M"]),
    ("kk", "үш аптадан төрт аптаға дейін", ["P3W", "P4W"]),
    ("it", "ventiquattr'ore", ["PT24H"]),
    ("it", "cent'anni", ["P100Y"]),
    ("it", "dell'ore", []),
    ("it", "molti mesi", [None]),
    ("it", "una cinquantaquattrenne", ["P54Y"]),
    ("it", "due ventottenni", []),
    ("it", "un trentunenne", ["P31Y"]),
    ("it", "ottenne il posto", []),
    ("it", "tre lustri", ["P15Y"]),
    ("it", "un'altra settimana", ["P1W"]),
    ("it", "l'altra settimana", []),
    ("it", "sei lunghissimi mesi", ["P6M"]),
]


@pytest.mark.parametrize(("language", "text", "values"), READ, ids=[row[1] for row in READ])
def test_a_duration_keeps_the_unit_that_is_stated(language, text, values):
    assert [d.value for d in durations.read(text, language)] == values


BOUNDS = [
    ("en", "more than six months", [("P6M", "more_than")]),
    ("en", "six or more months", [("P6M", "at_least")]),
    ("en", "between four and six months", [("P4M", "at_least"), ("P6M", "at_most")]),
    ("en", "over five weeks", [("P5W", "more_than"), ("P5W", "exactly")]),
    ("en", "He is over 40 years old", [("P40Y", "more_than")]),
    ("en", "without a chief for over 18 months", [("P18M", "more_than")]),
    ("ru", "более двух лет", [("P2Y", "more_than")]),
    ("ru", "длился год с небольшим", [("P1Y", "more_than")]),
    ("ru", "не раньше чем через три недели", [("P3W", "at_least")]),
    ("ru", "не позднее чем через месяц", [("P1M", "at_most")]),
    ("kk", "екі жылдан астам", [("P2Y", "more_than")]),
    ("kk", "жиырма жылдай", [("P20Y", "about")]),
    ("it", "più di 10 giorni", [("P10D", "more_than")]),
    ("it", "almeno altre tre settimane", [("P3W", "at_least")]),
    ("it", "almeno un altro anno", [("P1Y", "at_least")]),
    ("it", "due mesi abbondanti", [("P2M", "more_than")]),
]


@pytest.mark.parametrize(("language", "text", "readings"), BOUNDS, ids=[row[1] for row in BOUNDS])
def test_a_duration_has_the_bound_of_its_number(language, text, readings):
    assert [(d.value, d.bound) for d in durations.read(text, language)] == readings


ELIDED = [
    ("en", "30 years to the boss, 12 to his wife and five to him", ["P30Y", "P12Y", "P5Y"]),
    ("en", "15 months instead of 12", ["P15M", "P12M"]),
    ("en", "30 days, up from 14", ["P30D", "P14D"]),
    ("en", "30 days instead of 14 pages", ["P30D"]),
    ("en", "a debate lasting an hour and a half", ["PT1.5H"]),
    ("en", "an apple a day", []),
    ("en", "30 years to the boss and 12 men to his wife", ["P30Y"]),
    ("en", "30 years to the boss and 12 for his wife", ["P30Y"]),
    ("en", "30 years to the boss. And 12 to his wife", ["P30Y"]),
    ("ru", "30 лет за убийство и 12 — за разбой", ["P30Y", "P12Y"]),
    ("ru", "5 лет в Москве погибли 12 в Туле", ["P5Y"]),
    ("it", "30 anni al boss e 12 alla moglie", ["P30Y", "P12Y"]),
    ("it", "Squalificata otto mesi; la Procura ne aveva chiesti dodici.", ["P8M", "P12M"]),
    ("ru", "Прокурор просил 12 лет, суд дал восемь.", ["P12Y", "P8Y"]),
    ("ru", "Прокурор просил 12 лет, суд дал восемь листов.", ["P12Y"]),
    ("it", "Otto anni al boss; il pm aveva chiesto dodici testimoni", ["P8Y"]),
    ("it", "Otto mesi e 300 euro; il pm ne aveva chiesti 12", ["P8M"]),
    ("en", "He got eight years; prosecutors had sought 12.", ["P8Y", "P12Y"]),
    ("en", "He got eight years; prosecutors had sought 12 jurors.", ["P8Y"]),
]


@pytest.mark.parametrize(("language", "text", "values"), ELIDED, ids=[row[1] for row in ELIDED])
def test_a_unit_of_time_is_said_once_for_two_lengths(language, text, values):
    assert [d.value for d in durations.read(text, language)] == values


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_unit_has_its_measure(language):
    known = times.of_language(language)
    assert known.bare.bounded <= known.bare.units <= known.units.keys()


def test_a_length_tells_where_the_unit_stands_that_it_leaves_out():
    text = "30 anni al boss e 12 alla moglie"
    units = [d.unit and text[slice(*d.unit)] for d in durations.read(text, "it")]
    assert units == [None, "anni"]


def test_what_tells_of_a_unit_left_out_is_in_the_whole():
    text = "per lui 30 anni al boss e 12 alla moglie"
    assert text[slice(*durations.read(text, "it")[1].whole)] == "30 anni al boss e 12 alla"


@pytest.mark.parametrize(
    ("language", "text", "lengths"),
    [
        ("kk", "5 жыл 3 айдан астам", [("P5Y3M", "more_than")]),
        ("kk", "екі жыл алты айға жуық", [("P2Y6M", "about")]),
        ("kk", "2 жылдан 5 жыл 6 айға дейін", [("P2Y", "at_least"), ("P5Y6M", "at_most")]),
        ("kk", "2 жыл 6 айдан 5 жыл 3 айға дейін", [("P2Y6M", "at_least"), ("P5Y3M", "at_most")]),
        ("en", "two years and three months or more", [("P2Y3M", "at_least")]),
        ("en", "more than two years and three months", [("P2Y3M", "more_than")]),
        ("ru", "два года и три месяца с лишним", [("P2Y3M", "more_than")]),
        ("it", "due anni e tre mesi circa", [("P2Y3M", "about")]),
    ],
)
def test_a_bound_behind_a_sum_is_one_of_all_of_it(language, text, lengths):
    assert [(one.value, one.bound) for one in durations.read(text, language)] == lengths


AGES = [
    ("ru", "Подозреваемому ещё нет 18 лет.", [("P18Y", "less_than")]),
    ("ru", "Ей не исполнилось 18 лет.", [("P18Y", "less_than")]),
    ("ru", "Ему нет двадцати лет.", [("P20Y", "less_than")]),
    ("ru", "Ему уже за сорок лет.", [("P40Y", "more_than")]),
    ("ru", "Ему за сорок лет.", []),
    ("ru", "За сорок лет он объехал 20 стран.", [("P40Y", "exactly")]),
    ("ru", "Воды нет 5 дней.", [("P5D", "exactly")]),
    ("en", "He is not yet 18 years old.", [("P18Y", "less_than")]),
    ("en", "She had not turned 18 years old.", [("P18Y", "less_than")]),
    ("it", "Il ricercato non ha ancora 18 anni.", [("P18Y", "less_than")]),
    ("it", "Non ha compiuto 18 anni.", [("P18Y", "less_than")]),
    ("it", "Ha compiuto 18 anni.", [("P18Y", "exactly")]),
]


@pytest.mark.parametrize(("language", "text", "said"), AGES, ids=[row[1] for row in AGES])
def test_an_age_that_is_not_reached_or_is_left_behind_is_no_age(
    language: str, text: str, said: list[tuple[str, str]]
) -> None:
    assert [(one.value, one.bound) for one in durations.read(text, language)] == said


def test_a_length_that_takes_the_unit_of_the_one_before_rests_on_all_of_it() -> None:
    text = "più dieci di anni più dieci"
    read = [(d.value, text[slice(*d.whole)]) for d in durations.read(text, "it")]
    assert read == [("P10Y", "dieci di anni"), ("P10Y", "dieci di anni più dieci")]
