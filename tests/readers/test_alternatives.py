"""Amounts and lengths of time that another is said beside, or denied, are told of nobody."""

import pytest

from kzdata.readers import durations, quantities


def _read(language, text):
    return [(one.value, one.bound) for one in durations.read(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was away for a year or two."),
        ("en", "It took a month, if not two."),
        ("en", "He will stay a year, maybe two, in jail."),
        ("en", "It lasts a week or ten days."),
        ("en", "It took two years, perhaps three."),
        ("en", "Not a year has passed."),
        ("ru", "Он вернётся через час или два."),
        ("ru", "Он вернётся через неделю, а то и две."),
        ("ru", "Это займёт полгода или год."),
        ("ru", "Прошло не полгода."),
        ("it", "Resterà un'ora o due."),
        ("it", "Resterà un mese, forse due."),
        ("it", "Ci vuole un'ora buona."),
        ("it", "Non un anno di meno."),
        ("it", "È durata un'ora e un quarto."),
        ("it", "Dopo un'ora e 20 di gioco."),
        ("en", "It took an hour and a quarter."),
        ("en", "It took an hour and 20, he said."),
        ("kk", "Бір жыл не екі жыл керек."),
        ("kk", "Бір апта, мүмкін екі."),
    ],
)
def test_a_length_with_an_alternative_is_none(language, text):
    assert _read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "lengths"),
    [
        ("en", "jailed for a year, not two", [("P1Y", "exactly")]),
        ("en", "a week or more", [("P1W", "at_least")]),
        ("en", "not even a year", [("P1Y", "less_than")]),
        ("en", "fined or jailed for a year or both", [("P1Y", "exactly")]),
        ("en", "a week later, two men were killed", [("P1W", "exactly")]),
        ("ru", "через год и два месяца", [("P1Y2M", "exactly")]),
        ("ru", "за неполных два года", [("P2Y", "less_than")]),
        ("ru", "за два неполных года", [("P2Y", "less_than")]),
        ("it", "un'ora scarsa", [("PT1H", "about")]),
        ("it", "un anno e due mesi", [("P1Y2M", "exactly")]),
        ("it", "un anno e un giorno di carcere", [("P1Y1D", "exactly")]),
        ("it", "tre anni e due dei figli", [("P3Y", "exactly")]),
        ("en", "an hour and a third of the staff", [("PT1H", "exactly")]),
        ("en", "three years and 20,000 euros", [("P3Y", "exactly")]),
        ("kk", "бір жыл және екі ай", [("P1Y2M", "exactly")]),
    ],
)
def test_other_lengths_are_told(language, text, lengths):
    assert _read(language, text) == lengths


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It costs 300 dollars or 500 dollars."),
        ("en", "It costs 300 dollars, or 500 dollars."),
        ("en", "They sent two ships, or three."),
        ("ru", "Это стоит один рубль или два рубля."),
        ("ru", "Придут 300 гостей, либо 500."),
        ("it", "Costa 300 euro o 500 euro."),
        ("kk", "Құны 300 доллар немесе 500 доллар."),
        ("kk", "Құны не 300 доллар, не 500 доллар."),
        ("kk", "Келгені 300 адам, тіпті 500 адам."),
        ("kk", "Келгені екі адам, бәлкім, үш."),
        ("kk", "40 айлық есептік көрсеткіш не 80 айлық есептік көрсеткіш"),
    ],
)
def test_an_amount_with_an_alternative_is_none(language, text):
    assert quantities.read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "fined 300 dollars or jailed for 30 days", [300, 30]),
        ("en", "fined 300 dollars, or 30 days in jail", [300, 30]),
        ("en", "It killed 30 people, or 5% of them.", [30, 5]),
        ("ru", "погибли 30 человек, или 5 процентов", [30, 5]),
        ("kk", "30 теңге айыппұл немесе 5 тәулік қамау", [30, 5]),
        ("it", "multa di 300 euro o 30 giorni di carcere", [300, 30]),
    ],
)
def test_amounts_of_different_things_are_told(language, text, numbers):
    assert [one.number for one in quantities.read(text, language)] == numbers
