"""Lengths of time that another is said beside, or that are denied, are told of nobody."""

import pytest

from kzdata.readers import durations


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
