"""Proportions are fractions where they are plainly one, and nothing at all else."""

import pytest

from kzdata.readers import quantities

SHARES = [
    ("en", "One in five farms", "1/5", "exactly", "farms"),
    ("en", "fewer than one in ten pupils", "1/10", "less_than", "pupils"),
    ("en", "one voter in ten says so", "1/10", "exactly", "voter"),
    ("en", "two out of every three drivers", "2/3", "exactly", "drivers"),
    ("en", "every fifth resident", "1/5", "exactly", "resident"),
    ("en", "One in every 14 newborns", "1/14", "exactly", "newborns"),
    ("en", "Almost one in 14 newborns", "1/14", "about", "newborns"),
    ("en", "One pupil in five failed", "1/5", "exactly", "pupil"),
    ("ru", "почти каждый третий россиянин", "1/3", "about", "россиянин"),
    ("ru", "каждому десятому пациенту", "1/10", "exactly", "пациенту"),
    ("ru", "Почти пятая часть населения в беде", "1/5", "about", "населения"),
    ("ru", "один из каждых пяти жителей", "1/5", "exactly", "жителей"),
    ("ru", "почти две из каждых трёх партий", "2/3", "about", "партий"),
    ("ru", "лишь десятую часть бюджета", "1/10", "exactly", "бюджета"),
    ("ru", "менее двадцатой доли акций", "1/20", "less_than", "акций"),
    ("kk", "әрбір бесінші тұрғын", "1/5", "exactly", "тұрғын"),
    ("it", "Un farmacista su cinque dichiara", "1/5", "exactly", "farmacista"),
    ("it", "meno di uno studente su cinque", "1/5", "less_than", "studente"),
    ("it", "uno studente ogni quattro abbandona", "1/4", "exactly", "studente"),
    ("it", "un adolescente su quattro dorme poco", "1/4", "exactly", "adolescente"),
    ("it", "un ragazzo italiano su quattro non studia", "1/4", "exactly", "ragazzo italiano"),
    ("it", "quasi un posto di lavoro su cinque è a rischio", "1/5", "about", "posto di lavoro"),
    (
        "en",
        "Nearly one in eight secondary school teachers",
        "1/8",
        "about",
        "secondary school teachers",
    ),
    ("it", "Un lavoratore su dodici, dice il rapporto", "1/12", "exactly", "lavoratore"),
    ("it", "Quasi un bambino su quindici è obeso", "1/15", "about", "bambino"),
    ("en", "One adult woman in five smokes", "1/5", "exactly", "adult woman"),
]


@pytest.mark.parametrize(
    ("language", "text", "number", "bound", "unit"), SHARES, ids=[row[1] for row in SHARES]
)
def test_a_proportion_is_a_fraction_of_its_thing(language, text, number, bound, unit):
    found = [
        (str(q.number), q.kind, q.bound, [text[slice(*place)] for place in q.units])
        for q in quantities.read(text, language)
    ]
    assert found == [(number, "fraction", bound, [unit])]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It killed two in three villages"),
        ("en", "one man in two cars"),
        ("en", "one in 14 days"),
        ("en", "was one in 2019 to leave"),
        ("en", "one in five days"),
        ("ru", "каждый пятый день"),
        ("ru", "не каждый пятый житель"),
        ("kk", "әр бесінші күн"),
        ("it", "un libro su tre donne"),
        ("it", "un palo ogni dieci metri"),
        ("it", "un bus ogni dieci minuti"),
        ("it", "Hanno votato 14 su 20, le regioni del Sud no"),
        ("it", "Sono sette su dieci i bambini che leggono"),
    ],
)
def test_what_may_be_no_proportion_is_not_read(language, text):
    assert quantities.read(text, language) == []


@pytest.mark.parametrize("text", ["пятая часть фильма", "третья часть вышла", "пятая часть"])
def test_a_part_of_a_work_has_a_place_among_its_parts(text):
    assert [found.kind for found in quantities.read(text, "ru")] == ["ordinal"]


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("it", "un decreto urgente su tre temi", [3]),
        ("it", "un accordo con la Russia su quattro punti", [4]),
        ("en", "one suspected arsonist in three counties", [1, 3]),
    ],
)
def test_numbers_with_more_words_between_are_no_proportion(language, text, numbers):
    assert [found.number for found in quantities.read(text, language)] == numbers


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("20 out of 30 villages have been flooded", "exactly"),
        ("Twenty out of 30 villages were flooded", "exactly"),
        ("Almost 20 out of 30 villages were flooded", "about"),
    ],
)
def test_a_number_out_of_another_counts_what_that_names(text, bound):
    (found,) = quantities.read(text, "en")
    assert (found.number, found.bound, text[slice(*found.units[0])]) == (20, bound, "villages")
