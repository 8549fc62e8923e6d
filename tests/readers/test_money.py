"""Money as newspapers print it: marks glued in front, scales of India, groups of Switzerland."""

from fractions import Fraction

import pytest

from kzdata.readers import quantities


def _read(language, text):
    return [
        (found.number, found.bound, *(text[slice(*unit)] for unit in found.units))
        for found in quantities.read(text, language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("en", "recovered Sh4.7 billion in bills", 4_700_000_000, "Sh"),
        ("en", "worth Rs. 5 lakh", 500_000, "Rs"),
        ("en", "worth Rs 2 lakh crore", 2 * 10**12, "Rs"),
        ("en", "worth Rs.12,00,000", 1_200_000, "Rs."),
        ("en", "worth ₹3,45,67,890", 34_567_890, "₹"),
        ("en", "seized N30.5bn", 30_500_000_000, "N"),
        ("en", "N30 billion", 30_000_000_000, "N"),
        ("en", "paid R15.20 a litre", Fraction("15.2"), "R"),
        ("en", "a R2-million house", 2_000_000, "R"),
        ("en", "a $5-million project", 5_000_000, "$"),
        ("en", "GH¢200m", 200_000_000, "GH¢"),
        ("en", "fined Shs9,000", 9000, "Shs"),
        ("en", "worth Dh4.5 million", 4_500_000, "Dh"),
        ("en", "USD 5m", 5_000_000, "USD"),
        ("en", "costs 500 kr", 500, "kr"),
        ("en", "more 300zł", 300, "zł"),
        ("it", "verserà 12'500 franchi", 12_500, "franchi"),
        ("it", "circa CHF 1'200.50", Fraction("1200.5"), "CHF"),
        ("it", "costa 50 centesimi", 50, "centesimi"),
    ],
)
def test_money_is_read_with_its_mark(language, text, number, unit):
    assert [(found[0], *found[2:]) for found in _read(language, text)] == [(number, unit)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("fines of between R5,000 and R20,000", ["at_least", "at_most"]),
        ("between Rs 50 crore and Rs 60 crore", ["at_least", "at_most"]),
        ("Sh 4,000 to Sh 5,000 a bag", ["at_least", "at_most"]),
        ("jumped from Rs120 to Rs210 a kilogram", ["exactly", "exactly"]),
        ("rose from USD 5m to USD 7m", ["exactly", "exactly"]),
    ],
)
def test_a_currency_may_stand_before_both_ends(text, bounds):
    assert [found[1] for found in _read("en", text)] == bounds


@pytest.mark.parametrize(
    "text", ["an N95 mask", "the R22 helicopter", "climbed K2", "group S22", "12,00,00 people"]
)
def test_a_letter_with_digits_is_no_money(text):
    assert _read("en", text) == []


def test_a_range_of_millions_may_be_one_of_metres():
    assert _read("en", "between 3m and 3.5m people") == [
        (3_000_000, "at_least", "people"),
        (3_500_000, "at_most", "people"),
        (3, "at_least", "m"),
        (Fraction("3.5"), "at_most", "m"),
    ]


def test_an_apostrophe_still_elides_in_front_of_digits():
    assert [found[0] for found in _read("it", "dall'8 al 12, l'800")] == [8, 12, 800]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "repay $2.65m to 114 pensioners",
            [(2_650_000, "exactly", "$"), (114, "exactly", "pensioners")],
        ),
        ("paid €300 to 40 families", [(300, "exactly", "€"), (40, "exactly", "families")]),
        ("it gave £20 to 30 volunteers", []),
        ("it costs $20 to 30", [(20, "at_least", "$"), (30, "at_most", "$")]),
    ],
)
def test_money_goes_to_people_where_it_cannot_rise_to_them(text, read):
    assert _read("en", text) == read


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "sold for £1.85m against an estimate of 300,000", "£"),
        ("ru", "продали за £1,85 млн при эстимейте 300–500 тысяч", "£"),
        ("ru", "за 2 млн рублей при стартовой цене 300 тысяч", "рублей"),
        ("it", "per 2 milioni di sterline, contro un prezzo base di 900 mila", "sterline"),
        ("kk", "2 млн долларға сатылды, бағасы 300 мың еді", "долларға"),
    ],
)
def test_a_price_without_money_is_in_that_of_the_number_before(language, text, unit):
    assert _read(language, text)[-1][2:] == (unit,)


def test_nothing_is_added_to_a_decimal_of_millions():
    assert _read("ru", "вернуть $2,65 млн 114 пенсионерам") == []


@pytest.mark.parametrize(
    ("language", "text", "amounts"),
    [
        ("ru", "курс 78 рублей 43 копейки за доллар", ["exactly 78.43"]),
        ("ru", "стоит более 51 рубля и 7 копеек", ["more_than 51.07"]),
        ("ru", "подорожал с 51 руб. 7 коп. до 58 рублей", ["exactly 51.07", "exactly 58"]),
        ("ru", "прыгнул на два метра 32 сантиметра", ["exactly 2.32"]),
        ("ru", "дали по 5 рублей 120 школьникам", ["exactly 5", "exactly 120"]),
        ("ru", "заплатил 5 рублей, 20 копеек потерял", ["exactly 5", "exactly 20"]),
        ("kk", "бағасы 95 теңге 40 тиыннан асты", ["more_than 95.4"]),
        ("kk", "95 теңге 40 тиыннан 98 теңгеге өсті", ["exactly 95.4", "exactly 98"]),
        ("en", "it costs three pounds 20 pence", ["exactly 3.2"]),
        ("en", "three pounds and 200 pence", ["exactly 3", "exactly 200"]),
        ("en", "It is 6 feet 2 inches tall", ["exactly 37/6"]),
        ("en", "a 7 lb 4 oz baby", ["exactly 29/4"]),
        ("en", "over 12 stone 7 pounds", ["more_than 12.5"]),
        ("en", "wade 6 feet in 2 minutes", ["exactly 6", "exactly 2"]),
        ("it", "costa 3 euro e 50 centesimi", ["exactly 3.5"]),
    ],
)
def test_an_amount_in_two_units_is_one_number(language, text, amounts):
    found = quantities.read(text, language)
    stated = [line.split() for line in amounts]
    assert [(one.bound, one.number) for one in found] == [(b, Fraction(n)) for b, n in stated]
