"""Wordings of Russian news: numbers that were planned, sums of money, votes, names in quotes."""

import pytest

from kzdata.readers import quantities


def _read(text):
    return [
        (
            found.number if found.number is None else int(found.number),
            found.bound,
            [text[slice(*unit)] for unit in found.units],
        )
        for found in quantities.read(text, "ru")
    ]


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("Оборот не дотянул до запланированных 150 млрд рублей", 150_000_000_000, "less_than"),
        ("Сборы недотянули до плановых 30 млн рублей", 30_000_000, "less_than"),
        ("Явка не достигла необходимых 50 процентов", 50, "less_than"),
        ("Инфляция превысила прогнозные 7 процентов", 7, "more_than"),
        ("Расходы не превысили плановые 40 млн рублей", 40_000_000, "at_most"),
        ("Работали больше положенных 8 часов", 8, "more_than"),
        ("Скорость не выше разрешённых 60 км/ч", 60, "at_most"),
        ("Выпуск довели до запланированных 150 машин", 150, "exactly"),
        ("Добыча достигла рекордных 11 млн баррелей", 11_000_000, "exactly"),
    ],
)
def test_a_word_for_what_was_planned_parts_no_bound_from_its_number(text, number, bound):
    assert [read[:2] for read in _read(text)] == [(number, bound)]


def test_a_difference_to_what_was_is_no_bound():
    read = _read("Урожай на 20 тысяч тонн больше прошлогодних 300 тысяч")
    assert [found[:2] for found in read] == [(20_000, "exactly"), (300_000, "exactly")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Выручка — 9 млрд рублей, чистый долг сокращён до 2 млрд.", "рублей"),
        ("Получит 270 млн евро, первый транш в размере 18 млн поступит летом.", "евро"),
        ("Бюджет — 120 млрд рублей, дефицит оценивают в 8 млрд.", "рублей"),
        ("Контракт на 14 млн евро, аванс в 2 млн уже выплачен.", "евро"),
        ("Оборот достиг 150 млрд рублей, прибыль выросла на 12%, до 9 млрд.", "рублей"),
        ("Выручка составила 5 млрд рублей, прибыль выросла в два раза, до 900 млн.", "рублей"),
        ("Выручка составила 5 млрд рублей, прибыль за 9 месяцев достигла 900 млн.", "рублей"),
    ],
)
def test_a_sum_is_in_the_money_of_the_number_before(text, unit):
    assert unit in _read(text)[-1][2]


@pytest.mark.parametrize(
    "text",
    [
        "Выручка — 9 млрд рублей, клиентов стало 4 млн.",
        "Прибыль — 9 млрд рублей, выплаты получили 4 млн человек.",
        "Оборот — 9 млрд рублей. Экспорт зерна достиг 4 млн.",
        "Выплатили 9 млрд рублей, открыли 40 школ, экспорт зерна достиг 4 млн.",
    ],
)
def test_what_is_no_sum_is_in_no_money(text):
    assert "рублей" not in _read(text)[-1][2]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Освоено 65 из 140 млн рублей.", 65_000_000),
        ("Собрали 12 из нужных 30 миллионов рублей.", 12_000_000),
        ("Потратили 12 из 30 тысяч рублей.", 12),
        ("Привиты 65 из 140 млн жителей.", 65),
        ("Осталось 340 из 140 млн рублей.", 340),
    ],
)
def test_a_part_of_millions_of_money_is_in_millions(text, number):
    assert _read(text)[0][0] == number


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Сенат 51 голосом против 49 утвердил судью.", "голосом"),
        ("Парламент большинством в 68 голосов против 41 принял закон.", "голосов"),
        ("Обменяли 5 больниц против 3 школ.", "школ"),
    ],
)
def test_votes_are_told_against_votes(text, units):
    assert units in _read(text)[-1][2]
    assert "больниц" not in _read(text)[-1][2]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Площадь возгорания — 1500 «квадратов», работают спасатели.", ["квадратов"]),
        ("Сбили более 12 «Шахедов».", ["Шахедов"]),
        ("Фильм получил 2 «Золотых глобуса».", ["Золотых глобуса"]),
        ("Закупят две тысячи «Лад».", ["Лад"]),
        ("Забили 4, «Спартак» не ответил.", []),
    ],
)
def test_what_is_counted_may_stand_in_quotation_marks(text, unit):
    assert _read(text)[0][2] == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Самозанятых в Дагестане насчитали 214 тысяч.", ["Самозанятых"]),
        ("Больных корью выявили 31.", ["Больных корью"]),
        ("Пьяных водителей за выходные задержали 48.", ["Пьяных водителей"]),
        ("Школ в районе построили 31.", ["Школ"]),
        ("200 врачей выявили 31.", []),
        ("Эксперты выявили 31.", []),
        ("Из домов эвакуировали 31.", []),
    ],
)
def test_what_was_counted_opens_the_clause_of_those_who_did(text, unit):
    assert _read(text)[-1][2] == unit


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Индекс упал до 2718 пунктов, это минимум за пять недель.", "exactly"),
        ("Курс обновил максимум за две недели.", "exactly"),
        ("Безработица — исторический минимум за 40 лет.", "exactly"),
        ("На ремонт уйдёт минимум за пять недель.", "at_least"),
        ("Это минимум пять недель.", "at_least"),
    ],
)
def test_a_lowest_of_so_long_is_no_bound(text, bound):
    assert _read(text)[-1][1] == bound


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("Бензин подорожал до 60 рублей, дизель — до 70.", 70, "exactly"),
        ("Экспорт вырос на 5%, до 12 млн тонн, импорт — на 7%, до 3 тонн.", 3, "exactly"),
        ("Надой вырос до 20 литров, жирность — до 4%, стадо — до 300 голов.", 300, "exactly"),
        ("Срок увеличили с 3 до 5 лет, а штраф — до 40 тысяч рублей.", 40_000, "exactly"),
        ("Взрослым грозит до 5 лет, подросткам — до 3 лет.", 3, "at_most"),
        ("Штраф для граждан — до 5 тысяч, для компаний — до 50 тысяч.", 50_000, "at_most"),
        ("Цена выросла до 60 рублей. Скидка — до 70%.", 70, "at_most"),
        ("Цена выросла до 60 рублей, магазин обещает скидки, детям — до 70%.", 70, "at_most"),
    ],
)
def test_a_change_ends_where_a_dash_stands_for_its_verb(text, number, bound):
    assert _read(text)[-1][:2] == (number, bound)
