"""What is said once for two numbers, a unit or a scale, is read with both where it plainly is."""

import pytest

from kzdata.readers import quantities

UNITS = [
    ("en", "318 dengue deaths since May against 64 last year", 64, "dengue deaths"),
    ("en", "42,000 tonnes of maize against a target of 300,000", 300_000, "tonnes"),
    ("en", "It built 4,200 homes, well below its target of 6,000", 6000, "homes"),
    ("en", "Only one of the 17 helicopters has arrived", 1, "helicopters"),
    ("it", "Solo uno dei 17 elicotteri è arrivato", 1, "elicotteri"),
    ("en", "415,000 doses, just over half of the 820,000 ordered by the region", 820_000, "doses"),
    ("it", "415mila dosi, più della metà delle 820mila ordinate dalla Regione", 820_000, "dosi"),
    ("it", "vaccinati 12 bambini dei 30 convocati", 30, "bambini"),
    ("en", "It hired 300 doctors of the 900 promised", 900, "doctors"),
    ("en", "Peacekeepers from Nepal, 1,140 in all, will leave", 1140, "Peacekeepers"),
    ("it", "I minatori, 14 in tutto, sono salvi", 14, "minatori"),
    ("en", "Admissions rose to 1,310 in the first week of May from 870 earlier", 870, "Admissions"),
    ("it", "97 voti favorevoli, otto contrari e 64 astensioni", 8, "voti"),
    ("it", "morti tre braccianti, altri sei ricoverati, uno dei quali grave", 6, "braccianti"),
    ("it", "il numero medio di alunni per classe è calato da 16,4 a 15,8", 15.8, "alunni"),
    ("it", "61 reclami, quasi il doppio dei 28 del 2021", 28, "reclami"),
    ("en", "61 complaints, more than double the 28 of 2021", 28, "complaints"),
    ("it", "il 4,1 per cento, contro il 3,8 di maggio", 3.8, "per cento"),
    ("en", "318 deaths, up from 64 a year earlier", 64, "deaths"),
    ("en", "Arrests totalled 318 in May against 290 a year ago", 290, "Arrests"),
    ("en", "Turnout was 61.4 percent against 58.2 four years ago", 58.2, "percent"),
    ("it", "è del 61,4 per cento contro il 58,2 di quattro anni fa", 58.2, "per cento"),
    ("it", "Le vittime salgono a 318, i dispersi a 45.", 45, "dispersi"),
    ("it", "318 decessi contro i 64 di un anno fa", 64, "decessi"),
    ("en", "62 million euros, with 48 million guaranteed", 48_000_000, "euros"),
    ("en", "won 40 medals, including 12 in swimming", 12, "medals"),
    ("en", "Eleven of the dead left one widow, who knew six of them", 6, "dead"),
    ("it", "Ventisette detenuti sono a scuola, e cinque di loro vanno bene", 5, "detenuti"),
    ("en", "12 kg of hashish, three of cocaine", 3, "kg"),
    ("it", "12 chili di hashish, tre di cocaina", 3, "chili"),
    ("it", "860 grammi di hashish, una decina di telefoni", 10, "telefoni"),
    ("it", "3 chili di droga, 2,5 milioni di euro", 2_500_000, "euro"),
    ("en", "12 kg of rice, a couple of loaves", 2, "loaves"),
    ("en", "3 tonnes of wheat, 2 million of maize", 2_000_000, "tonnes"),
    ("en", "Three-quarters of a ton of fireworks", 0.75, "ton"),
    ("it", "tre quarti di un ettaro", 0.75, "ettaro"),
    ("en", "will shed 11,000 jobs on top of the 9,000 announced in May", 9000, "jobs"),
    ("en", "It will hire 200 nurses, in addition to the 340 recruited last year", 340, "nurses"),
    ("en", "2.3 million euros on top of the 1.7 promised in May", 1_700_000, "euros"),
    ("en", "It had 31.7 per cent and the Liberals 29.4, leaving none ahead", 29.4, "per cent"),
    ("en", "took 31.5 percent of the vote, the Tories 29.4 and the rest little", 29.4, "percent"),
    ("en", "The Dow fell 1.2% and the Nasdaq Composite 1.9.", 1.9, "%"),
    ("it", "Milano ha perso l'1,3 per cento, Parigi lo 0,4", 0.4, "per cento"),
    ("it", "sale dello 0,3% nel primo trimestre e dello 0,2 nel secondo", 0.2, "%"),
    ("en", "The index fell 1.3% and rose 0.5 a day later", 0.5, "%"),
    ("en", "£31 for adults and 12 for children", 12, "£"),
    ("it", "Nel 2023 in Veneto gli ettari coltivati erano 8.950", 8950, "ettari coltivati"),
    ("it", "Le domande all'Inps superano quota 410mila", 410_000, "domande"),
    ("en", "Deaths exceeded 300", 300, "Deaths"),
    ("it", "una scossa di magnitudo 4.3", 4.3, "magnitudo"),
    ("en", "A magnitude 6.1 earthquake", 6.1, "magnitude"),
    ("ru", "В больнице 23 человека, трое — в реанимации", 3, "человека"),
    ("ru", "Число банкротов выросло в 2,5 раза и достигло 310", 310, "банкротов"),
    ("ru", "Число банкротов выросло на 12%, превысив 310", 310, "банкротов"),
    ("ru", "четыре медали — одну золотую и три бронзовые", 3, "медали"),
    ("ru", "семь раненых: четыре женщины и трое детей", 3, "раненых"),
    ("en", "four medals - one gold and three bronze", 3, "medals"),
    ("it", "cinque medaglie: due ori e tre bronzi", 3, "medaglie"),
    ("ru", "Вместо обещанных 20 автобусов на линии только 12", 12, "автобусов"),
    ("ru", "Погибли 12 человек, более 40 получили ранения", 40, "человек"),
    ("ru", "Один человек погиб и трое пострадали", 3, "человек"),
    ("ru", "Погибли 12 человек, ранения получили 40", 40, "человек"),
    ("ru", "за — 300 депутатов, 40 выступили против, 12 воздержались", 12, "депутатов"),
    ("ru", "300 депутатов за, против — 40, ещё 12 воздержались", 12, "депутатов"),
    ("ru", "Потушено 300 пожаров по сравнению с 200 годом ранее", 200, "пожаров"),
    ("ru", "Прибыль — 3,2 млрд рублей (год назад — 2,9 млрд)", 2_900_000_000, "рублей"),
    ("ru", "Из оставшихся 27 школ закрыты девять", 9, "школ"),
    ("ru", "Поголовье сократилось на 11 тыс. голов, до 486 тыс.", 486_000, "голов"),
    ("ru", "Парк вырос на 15 машин (до 230)", 230, "машин"),
    ("ru", "Население прибавило 9 тысяч человек и достигло 300 тысяч", 300_000, "человек"),
    ("ru", "У половины мостов Приморья — 143 из 261 — дефекты", 143, "мостов Приморья"),
    ("ru", "Почти треть школ (45 из 130) закрыта", 130, "школ"),
    ("ru", "В 60 % семей — 300 из 500 — есть дети", 300, "семей"),
    ("ru", "Лишь четверть заявок, 15 из 60, одобрена", 15, "заявок"),
    ("ru", "Большинство депутатов (38 из 50) — за", 38, "депутатов"),
    ("ru", "Сеть закрыла 27 магазинов, а открыла только пять.", 5, "магазинов"),
    ("ru", "В строю 412 комбайнов, ещё 35 пригонят", 35, "комбайнов"),
    ("ru", "Жалоб на дворы за неделю поступило 530", 530, "Жалоб"),
    ("ru", "Прямых рейсов в Уфу станет пять", 5, "Прямых рейсов"),
    ("ru", "Мест в садах и школах стало 300", 300, "Мест"),
    ("kk", "Банкроттар саны 2,5 есеге көбейіп, 310-ға жетті", 310, "Банкроттар"),
    ("ru", "Землетрясение магнитудой 5,8 произошло в море", 5.8, "магнитудой"),
    ("ru", "закуплено 1 120 доз при годовой потребности в 860", 860, "доз"),
    ("ru", "выпало 15 мм осадков при норме 12", 12, "мм осадков"),
    ("ru", "собрано 2,3 млн тонн при плане 1,7", 1_700_000, "тонн"),
    ("ru", "осталась тридцать одна пара", 31, "пара"),
    ("kk", "124 мың түлектің 90 мыңнан астамы тестілеуге келді", 90_000, "түлектің"),
    ("kk", "62 бала келді, жиырмадан сәл азы ауылдан", 20, "бала"),
    ("kk", "отыз жеті студенттің ішінде ауылдан келгендері 20-дан аз", 20, "студенттің"),
    ("kk", "37 студенттің арасында қыздары 20-дан кем", 20, "студенттің"),
    ("en", "found 86 bottles in a cupboard and 30 more in his van", 30, "bottles"),
    ("en", "found 86 bottles in a cupboard and 30-odd more in his van", 30, "bottles"),
    ("en", "killed 40 men and injured 12 more, police said", 12, "men"),
    ("en", "with 48.3 percent of the vote to her challenger's 47.9", 47.9, "percent"),
    ("en", "passed with 51 votes in favour and 49 against", 49, "votes"),
    ("en", "58 senators backed the bill and 37 opposed it", 37, "senators backed"),
    ("en", "61 MPs voted for it, 32 voted against and five abstained", 5, "MPs voted"),
    ("it", "58 senatori hanno votato a favore e 37 contro", 37, "senatori"),
    ("it", "Ha 21 punti, contro i 18 del Lecce", 18, "punti"),
    ("it", "il 48,3 per cento dei voti contro il 47,9 del rivale", 47.9, "per cento"),
    ("it", "58 senatori hanno votato a favore, 37 si sono astenuti", 37, "senatori"),
    ("en", "Stocks fell to 6 million tonnes by 1 April from 9 million", 9_000_000, "tonnes"),
    ("en", "Cases fell to 61 from 94 a year earlier", 94, "Cases"),
    ("it", "I casi sono scesi a 61 dai 94 di un anno fa", 94, "casi"),
    ("en", "The lay-offs are not 300 but 430, he said", 430, "lay-offs"),
    ("en", "Not 300 people but more than 430 were told", 430, "people"),
    ("it", "Gli esuberi non sono 300 ma 430", 430, "esuberi"),
    ("it", "Gli esuberi non sono stati 300, bensì oltre 430", 430, "esuberi"),
    ("it", "I biglietti venduti non superano quota 5mila", 5000, "biglietti venduti"),
    ("it", "Il 17 marzo 2021 95 soldati sono partiti", 95, "soldati"),
    ("en", "On 17 March 2021 95 soldiers left", 95, "soldiers"),
    ("ru", "За — 35 депутатов, против — девять, четверо воздержались", 4, "депутатов"),
    ("ru", "Число жертв достигло 64, пропавших без вести — 12", 12, "пропавших без вести"),
    ("ru", "Закуплено 40 автобусов, льготным категориям — 15", 15, "автобусов"),
]


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"), UNITS, ids=[row[1] for row in UNITS]
)
def test_a_number_counts_what_the_words_leave_out(language, text, number, unit):
    found = [
        text[slice(*place)]
        for one in quantities.read(text, language)
        if one.number is not None and float(one.number) == number
        for place in one.units
    ]
    assert unit in found


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("ru", "уволены 30 врачей при вместимости 120", 120, "врачей"),
        ("ru", "шесть раненых: две в Омске и трое детей в Томске", 3, "раненых"),
        ("ru", "шесть школ - две новые и трое детей", 3, "школ"),
        ("ru", "Погибли 12 человек, получили повреждения 40", 40, "человек"),
        ("ru", "Построены 12 мостов, 40 получили ранения", 40, "мостов"),
        ("ru", "построено 120 домов при плане в 90 квартир", 90, "домов"),
        ("kk", "124 түлектің 90-нан астамы тестілеуге келді", 90, "тестілеуге"),
        ("kk", "он күннің ішінде қыздары бестен аз", 5, "күннің"),
        ("kk", "12 студенттің ішінде қыздары 20-дан кем", 20, "студенттің"),
        ("en", "12 members of parliament, three of the Greens", 3, "members"),
        ("en", "won 40 medals, with 50 in swimming", 50, "medals"),
        ("en", "rose 3% to 4.5 last year", 4.5, "%"),
        ("it", "è al 5,4 per cento, il voto medio è di 7,2", 7.2, "per cento"),
        ("it", "Ventisette detenuti e due dei loro figli", 2, "detenuti"),
        ("en", "It was 4.2 per cent and the euro 1.09, the bank said", 1.09, "per cent"),
        ("en", "It fell 3.2%, he said on Monday, and the Titan 2.5, a rocket", 2.5, "%"),
        ("en", "There were 290 two years ago", 290, "There"),
        ("en", "300 people marched against 64 evictions", 64, "people"),
        ("en", "58 senators backed 12 amendments and 37 opposed them", 37, "amendments"),
        ("en", "58 senators backed it and 37 towns opposed it", 37, "senators backed"),
        ("it", "158 voti a favore e 94 contrari", 94, "voti"),
        ("en", "He walked to 61 houses from 94 in the list", 94, "houses"),
        ("en", "Stocks fell to 6.5 million tonnes from 9.4 a year ago", 9.4, "tonnes"),
        ("it", "Gli esuberi sono 300 ma 430 restano", 430, "esuberi"),
        ("en", "30 soldiers and 20 others left", 20, "soldiers"),
        ("ru", "Закуплено 40 автобусов, электробусов — 15", 15, "автобусов"),
        ("ru", "Ставка выросла на 2 процентных пункта, до 16", 16, "процентных пункта"),
        ("ru", "Доллар подорожал на 40 копеек, до 92", 92, "копеек"),
        ("ru", "Долг сократился на 40 млрд рублей, до 1,2", 1.2, "рублей"),
        ("ru", "Очередь выросла в 2,5 раза, до 310", 310, "раза"),
        ("ru", "У половины мостов — 143 машины из 261 — дефекты", 143, "мостов"),
        ("ru", "Мест в садах и школах стало 300", 300, "школах"),
        ("ru", "Закуплено 40 автобусов, электробусов большого класса — 15", 15, "автобусов"),
    ],
)
def test_a_number_does_not_count_what_another_does(language, text, number, unit):
    (one,) = [q for q in quantities.read(text, language) if q.number and float(q.number) == number]
    assert unit not in [text[slice(*place)] for place in one.units]


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "orders for 1.7 of the 2.3 million hours", [1_700_000, 2_300_000]),
        ("it", "1,7 dei 2,3 milioni di ore", [1_700_000, 2_300_000]),
        ("en", "2.3 million tonnes against 1.7 a year earlier", [2_300_000, 1_700_000]),
        ("en", "fell from 2.3 million tonnes to 1.7", [2_300_000, 1_700_000]),
        ("en", "fell from 3.5 million cases to 13", [3_500_000, 13]),
        ("en", "300 of the 2 million residents", [300, 2_000_000]),
    ],
)
def test_a_decimal_takes_the_scale_of_the_other_number(language, text, numbers):
    assert [found.number for found in quantities.read(text, language)] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("un debito di 1.5 milioni", [1_500_000]),
        ("pari al 4.3%", [4.3]),
        ("alle 7.30 del 6.1", []),
        ("il paragrafo 4.3 dice", []),
    ],
)
def test_a_point_is_an_italian_decimal_mark_where_words_beside_it_say_so(text, numbers):
    assert [float(found.number) for found in quantities.read(text, "it")] == numbers
