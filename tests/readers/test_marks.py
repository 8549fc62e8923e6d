"""Marks that stand alone beside a number: they bound it, or make another one of it."""

import pytest

from kzdata.readers import durations, quantities


def _read(language, text):
    return [(found.number, found.bound) for found in quantities.read(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "the toll is > 300 people", "more_than"),
        ("en", "the toll is ≥ 300 people", "at_least"),
        ("en", "the toll is < 300 people", "less_than"),
        ("en", "the toll is <= 300 people", "at_most"),
        ("en", "the toll is ~ 300 people", "about"),
        ("en", "the toll is ∼ 300 people", "about"),
        ("en", "the cost is > $ 300", "more_than"),
        ("en", "the cost is > USD 300", "more_than"),
        ("ru", "погибло ≤ 300 человек", "at_most"),
        ("kk", "онда > 300 адам бар", "more_than"),
        ("it", "sono > 300 persone", "more_than"),
        ("en", "more than > 300 people", "more_than"),
        ("en", "it drew 300 people plus.", "at_least"),
        ("en", "it drew 300 young people plus", "at_least"),
    ],
)
def test_a_mark_bounds_the_number_beside_it(language, text, bound):
    assert _read(language, text) == [(300, bound)]


def test_a_mark_is_among_the_words_of_its_number():
    text = "the cost is > $ 300"
    (found,) = quantities.read(text, "en")
    assert text[slice(*found.whole)] == "> $ 300"


def test_a_mark_bounds_a_length_of_time():
    assert [one.bound for one in durations.read("it took > 3 months", "en")] == ["more_than"]


@pytest.mark.parametrize(
    "text",
    [
        "± 300 people", "≠ 300 people", "≳ 300 people", "+/- 300 people", "=> 300 people",
        "at most > 300 people", "> ~ 300 people", "> 10-15 people", "300 > 200 people",
        "300 ± 20 people", "Home > News > 300 people", "300 + people", "300 people+", "£300 + VAT",
        "1 / 3 people", "1 ⁄ 3 people", "12 / 20 people", "12/ 20 people", "4 x 100 metres",
        "2 × 300 metres", "4 х 100 м", "12 + 3 people", "12 +3 people", "3 + 4 + 5 people",
        "12 − 3 people", "12 * 3 people", "10 − 15 people", "10 – 15 people", "$10 – $15",
        "2 : 1", "10 ^ 3", "4 x $100", "the 1998 – 2003 war", "nights at − 17 °C", "− 17 °C",
        "an index of − 5 %", 'in 9"58', "in 10″4", "it fell to – 17 °C", "a growth of - 3%",
        "below – 20 degrees", "changed by – 3.4 points", "growth of − 17%",
    ],
)  # fmt: skip
def test_a_mark_that_says_something_else_takes_numbers_away(text):
    assert _read("en", text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Онда екі мыңнан бес жүз кем адам тұрады", []),
        ("Қорада жүзден бес артық қой бар", []),
        ("Көрсеткіш 300-ден 50-ге кем", [(300, "exactly"), (50, "exactly")]),
        ("Бюджет 500 теңгеден 50 теңге кем", [(500, "exactly"), (50, "exactly")]),
    ],
)
def test_a_number_that_is_so_much_less_than_another_is_neither(text, numbers):
    assert _read("kk", text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a hall of 300 by 200 metres", [300, 200]),
        ("in 2020 – 300 people died", [300]),
        ("of the 12 – 15 of them women – all left", [12, 15]),
        ("12 people + 3 children", [12, 3]),
        ("300 LGBTQ+ people", [300]),
        ("12 – 3 of them women", [12, 3]),
        ("300 people plus 20 dogs", [300, 20]),
        ("N = 300 people", [300]),
        ("it drew − 300 people", [300]),
        ("nights at −17 °C", [-17]),
        ("Turnout – 62%, not more", [62]),
        ("the town they live in – 300 homes", [300]),
    ],
)
def test_other_marks_and_dashes_take_none_away(text, numbers):
    assert [number for number, _ in _read("en", text)] == numbers
