"""What the reader of quantities reads in sentences of the press, and what it refuses."""

from fractions import Fraction

import pytest

from kzdata.readers import quantities

READ = [
    ("en", "more than 800 service members have", "800", 800, "more_than", "service members"),
    ("en", "Over 150 Kazakh military personnel completed", "150", 150, "more_than",
     "Kazakh military personnel"),
    ("en", "no fewer than thirty officers", "thirty", 30, "at_least", "officers"),
    ("en", "up to 40 people", "40", 40, "at_most", "people"),
    ("en", "fell to minus 38C this week", "minus 38", -38, "exactly", "C"),
    ("en", "below minus 3.5°C at night", "minus 3.5", Fraction(-7, 2), "less_than", "°C"),
    ("en", "a low of -38C", "-38", -38, "exactly", "C"),
    ("en", "800 or more people", "800", 800, "at_least", "people"),
    ("en", "a hundred or so soldiers", "a hundred", 100, "about", "soldiers"),
    ("en", "half a million people", "half a million", 500_000, "exactly", "people"),
    ("en", "one and a half million men", "one and a half million", 1_500_000, "exactly", "men"),
    ("en", "nearly $1.2bn", "1.2bn", 1_200_000_000, "about", "$"),
    ("en", "5 per cent of troops", "5", 5, "exactly", "per cent"),
    ("en", "the six-month training", "six", 6, "exactly", "month"),
    ("en", "five six-month courses", "five", 5, "exactly", "six-month courses"),
    ("en", "not even 20 boats", "20", 20, "less_than", "boats"),
    ("en", "at least in 30 towns", "30", 30, "at_least", "towns"),
    ("en", "three quarters of a million tonnes", "three quarters of a million", 750_000, "exactly",
     "tonnes"),
    ("en", "Sixty-odd goats", "Sixty", 60, "about", "goats"),
    ("en", "60 goats at most", "60", 60, "at_most", "goats"),
    ("en", "½ a pound", "½", Fraction(1, 2), "exactly", "pound"),
    ("ru", "не более чем на девять рейсов", "девять", 9, "at_most", "рейсов"),
    ("ru", "четверть миллиона овец", "четверть миллиона", 250_000, "exactly", "овец"),
    ("kk", "қырықтай қой", "қырықтай", 40, "about", "қой"),
    ("kk", "400-ге тарта адам", "400", 400, "about", "адам"),
    ("it", "al massimo per nove viaggi", "nove", 9, "at_most", "viaggi"),
    ("it", "oltre 150mila persone", "150mila", 150_000, "more_than", "persone"),
    ("it", "un quarto di milione di euro", "un quarto di milione", 250_000, "exactly", "euro"),
    ("it", "più o meno nove barche", "nove", 9, "about", "barche"),
    ("en", "did not reach 30 per cent", "30", 30, "less_than", "per cent"),
    ("en", "failed to reach 30 towns", "30", 30, "less_than", "towns"),
    ("en", "never fell below 30 towns", "30", 30, "at_least", "towns"),
    ("en", "have climbed past 30 towns", "30", 30, "more_than", "towns"),
    ("en", "a dozen and a half eggs", "a dozen and a half", 18, "exactly", "eggs"),
    ("en", "at −17.5°C in Perm", "−17.5", Fraction("-17.5"), "exactly", "°C"),
    ("en", "60 degrees below zero, he said", "60", -60, "exactly", "degrees"),
    ("en", "people over 18 may vote", "18", 18, "more_than", None),
    ("en", "two acres and a half", "two acres and a half", Fraction("2.5"), "exactly", "acres"),
    ("ru", "20 градусов мороза", "20", -20, "exactly", "градусов"),
    ("it", "meno 43 gradi", "43", -43, "exactly", "gradi"),
    ("it", "due ettari e mezzo di bosco", "due ettari e mezzo", Fraction("2.5"), "exactly",
     "ettari"),
    ("it", "scontro con 12 feriti", "12", 12, "exactly", "feriti"),
    ("it", "sono tre i morti", "tre", 3, "exactly", "morti"),
    ("it", "sette tonnellate o più di pesce", "sette", 7, "at_least", "tonnellate"),
    ("kk", "6 пайызға көп", "6", 6, "exactly", "пайызға"),
    ("kk", "6 пайыздан көп", "6", 6, "more_than", "пайыздан"),
    ("kk", "жиырма адамдай", "жиырма", 20, "about", "адамдай"),
    ("kk", "20 бидай", "20", 20, "exactly", "бидай"),
    ("ru", "не достигла и 30 сёл", "30", 30, "less_than", "сёл"),
    ("ru", "не дотянула даже до 30 сёл", "30", 30, "less_than", "сёл"),
    ("ru", "не превышала 30 сёл", "30", 30, "at_most", "сёл"),
    ("ru", "не опускалась ниже 30 сёл", "30", 30, "at_least", "сёл"),
    ("ru", "около 1500 солдат", "1500", 1500, "about", "солдат"),
    ("kk", "30 ауылға жеткен жоқ", "30", 30, "less_than", "ауылға"),
    ("kk", "30 ауылдан төмен түспеді", "30", 30, "at_least", "ауылдан"),
    ("it", "non hanno superato i 30 paesi", "30", 30, "at_most", "paesi"),
    ("it", "non ha raggiunto nemmeno i 30 paesi", "30", 30, "less_than", "paesi"),
    ("it", "un migliaio e mezzo di capre", "un migliaio e mezzo", 1500, "about", "capre"),
    ("ru", "свыше 1 200 военнослужащих", "1 200", 1200, "more_than", "военнослужащих"),
    ("ru", "около 5 тыс. человек", "5 тыс", 5000, "about", "человек"),
    ("ru", "более тысячи двухсот человек", "тысячи двухсот", 1200, "more_than", "человек"),
    ("ru", "двумя тысячами солдат", "двумя тысячами", 2000, "exactly", "солдат"),
    ("ru", "четверо солдат", "четверо", 4, "exactly", "солдат"),
    ("ru", "человек двадцать", "двадцать", 20, "about", "человек"),
    ("ru", "полтора миллиона тенге", "полтора миллиона", 1_500_000, "exactly", "тенге"),
    ("ru", "100-тысячный контингент", "100-тысячный", 100_000, "exactly", "контингент"),
    ("kk", "800-ден астам әскери қызметші", "800", 800, "more_than", "әскери қызметші"),
    ("kk", "800 адамнан астам", "800", 800, "more_than", "адамнан"),
    ("kk", "он екі мыңға жуық", "он екі мыңға", 12_000, "about", None),
    ("kk", "кем дегенде 20 адам", "20", 20, "at_least", "адам"),
    ("kk", "бір жарым миллион теңге", "бір жарым миллион", 1_500_000, "exactly", "теңге"),
    ("it", "oltre 1.200 soldati", "1.200", 1200, "more_than", "soldati"),
    ("it", "una ventina di soldati", "una ventina", 20, "about", "soldati"),
    ("it", "non meno di ventunomila uomini", "ventunomila", 21_000, "at_least", "uomini"),
    ("it", "un milione e mezzo di euro", "un milione e mezzo", 1_500_000, "exactly", "euro"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "words", "number", "bound", "unit"), READ, ids=[row[1] for row in READ]
)
def test_number_bound_and_unit_are_read_together(language, text, words, number, bound, unit):
    found = [q for q in quantities.read(text, language) if text[slice(*q.words)] == words]
    assert [(q.number, q.bound) for q in found] == [(number, bound)]
    assert [text[slice(*place)] for place in found[0].units] == ([unit] if unit else [])


KINDS = [
    ("en", "the seventy-fifth anniversary", 75, "ordinal"),
    ("en", "its 75th birthday", 75, "ordinal"),
    ("en", "starting from fourteenth on the grid", 14, "ordinal"),
    ("en", "the third-largest city", 3, "ordinal"),
    ("en", "its hundred-and-tenth anniversary", 110, "ordinal"),
    ("en", "its two hundred and tenth anniversary", 210, "ordinal"),
    ("en", "the fourth-ranked player", 4, "ordinal"),
    ("en", "the hundred and ten days", 110, "cardinal"),
    ("en", "a threefold increase", 3, "multiplicative"),
    ("en", "the 1.2-million-strong army", 1_200_000, "cardinal"),
    ("en", "plenty of people", None, "vague"),
    ("en", "two thirds of the force", Fraction(2, 3), "fraction"),
    ("en", "twice as many", 2, "multiplicative"),
    ("en", "a few thousand people", None, "vague"),
    ("en", "hundreds of thousands of people", None, "vague"),
    ("ru", "семьдесят пятый полк", 75, "ordinal"),
    ("ru", "треть личного состава", Fraction(1, 3), "fraction"),
    ("ru", "выросло вдвое", 2, "multiplicative"),
    ("ru", "несколько тысяч человек", None, "vague"),
    ("ru", "тысячи людей", None, "vague"),
    ("ru", "пара сотен человек", None, "vague"),
    ("ru", "две пятых урожая", Fraction(2, 5), "fraction"),
    ("kk", "депутаттардың үштен екісі", Fraction(2, 3), "fraction"),
    ("kk", "билеттердің төрттен үш бөлігі", Fraction(3, 4), "fraction"),
    ("kk", "отызы бос", 30, "cardinal"),
    ("kk", "жетпіс бесінші", 75, "ordinal"),
    ("kk", "бірнеше мың адам", None, "vague"),
    ("kk", "көптеген адам", None, "vague"),
    ("kk", "22-сессия", 22, "ordinal"),
    ("kk", "22-жылдық", 22, "cardinal"),
    ("ru", "много людей", None, "vague"),
    ("en", "many people", None, "vague"),
    ("it", "molte persone", None, "vague"),
    ("it", "il settantacinquesimo", 75, "ordinal"),
    ("it", "un quarto dei soldati", Fraction(1, 4), "fraction"),
    ("it", "decine di migliaia", None, "vague"),
    ("it", "moltissime chiamate", None, "vague"),
    ("it", "la 33a giornata", 33, "ordinal"),
]


@pytest.mark.parametrize(
    ("language", "text", "number", "kind"), KINDS, ids=[row[1] for row in KINDS]
)
def test_a_number_says_of_what_kind_it_is(language, text, number, kind):
    assert [(q.number, q.kind) for q in quantities.read(text, language)] == [(number, kind)]


RANGES = [
    ("en", "between ten and fifteen officers", 10, 15),
    ("en", "10–15 officers", 10, 15),
    ("en", "four to five thousand men", 4000, 5000),
    ("en", "between one hundred and one thousand", 100, 1000),
    ("kk", "80 миллионнан 120 миллион долларға дейін", 80_000_000, 120_000_000),
    ("ru", "от десяти до пятнадцати человек", 10, 15),
    ("ru", "два-три дня", 2, 3),
    ("kk", "10-нан 15-ке дейін", 10, 15),
    ("it", "tra dieci e quindici ufficiali", 10, 15),
    ("it", "tra gli 8 e i 12 ufficiali", 8, 12),
    ("it", "dall'8 al 12 per cento", 8, 12),
    ("it", "travi da circa 3 a 8 metri", 3, 8),
    ("ru", "от примерно 3 до 8 метров", 3, 8),
    ("en", "between roughly 3 and 8 metres", 3, 8),
]


@pytest.mark.parametrize(("language", "text", "low", "high"), RANGES, ids=[r[1] for r in RANGES])
def test_a_range_is_a_lower_and_an_upper_end(language, text, low, high):
    ends = [(q.number, q.bound) for q in quantities.read(text, language)]
    assert ends == [(low, "at_least"), (high, "at_most")]


REFUSED = [
    ("en", "S22 2022-01 1.2.3 10:30 24/7 9/11 F-16 COVID-19 G20"),
    ("en", "+7 701 123 45 67"),
    ("en", "the FTSE 100, an ISO 9001 mark, Fortune 500 firms, subsection 3"),
    ("en", "a rate per 100,000 people"),
    ("ru", "похолодает до – 17 °C; упадёт на – 3%"),
    ("it", "scende a – 17 °C"),
    ("en", "UN Resolution 1701, Article 5, number 10, Boeing 737"),
    ("en", "January 6, 2022"),
    ("en", "in 2003; from 2003 to 2005; between 1998 and 2003"),
    ("en", "over the weekend"),
    ("en", "one of the officers; one another; no one"),
    ("en", "out of five soldiers"),
    ("en", "they won 3-1"),
    ("en", "not 800"),
    ("ru", "в 2003 году, 12-13 января, статья 5, один из солдат"),
    ("en", "They did not lose a single match"),
    ("en", "It was passed without a single vote"),
    ("en", "the single largest loss; every single house"),
    ("en", "nowhere near 60 boats; barely 60 boats; hardly 40 jurors"),
    ("en", "thirty thousand-odd readers"),
    ("it", "un libro su tre donne; una guerra su due fronti"),
    ("it", "la statale 106 è chiusa"),
    ("kk", "бес сарбаз емес"),
    ("ru", "к 9 часам утра"),
    ("ru", "рост цен затронет до 800"),
    ("en", "they lost 3 to 5"),
    ("en", "90 to 45 troops"),
    ("en", "third-party claims"),
    ("en", "A Falcon 9 flew; World War 2 ended"),
    ("it", "meno 43 persone"),
    ("ru", "Телеканал «Россия 24» показал"),
    ("kk", "2003 жылы, 6 қаңтар"),
    ("it", "nel 2003, il 6 gennaio, uno dei soldati, secondo il ministero"),
]


@pytest.mark.parametrize(("language", "text"), REFUSED, ids=[row[1] for row in REFUSED])
def test_what_is_no_quantity_is_not_read(language, text):
    assert quantities.read(text, language) == []


def test_a_unit_window_ends_at_the_clause_and_does_not_reach_back():
    text = "There are 14 UN peacekeeping missions worldwide, four involving military personnel"
    found = [
        (text[slice(*q.words)], [text[slice(*u)] for u in q.units])
        for q in quantities.read(text, "en")
    ]
    assert found == [("14", ["UN peacekeeping missions worldwide"]), ("four", [])]


def test_an_unknown_language_gives_every_reading():
    numbers = {q.number for q in quantities.read("1.200", "und")}
    assert numbers == {Fraction(6, 5), Fraction(1200)}


def test_a_suffix_with_two_meanings_gives_both():
    assert {q.number for q in quantities.read("37m", "en")} == {37, 37_000_000}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "девять уехали"),
        ("kk", "төртеуінде әскерилер болды"),
        ("kk", "30-ы мамырға дейін"),
        ("it", "61 vanno al blocco"),
        ("en", "nine refused to go"),
    ],
)
def test_a_number_that_stands_for_the_things_counted_names_no_unit(language, text):
    assert [q.units for q in quantities.read(text, language)] == [()]


def test_what_bounds_the_next_number_bounds_not_the_one_before():
    text = "20 case e più di 30 stalle"
    found = [(str(q.number), q.bound, text[slice(*q.whole)]) for q in quantities.read(text, "it")]
    assert found == [("20", "exactly", "20 case e più di 30"), ("30", "more_than", "più di 30")]


CHANGES = [
    ("en", "rose from 400 to 800 troops", {400, 800}),
    ("ru", "вырос до 800", {800}),
    ("ru", "снизилось с 90 до 45", {90, 45}),
    ("ru", "вырос на 5 процентов, до 40 рублей", {5, 40}),
    ("ru", "смягчила наказание бухгалтеру до 8 лет", {8}),
    ("kk", "90-нан 145-ке дейін өсті", {90, 145}),
    ("it", "sono passati da 90 a 145 casi", {90, 145}),
    ("it", "debiti scesi da 2.410 a 2.265 milioni", {2_410_000_000, 2_265_000_000}),
    ("it", "debiti passati da 310 a 280 milioni", {310_000_000, 280_000_000}),
    ("it", "iscritti saliti da 1.500 a 2 milioni", {1500, 2_000_000}),
    ("it", "è risalita da 90 a 145 casi", {90, 145}),
]


@pytest.mark.parametrize(("language", "text", "numbers"), CHANGES, ids=[r[1] for r in CHANGES])
def test_where_a_change_begins_and_ends_is_no_bound(language, text, numbers):
    found = quantities.read(text, language)
    assert {(q.number, q.bound) for q in found} == {(number, "exactly") for number in numbers}


ELSEWHERE = [
    ("en", "With 76 of the 151 seats", "76", "seats"),
    ("en", "Twelve of the province's 40 hospitals", "Twelve", "hospitals"),
    ("en", "The candidates admitted were only 218", "218", "candidates"),
    ("en", "They sold 90 boats, 30 of which sank", "30", "boats"),
    ("ru", "двенадцать из сорока больниц", "двенадцать", "больниц"),
    ("ru", "1,1 млн контейнеров вместо нынешних 600 тыс.", "600 тыс", "контейнеров"),
    ("ru", "Продано билетов — 600, сообщил клуб", "600", "билетов"),
    ("kk", "Тұрғындардың төрттен үші", "төрттен үші", "Тұрғындардың"),
    ("kk", "Сегіз кеменің бесеуі", "бесеуі", "кеменің"),
    ("kk", "12 жолаушы болған, олардың бесеуі", "бесеуі", "жолаушы"),
    ("kk", "үміткер саны 218", "218", "үміткер"),
    ("it", "Con 76 dei 151 seggi", "76", "seggi"),
    ("it", "i caduti nel 2022 siano stati non meno di 17mila", "17mila", "caduti"),
    ("en", "The fallen in 2022 numbered more than 17,000", "17,000", "fallen"),
    ("it", "più di un quarto dell'organico", "un quarto", "organico"),
    ("it", "due terzi dell'olio", "due terzi", "olio"),
    ("it", "ma gli idonei allo scritto sono appena 218", "218", "idonei"),
]


@pytest.mark.parametrize(
    ("language", "text", "words", "unit"), ELSEWHERE, ids=[row[1] for row in ELSEWHERE]
)
def test_a_number_without_a_noun_takes_that_of_what_it_is_said_of(language, text, words, unit):
    units = [q.units for q in quantities.read(text, language) if text[slice(*q.words)] == words]
    assert [text[slice(*place)] for place in units[0]] == [unit]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of 76 ships. The 151 seats went to 12"),
        ("en", "in 20 cities they scored 12"),
        ("ru", "у рыбаков 12"),
        ("it", "per gli idonei anche 12"),
        ("kk", "кемені күтті 12"),
    ],
)
def test_what_only_stands_near_a_number_is_not_its_unit(language, text):
    assert quantities.read(text, language)[-1].units == ()


COMPARED = [
    ("en", "gifts costlier than 300 euros", "300", "more_than"),
    ("en", "a lake deeper than 200 metres", "200", "more_than"),
    ("en", "trucks no heavier than 40 tonnes", "40", "at_most"),
    ("en", "rooms cheaper than $20", "20", "less_than"),
    ("ru", "подарки дороже трёх тысяч рублей", "3000", "more_than"),
    ("ru", "не дешевле 300 долларов за баррель", "300", "at_least"),
    ("ru", "пруды глубже двух метров", "2", "more_than"),
    ("kk", "5 мың теңгеден қымбат сыйлық", "5000", "more_than"),
    ("kk", "16 жастан кіші балалар", "16", "less_than"),
    ("kk", "5000 теңгеден басталады", "5000", "at_least"),
    ("it", "regali più cari di 150 euro", "150", "more_than"),
    ("it", "i contagi superano quota 300", "300", "more_than"),
    ("it", "ha superato la soglia dei 300 milioni", "300000000", "more_than"),
    ("it", "è sceso sotto la quota di 300 voti", "300", "less_than"),
    ("it", "il debito sfiora i 90 milioni", "90000000", "about"),
    ("en", "exports neared 300 tonnes", "300", "about"),
    ("it", "non più vecchi di 30 anni", "30", "at_most"),
    ("it", "gli over 65 sono", "65", "more_than"),
    ("it", "il rosso oltrepassa i 6 milioni", "6000000", "more_than"),
    ("it", "le domande eccedono i 4.000 posti", "4000", "more_than"),
    ("it", "ha sforato le 5.000 presenze", "5000", "more_than"),
    ("it", "non può oltrepassare i 500 euro", "500", "at_most"),
    ("it", "ha sfondato il tetto dei 300 milioni", "300000000", "more_than"),
    ("it", "hanno varcato la soglia delle 800 firme", "800", "more_than"),
    ("it", "un tetto di 300 euro", "300", "at_most"),
    ("it", "si aggirano sulle 300 persone", "300", "about"),
    ("it", "pari o superiore a 300 euro", "300", "at_least"),
    ("it", "inferiore o uguale a 300 euro", "300", "at_most"),
    ("it", "almeno altri 300 euro", "300", "at_least"),
    ("it", "circa ulteriori 300 agenti", "300", "about"),
    ("it", "300 persone, più o meno", "300", "about"),
    ("it", "300 persone abbondanti", "300", "more_than"),
    ("it", "al via 300 atleti", "300", "exactly"),
    ("it", "supera già le 300 presenze", "300", "more_than"),
    ("it", "hanno superato di poco le 300 presenze", "300", "more_than"),
    ("it", "hanno quasi raggiunto le 300 presenze", "300", "about"),
    ("it", "si avvicinano ormai alle 300 presenze", "300", "about"),
    ("it", "entro il limite di 300 euro", "300", "at_most"),
    ("it", "al disotto dei 300 euro", "300", "less_than"),
    ("it", "oltre un 30 per cento", "30", "more_than"),
    ("it", "300 presenze, se non di più", "300", "at_least"),
    ("it", "300 presenze, ma forse di più", "300", "at_least"),
    ("it", "300 presenze all'incirca", "300", "about"),
    ("it", "300 presenze massimo", "300", "at_most"),
    ("it", "300 presenze a dir poco", "300", "at_least"),
]


@pytest.mark.parametrize(
    ("language", "text", "number", "bound"), COMPARED, ids=[row[1] for row in COMPARED]
)
def test_a_comparison_bounds_the_number_behind_it(language, text, number, bound):
    assert [(str(q.number), q.bound) for q in quantities.read(text, language)] == [(number, bound)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "квартира дороже двух машин."),
        ("it", "è più caro di 20 euro"),
        ("en", "twice as many as 300"),
    ],
)
def test_a_comparison_that_may_mean_another_thing_leaves_the_number_unread(language, text):
    assert [q for q in quantities.read(text, language) if q.kind == "cardinal"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "екі үлкен үй"),
        ("kk", "5 теңгеге қымбат"),
        ("kk", "63 бірлестіктің көбі"),
        ("ru", "на 100 рублей дешевле"),
        ("it", "una multa da 500 euro"),
        ("it", "300 euro, se non piove"),
        ("it", "300 euro all'anno"),
        ("it", "300 iscritti, ma forse ne verranno altri"),
    ],
)
def test_an_adjective_or_a_difference_is_no_bound(language, text):
    assert [q.bound for q in quantities.read(text, language)] == ["exactly"]


LEAST = [
    ("ru", "Билеты стоят от 1500 рублей, студентам скидка", "1500"),
    ("ru", "Вход для детей от 6 лет и старше", "6"),
    ("ru", "штраф от 5 тысяч рублей за нарушение", "5000"),
    ("en", "tickets from $20", "20"),
    ("it", "prezzi che partono da 20 euro", "20"),
    ("it", "ragazzi dai 14 anni", "14"),
]


@pytest.mark.parametrize(("language", "text", "number"), LEAST, ids=[row[1] for row in LEAST])
def test_prices_and_ages_from_a_number_on_are_at_least_that(language, text, number):
    found = quantities.read(text, language)
    assert [(str(q.number), q.bound) for q in found] == [(number, "at_least")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "получил письма от 30 школьников, сказал он"),
        ("ru", "отказался от 500 рублей, сказал он"),
        ("it", "dai 14 anni fino alla morte"),
    ],
)
def test_a_number_from_which_something_comes_is_not_read(language, text):
    assert quantities.read(text, language) == []


def test_a_lower_end_is_none_where_an_upper_one_may_follow():
    found = quantities.read("Цена от 20 евро за ночь до 50 евро", "ru")
    assert [(str(q.number), q.bound) for q in found] == [("50", "at_most")]


def test_ends_of_a_range_have_the_unit_behind_their_bound():
    text = "30-40 шақты адам"
    units = [text[slice(*unit)] for q in quantities.read(text, "kk") for unit in q.units]
    assert units == ["адам", "адам"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Подростки от 14 до 17 лет"),
        ("it", "salari da 500 a 800 euro"),
        ("it", "il portavoce da 20 a 30 anni"),
    ],
)
def test_a_word_that_only_begins_like_a_verb_of_change_leaves_a_range(language, text):
    assert [q.bound for q in quantities.read(text, language)] == ["at_least", "at_most"]


GAPPED = [
    ("en", "30 euros for adults and 12 for children", "12", "euros"),
    ("it", "20 euro a persona e 12 a bambino", "12", "euro"),
    ("it", "418 euro, contro una base di 390 fissata dal tribunale", "390", "euro"),
    ("kk", "63 бірлестіктің көбі тарап, жұмыс істейтіні 20 шақты ғана", "20", "бірлестіктің"),
]


@pytest.mark.parametrize(
    ("language", "text", "words", "unit"), GAPPED, ids=[row[1] for row in GAPPED]
)
def test_a_unit_is_said_once_for_two_numbers(language, text, words, unit):
    units = [q.units for q in quantities.read(text, language) if text[slice(*q.words)] == words]
    assert [text[slice(*place)] for place in units[0]] == [unit]


def test_a_long_list_that_never_names_its_unit_has_none():
    found = quantities.read("5 to the old man, " * 3000, "en")
    assert len(found) == 3000
    assert {q.units for q in found} == {()}


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "bills will rise by between 8% and 11%", 8, 11),
        ("en", "bills will rise by 8 to 11%", 8, 11),
        ("en", "bills will rise by 8-11%", 8, 11),
        ("en", "bills will rise by from 8 to 11%", 8, 11),
        ("en", "the slide has cut off anywhere from 300 to 450 families", 300, 450),
        ("en", "the firm will cut from 300 to 450 jobs", 300, 450),
        ("en", "bills will rise between 8 percent and 11 percent", 8, 11),
        ("ru", "тарифы выросли на 8–11 процентов", 8, 11),
        ("ru", "между 8 процентами и 11 процентами", 8, 11),
        ("kk", "8 пайыз бен 11 пайыз аралығында", 8, 11),
        ("it", "tra l'8% e l'11%", 8, 11),
        ("it", "tra gli 8 punti e gli 11 punti", 8, 11),
        ("ru", "тарифы выросли на от 8 до 11 процентов", 8, 11),
        ("ru", "тарифы выросли между 8 и 11 процентами", 8, 11),
        ("kk", "баға 8 бен 11 пайыз аралығында өседі", 8, 11),
        ("kk", "баға 8-11 пайызға өсті", 8, 11),
        ("it", "gli affitti sono aumentati tra il 12 e il 15 per cento", 12, 15),
        ("it", "gli affitti sono aumentati del 12-15 per cento", 12, 15),
    ],
)
def test_a_change_by_something_between_two_numbers_is_a_range(language, text, low, high):
    read = [(found.number, found.bound) for found in quantities.read(text, language)]
    assert read == [(low, "at_least"), (high, "at_most")]


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "fell from 2.1 million in 2010 to 1.6 million last year", (2_100_000, 1_600_000)),
        ("en", "rose from 400 towns in 2010 to 800", (400, 800)),
        ("ru", "упало с 2,1 млн в 2010 году до 1,6 млн", (2_100_000, 1_600_000)),
        ("kk", "2010 жылғы 2,1 миллионнан 1,6 миллионға дейін азайды", (2_100_000, 1_600_000)),
        ("it", "scesi da 2,1 milioni nel 2010 a 1,6 milioni", (2_100_000, 1_600_000)),
    ],
)
def test_a_year_inside_a_change_leaves_both_its_ends_exact(language, text, numbers):
    read = [(found.number, found.bound) for found in quantities.read(text, language)]
    assert read == [(number, "exactly") for number in numbers]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("shares rose 8% to $11", [8, 11]),
        ("sales were up 8% to 1.2 billion euros", [8, 1_200_000_000]),
        ("in 2010 to 800 people", []),
    ],
)
def test_two_numbers_of_different_things_are_no_range(text, numbers):
    read = [(found.number, found.bound) for found in quantities.read(text, "en")]
    assert read == [(number, "exactly") for number in numbers]


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "there were 30 stations, 204 opened late because", []),
        ("en", "there were 30 stations, 204 opened again", []),
        ("en", "of 230 stations, 204 opened again", ["stations"]),
        ("en", "there were 20 late arrivals", ["late arrivals"]),
        ("en", "there were 20 armed men", ["armed men"]),
        ("ru", "отправил 36 двигателей, ещё девять забраковала приёмка", ["двигателей"]),
        ("ru", "ещё девять осталась", []),
        ("ru", "два провала", ["провала"]),
        ("ru", "девять скал", ["скал"]),
        ("it", "altri nove li ha scartati il collaudo", []),
    ],
)
def test_a_verb_right_behind_a_number_is_no_unit(language, text, unit):
    last = quantities.read(text, language)[-1]
    assert [text[slice(*place)] for place in last.units] == unit


def test_ends_of_a_range_with_units_that_differ_are_none():
    read = quantities.read("between 8 goats and 11 sheep", "en")
    assert [found.bound for found in read] == ["exactly", "exactly"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "fell from 58th to 71st place"), ("it", "scende dal 58º al 71º posto")],
)
def test_places_from_and_to_are_each_an_ordinal(language, text):
    read = quantities.read(text, language)
    assert [(q.number, q.kind) for q in read] == [(58, "ordinal"), (71, "ordinal")]
