"""Words for a total bound nothing, and leave a bound beside them as it is."""

import pytest

from kzdata.readers import quantities


@pytest.mark.parametrize(
    ("language", "text", "bound", "whole"),
    [
        ("it", "per un totale di circa 54mila utenti", "about", "circa 54mila"),
        ("it", "in tutto almeno 40 casi", "at_least", "almeno 40"),
        ("it", "almeno 40 casi in tutto", "at_least", "almeno 40"),
        ("it", "un totale di 40 casi", "exactly", "un totale di 40"),
        ("en", "a total of more than 300 people", "more_than", "more than 300"),
        ("en", "a total of 300 or so", "about", "300 or so"),
        ("it", "sepolti sotto 120 tonnellate circa", "about", "120 tonnellate circa"),
        ("it", "meno 12 gradi circa", "about", "meno 12 gradi circa"),
    ],
)
def test_a_total_leaves_the_bound_beside_it(language, text, bound, whole):
    (found,) = quantities.read(text, language)
    assert (found.bound, text[slice(*found.whole)]) == (bound, whole)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "not a total of about 300 people"),
        ("it", "al massimo un totale di 300 casi"),
        ("it", "prezzi sotto 120 euro circa"),
    ],
)
def test_bounds_that_do_not_agree_are_not_read(language, text):
    assert quantities.read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "gusts of up to 117km/h hit", "km/h"),
        ("en", "winds of 90-117km/h", "km/h"),
        ("it", "raffiche a 30m/s", "m/s"),
        ("it", "aliquota al 10,6 per mille", "per mille"),
    ],
)
def test_a_rate_is_one_unit(language, text, unit):
    assert {text[slice(*one.units[0])] for one in quantities.read(text, language)} == {unit}


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("it", "sepolti sotto 120 tonnellate di detriti", "exactly"),
        ("en", "buried under 20 tonnes of rubble", "exactly"),
        ("it", "venduti sotto 120 euro", "less_than"),
        ("en", "sold under 20 tonnes of wheat", "less_than"),
    ],
)
def test_what_something_lies_under_is_no_limit(language, text, bound):
    assert quantities.read(text, language)[-1].bound == bound
