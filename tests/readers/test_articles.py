"""An article before a half or a fifth: one and a half of something, a fraction, or an ordinal."""

from fractions import Fraction

import pytest

from kzdata.readers import quantities


def _read(language, text):
    return [
        (text[slice(*found.words)], found.number, found.bound, found.kind)
        for found in quantities.read(text, language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "words", "bound"),
    [
        ("en", "seized a tonne and a half of it", "a tonne and a half", "exactly"),
        ("en", "walked more than a mile and a half", "a mile and a half", "more_than"),
        ("it", "oltre una tonnellata e mezza di sale", "una tonnellata e mezza", "more_than"),
        ("it", "circa un chilo e mezzo", "un chilo e mezzo", "about"),
    ],
)
def test_one_of_a_unit_takes_a_half(language, text, words, bound):
    assert _read(language, text) == [(words, Fraction(3, 2), bound, "cardinal")]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "a pint and a half pint"), ("it", "un gol e mezza occasione")]
)
def test_a_half_of_the_next_thing_is_not_added(language, text):
    assert _read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "number", "kind"),
    [
        ("en", "a fifth consecutive reduction", 5, "ordinal"),
        ("en", "a third term", 3, "ordinal"),
        ("en", "a third of the members", Fraction(1, 3), "fraction"),
        ("en", "a second hearing", 2, "ordinal"),
        ("it", "un quinto mandato", 5, "ordinal"),
        ("it", "eletto al secondo turno", 2, "ordinal"),
        ("it", "nel secondo trimestre", 2, "ordinal"),
        ("it", "per il secondo anno consecutivo", 2, "ordinal"),
        ("it", "un quinto dei membri", Fraction(1, 5), "fraction"),
    ],
)
def test_what_has_an_order_is_no_part(language, text, number, kind):
    assert [found[1::2] for found in _read(language, text)] == [(number, kind)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("four were injured and a fifth was suspended", ["cardinal", "ordinal"]),
        ("two are wavering, a third has said no", ["cardinal", "ordinal"]),
        ("two banks cut a third of their staff", ["cardinal", "fraction"]),
        ("four of them saw a fifth fewer guests", ["cardinal", "fraction"]),
        ("three of them saw a fifth voting", ["cardinal", "fraction"]),
        ("30 metres a second through it", ["cardinal"]),
    ],
)
def test_the_next_in_order_is_no_part(text, kinds):
    assert [found.kind for found in quantities.read(text, "en")] == kinds


@pytest.mark.parametrize(
    "text", ["secondo fonti locali", "secondo gli esperti", "cento metri al secondo e un salto"]
)
def test_a_source_and_a_unit_of_time_are_no_rank(text):
    assert "ordinal" not in [found.kind for found in quantities.read(text, "it")]


@pytest.mark.parametrize(
    ("language", "text", "units"),
    [
        ("en", "38 people were killed and more than 100 injured", {"injured", "people"}),
        ("it", "38 persone sono morte e più di 100 ferite", {"ferite", "persone"}),
        ("en", "three houses were destroyed and 100 injured", {"injured"}),
        ("it", "40 agenti oltre ai 115 già in servizio", {"agenti"}),
        ("en", "40 agents besides the 115 already on duty", {"agents"}),
        ("it", "i frontalieri, che in Ticino sono 800", {"frontalieri"}),
        ("it", "nel 2024 i decessi sul lavoro sono scesi da 90 a 45", {"decessi"}),
        ("en", "cholera cases in the province rose from 212 to 346", {"cholera cases"}),
        ("en", "in the province the deaths fell from 90 to 45", {"deaths"}),
        ("it", "nella provincia sono scesi da 90 a 45", set()),
    ],
)
def test_a_unit_may_stand_in_front(language, text, units):
    last = quantities.read(text, language)[-1]
    assert {text[slice(*unit)] for unit in last.units} == units


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("it", "La pena è ridotta da 12 a 8 anni e mezzo", [12, 8.5]),
        ("it", "Rischia tra i 7 e gli 8 anni e mezzo", [7, 8.5]),
        ("en", "The term was cut from 12 to 8 years and a half", [12, 8.5]),
        ("en", "between 7 and 8 acres and a half", [7, 8.5]),
        ("ru", "от 7 до 8 лет с половиной", [7, 8.5]),
    ],
)
def test_a_half_behind_the_unit_of_two_numbers_is_of_the_second(language, text, numbers):
    assert [float(found.number) for found in quantities.read(text, language)] == numbers
