"""Numbers of a change are what they are; `over` and `about` bound nothing behind some words."""

import pytest

from kzdata.readers import dates, durations, quantities
from kzdata.readers.dates.completion import complete

CHANGES = [
    ("en", "The budget swelled from 2 to 3.5 million euros", (2_000_000, 3_500_000)),
    ("en", "the toll more than doubled, from 21 to 46", (21, 46)),
    ("en", "fell from 14 in the first quarter to 9", (14, 9)),
    ("en", "Survival improved from 9 to 14 months", (9, 14)),
    ("en", "The deficit worsened from 5 to 4 per cent", (5, 4)),
    ("en", "cut its growth forecast from 0.5 per cent to minus 0.25 per cent", (0.5, -0.25)),
    ("en", "cut its planned fare increase from 5 per cent to 3 per cent", (5, 3)),
    ("en", "It raised its planned job cuts from 300 to 450", (300, 450)),
    ("en", "dropped its plan to raise fares from 300 to 450 yen", (300, 450)),
    ("ru", "сократилась с 19,4 до 16,8 млн тонн", (19_400_000, 16_800_000)),
    ("ru", "выросло с 350 рублей до 1,2 тысячи", (350, 1200)),
    ("ru", "подняли с 70 тысяч рублей до 80", (70_000, 80_000)),
    ("ru", "с 40 до 55 увеличилось число мест", (40, 55)),
    ("it", "sono calate da 19,4 a 16,8 miliardi di metri", (19_400_000_000, 16_800_000_000)),
    ("it", "gli iscritti sono raddoppiati, da 40 a 80", (40, 80)),
    ("kk", "450 теңгеден 520 теңгеге дейін қымбаттады", (450, 520)),
    ("kk", "мектеп саны 120-дан 145-ке өсті", (120, 145)),
]


@pytest.mark.parametrize(("language", "text", "numbers"), CHANGES, ids=[row[1] for row in CHANGES])
def test_both_numbers_of_a_change_are_exact(language, text, numbers):
    read = [found for found in quantities.read(text, language) if found.kind == "cardinal"]
    assert [(found.number, found.bound) for found in read] == [(n, "exactly") for n in numbers]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "between 40 and 60 jobs fell away"),
        ("en", "cut from 300 to 450 jobs"),
        ("en", "growth is expected to range from 4 to 5 percent"),
        ("en", "an increase of from 4 to 5 percent"),
        ("ru", "подорожают от 3 до 5 процентов"),
        ("it", "sono attesi aumenti dal 3 al 5 per cento"),
        ("it", "quelli che vanno in pensione serviranno da 80 a 100 posti"),
        ("kk", "10 сантиметрден 15 сантиметрге дейін қар"),
    ],
)
def test_a_range_is_no_change(language, text):
    read = [found.bound for found in quantities.read(text, language)]
    assert read == ["at_least", "at_most"]


def test_nothing_changes_from_a_year_to_a_year():
    read = quantities.read("Саны 2010-нан 2015-ке өсті", "kk")
    assert [found.units for found in read] == [(), ()]


def test_what_goes_up_to_a_bound_without_a_change_is_not_read():
    assert quantities.read("Ждали роста, прошло до почти 800 человек", "ru") == []


def test_the_numbers_of_a_change_keep_their_own_bounds():
    read = quantities.read("slumped from more than 20,000 to fewer than 8,000", "en")
    assert [found.bound for found in read] == ["more_than", "less_than"]


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "Drug deaths fell from 90 to 45", "Drug deaths"),
        ("en", "The number of inmates has risen from 90 to 145", "inmates"),
        ("ru", "Число школ уменьшилось с 90 до 45", "школ"),
        ("kk", "жылыжайлар саны 90-нан 145-ке дейін өсті", "жылыжайлар"),
        ("it", "Le aziende sono diminuite da 90 a 45", "aziende"),
        ("en", "Mumps cases in the north have more than tripled, from 31 to 104", "Mumps cases"),
        ("it", "I casi sono più che triplicati, da 31 a 104", "casi"),
    ],
)
def test_a_change_counts_its_subject(language, text, unit):
    read = quantities.read(text, language)
    assert {text[slice(*found.units[0])] for found in read} == {unit}


def test_lengths_change_as_numbers_do():
    read = durations.read("reduced from eight to five years", "en")
    assert [(found.value, found.bound) for found in read] == [
        ("P8Y", "exactly"),
        ("P5Y", "exactly"),
    ]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("a dispute over 30 hectares", ["exactly"]),
        ("worried about 40 pupils", ["exactly"]),
        ("were questioned about 11 thefts", ["exactly"]),
        ("police questioned about 40 people", ["about"]),
        ("letters from over 30 schools", ["more_than"]),
        ("tolls went up to 14 kronor", ["exactly"]),
        ("the fare has gone up to 3 pounds", ["exactly"]),
        ("the fee was put up to 900 kronor", ["exactly"]),
        ("Growth was revised up to 3 per cent from 2", ["exactly", "exactly"]),
        ("The bank revised up to 14 forecasts", ["at_most"]),
        ("closures put up to 900 people out of work", ["at_most"]),
        ("fines can go up to 500 euros", ["at_most"]),
        ("speeds of up to 90 km", ["at_most"]),
        ("near two schools", []),
        ("near 200 schools", ["about"]),
    ],
)
def test_a_word_that_governs_over_or_about_leaves_no_bound(text, bounds):
    assert [found.bound for found in quantities.read(text, "en")] == bounds


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "scored 47 goals and conceded 33", "goals"),
        ("ru", "забив 47 мячей и пропустив 33", "мячей"),
        ("en", "Of the 27 rooms, 9 were damaged", "rooms"),
        ("it", "Dei 27 comuni, 9 sono in rosso", "comuni"),
        ("ru", "Больше всего жалоб — 640", "жалоб"),
        ("ru", "В Омске открыли 12 пунктов, в Томске — 9.", "пунктов"),
        ("ru", "12 человек погибли, ещё 30 ранены", "человек"),
        ("it", "Gli adulti pagano 12 euro, i bambini 6.", "euro"),
        ("it", "Le donne sono 30, gli uomini 18.", "uomini"),
        ("en", "by 51 votes to 49", "votes"),
    ],
)
def test_a_unit_may_stand_elsewhere(language, text, unit):
    (place, *_) = quantities.read(text, language)[-1].units
    assert text[slice(*place)].split()[0] == unit


@pytest.mark.parametrize(
    ("language", "text", "decade"),
    [
        ("it", "negli anni Settanta", "197X"),
        ("it", "negli anni '80", "198X"),
        ("it", "negli anni Venti", None),
        ("it", "negli anni Settanta dell'Ottocento", None),
        ("ru", "в семидесятых годах", "197X"),
        ("ru", "в 70-е годы прошлого века", "197X"),
        ("ru", "в 70-х годах XIX века", None),
        ("kk", "өткен ғасырдың жетпісінші жылдары", "197X"),
        ("en", "in the seventies", None),
    ],
)
def test_a_decade_has_its_century_where_the_language_has_it_so(language, text, decade):
    assert [found.edtf for found in dates.read(text, language)] == ([decade] if decade else [])


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("Sunday, 9 June", "2024-06-09"),
        ("Monday, 9 June", "2025-06-09"),
        ("Friday, 9 June", "2023-06-09"),
        ("Thursday, 9 June", None),
    ],
)
def test_a_weekday_finds_the_year_of_its_date(day, found):
    (partial,) = dates.read(day, "en")
    assert complete(partial, year=None, reference="2024-06-05") == found


@pytest.mark.parametrize(
    ("text", "whole", "numbers"),
    [
        ("Councillors voted by 14 to nine to refuse it", "voted by 14 to nine", [14, 9]),
        ("Councillors voted nine to 14 against it", "voted nine to 14", [9, 14]),
        ("adopted by a vote of 51 to 49", "vote of 51 to 49", [51, 49]),
    ],
)
def test_a_vote_and_its_result_are_exact_and_cited_together(text, whole, numbers):
    found = quantities.read(text, "en")
    assert [one.number for one in found] == numbers
    assert {(one.bound, text[slice(*one.whole)]) for one in found} == {("exactly", whole)}


def test_what_one_votes_to_do_is_no_result():
    (low, high) = quantities.read("voted to cut 40 to 60 jobs", "en")
    assert (low.bound, high.bound) == ("at_least", "at_most")
