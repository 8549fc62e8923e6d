"""Numbers that say how many more or fewer: exactly so many of what the number before counts."""

import pytest

from kzdata.readers import quantities


def _last(language, text):
    found = quantities.read(text, language)[-1]
    return str(found.number), found.bound, *(text[slice(*unit)] for unit in found.units)


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("en", "It has 120 pupils, 15 fewer than last year.", "15", "pupils"),
        (
            "en",
            "It left 1.07 million people out of work, 38,000 more than in May.",
            "38000",
            "people",
        ),
        ("en", "It saw 34 cases, 20 more than in April and 15 less than in May.", "15", "cases"),
        ("en", "It has 120 pupils, 15 short of its target.", "15", "pupils"),
        ("en", "It has 120 pupils, 15 up on last year.", "15", "pupils"),
        ("ru", "В школе 120 учеников, что на 15 больше прошлогоднего.", "15", "учеников"),
        ("ru", "Работу потеряли 900 человек — на 38 меньше, чем годом ранее.", "38", "человек"),
        ("it", "La scuola ha 120 alunni, 15 in meno dell'anno scorso.", "15", "alunni"),
        ("it", "I disoccupati sono 900, 38 in più del 2022.", "38", "disoccupati"),
        ("kk", "Мектепте 120 оқушы бар, бұл былтырғыдан 15-ке аз.", "15", "оқушы"),
    ],
)
def test_a_difference_counts_what_the_number_before_does(language, text, number, unit):
    assert _last(language, text) == (number, "exactly", unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He spent 3 days there, scoring 15 more than in 2022."),
        ("en", "He spent 3 days there and scored 15 more than in 2022."),
        ("ru", "Он прожил там 3 дня, собрав на 15 больше."),
        ("it", "Ha vissuto 3 giorni e raccolto 15 in più."),
    ],
)
def test_a_verb_between_leaves_a_difference_without_unit(language, text):
    assert _last(language, text) == ("15", "exactly")


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("рекордынан үш келі артық", "exactly"),
        ("жоспардан үш келі кем", "exactly"),
        ("нормадан үш градус жоғары", "exactly"),
        ("рекорды үш келіден артық", "more_than"),
        ("салмағы үш келіден кем", "less_than"),
    ],
)
def test_a_kazakh_unit_without_its_case_is_a_difference(text, bound):
    assert [found.bound for found in quantities.read(text, "kk")] == [bound]


def test_no_ordinal_is_read_behind_than():
    assert quantities.read("The toll is higher than first feared.", "en") == []


@pytest.mark.parametrize(
    ("language", "text", "units"),
    [
        ("en", "7 times more women than men", ["times"]),
        ("en", "7 times larger fleets", ["times"]),
        ("en", "7 points more people", ["points"]),
        ("en", "7 years older women", ["years"]),
        ("en", "7-fold more people", []),
        ("en", "twice bigger ships", []),
        ("en", "7 older women", ["older women"]),
        ("en", "three hours and stopped every lift", ["hours"]),
        ("en", "7 days and nights", ["days"]),
        ("en", "7 men and women", ["men and women"]),
        ("ru", "в 7 раз крупнее судов", ["раз"]),
        ("ru", "на 7 лет старше женщин", ["лет"]),
        ("it", "7 volte maggiori navi", ["volte"]),
        ("kk", "7 есе үлкен кеме", ["есе"]),
    ],
)
def test_what_is_so_many_times_more_is_not_counted(language, text, units):
    (found,) = quantities.read(text, language)
    assert [text[slice(*unit)] for unit in found.units] == units
