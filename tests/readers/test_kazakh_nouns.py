"""What Kazakh numbers count that share a noun, a verb or an adjective with their neighbours."""

import pytest

from kzdata.readers import durations, quantities
from kzdata.readers.dates.tenses import direction
from kzdata.selectors import Span


def _counted(text):
    """The unit of each number, the first that is read of it and those lent."""
    return [
        (found.number, [text[slice(*unit)] for unit in found.units])
        for found in quantities.read(text, "kk")
    ]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Балуандар 1 алтын, 2 күміс, 3 қола медаль еншіледі", "медаль"),
        ("Құрама бес алтын, алты күміс және үш қола жүлде алды", "жүлде алды"),
        ("Тізімде 52 заңды, 86 жеке тұлға", "тұлға"),
        ("Конкурсқа 30 отандық, 12 шетелдік компания", "компания"),
        ("Сыныпта 12 ұл, 8 қыз бала", "бала"),
    ],
)
def test_numbers_of_a_row_share_its_noun(text, noun):
    *others, last = _counted(text)
    assert [units[1:] for _, units in others] == [[noun]] * len(others)
    assert last[1][0].endswith(noun)


def test_a_degree_is_said_once_for_night_and_day():
    assert _counted("Түнде -25, күндіз -12 градус болады")[0] == (-25, ["градус"])


@pytest.mark.parametrize(
    "text", ["Қорға 40 оқулық, 12 сөздік түсті", "Балаға 2 алтын, 3 теңге берілді"]
)
def test_numbers_of_other_things_share_none(text):
    assert all(len(units) == 1 for _, units in _counted(text))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Ауданда 22 көп балалы ана бар", "көп балалы ана"),
        ("Қалада 15 көп қабатты үй салынды", "көп қабатты үй"),
        ("Көмек 120 аз қамтылған отбасына берілді", "аз қамтылған отбасына"),
        ("Көрмеде 48 туынды бар", "туынды"),
        ("Зал 48 қосынды жоспарланған", "қосынды жоспарланған"),
    ],
)
def test_what_looks_like_a_comparison_or_a_verb_is_counted(text, unit):
    assert _counted(text)[0][1] == [unit]


def test_more_is_no_adjective_of_what_is_not_of_many():
    assert _counted("Былтырғыдан 30 көп отбасы көшті") == [(30, [])]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Елде 42 өрт шықты, үш адам қаза тапты, тағы жетеуі уланған", "адам"),
        ("Көліктен 14 адам түсті, тағы екеуі ішінде қалды", "адам"),
        ("10 сарбаз қаза тапты, 3 сағаттан кейін тағы жетеуі жараланды", "сарбаз"),
    ],
)
def test_what_is_added_is_of_the_number_before(text, unit):
    assert _counted(text)[-1][1] == [unit]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Жарна 20 пайыздан, мерзімі 15 жылдан аспайды", ["at_most"] * 2),
        ("Ені 2 метрден, биіктігі 3 метрден кем болмауы тиіс", ["at_least"] * 2),
        ("Ұзындығы 5 метрден, ені 3 метрден, биіктігі 2 метрден аспауы керек", ["at_most"] * 3),
        ("Ұлдар 12 жастан, қыздар 10 жастан бастап қабылданады", ["at_least"] * 2),
        ("Олар 20 елден, 30 қаладан келді", ["exactly"] * 2),
        ("Олар 20 елден, 30 қаладан астам өңірден келді", ["exactly", "more_than"]),
        ("Жарна 20 пайыз, мерзімі 15 жылдан аспайды", ["exactly", "at_most"]),
    ],
)
def test_a_limit_is_said_once_for_numbers_in_one_case(text, bounds):
    assert [found.bound for found in quantities.read(text, "kk")] == bounds


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Табыс 74 млрд теңге болды, болжамда 80 миллиард тұрған", "теңге"),
        ("Қалада 74 мың пәтер салынды, жоспарда 80 мың болатын", "пәтер"),
        ("Биыл 45 жол апаты тіркелді, бұл былтырғы 60-тан аз", "жол апаты тіркелді"),
    ],
)
def test_what_was_planned_is_of_what_came_of_it(text, unit):
    assert _counted(text)[-1][1] == [unit]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Жылдың екі айында экспорт өсті", "P2M"),
        ("2025 жылдың 9 айында экспорт өсті", "P9M"),
        ("Аптаның екі күнінде жаңбыр жауады", "P2D"),
    ],
)
def test_a_part_of_a_year_or_a_week_is_a_length(text, value):
    assert [found.value for found in durations.read(text, "kk")] == [value]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Бейсенбі күні өтетін матчта екі команда кездеседі.", "ahead"),
        ("Бейсенбі күні өтетін жекпе-жекте ұтса, белбеу иеленеді.", "ahead"),
        ("Бейсенбі күні болатын жиын кейінге шегерілді.", "either"),
        ("Бейсенбі күні өтетін еді.", "either"),
        ("Бейсенбі күні өртенген үйде тұратын отбасына көмек беріледі.", "back"),
    ],
)
def test_the_weekday_of_what_will_be_held(text, told):
    assert direction(text, Span(0, len("Бейсенбі")), "kk") == told


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Биыл 12 ауылда мектеп салынды", "ауылда"),
        ("Байқауға 30 облыстан өкіл келді", "облыстан"),
        ("Әкім 40 отбасына пәтер табыстады", "отбасына"),
        ("Ауданда 14 мектептің директоры ауысты", "мектептің"),
        ("Пойыз 20 вагонмен көмір әкелді", "вагонмен"),
        ("Олар 5 баланы ит қапқанын айтты", "баланы"),
        ("Дүкенде 300 мың теңгеге телефон сатылды", "теңгеге"),
        ("Құрылысқа 40 шетелден келген маман тартылды", "шетелден келген маман"),
        ("Тізімде 30 көмекке мұқтаж отбасы тұр", "көмекке мұқтаж отбасы"),
        ("Жарысқа 12 команда мүшесі қатысты", "команда мүшесі"),
        ("Жиынға 12 Қазақстан азаматы келді", "Қазақстан азаматы"),
        ("Топта 12 газета тілшісі бар", "газета тілшісі"),
    ],
)
def test_a_noun_in_its_case_ends_what_is_counted(text, unit):
    assert [units[0] for _, units in _counted(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Ауылда 500 орындық мектеп ашылды", "орындық"),
        ("Кеше 9 қабатты үй құлады", "қабатты"),
        ("Жиынға үш дүркін чемпион келді", "дүркін"),
    ],
)
def test_what_a_number_measures_is_not_what_it_counts(text, unit):
    assert [units for _, units in _counted(text)] == [[unit]]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("12 бала мектепке барды", "бала"),
        ("5 студент стипендия алды", "студент"),
        ("11 депутат заң жобасын қолдады", "депутат"),
        ("5 адамды көлік қақты", "адамды"),
        ("17 үйді су басты", "үйді"),
        ("120 гектар алқапты өрт шарпыды", "гектар алқапты"),
        ("10 адамнан құралған топ тауға шықты", "адамнан"),
        ("25 шақырымға созылған кептеліс бар", "шақырымға"),
        ("20 адам оқитын сынып ашылды", "адам"),
        ("14 шетелден келген спортшылар жарысты", "шетелден"),
        ("35 дүкен жұмыс істейді", "дүкен"),
        ("7 колледж кадр даярлайды", "колледж"),
        ("8 команда жүлде алды", "команда"),
        ("141 ел қарарды қолдады", "ел"),
        ("5 ел келісімге қол қойды", "ел"),
        ("40 отбасы жәрдемақы алды", "отбасы"),
        ("200 жұмысшысын жұмыстан шығарды", "жұмысшысын"),
        ("6 балл жер сілкінісі болды", "балл"),
    ],
)
def test_a_person_or_thing_is_counted_and_no_noun_behind_it(text, noun):
    assert _counted(text)[0][1] == [noun]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("40 шетелден келген маман келді", "шетелден келген маман"),
        ("200 оқушы орны бар мектеп", "оқушы орны"),
        ("5 тұрғын үйге газ кірді", "тұрғын үйге"),
        ("3 студент қыз ән айтты", "студент қыз"),
        ("4 көрші ел келісті", "көрші ел"),
        ("38 елді мекен суға қосылды", "елді мекен"),
        ("5 ел басшысы келді", "ел басшысы"),
        ("12 мектеп директоры жиналды", "мектеп директоры"),
    ],
)
def test_a_person_may_be_a_part_of_the_name_of_what_is_counted(text, noun):
    assert _counted(text)[0][1][0].startswith(noun)
