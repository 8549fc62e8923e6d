"""Places that something is above, and names with numbers inside what another number counts."""

import pytest

from kzdata.readers import durations, quantities


def _read(language, text):
    return [(str(found.number), found.bound) for found in quantities.read(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "drones were shot down over four regions"),
        ("en", "a plane was lost over four islands"),
        ("en", "drones were destroyed over the four border regions"),
        ("en", "the jet flew over four cities"),
        ("en", "debris scattered above four villages"),
        ("it", "droni abbattuti sopra quattro regioni"),
        ("it", "Sopra le quattro città"),
        ("kk", "дрондар төрт облыстың үстінде атып түсірілді"),
    ],
)
def test_over_a_place_bounds_nothing(language, text):
    assert _read(language, text) == [("4", "exactly")]


@pytest.mark.parametrize(
    "text",
    [
        "the army shot down over four drones",
        "protesters gathered in over four cities",
        "troops destroyed over four villages",
        "drones were shot down over four times",
        "it flies over four routes",
    ],
)
def test_over_things_is_more_than(text):
    assert _read("en", text) == [("4", "more_than")]


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "sent up to 18 Leopard 2 tanks", "Leopard 2 tanks"),
        ("en", "bought 18 iPhone 15 handsets", "iPhone 15 handsets"),
        ("en", "flew 18 Boeing 737 MAX 8 jets", "Boeing 737 MAX 8 jets"),
        ("ru", "поставит 18 Challenger 2", "Challenger 2"),
        ("it", "fornirà 18 Leopard 2", "Leopard 2"),
        ("kk", "18 Leopard 2 танкін жеткізеді", "Leopard 2 танкін"),
    ],
)
def test_a_model_belongs_to_the_unit_and_its_number_counts_nothing(language, text, unit):
    found = quantities.read(text, language)
    assert [(int(one.number or 0), *(text[slice(*u)] for u in one.units)) for one in found] == [
        (18, unit)
    ]


def test_the_number_listed_behind_a_model_is_read():
    assert _read("ru", "поставит 18 Challenger 2 и 60 машин") == [
        ("18", "exactly"),
        ("60", "exactly"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("it", "seguito per nove anni 3.215 gemelli", ["9", "3215"]),
        ("it", "dopo tre ore 20 persone sono scese", ["3", "20"]),
        ("it", "gli anni 80", []),
        ("it", "alle ore 20", []),
        ("kk", "екі пәтер 20 адамға берілді", ["2", "20"]),
    ],
)
def test_what_a_number_counts_names_no_number_behind(language, text, numbers):
    assert [number for number, _ in _read(language, text)] == numbers


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("ru", "на улице 40 лет Победы", []),
        ("ru", "на проспекте 50-летия Октября", []),
        ("ru", "на улице 26 Бакинских Комиссаров", []),
        ("ru", "в парке 30-летия ВЛКСМ высадили 120 деревьев", ["120"]),
        ("kk", "Жеңістің 40 жылдығы көшесінде", []),
        ("ru", "в парке 40 лет назад был пруд", ["40"]),
        ("ru", "к 50-летию завода", ["50"]),
        ("ru", "на площади 300 человек", ["300"]),
        ("ru", "на улице 30 градусов", ["30"]),
        ("kk", "зауыттың 40 жылдығы", ["40"]),
        ("kk", "Абай көшесінде 40 адам тұрады", ["40"]),
    ],
)
def test_a_number_in_the_name_of_a_street_or_the_like_counts_nothing(language, text, numbers):
    assert [number for number, _ in _read(language, text)] == numbers


@pytest.mark.parametrize(
    ("text", "value"), [("улица 50-летия Октября", []), ("50-летие", ["P50Y"])]
)
def test_a_place_named_by_an_anniversary_lasts_no_time(text, value):
    assert [one.value for one in durations.read(text, "ru")] == value


@pytest.mark.parametrize(
    "text",
    [
        "the Big Four firms audited it",
        "the Group of Seven countries met",
        "the Five Star Movement won",
        "the Thirty Years' War ended",
        "he watched Twelve Angry Men at home",
        "Year 6 pupils sat the tests",
        "Title 42 expulsions ended",
        "the Round 2 matches are drawn",
    ],
)
def test_a_number_in_an_english_name_counts_nothing(text):
    assert [*quantities.read(text, "en"), *durations.read(text, "en")] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Police Arrest Two Men in Raid on City Flat", "2"),
        ("Fire Kills Three People at the Home of a Singer", "3"),
        ("Moscow: Two soldiers were killed", "2"),
        ("shall pay Five Hundred Dollars a month", "500"),
        ("last year 6 pupils were expelled", "6"),
        ("they form 4 groups", "4"),
        ("the price jumped by Rs120", "120"),
        ("the Seventh Fleet sailed", "7"),
    ],
)
def test_a_capital_in_a_heading_or_sum_is_no_name(text, number):
    assert _read("en", text) == [(number, "exactly")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Это был 12-тысячный автомобиль завода.", []),
        ("Музей принял 500-тысячного посетителя.", []),
        ("У границы стоит 100-тысячный контингент.", [100_000]),
        ("Построили 40-тысячный стадион.", [40_000]),
    ],
)
def test_one_of_many_that_are_told_off_is_no_number_of_them(text: str, numbers: list[int]) -> None:
    assert [quantity.number for quantity in quantities.read(text, "ru")] == numbers
