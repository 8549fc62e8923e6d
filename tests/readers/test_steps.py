"""By how much something changed and what it came to are two numbers, no ends of a range."""

import pytest

from kzdata.readers import quantities

STEPS = [
    ("en", "diesel climbed 4.7p to 151.2p", ["4.7 p", "151.2 p"]),
    ("en", "Stamps will go up by 10p to £1.15", ["10 p", "1.15 £"]),
    ("en", "an increase of 3% to 5bn euros", ["3 %", "5000000000 euros"]),
    ("en", "The number of inmates rose by 40 to 340", ["40 inmates", "340 inmates"]),
    ("en", "The population shrank by 0.9% in 2025 to 1.84 million", ["0.9 %", "1840000"]),
    ("en", "The population shrank by 2.08 million to 1.4 billion", ["2080000", "1400000000"]),
    ("en", "The group fell by 14 to 183 seats", ["14 seats", "183 seats"]),
    ("en", "Turnout fell by 40% to 35%", ["40 %", "35 %"]),
    ("en", "Sales fell by half to 310 cars", ["0.5", "310 cars"]),
    ("en", "Shares lost 12p to 340p", ["12 p", "340 p"]),
    ("en", "The deficit widened by £3m to £45m", ["3000000 £", "45000000 £"]),
    ("en", "The toll was up 12 to 340", ["12", "340"]),
    ("en", "Arrests dropping 12 cases to 98", ["12 cases", "98"]),
    ("en", "Pending cases fell by 12.6% in a year, to 38,214", ["12.6 %", "38214 cases"]),
    ("en", "The rate fell by 2%, to 35%", ["2 %", "35 %"]),
    ("en", "Sales rose 5 % to 40", ["5 %", "40 Sales"]),
    ("en", "Arrests fell by 12 per cent to 40", ["12 cent", "40 Arrests"]),
    ("en", "cut the price of petrol by Rs8.27 to Rs245.18 a litre", ["8.27 Rs", "245.18 Rs"]),
    ("en", "cut the price of its basic plan by £2 to £28 a month", ["2 £", "28 £"]),
    ("en", "The broker lifted its target by 40p to 640p", ["40 p", "640 p"]),
    ("en", "raised its key rate by 25 basis points to 4.5%", ["25 points", "4.5 %"]),
    ("it", "I reati sono calati del 12% in un anno, a quota 340", ["12 %", "340 reati"]),
    ("it", "La tariffa è salita di 3 euro a 45 euro", ["3 euro", "45 euro"]),
]


@pytest.mark.parametrize(("language", "text", "said"), STEPS, ids=[row[1] for row in STEPS])
def test_a_step_and_its_level_are_exact(language, text, said):
    found = quantities.read(text, language)
    assert {one.bound for one in found} == {"exactly"}
    for one, expected in zip(found, said, strict=True):
        number, *unit = expected.split()
        assert float(one.number) == float(number)
        places = [text[slice(*place)].split()[-1] for place in one.units]
        assert not unit or unit[0] in places


@pytest.mark.parametrize(
    "text",
    [
        "rates will rise by 8 to 11%",
        "a rise of 10 to 15 per cent",
        "cut 200 to 1,000 jobs",
        "premiums will rise 2% to 10%",
        "rates will rise by 2 to 15 per cent",
        "fares go up by 2 to 15 pounds",
        "the wait shortened by 2 to 15 days",
        "the group fell by 14 to 18 seats",
        "fares will go up 2p to 3p",
        "prices up 20 to 30 euros",
        "pay fell by 10 to 12",
        "It could cut household bills by £50 to £300 a year",
        "It raised the price by £5 to £15",
        "It may raise the cost of a flight by £10 to £80",
        "It raised the price by 5% to 45%",
        "the fleet lost between 3 and 5 ships",
        "growth of 5% to 10 percent",
        "growth between 5% and 10 per cent",
        "It cut the price by 5 to 45 rupees",
        "a rise in the price of £5 to £45",
    ],
)
def test_a_change_between_two_numbers_stays_a_range(text):
    assert [found.bound for found in quantities.read(text, "en")] == ["at_least", "at_most"]


def test_a_step_and_its_level_keep_their_own_bounds():
    read = quantities.read("Deaths rose by about 40 to more than 340", "en")
    assert [found.bound for found in read] == ["about", "more_than"]


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("it", "Gli ettari in zona sono diminuiti, tra il 2019 e il 2024, da 412 a 287", "ettari"),
        ("it", "i posti letto in centro sono passati in cinque anni da 340 a 915", "posti letto"),
        ("en", "The number of inmates has risen, he said on Monday, from 40 to 90", "inmates"),
    ],
)
def test_words_may_part_a_verb_from_the_path_of_its_subject(language, text, unit):
    last = quantities.read(text, language)[-1]
    assert (last.bound, text[slice(*last.units[0])]) == ("exactly", unit)


def test_a_price_behind_a_letter_is_read_where_both_ends_of_a_path_are():
    read = quantities.read("The fare rose from N200 to N350 on masks from N95 to N99", "en")
    assert [found.number for found in read] == [200, 350]
