"""Abbreviations that multiply the number in front, and those that may: `300 млн.руб`, `$300 M`."""

import pytest

from kzdata.readers import quantities


def _read(language, text):
    return [
        (found.number, *(text[slice(*unit)] for unit in found.units))
        for found in quantities.read(text, language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("ru", "выделили 300 млн.руб. в год", 300_000_000, "руб"),
        ("ru", "выделили 1 200 тыс.тенге", 1_200_000, "тенге"),
        ("kk", "5 млн.теңге бөлінді", 5_000_000, "теңге"),
        ("it", "bilancio di 5 mln.euro", 5_000_000, "euro"),
        ("ru", "стоит 300 тыс.₽ в год", 300_000, "₽"),
        ("it", "costa 5 mln€ l'anno", 5_000_000, "€"),
        ("it", "costa 5 M€ l'anno", 5_000_000, "€"),
        ("it", "costa 5M€ l'anno", 5_000_000, "€"),
        ("en", "it cost $300 M", 300_000_000, "$"),
        ("en", "it cost $300 m", 300_000_000, "$"),
        ("en", "it cost EUR 300 K", 300_000, "EUR"),
        ("en", "it cost 300 M EUR", 300_000_000, "EUR"),
        ("en", "it cost 1.5 B US$", 1_500_000_000, "US$"),
        ("en", "it cost €300 Mio.", 300_000_000, "€"),
        ("it", "costa 5 mlrd euro", 5_000_000_000, "euro"),
        ("it", "costa 5 k euro", 5000, "euro"),
        ("ru", "стоит 300 М руб", 300_000_000, "руб"),
        ("kk", "құны $300 М болды", 300_000_000, "$"),
    ],
)
def test_an_abbreviation_multiplies_money(language, text, number, unit):
    assert _read(language, text) == [(number, unit)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "премия 300 т рублей"),
        ("ru", "премия 300 т. рублей"),
        ("ru", "премия 300 т.руб. в месяц"),
        ("ru", "стоит 300 мрд рублей"),
        ("ru", "выручка 300 (тыс. руб.) в год"),
        ("ru", "Выручка (млн руб.): 300"),
        ("ru", "бюджет 1 млн.200 тыс. рублей"),
        ("en", "sales of 300 (in thousands of tonnes)"),
        ("en", "sales (in millions) were 300"),
        ("en", "it has 300 k users"),
        ("en", "it has 300 M users"),
        ("en", "it has 300 m users, of whom"),
        ("en", "a profit of 300 k"),
        ("en", "it cost $300 mil"),
        ("en", "it cost 300 M US dollars"),
        ("en", "it cost $5 million.The firm paid"),
        ("en", "it sells 300 million/year"),
        ("en", "it sells $5 million's worth"),
        ("it", "costa $5 bn"),
    ],
)
def test_what_may_multiply_a_number_takes_it_away(language, text):
    assert [number for number, *_ in _read(language, text) if number] == []


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "(thousands protested) 300 were held", 300),
        ("en", "the tunnel is 300 m long", 300),
        ("en", "the 300 m race", 300),
        ("en", "the 300 m hurdles", 300),
        ("en", "the 5 km won by Smith", 5),
        ("en", "12 MPs won", 12),
        ("en", "it has 20 M&S shops", 20),
        ("ru", "продали 300 т зерна", 300),
        ("ru", "продали 3 млн т зерна", 3_000_000),
        ("ru", "вырос до 90 к рублю", 90),
        ("ru", "довели до 300 к концу года", 300),
        ("kk", "ұзындығы 5 м болды", 5),
        ("it", "alto 5 m", 5),
    ],
)
def test_units_and_small_words_multiply_nothing(language, text, number):
    assert [found[0] for found in _read(language, text) if found[0]] == [number]


def test_a_letter_behind_hours_multiplies_nothing():
    text = "The flight took 2h 15m in all."
    assert [(q.number, text[slice(*q.units[0])]) for q in quantities.read(text, "en")] == [
        (2, "h"),
        (15, "m"),
    ]


def test_a_scale_said_once_multiplies_both_ends():
    found = quantities.read("between $300-400 M was lost", "en")
    assert [(one.number, one.bound) for one in found] == [
        (300_000_000, "at_least"),
        (400_000_000, "at_most"),
    ]


def test_money_that_makes_a_letter_a_scale_is_in_the_words():
    text = "it cost EUR 300 M"
    assert [text[slice(*one.whole)] for one in quantities.read(text, "en")] == ["EUR 300 M"]
