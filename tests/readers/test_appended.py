"""Bounds set off by a comma or brackets, hedges in front of a comma, and bounds of distance."""

import pytest

from kzdata.readers import quantities


def _bounds(language, text):
    return [(str(one.number), one.bound) for one in quantities.read(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "It is 300 metres, if not more.", "at_least"),
        ("en", "It hurt 300 people, perhaps more, on Monday.", "at_least"),
        ("en", "It hurt 300 people, no more.", "at_most"),
        ("en", "It hurt 300 people (est.).", "about"),
        ("en", "It hurt 300 something people.", "about"),
        ("en", "It is south of 300 dollars.", "less_than"),
        ("ru", "Пришли 300 человек примерно.", "about"),
        ("ru", "Пришли неполные 300 человек.", "less_than"),
        ("ru", "Пришло ближе к 300 человек.", "about"),
        ("ru", "Наверное, 300 человек пришли.", "about"),
        ("ru", "Пришли, может быть, 300 человек.", "about"),
        ("ru", "Пришли 300 человек, а то и больше.", "at_least"),
        ("ru", "Пришли 300 человек, может, больше.", "at_least"),
        ("ru", "Пришло хорошо за 300 человек.", "more_than"),
        ("kk", "300 адам көлемінде келді.", "about"),
        ("kk", "300 адам, бәлкім одан көп келді.", "at_least"),
        ("kk", "Бәлкім, 300 адам келді.", "about"),
        ("kk", "300 теңге көлемінде төледі.", "exactly"),
        ("it", "Sono 300 persone, e forse più.", "at_least"),
        ("it", "Sono 300 euro, almeno.", "at_least"),
        ("it", "Probabilmente 300 persone.", "about"),
        ("en", "They live within 300 metres of it.", "at_most"),
        ("en", "It came within the next six months.", "at_most"),
        ("en", "It is within about 300 metres.", "about"),
        ("en", "Talks were held within three villages.", "exactly"),
        ("en", "It fell within a 300 metre radius.", "exactly"),
        ("ru", "Это не далее чем в 300 метрах.", "at_most"),
        ("it", "Abita entro 300 metri da lì.", "at_most"),
        ("it", "Il bando scade entro due anni.", "at_most"),
        ("it", "I dati sui 300 operai.", "exactly"),
        ("en", "It hurt 300 people, at least according to him.", "exactly"),
    ],
)
def test_what_is_said_beside_a_number_bounds_it(language, text, bound):
    assert [found for _, found in _bounds(language, text)] == [bound]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It weighs 300 kilos, perhaps."),
        ("en", "He is pushing 300 kilos."),
        ("ru", "Пришли 300 человек примерно в полдень."),
        ("ru", "Не далее как два дня назад."),
        ("kk", "300 адам шығар."),
        ("it", "Costa sui 300 euro."),
        ("it", "Verso le 300 persone."),
    ],
)
def test_what_leaves_a_number_open_takes_it_away(language, text):
    assert _bounds(language, text) == []


def test_another_number_may_be_meant_instead():
    assert _bounds("en", "It is 300 metres, perhaps 400.") == [("400", "about")]
    assert _bounds("en", "It hurt 300, at least 20 of them children.")[0] == ("300", "exactly")


def test_a_hedge_set_off_by_commas_hedges_the_number_behind_it():
    found = quantities.read("Police made, give or take, 300 arrests.", "en")
    assert [(one.number, one.bound) for one in found] == [(300, "about")]


@pytest.mark.parametrize("rate", ["every day", "each week from the town"])
def test_what_is_counted_ends_in_front_of_a_rate(rate):
    text = f"14 people die {rate}"
    (found,) = quantities.read(text, "en")
    assert [text[slice(*unit)] for unit in found.units] == ["people die"]
