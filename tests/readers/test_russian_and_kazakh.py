"""Wordings that Russian and Kazakh newspapers have and English does not."""

from fractions import Fraction

import pytest

from kzdata.readers import countries, quantities
from kzdata.readers.verdicts import Cited, pieces
from kzdata.readers.verdicts.judgement import judge
from kzdata.selectors import Span

BOUNDS = [
    ("ru", "Инфляция замедлилась до 8,6% против 9,1%", ["exactly 8.6", "exactly 9.1"]),
    ("ru", "Население выросло почти до 900 тысяч", ["about 900000"]),
    ("ru", "Ночью похолодает до минус 28 градусов", ["exactly -28"]),
    ("ru", "Ночью ожидается до минус 28 градусов", []),
    ("ru", "Днём потеплеет до 17 градусов мороза", ["exactly -17"]),
    ("ru", "Доля выросла на 1,3 п. п., до 12,8%", ["exactly 1.3", "exactly 12.8"]),
    ("ru", "Доля выросла за год на 2 п.п. — до 14%", ["exactly 2", "exactly 14"]),
    ("ru", "Доля снизилась на 1,5 пункта (до 14%)", ["exactly 1.5", "exactly 14"]),
    ("ru", "Цена выросла на 12 коп., до 58,4 руб. за литр", ["exactly 12", "exactly 58.4"]),
    ("ru", "Сборы выросли и тут же за три дня, до 300 машин", ["exactly 3", "at_most 300"]),
    ("ru", "Взнос — от 20,1% стоимости жилья, а срок — год", ["at_least 20.1"]),
    ("ru", "Минимальный взнос: от 15% цены квартиры", ["at_least 15"]),
    ("ru", "Наказание — от трёх лет лишения свободы", ["at_least 3"]),
    ("ru", "Ответы — от 30% участников получены по почте", []),
    ("ru", "Письма от 30% акционеров", []),
    ("ru", "Собрали 60 с лишним миллионов рублей", ["more_than 60000000"]),
    ("ru", "Собрали пять с половиной миллионов рублей", ["exactly 5500000"]),
    ("kk", "Қорға 60 шақты мың теңге түсті", ["about 60000"]),
    ("ru", "Подняться метров на двадцать, а потом", ["about 20"]),
    ("ru", "Поднялись метров на двадцать восемь этажей", ["exactly 28"]),
    ("ru", "Сократил число метров на двадцать, а потом", []),
    ("ru", "Из тысячи три не пришли", []),
    ("ru", "Пришли из тысяч пять", []),
    ("ru", "Пришли тысячи три", ["about 3000"]),
    ("ru", "Купили тысяч за триста, а потом", []),
    ("ru", "Встретились часов в пять, а потом", ["exactly 5"]),
    ("ru", "Аудитория едва превысила 19 000 человек", ["more_than 19000"]),
    ("ru", "Тираж едва перевалил за 500 книг", ["more_than 500"]),
    ("ru", "Тираж едва достиг 500 книг", []),
    ("ru", "Тираж чуть не достиг 500 книг", ["about 500"]),
    ("ru", "Тираж почти дошёл до 500 книг", ["about 500"]),
    ("ru", "Тираж немного не достиг 500 книг", ["less_than 500"]),
    ("ru", "За баррель не давали и 65 долларов", ["less_than 65"]),
    ("ru", "Не набрав и 4 тысяч подписей, ушли", ["less_than 4000"]),
    ("ru", "Не набрал в округе и 300 голосов", ["less_than 300"]),
    ("ru", "Партия не получила и половины голосов", ["less_than 1/2"]),
    ("ru", "Не пришли дети и 12 взрослых", ["exactly 12"]),
    ("ru", "Доля, не дотягивавшая до 5 процентов", ["less_than 5"]),
    ("ru", "Кофе добрался до 4,08 доллара", ["exactly 4.08"]),
    ("ru", "Рейтинг скатился до 31 процента", ["exactly 31"]),
    ("ru", "Живёт ещё семей по десять.", ["about 10"]),
    ("ru", "Зарплата составит от 85 тысяч рублей плюс премия", ["at_least 85000"]),
    ("ru", "Поместили под 45-суточный арест", ["exactly 45"]),
    ("ru", "Ждали под 45 суток", ["about 45"]),
    ("ru", "Тираж превысил отметку в 500 книг", ["more_than 500"]),
    (
        "ru",
        "Тираж не превысил порога 500 книг, но превысил порог в 50",
        ["exactly 500", "more_than 50"],
    ),
    ("ru", "Тираж преодолел рубеж 500 книг", ["more_than 500"]),
    ("ru", "Население сократилось до менее чем 300 человек", ["less_than 300"]),
    ("ru", "Население выросло до почти 300 человек", ["about 300"]),
    ("ru", "Продают до менее чем 300 билетов", []),
    ("ru", "Тираж немного недотянул до 500 книг", ["less_than 500"]),
    ("ru", "Импорт упал более чем наполовину", ["more_than 1/2"]),
    ("ru", "Сбор подняли с 70 тысяч рублей до 80 долларов", ["exactly 70000", "exactly 80"]),
    ("ru", "Цена близка к отметке 300 рублей", ["about 300"]),
    ("ru", "Рубль вплотную подошёл к уровню 300", ["about 300"]),
    ("ru", "Поезд подошёл к 300 пассажирам", ["exactly 300"]),
    ("ru", "Продажа лицам, не достигшим 18 лет", ["less_than 18"]),
    ("ru", "Сбор вырос более чем до 300 рублей", ["more_than 300"]),
    ("ru", "Сбор вырос не менее чем до 300 рублей", ["at_least 300"]),
    ("ru", "Турист преодолел 500 километров", ["exactly 500"]),
    ("ru", "Тираж опустился ниже отметки в 500 книг", ["less_than 500"]),
    ("ru", "Тираж не опускался ниже отметки в 500 книг", ["at_least 500"]),
    ("ru", "Тираж вплотную приблизился к 500 книгам", ["about 500"]),
    ("ru", "Фонд увеличат на четверть, до 250 млрд тенге", ["exactly 1/4", "exactly 250000000000"]),
    ("ru", "Решено сократить штат втрое, до 40 человек", ["exactly 3", "exactly 40"]),
    ("ru", "Решено увеличить численность армии до 40 тысяч", ["exactly 40000"]),
    ("ru", "Решено увеличить цену и не продавать до 40 машин", []),
    ("ru", "Осталась тридцать одна пара стерхов", ["exactly 31"]),
    ("ru", "Купили 12 пар и три пары обуви", ["exactly 12", "exactly 3"]),
    ("ru", "Пара стерхов и три десятка уток", ["exactly 2", "exactly 30"]),
    (
        "kk",
        "Қор 58 млрд доллардан 61 млрд долларға дейін өскенін айтты",
        ["exactly 58000000000", "exactly 61000000000"],
    ),
    ("kk", "Баға 400 теңгеден 300 теңгеге түсетінін айтты", ["exactly 400", "exactly 300"]),
    ("kk", "Топтың 40 адамнан 50 адамға көбеюі", ["exactly 40", "exactly 50"]),
    ("kk", "Топта 40 адамнан 50 адамға дейін болатынын айтты", ["at_least 40", "at_most 50"]),
    ("kk", "Халық саны 300 мыңнан артты", ["more_than 300000"]),
    ("kk", "Халық саны 300 мыңға артты", ["exactly 300000"]),
    ("kk", "Халық саны 300 мыңға жете жаздады", ["about 300000"]),
    ("kk", "Халық саны 300 мыңға әлі жеткен жоқ", ["less_than 300000"]),
    ("kk", "Халық саны 300 мыңға әрең жетті", []),
    ("kk", "дауыстың 52 пайыздан сәл астамын", ["more_than 52"]),
    ("kk", "дауыстың 52 пайызға жуығының", ["about 52"]),
    ("kk", "дауыстың 52 пайыздан біраз азына", ["less_than 52"]),
    ("kk", "Көшкіннен кемі 18 адам қаза тапты", ["at_least 18"]),
    ("kk", "Халықтың 52 пайыздан астам бөлігі", ["more_than 52"]),
    ("kk", "Инфляция 8,6 пайызға дейін баяулады", ["exactly 8.6"]),
    ("kk", "Жиында 30-ға жақындаған маман сөйледі", ["about 30"]),
    ("kk", "Жолаушылар саны 2 миллионнан асырды", ["more_than 2000000"]),
    ("kk", "Ауылда он екі-ақ үй қалды", ["exactly 12"]),
    ("kk", "Ауылда 12-ақ үй қалды", ["exactly 12"]),
    ("kk", "12 мектеп осы күнге дейін жөнделмеді", ["exactly 12"]),
    ("kk", "12 мектепке дейін жөнделді", ["at_most 12"]),
    ("kk", "Тұрғындардың ширегі әлі күнге дейін сусыз", ["exactly 1/4"]),
    ("kk", "20 бұйымның көшірмесін емес, түпнұсқасын көрсетті", ["exactly 20"]),
    ("kk", "20 адамды емес, 30 адамды көрді", ["exactly 30"]),
    ("kk", "Бұл 20 адам емес", []),
    ("kk", "Отбасылардың 4 мыңы көпбалалы", ["exactly 4000"]),
    ("kk", "Әлемде 800 миллиондай адам", ["about 800000000"]),
    ("ru", "Пришла добрая сотня болельщиков", ["at_least 100"]),
    ("ru", "Ждали добрых два часа", ["at_least 2"]),
    ("ru", "Завоевала третью золотую медаль", ["exactly 3"]),
    ("ru", "Упал с 58-го до 71-го места", ["exactly 58", "exactly 71"]),
    ("ru", "Пятикратный рост цен", ["exactly 5"]),
    ("ru", "Одержали третью победу подряд", ["exactly 3"]),
    ("ru", "Обогнал третью по величине страну", ["exactly 3"]),
    ("ru", "Владеет третью акций завода", ["exactly 1/3"]),
    ("ru", "Отдал третью часть урожая", ["exactly 1/3"]),
    ("ru", "Вывезли тонн пять мусора", ["about 5"]),
    ("ru", "Из шести тонн пять мусора", ["exactly 6", "exactly 5"]),
    ("ru", "Вывезли сто тонн пять раз", ["exactly 100", "exactly 5"]),
    ("ru", "Билеты стоят 900–3 200 рублей", ["at_least 900", "at_most 3200"]),
    ("ru", "Билеты стоят 1 200–3 200 рублей", ["at_least 1200", "at_most 3200"]),
    ("ru", "Билеты стоят 3–1 200 рублей", ["at_least 3", "at_most 1200"]),
    ("ru", "Билеты стоят 3 200–1 200 рублей", []),
    ("ru", "Порывы до 15–20 метров в секунду", ["at_most 20"]),
    ("ru", "Порывы более 15–20 метров в секунду", []),
    ("ru", "Явка ниже, чем пять лет назад", ["exactly 5"]),
    ("ru", "Явка ниже, чем пять процентов", []),
    ("kk", "Жел 23-28 метрге дейін күшейеді", ["at_most 28"]),
    ("kk", "Құны 4 200-ден 5 800 долларға дейін өзгереді", ["at_least 4200", "at_most 5800"]),
    ("kk", "Құны 4 200-ден 5 800 долларға дейін өзгерді", ["exactly 4200", "exactly 5800"]),
    ("kk", "Әлемде 1,3 млрд-тан астам адам", ["more_than 1300000000"]),
    ("kk", "Әлемде 5 млн-ға жуық адам", ["about 5000000"]),
    ("kk", "Ай көлігі небәрі 26 келі тартады", ["exactly 26"]),
    ("kk", "Ай көлігі 26 келіге тартады", ["about 26"]),
    ("kk", "Бөлмеде төрт баладан артық тұрмауы тиіс", ["at_most 4"]),
    ("kk", "Бөлмеде төрт баладан кем қалмауы керек", ["at_least 4"]),
    ("kk", "Бөлмеде төрт баладан артық тұрмауы мүмкін", []),
    ("kk", "Бөлмеде төрт баладан артық көрген жоқ", []),
    ("kk", "Төрт ауылдан артық жерде мектеп жоқ", ["more_than 4"]),
    ("kk", "Көл 68 мың гектардан 8 мыңға дейін тартылды", ["exactly 68000", "exactly 8000"]),
]


@pytest.mark.parametrize(("language", "text", "said"), BOUNDS)
def test_a_number_has_the_bound_that_the_words_say(language, text, said):
    found = quantities.read(text, language)
    stated = [line.split() for line in said]
    assert [(one.bound, one.number) for one in found] == [
        (bound, Fraction(number)) for bound, number in stated
    ]


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("ru", "Число жертв увеличилось до 34", "жертв"),
        ("ru", "Число жертв увеличилось до 34 против 31 накануне", "жертв"),
        ("ru", "Сгорели семь домов, ещё около 20 повреждены", "домов"),
        ("ru", "К началу сентября заявок поступило 247", "заявок"),
        ("ru", "Он сказал, что дел уже возбуждено семь", "дел"),
        ("ru", "Обращений в суд подано 412", "Обращений"),
        ("ru", "Билеты стоят до 900 рублей, на балконе их можно купить за 200", "рублей"),
        ("ru", "Билет стоил 900 рублей, теперь стоит 1200", "рублей"),
        ("ru", "Отразил 33 броска из 35", "броска"),
        ("ru", "Собрал 1,03 млрд рублей при бюджете 460 млн", "рублей"),
        ("ru", "Составил 836 сантиметров при критической отметке 850", "сантиметров"),
        ("ru", "Приговорён к 11 годам, его заместитель — к восьми.", "годам"),
        ("kk", "Жобаға 780 млрд теңге бөлінді, былтыр бұл сома 615 млрд болған", "теңге"),
        ("kk", "Мектептердің саны соңғы екі жылда 320-ға дейін өсті", "Мектептердің"),
        ("kk", "Мектептердің саны 2020 жылдан бері 300-ден 320-ға өсті", "Мектептердің"),
        ("kk", "Мектептердің саны 300-ден кем емес, соның 20-сы", "Мектептердің"),
        ("kk", "Ауылдың тең жартысы", "Ауылдың"),
        ("kk", "Ауылдың кем дегенде үштен бірі", "Ауылдың"),
        ("kk", "Ауылдың 2/3 бөлігі", "Ауылдың"),
        ("kk", "42 жастағы оператор", "жастағы"),
        ("kk", "Ауылда бір ғана дәрігер", "дәрігер"),
        ("kk", "Балалар саны 340-тан асқан, олардың ата-анасы", "Балалар"),
        ("kk", "Жұмысшылар санын 640-тан 410-ға дейін қысқартып", "Жұмысшылар"),
        ("kk", "Мектептің рейтингі былтырғы 35-тен 28-ге құлады", "рейтингі"),
    ],
)
def test_a_unit_is_what_the_number_counts(language, text, unit):
    last = quantities.read(text, language)[-1]
    assert [text[slice(*place)] for place in last.units] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "Больница приняла 40 детей, ведомство уволило 12",
        "На вокзале случилось 97",
        "Билет стоит 900 рублей, за сутки собрали 200",
        "Приехали 40 делегатов из 12",
        "Собрал 12 тысяч зрителей при бюджете 460 млн",
        "Эвакуировали 40 домов при критической отметке 850",
        "Приговорён к 11 годам, его заместитель — с восьми",
    ],
)
def test_a_number_without_its_unit_takes_no_other(text):
    assert quantities.read(text, "ru")[-1].units == ()


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Из 12 компаний, в том числе две российские, ушли", ["российские", "компаний"]),
        ("Убыток 30 тысяч рублей, в том числе пять магазинов", ["магазинов"]),
        ("Убыток 30 тысяч рублей, в том числе пять российских магазинов", ["российских магазинов"]),
    ],
)
def test_an_adjective_alone_names_a_part_of_what_was_counted(text, units):
    last = quantities.read(text, "ru")[-1]
    assert [text[slice(*place)] for place in last.units] == units


def test_the_lower_end_of_a_kazakh_range_has_its_unit_in_its_own_case():
    text = "1,2 млн теңгеден 3 млн теңгеге дейін"
    lower, _ = quantities.read(text, "kk")
    assert {text[slice(*unit)] for unit in lower.units} == {"теңгеден", "теңгеге"}


@pytest.mark.parametrize(
    ("evidence", "accepted"),
    [("по 27 августа 2025", True), ("27 августа 2025", False), ("по 27 августа", False)],
)
def test_the_end_of_a_range_is_cited_with_its_word(evidence, accepted):
    text = "Фестиваль пройдёт с 23 по 27 августа 2025 года."
    start = text.index(evidence)
    cited = pieces([Cited(text, "ru", (Span(start, start + len(evidence)),))])
    assert judge("date", {"value": "2025-08-27"}, cited).accepted == accepted


@pytest.mark.parametrize(
    ("claimed", "accepted"), [("су құбырларының", True), ("құбырларының", True), ("су", False)]
)
def test_a_unit_of_several_words_may_end_with_the_window(claimed, accepted):
    text = "Аймақтағы су құбырларының оннан тоғызы тозған."
    cited = pieces([Cited(text, "kk", (Span(0, len(text)),))])
    assert judge("quantity", {"number": "9/10", "unit": (claimed,)}, cited).accepted == accepted


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Кроме того, из Того прибыл хлопок", ["из Того"]),
        ("делегации Ганы, Того и Бенина", ["Ганы", "Ганы, Того", "Бенина"]),
        ("Того же мнения мэр", []),
        ("Мост закрыт. Того же мнения мэр", []),
        ("Кроме Того, мост закрыт", []),
        ("о любви Того, Кто создал мир", []),
        ("КРОМЕ ТОГО", []),
    ],
)
def test_togo_is_read_inside_a_sentence(text, read):
    assert [text[slice(*found.words)] for found in countries.read(text, "ru")] == read


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("ru", "на XXXIII сессии", 33),
        ("ru", "В XIX веке", 19),
        ("kk", "Астанада XXXIII сессиясында", 33),
        ("kk", "XX ғасырдың соңында", 20),
        ("ru", "Король Людовик XIV умер", None),
        ("kk", "Король XIV Людовик", None),
    ],
)
def test_a_roman_numeral_is_an_ordinal_where_its_noun_says_so(language, text, place):
    found = [int(one.number or 0) for one in quantities.read(text, language)]
    assert found == ([] if place is None else [place])


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Дачников в районе насчитывается тысяч восемь", 8000, "Дачников"),
        ("приехало миллиона два туристов", 2_000_000, "туристов"),
        ("Собралось тысячи три", 3000, None),
        ("живёт человек тысяч пять", 5000, "человек"),
        ("Зрителей тысяч 20", 20_000, "Зрителей"),
    ],
)
def test_a_scale_in_front_of_its_number_is_about_so_many(text, number, unit):
    found = [
        (int(one.number or 0), one.bound, *(text[slice(*place)] for place in one.units))
        for one in quantities.read(text, "ru")
    ]
    assert found == [(number, "about", *([unit] if unit else []))]


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("около тысячи трёхсот человек", 1300, "about"),
        ("тысяча три человека", 1003, "exactly"),
    ],
)
def test_a_scale_with_its_number_in_another_case_is_a_sum(text, number, bound):
    found = quantities.read(text, "ru")
    assert [(int(one.number or 0), one.bound) for one in found] == [(number, bound)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("тереңдігі 20 метрден аспайтынын анықтады", "at_most"),
        ("салмағы 20 келіден аспағаны белгілі", "at_most"),
        ("саны 20-дан аспауын талап етті", "at_most"),
        ("саны 20-дан асқанын айтты", "more_than"),
        ("20 метрге жетпейтінін айтты", "less_than"),
        ("20 адамға жуықтайтынын айтты", "about"),
        ("салмағы 20 келіден артық еместігін айтты", "at_most"),
        ("құны 20 теңгеден кем еместігін айтты", "at_least"),
    ],
)
def test_a_kazakh_bound_may_be_in_a_subordinate_verb(text, bound):
    assert [found.bound for found in quantities.read(text, "kk")] == [bound]


@pytest.mark.parametrize("text", ["сан мың көрермен", "неше жүз адам", "қаншама мың адам"])
def test_an_untold_number_of_thousands_is_vague(text):
    assert [(one.number, one.kind) for one in quantities.read(text, "kk")] == [(None, "vague")]


@pytest.mark.parametrize(
    "text",
    ["Ряд депутатов ушли", "в ряде стран", "спрос вырос в разы", "считаные часы", "горстка людей"],
)
def test_some_of_many_are_vague(text):
    assert [(one.number, one.kind) for one in quantities.read(text, "ru")] == [(None, "vague")]


@pytest.mark.parametrize("text", ["сели в последний ряд", "ряд из кресел", "во все разы", "рядом"])
def test_a_row_is_no_number(text):
    assert quantities.read(text, "ru") == []


def test_a_bare_word_for_number_counts_nothing():
    assert quantities.read("бұл сан өсіп келеді, қанша адам", "kk") == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("дат компаниясы", ["дат"]),
        ("Дат премьер-министрі", ["Дат"]),
        ("даттар келді", ["даттар"]),
        ("дат басқан темір", []),
        ("дат айтып келді", []),
        ("Құрманжан датқа", []),
        ("даттың ізі", []),
    ],
)
def test_danes_are_told_from_rust_and_complaint(text, read):
    assert [text[slice(*found.words)] for found in countries.read(text, "kk")] == read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Одержал двадцать третью победу", 23),
        ("Выиграла сто тридцать третью гонку", 133),
        ("Одержал третью победу", 3),
    ],
)
def test_a_third_behind_a_ten_is_an_ordinal(text, place):
    (found,) = quantities.read(text, "ru")
    assert (found.kind, found.number) == ("ordinal", place)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("ru", "Не хватает математиков (96)", "математиков"),
        ("ru", "Ищут преподавателей английского (83)", "преподавателей английского"),
        ("ru", "Погиб водитель автобуса (34)", ""),
        ("kk", "Математика мұғалімдері (96) жетіспейді", "мұғалімдері"),
    ],
)
def test_a_number_in_brackets_counts_many_in_front(language, text, unit):
    (found,) = quantities.read(text, language)
    assert [text[slice(*one)] for one in found.units] == ([unit] if unit else [])


def test_a_bound_behind_and_is_of_the_next_number():
    text = "Найдено около 60 украшений и больше тысячи монет"
    found = [(one.number, one.bound) for one in quantities.read(text, "ru")]
    assert found == [(60, "about"), (1000, "more_than")]
