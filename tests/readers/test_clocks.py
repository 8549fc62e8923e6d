"""Hours of the day are no lengths of time, and lengths of hours stay what they are."""

from fractions import Fraction

import pytest

from kzdata.readers import durations, quantities

OF_DAY = [
    "В 19 часов по московскому времени начнётся матч",
    "Взрыв прогремел до 18 часов по местному времени",
    "Музей открыт с 9 до 18 часов",
    "Занятия начинаются в 9 часов 30 минут утра",
    "Взрыв прогремел в 3 часа 15 минут ночи",
    "Рейс вылетит в 14 часов 20 минут",
    "К 21 часу пожар потушили",
    "С 22 часов вводится комендантский час",
    "Примерно в шестнадцать часов раздался взрыв",
    "Голосование продлится с 8 до 20 часов",
    "Магазин работает с 9 до 24 часов",
    "Мост перекроют с 23 часов 5 июня до 6 часов 7 июня",
    "По состоянию на 18 часов пострадавших нет",
    "Взрыв произошёл в два часа дня",
    "Срок подачи истекает в 18 часов",
    "В 19.00 начнётся матч",
    "Поезд прибывает в 6.45 и уходит в 7.10",
    "Сбор назначен на 12.00",
]


@pytest.mark.parametrize("text", OF_DAY)
def test_a_time_of_the_day_is_no_length_and_no_quantity(text):
    assert (quantities.read(text, "ru"), durations.read(text, "ru")) == ([], [])


LENGTHS = [
    ("Задержка рейса в 2 часа вызвала возмущение", ["PT2H"]),
    ("Разница в 3 часа с Москвой сохранится", ["PT3H"]),
    ("Перелёт в 9 часов", ["PT9H"]),
    ("Ожидание в 2 часа 15 минут", ["PT2H15M"]),
    ("Поезд опоздал на 2 часа", ["PT2H"]),
    ("Очередь растянулась на 5 часов", ["PT5H"]),
    ("Раз в 3 часа поезд останавливается", ["PT3H"]),
    ("Покинуть страну в 24 часа", ["PT24H"]),
    ("Время ожидания выросло с 2 до 5 часов", ["PT2H", "PT5H"]),
    ("Смену сократили с 12 до 8 часов", ["PT12H", "PT8H"]),
    ("Отпуск продлили с 24 до 28 дней", ["P24D", "P28D"]),
    ("Экзамен начнётся в 10 часов и займёт 4 часа", ["PT4H"]),
    ("В 2,5 часа езды от города", ["PT2.5H"]),
]


@pytest.mark.parametrize(("text", "values"), LENGTHS)
def test_a_length_of_hours_is_read(text, values):
    assert [found.value for found in durations.read(text, "ru")] == values


@pytest.mark.parametrize(
    ("text", "number"),
    [("Курс поднялся до 19.50 рубля", "39/2"), ("Доля снизилась до 12.50%", "25/2")],
)
def test_a_decimal_of_a_measure_is_no_time_of_the_day(text, number):
    assert [str(found.number) for found in quantities.read(text, "ru")] == [number]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Il corteo di 300 persone partirà alle 15.", [300]),
        ("Alle 12 i feriti erano 30, alle 19 47.", [30]),
        ("Seggi aperti in 12 comuni dalle 7 alle 23.", [12]),
        ("I feriti erano 12 alle 15 e 40 alle 18.", [12, 40]),
        ("Una scossa di magnitudo 4,8 alle 5,30, poi un'altra.", [Fraction("4.8")]),
        ("Dopo le 22 è vietato.", []),
        ("Spetta alle 12 regioni.", [12]),
        ("Dalle 3 alle 5 persone.", [3, 5]),
        ("Dalle 15 alle 18mila richieste.", [15_000, 18_000]),
        ("Le vittime sono passate dalle 12 del 2019 alle 20 di oggi.", [12, 20]),
        ("Le vittime sono 12.", [12]),
    ],
)
def test_an_italian_hour_that_counts_nothing_is_none(text, numbers):
    assert [found.number for found in quantities.read(text, "it")] == numbers
