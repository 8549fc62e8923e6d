"""Wordings of Kazakh newspapers, family by family: bounds, parts, ordinals, units, dates."""

import pytest

from kzdata.readers import countries, dates, durations, quantities

AT_LEAST = ["кем қойғанда", "кем дегенінде", "ең құрығанда", "ең болмаса", "ең төменгі мөлшері"]
AT_MOST = ["көп болғанда", "әрі кеткенде", "ары кеткенде", "ең жоғары мөлшері", "максималды"]
ABOUT = ["шамалап алғанда", "жуықтап айтқанда", "болжаммен", "шама-шарқы", "мөлшермен"]
EXACTLY = ["орта есеппен", "бар болғаны", "бәрі-жоғы", "не бары", "тағы да", "қосымша"]


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        (words, bound)
        for bound, several in {
            "at_least": AT_LEAST,
            "at_most": AT_MOST,
            "about": ABOUT,
            "exactly": EXACTLY,
        }.items()
        for words in several
    ],
)
def test_words_in_front_bound_a_number(words, bound):
    (found,) = quantities.read(f"Жөндеуге {words} 60 млн теңге қажет", "kk")
    assert (found.bound, found.number) == (bound, 60_000_000)


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("60 теңгенің айналасында", "about"),
        ("60 теңгеге тақау", "about"),
        ("60 теңгеге жете қабыл", "about"),
        ("60 теңгеден сәл асады", "more_than"),
        ("60 теңгеден сәл жоғары", "more_than"),
        ("60 теңгеден асқалы отыр", "more_than"),
        ("60 теңгеден сәл төмен", "less_than"),
        ("60 теңгеге сәл жетпеді", "less_than"),
        ("60 теңгені де құрамайды", "less_than"),
        ("60 теңгеге шейін", "at_most"),
        ("60 теңгеден аспай тұр", "at_most"),
        ("60 теңгеден асырмауы тиіс", "at_most"),
        ("60 теңгеден кем түспейтін", "at_least"),
        ("60 теңге дерлік", "about"),
        ("60 теңгеден артыққа", "more_than"),
        ("60 теңгеден асырылмауы керек", "at_most"),
        ("60 теңгені құрады", "exactly"),
        ("60 бірдей көрермен", "exactly"),
        ("60 теңгеге сәл қымбат", "exactly"),
    ],
)
def test_words_behind_bound_a_number(words, bound):
    (found,) = quantities.read(f"Бір айлық құны {words}", "kk")[1:]
    assert (found.bound, found.number) == (bound, 60)


@pytest.mark.parametrize("words", ["тағы", "тағы да", "қосымша", "жылына", "алдағы"])
def test_small_words_may_part_a_bound_from_its_number(words):
    (found,) = quantities.read(f"кемінде {words} алты мектеп салынады", "kk")
    assert (found.bound, found.number) == ("at_least", 6)


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("Залда 60 адам да жоқ", "60", "less_than"),
        ("Ақшаның жартысы да жоқ", "1/2", "less_than"),
        ("Жоспардың үштен бірі де орындалмады", "1/3", "less_than"),
        ("Шеруге 200 тұрғын да қатыспаған", "200", "less_than"),
        ("Шығынның он пайызын да өтеген жоқ", "10", "less_than"),
        ("Тәулігіне 180 көліктен артық қабылдай алмайды", "180", "at_most"),
        ("Салмағы 900 грамға да жетпейтін", "900", "less_than"),
        ("Екі тарап та келіспеді", "2", "exactly"),
        ("Жиында 60 адам да сөйледі", "60", "exactly"),
        ("Сайлауға 12 депутаттың 12-сі де қатыспады", "12", "exactly"),
    ],
)
def test_not_even_so_many(text, number, bound):
    found = quantities.read(text, "kk")[-1]
    assert (str(found.number), found.bound) == (number, bound)


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("Ұрлық үштен бірге азайды", "1/3", "exactly"),
        ("Құны төрттен бірге арзандады", "1/4", "exactly"),
        ("Деңгейден 140 текше метрге асып кетті", "140", "exactly"),
        ("Шығын нормадан 3 млн теңгеге асты", "3000000", "exactly"),
        ("Су 140 текше метрден асып кетті", "140", "more_than"),
        ("Дауысқа 16 орын жетпеді", "16", "exactly"),
        ("Дауысы 16 пайызына жетпеді", "16", "less_than"),
        ("Дауысы 16 мыңға жетпеді", "16000", "less_than"),
        ("Шығанақта екі қайық асып кетті", "2", "exactly"),
        ("Оған жоқ дегенде 25 қол керек", "25", "at_least"),
        ("Бір пеште 16 сағат суық тұрды", "16", "exactly"),
        ("Түнде 16 градус аязға дейін суытады", "-16", "exactly"),
        ("Түнде 16 градус суық болды", "-16", "exactly"),
        ("Ауа 41 градусқа дейін ысыды", "41", "exactly"),
        ("Ауа 41 градусқа дейін қызды", "41", "exactly"),
        ("Ауа 41 градустан төмен түспей тұр", "41", "at_least"),
        ("Елде 20,5 миллион адам бар, оның 63,8 пайызы қалада", "319/5", "exactly"),
        ("Бизнеске 9,2 млн доллар берілді, оның 2,5 пайызы қайтты", "5/2", "exactly"),
        ("Қала халқы 2,3 млн, оның 1,7-і жас", "1700000", "exactly"),
        ("Астероид 3 млн шақырымнан жақын келмейді", "3000000", "at_least"),
    ],
)
def test_by_how_much_and_how_many(text, number, bound):
    found = quantities.read(text, "kk")[-1]
    assert (str(found.number), found.bound) == (number, bound)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Ақпанда 12 адам ауырды", [12]),
        ("Сәуірдегі 5 кездесу өтті", [5]),
        ("Маусымдағы он сегізінші жеңісі", [18]),
        ("«Барыс» маусымды он бірінші орында аяқтады", [11]),
        ("Ақпанның 12-інде өтті", []),
        ("Олар 12 ақпанда келді", []),
    ],
)
def test_a_month_in_another_case_leads_to_no_day(text, numbers):
    assert [found.number for found in quantities.read(text, "kk")] == numbers


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Шахтада 216 кенші болған, үш күнде 168-і табылды", "кенші"),
        ("Ауырғандардың 194-і — 14 жасқа дейінгі балалар, 31-і ересек", "Ауырғандардың"),
        ("5 адам жараланды, біреуінің халі ауыр", "адам"),
        ("Қалада 1,3 млн тұрғын бар, бұл — былтырғыдан 40 мыңға көп", "тұрғын"),
        ("Мың тұрғынға 41 маман келеді, ауылда бұл көрсеткіш 19-дан аспайды", "маман"),
        ("Борышкерлер 38 мыңға жетпейді", "Борышкерлер"),
        ("Мұғалім тапшылығы 430-дан асады", "Мұғалім"),
        ("22 ақын түсті, олардың жасы 19 бен 67 аралығында", "жасы"),
        ("Бізге 110 адам керек, бізде 74 қана, олардың он бесі бала", "адам"),
        ("Жеті кеншіні төрт сағатта шығарды, біреуі ауырды", "кеншіні"),
        ("Шекті балл 50-ден 55-ке дейін көтерілді", "балл"),
        ("Рейстерін аптасына жетіден онға дейін көбейтеді", "Рейстерін"),
        ("Комиссия стипендия санын 200-ден 250-ге арттыруға уәде берді", "стипендия"),
        ("Туристер бір жылда 5 миллионнан 6 миллионға көбейді", "Туристер"),
    ],
)
def test_what_is_counted_stands_before(text, unit):
    found = quantities.read(text, "kk")[-1]
    assert [text[slice(*place)] for place in found.units][-1].split()[0] == unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Алматыда 12, Астанада 8, Шымкентте 5 мектеп салынды", ["мектеп", "мектеп", "мектеп"]),
        ("Былтыр 30, биыл 45 кітапхана жабылды", ["кітапхана", "кітапхана"]),
        ("Жылдамдығы 15-20, екпіні 25 м/с болады", ["м/с", "м/с", "м/с"]),
        ("Алматыда 12, екі мектеп салынды", ["", "мектеп"]),
        ("Жасы 34, бойы 2 метр", ["Жасы", "метр"]),
    ],
)
def test_the_last_of_a_row_names_what_all_count(text, units):
    found = [[text[slice(*place)] for place in one.units] for one in quantities.read(text, "kk")]
    assert [places[0].split()[0] if places else "" for places in found] == units


def test_what_is_like_it_belongs_to_no_other():
    text = "Кеше 12 көлік сатылды, олардың бағасы 500 болды"
    assert quantities.read(text, "kk")[-1].units == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("соңғы бес айдағы", "P5M"),
        ("соңғы 10 жылдағы", "P10Y"),
        ("үш күндегі", "P3D"),
        ("12 жылмен шектелді", "P12Y"),
        ("алғашқы екі айында", "P2M"),
        ("батарея 16 сағат суық тұрды", "PT16H"),
    ],
)
def test_a_time_in_which_something_is(text, value):
    assert [found.value for found in durations.read(text, "kk")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "2020 жылынан бері",
        "2020 жылына қарай",
        "бұл 2020 жылғыдан көп",
        "2020 жылымен салыстырғанда",
    ],
)
def test_a_year_in_other_cases(text):
    assert [found.edtf for found in dates.read(text, "kk")] == ["2020"]


@pytest.mark.parametrize("text", ["бұл 2020 мектеп", "2020 адамға көп"])
def test_no_year_counts_things(text):
    assert dates.read(text, "kk") == []


@pytest.mark.parametrize(
    ("text", "number"), [("елуге тарта мың теңге", 50_000), ("1,5 млн-дай теңге", 1_500_000)]
)
def test_a_bound_may_stand_beside_the_scale(text, number):
    (found,) = quantities.read(text, "kk")
    assert (found.bound, found.number) == ("about", number)


def test_ages_between_two_are_a_range():
    found = quantities.read("18 бен 35 жас аралығындағы жастар", "kk")
    assert [(one.bound, one.number) for one in found] == [("at_least", 18), ("at_most", 35)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Әрбір бес тұрғынның бірі ауырады", "1/5", "тұрғынның"),
        ("Әр он ауыл тұрғынының үшеуі ауырады", "3/10", "ауыл тұрғынының"),
        ("Жаралылардың тек екеуі ғана ауыр халде", "2", "Жаралылардың"),
        ("Ауылдың жартысы суға кетті", "1/2", "Ауылдың"),
        ("Жұмыссыздар қатары 45 болды", "45", "Жұмыссыздар"),
        ("Жұмыссыздардың жалпы саны 45 болды", "45", "Жұмыссыздардың"),
        ("Шахтерлердің саны, кәсіподақ мәліметінше, 700-ге жетті", "700", "Шахтерлердің"),
        ("Шахтерлер саны, ресми дерек бойынша, 700 болды", "700", "Шахтерлер"),
        ("Ауа температурасы -35°С болды", "-35", "°С"),
        ("Жел 20м/с болды", "20", "м/с"),
        ("Ауданда оншақты үй қалды", "10", "үй"),
    ],
)
def test_a_number_counts_what_the_words_say(text, number, unit):
    (found,) = quantities.read(text, "kk")
    assert (str(found.number), text[slice(*found.units[0])]) == (number, unit)


@pytest.mark.parametrize(
    "text", ["Шахтерлер келді, кәсіподақ мәліметінше, 700", "Ауыл, дерек бойынша, 700 болды"]
)
def test_an_aside_behind_what_is_no_tally_names_no_unit(text):
    assert [found.units for found in quantities.read(text, "kk")] == [()]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("үшіншісін тапты", 3),
        ("жиырма бесіншіге көтерілді", 25),
        ("жүз оныншысында жеңді", 110),
        ("ХІХ ғасырда", 19),
        ("ІІІ құрылтайда", 3),
        ("чемпионаттың XIX туры өтті", 19),
        ("38-минутқа дейін", 38),
    ],
)
def test_an_ordinal_has_cases_and_cyrillic_letters(text, place):
    assert [(one.kind, one.number) for one in quantities.read(text, "kk")] == [("ordinal", place)]


def test_minutes_behind_hours_that_nobody_counts_are_no_number():
    found = quantities.read("Жол бірнеше сағат 20 минутқа созылды", "kk")
    assert [one.number for one in found] == [None]


def test_firstly_is_no_ordinal():
    assert quantities.read("біріншіден, екіншіден", "kk") == []


@pytest.mark.parametrize("word", ["бірер", "санаулы", "бірен-саран"])
def test_a_few_are_vague(word):
    assert [one.kind for one in quantities.read(f"{word} адам", "kk")] == ["vague"]


MONTHS = """қаңтарында ақпанында наурызында сәуірінде мамырында маусымында шілдесінде тамызында
қыркүйегінде қазанында қарашасында желтоқсанында"""


@pytest.mark.parametrize(("month", "word"), list(enumerate(MONTHS.split(), 1)))
def test_a_month_of_a_year_has_its_own_endings(month, word):
    stem, vowel = word[:-3], word[-1]
    for ending in (f"нд{vowel}", f"н{vowel}н", f"н{vowel}", ""):
        read = [one.edtf for one in dates.read(f"2027 жылдың {stem}{ending}", "kk")]
        assert read == [f"2027-{month:02}"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024 жылдың 25 шілдесінен", "2024-07-25"),
        ("5 қыркүйегіне дейін", "XXXX-09-05"),
        ("қыркүйектің 5-жұлдызында", "XXXX-09-05"),
        ("қыркүйек айының бесінші жұлдызында", "XXXX-09-05"),
        ("2024 жылдың күзіндегі", "2024-23"),
        ("2024 жылдың жазына", "2024-22"),
        ("2026 жылғы қысқы Олимпиада", "2026-24"),
        ("2003-ші жылы", "2003"),
        ("90-шы жылдары", "199X"),
    ],
)
def test_a_date_has_the_endings_of_its_case(text, edtf):
    assert [one.edtf for one in dates.read(text, "kk")] == [edtf]


def test_a_night_between_two_days_has_both():
    read = [one.edtf for one in dates.read("2022 жылғы қаңтардың 5-інен 6-сына қараған түні", "kk")]
    assert read == ["2022-01-05", "2022-01-06"]


def test_years_cut_short_are_a_range():
    assert [one.edtf for one in dates.read("2010-2020 жж. салынды", "kk")] == ["2010", "2020"]


def test_years_with_and_between_are_a_range():
    read = [one.edtf for one in dates.read("2019 бен 2021 жылдар аралығында", "kk")]
    assert read == ["2019", "2021"]


@pytest.mark.parametrize(
    ("text", "days", "months"),
    [
        ("ертеңнен бастап", 1, None),
        ("бүгіннен бастап", 0, None),
        ("кешеден бері", -1, None),
        ("бүрсігүнге дейін", 2, None),
        ("былтырғы жылдың", None, -12),
        ("биылдан бастап", None, 0),
        ("келер жылдан бастап", None, 12),
        ("ағымдағы айдың", None, 0),
        ("келесі айға", None, 1),
        ("өткен айдағы", None, -1),
    ],
)
def test_a_relative_date_has_the_endings_of_its_case(text, days, months):
    (found,) = dates.read(text, "kk")
    assert (found.offset_days, found.offset_months) == (days, months)


@pytest.mark.parametrize("text", ["бүгінгі таңда", "ертеңгі күн", "алдыңғы жылы", "өткен айлар"])
def test_a_loose_time_is_no_date(text):
    assert dates.read(text, "kk") == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("жылдан астам уақыт", [("P1Y", "more_than")]),
        ("сағатқа жуық күтті", [("PT1H", "about")]),
        ("кем дегенде айға созылды", [("P1M", "at_least")]),
        ("өткен жылдан астам", []),
        ("екінші айға жуық", []),
        ("2003 жылға жуық", []),
        ("дәл сағатқа келді", []),
        ("екі жыл жарымға созылды", [("P2.5Y", "exactly")]),
        ("тағы бір жылға ұзартылды", [("P1Y", "exactly")]),
        ("отыз күннен кешіктірмей", [("P30D", "at_most")]),
        ("жеті күннен кеш емес", [("P7D", "at_most")]),
        ("бірер аптаға созылды", [(None, "exactly")]),
    ],
)
def test_a_length_of_time_is_what_the_words_say(text, read):
    assert [(one.value, one.bound) for one in durations.read(text, "kk")] == read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Британдық компания", "GB"),
        ("Оңтүстік кореялық компания", "KR"),
        ("Солтүстік кореялық әскер", "KP"),
        ("Жаңа зеландиялық ғалым", "NZ"),
        ("Тайландта болды", "TH"),
    ],
)
def test_a_country_has_the_spellings_of_the_press(text, code):
    assert [one.codes for one in countries.read(text, "kk")] == [(code,)]


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("Табысы 500 мың теңгеден асса, салық төлейді", 500_000, "more_than"),
        ("Ақша 10 мың АҚШ долларынан асқанда салық төленеді", 10_000, "more_than"),
        ("Жылдамдық 70 шақырымға жетпесе, айыппұл салынбайды", 70, "less_than"),
        ("Тозуы 70 пайыздан асқан жеті қалада жөндеу жүрді", 70, "more_than"),
        ("Қарызы 5 млн теңгеден асатын 200 кәсіпорын тексерілді", 5_000_000, "more_than"),
        ("Салмағы 3 тоннаға жуық 2 мүсін орнатылды", 3, "about"),
        ("Залға 60-тан аса адам сыймайды", 60, "at_most"),
        ("Залға 60-тан астам көрермен сыя алмайды", 60, "at_most"),
        ("Залға 60-тан астам көрермен сыяды", 60, "more_than"),
    ],
)
def test_the_first_number_keeps_its_bound(text, number, bound):
    found = quantities.read(text, "kk")[0]
    assert (found.number, found.bound) == (number, bound)


def test_a_bound_of_the_next_number_is_none_of_this_one():
    found = quantities.read("Жұмысқа 20 ауылдан аз дегенде 30 адам келді", "kk")
    assert [(one.number, one.bound) for one in found] == [(30, "at_least")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Тұрғыны 20 мыңнан кем шағын қалалар көп", "Тұрғыны"),
        ("Оқушысы 80-нен аз мектептер жабылады", "Оқушысы"),
        ("Биыл 80-нен аз мектеп жабылады", "мектеп"),
    ],
)
def test_what_is_had_is_counted_in_front_of_its_owner(text, unit):
    found = quantities.read(text, "kk")[0]
    assert text[slice(*found.units[0])].startswith(unit)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Шығын 640 текше метрден 910 текше метрге дейін артты", ["exactly", "exactly"]),
        ("Көлемі 3 текше метрден 5 текше метрге дейін болады", ["at_least", "at_most"]),
    ],
)
def test_a_unit_of_two_words_may_change(text, bounds):
    assert [found.bound for found in quantities.read(text, "kk")] == bounds


def test_a_date_does_not_take_the_year_of_the_next():
    text = "Сауда 2024 жылғы 31 желтоқсаннан 2025 жылғы 6 қаңтарға дейін тоқтады"
    assert [found.edtf for found in dates.read(text, "kk")] == ["2024-12-31", "2025-01-06"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("Пәтер 18 айға дейін тегін беріледі", "P18M"), ("Ол 18-пәтерде тұрады", "")],
)
def test_a_length_behind_a_word_for_a_home_numbers_none(text, value):
    assert [found.value for found in durations.read(text, "kk")] == ([value] if value else [])


@pytest.mark.parametrize(
    "text",
    [
        "Дүкен таңғы 9-дан кешкі 18-ге дейін ашық",
        "Түнгі 2-де жарылыс болды",
        "Түнгі екіден кейін көше босады",
        "Сағат 19.00-де матч басталады",
    ],
)
def test_a_time_of_the_day_is_no_quantity(text):
    assert quantities.read(text, "kk") == []


@pytest.mark.parametrize(
    ("text", "number"), [("Кешкі 8 рейс шегерілді", 8), ("Таңертең 20-дан астам адам келді", 20)]
)
def test_a_number_behind_a_word_for_a_part_of_the_day_may_count(text, number):
    (found,) = quantities.read(text, "kk")
    assert found.number == number


@pytest.mark.parametrize(
    "text", ["Айыппұл 20 айлық есептік көрсеткіш", "3,5 айлық есептік көрсеткіш"]
)
def test_the_monthly_index_is_no_length_of_time(text):
    assert durations.read(text, "kk") == []


@pytest.mark.parametrize(
    ("text", "number"), [("Сериалдың екінші маусымы шықты", 2), ("Жүз үшінші маусым ашылды", 103)]
)
def test_a_season_is_no_month(text, number):
    (found,) = quantities.read(text, "kk")
    assert (found.kind, found.number, dates.read(text, "kk")) == ("ordinal", number, [])


def test_some_of_those_delivered_are_a_part_and_no_level():
    text = "Ауруханаға 26 жаралы жеткізілді, екеуінің жағдайы ауыр"
    found = quantities.read(text, "kk")
    assert [text[slice(*unit)] for unit in found[1].units] == ["жаралы"]


@pytest.mark.parametrize(
    "text",
    [
        "Бөлімге 18 бен 27 жас аралығындағылар шақырылады",
        "Үлесі 18 мен 27 пайыз аралығын құрайды",
        "Ұзындығы 18 метрден 27 метрге дейін жетеді",
    ],
)
def test_a_range_gives_both_ends(text):
    found = [(one.number, one.bound) for one in quantities.read(text, "kk")]
    assert found == [(18, "at_least"), (27, "at_most")]


@pytest.mark.parametrize("noun", ["жағдай", "қытай азаматы", "мұндай іс", "тай", "алтай маралы"])
def test_a_noun_that_ends_as_about_so_many_does_is_counted_exactly(noun):
    (found,) = quantities.read(f"Биыл 12 {noun} тіркелді", "kk")
    assert (found.number, found.bound) == (12, "exactly")


@pytest.mark.parametrize(
    "text",
    [
        "Зорға 300 адам жиналды",
        "Әрең дегенде 300 адам жиналды",
        "Құны 300 теңге ме, білмеймін",
        "Құны 300 теңге болса керек",
        "300 теңге болмаса да, төледі",
        "300 адам түгіл, ешкім келмеді",
        "Оған 5 жыл толмай кетті",
        "Ол 87 жасқа қараған шағында кетті",
    ],
)
def test_what_leaves_a_number_open_takes_it_away(text):
    assert quantities.read(text, "kk") == []
    assert durations.read(text, "kk") == []


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("300 теңге немесе одан да қымбат тұрады", 300, "at_least"),
        ("300 адам, одан артық емес", 300, "at_most"),
        ("300 адам не одан аз келді", 300, "at_most"),
        ("Халқы 20 миллионға иек артты", 20_000_000, "about"),
        ("Құны 300 теңгеден басталып отыр", 300, "at_least"),
    ],
)
def test_a_number_that_another_may_pass_is_bounded(text, number, bound):
    (found,) = quantities.read(text, "kk")
    assert (found.number, found.bound) == (number, bound)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("40-тан 200 айлық есептік көрсеткішке дейін", ["at_least", "at_most"]),
        (
            "40 айлық есептік көрсеткіштен 200 айлық есептік көрсеткішке дейін",
            ["at_least", "at_most"],
        ),
        ("40 теңге мен 200 теңгенің арасында", ["at_least", "at_most"]),
        (
            "40 айлық есептік көрсеткіштен 200 айлық есептік көрсеткішке дейін өсті",
            ["exactly", "exactly"],
        ),
    ],
)
def test_ends_with_units_of_their_own_are_tied(text, bounds):
    found = quantities.read(text, "kk")
    assert [(one.number, one.bound) for one in found] == list(zip((40, 200), bounds, strict=True))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 сағат 15 мин", "PT2H15M"),
        ("2 сағ. 15 мин. 10 сек.", "PT2H15M10S"),
        ("3 жыл 2 айы", "P3Y2M"),
    ],
)
def test_a_sum_has_units_cut_short_or_owned(text, value):
    assert [one.value for one in durations.read(text, "kk")] == [value]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Мұнай бағасы 80 доллардан төмендеді", []),
        ("Теңге бағамы 520-дан төмендеген", []),
        ("Мұнай 80 доллардан 75 долларға төмендеді", [80, 75]),
        ("Инфляция 8 пайызға төмендеді", [8]),
    ],
)
def test_what_something_fell_below_is_not_told_from_what_it_fell_from(text, numbers):
    assert [found.number for found in quantities.read(text, "kk")] == numbers
