"""What is said once for two numbers, a unit or a scale, is read with both where it plainly is."""

import pytest

from kzdata.readers import quantities

UNITS = [
    ("en", "Of the 212 candidates, only 38 are women, it said", 38, "women"),
    ("en", "Of the 212 candidates, only 38 are women, it said", 38, "candidates"),
    ("en", "The crash killed 17 people; five were schoolchildren and teachers", 17, "people"),
    ("en", "Some 300 people were arrested; 40 were foreign nationals.", 40, "foreign nationals"),
    ("en", "Some 300 people were arrested; 40 were foreign nationals.", 40, "people"),
    ("en", "It logged 412 burglaries, with Leeds accounting for 120.", 120, "burglaries"),
    ("en", "Three people were killed and 12 were seriously injured", 12, "people"),
    ("en", "Nine people, including three boys, were killed and 28 hurt", 28, "people"),
    ("en", "Nine men, two of them guards, were shot and 28 others were hurt", 28, "men"),
    ("it", "Nove persone, fra cui due donne, sono state uccise e 28 ferite", 28, "persone"),
    ("en", "83 deaths, compared with 97 in 2024 and 112 in 2023", 112, "deaths"),
    ("en", "52 cases, up from 40 last year and 31 the year before", 31, "cases"),
    ("en", "Eight men were saved after 31 hours, but seven others drowned", 7, "men"),
    ("en", "It added 151 jobs, fewer than the 170 economists had forecast", 170, "jobs"),
    ("en", "fewer than the 170 economists who had forecast growth", 170, "economists"),
    ("en", "It won 40 clients, more than the 31 analysts had widely expected", 31, "clients"),
    ("en", "It ordered 20 jets, bringing its fleet to 140.", 140, "jets"),
    ("en", "It called up 300 reservists, taking the total to 1,100.", 1100, "reservists"),
    ("en", "12 cars in the first three months of the year, compared with 9 in 2021", 9, "cars"),
    ("en", "51 arrests in the past nine months, up from 64 before", 64, "arrests"),
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
    ("en", "Two people died and 31 were injured", 31, "people"),
    ("en", "Four soldiers died, 12 were hurt and three are missing", 3, "soldiers"),
    ("en", "The blast killed six workers and left 14 injured", 14, "workers"),
    ("en", "Three people were killed and 31 others were injured", 31, "people"),
    ("en", "12 deaths in 2024 and 15 the year before", 15, "deaths"),
    ("en", "40 cars in May, 12 in June and nine a month later", 9, "cars"),
    ("en", "Of the group's 38 hotels, 11 are leased", 11, "hotels"),
    ("en", "Of the group's 38 hotels, 11 are leased, 24 managed", 24, "hotels"),
    ("en", "Of every 100 recruits who begin, 57 drop out", 57, "recruits"),
    ("en", "helped 300 families, and of those 40 were poor", 40, "families"),
    ("en", "Deportees, 114 of whom had lived here, left", 114, "Deportees"),
    ("en", "Asylum claims in Austria came to 16,284", 16_284, "Asylum claims"),
    ("en", "Arrivals last week averaged 310", 310, "Arrivals"),
    ("en", "Prisoners released in return: 240.", 240, "Prisoners released in return"),
    ("en", "and burglaries - 2,015 since March", 2015, "burglaries"),
    ("en", "doses of 5, 10 and 20 mg", 5, "mg"),
    ("en", "doses of 5, 10, and 20 mg", 10, "mg"),
    ("en", "teams of three, four, five and six players", 3, "players"),
    ("ru", "группы по 5, 10 и 20 учеников", 5, "учеников"),
    ("kk", "5, 10 және 20 мың адам", 5, "адам"),
    ("it", "dosi da 5, 10 e 20 mg", 5, "mg"),
    ("en", "Killed: 14; wounded: 32.", 14, "Killed"),
    ("en", "Total: 340 (men: 200; women: 140).", 200, "men"),
    ("en", "Deaths (2022): 1,204; births: 3,411.", 1204, "Deaths"),
    ("en", "Employees (as of 31 December 2022): 3,400", 3400, "Employees"),
    ("en", "Police: 14 killed, 32 hurt in blast", 14, "killed"),
    ("en", "Two charged with fraud", 2, "charged"),
    ("en", "40 passengers hurt, 14 killed in the crash", 14, "passengers"),
    ("en", "Three Russian and two Thai soldiers", 3, "Thai soldiers"),
    ("en", "raised its bid for the firm to 268 pence from 245", 245, "pence"),
    ("en", "the quake claimed 112 lives in Karachi", 112, "lives"),
    ("en", "will order 96 more howitzers", 96, "more howitzers"),
    ("en", "hit a power line 200 yards short of it", 200, "yards short"),
    ("en", "sold 3.9 million 60-kg bags of coffee", 3_900_000, "60-kg bags"),
    ("en", "lost by a single vote", 1, "vote"),
    ("en", "will open 25 shops this year and close eight.", 8, "shops"),
    ("en", "won nine games and lost four.", 4, "games and lost"),
    ("en", "Eight pupils were hurt, two badly.", 2, "pupils"),
    ("en", "4,200 men in the south will need aid by May, 600 more than now", 600, "men"),
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
    ("ru", "У половины мостов Приморья — 143 из 261 — дефекты", 143, "мостов"),
    ("ru", "Почти треть школ (45 из 130) закрыта", 130, "школ"),
    ("ru", "В 60 % семей — 300 из 500 — есть дети", 300, "семей"),
    ("ru", "Лишь четверть заявок, 15 из 60, одобрена", 15, "заявок"),
    ("ru", "Большинство депутатов (38 из 50) — за", 38, "депутатов"),
    ("ru", "Сеть закрыла 27 магазинов, а открыла только пять.", 5, "магазинов"),
    ("ru", "В строю 412 комбайнов, ещё 35 пригонят", 35, "комбайнов"),
    ("ru", "Жалоб на дворы за неделю поступило 530", 530, "Жалоб"),
    ("ru", "Прямых рейсов в Уфу станет пять", 5, "Прямых рейсов"),
    ("ru", "Мест в садах и школах стало 300", 300, "Мест"),
    ("ru", "Бросили по воротам 41 раз, гости — всего 19.", 19, "раз"),
    ("ru", "Лавины сходили 37 раз, нынешней зимой — уже 52.", 52, "раз"),
    ("ru", "Обошлось в 14 млн евро, ещё до трёх миллионов предусмотрено", 3_000_000, "евро"),
    ("ru", "Краж в метро стало меньше на 18 процентов: 402 против 490", 402, "Краж"),
    ("ru", "Число пожаров сократилось вдвое — 402 против 805", 805, "пожаров"),
    ("ru", "Семья держит 30 коз; прошлой весной их было всего шесть.", 6, "коз"),
    ("ru", "Число дел о краже удвоилось, превысив 14 тысяч", 14_000, "дел"),
    ("ru", "Число заболевших гриппом и ОРВИ снизилось с 98 до 81", 98, "заболевших гриппом и ОРВИ"),
    ("ru", "Фонд поддержал 94 проекта из 611 заявленных", 611, "проекта"),
    ("ru", "2,1 тысячи каланов против 3,4 тысячи десять лет назад", 3400, "каланов"),
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
    ("it", "312 richieste nel 2024 e 458 quest'anno", 458, "richieste"),
    ("it", "Morbillo, 37 casi in Puglia; nello stesso periodo del 2025 erano quattro", 4, "casi"),
    ("it", "A bordo c'erano 52 pensionati: nove sono in ospedale", 9, "pensionati"),
    ("it", "taglierà 640 posti su un totale di 3.900", 3900, "posti"),
    ("it", "La verdura costa 2 euro al chilo, due anni fa sfiorava 1,7", 1.7, "euro"),
    ("it", "Egitto (31 tonnellate) e Arabia Saudita (quasi 18)", 18, "tonnellate"),
    ("it", "È dell'8,3%; a Bolzano non arriva al 4", 4, "%"),
    ("it", "I casi a Roma sono 120, a Milano 95", 95, "casi"),
    ("it", "Ha 47 anni e ha segnato 12 gol, il fratello 8", 8, "gol"),
    ("it", "un assegno di 60 euro per due figli e di 25 per la sorella", 25, "euro"),
    ("it", "412 giri in tre giornate, contro i 389 dell'Aprilia", 389, "giri"),
    ("it", "41mila visitatori in cinque mesi, 6mila dei quali stranieri", 6000, "visitatori"),
    ("it", "La carenza di autisti: ne mancano 70", 70, "autisti"),
    ("it", "46 corse in meno per la carenza di autisti: ne mancano 70", 70, "autisti"),
    ("it", "Calano gli addetti: erano 1.320 a marzo", 1320, "addetti"),
    ("it", "Crescono gli stranieri: nel 2025 erano 540", 540, "stranieri"),
    ("it", "Immatricolazioni a febbraio: 137.922, in flessione", 137_922, "Immatricolazioni"),
    ("it", "Omicidi in calo in Calabria, 19 contro i 24 del 2024", 24, "Omicidi"),
    ("it", "I decessi, saliti a diciannove, riguardano anziani", 19, "decessi"),
    ("it", "Sale a quota 118 il conto dei Comuni in dissesto", 118, "Comuni"),
    ("it", "Le cantine che vendono vino sono 318", 318, "cantine"),
    ("it", "I Comuni con meno di mille residenti sono diventati 74", 74, "Comuni"),
    ("it", "per le quali i posti sono 9.500", 9500, "posti"),
    ("it", "132 persone, 29 più che nel 2024", 29, "persone"),
    ("it", "Gli evacuati non sono 1.200, come riportato ieri, bensì 1.020", 1020, "evacuati"),
    ("it", "sono arrivati in 112 su 176 partenti", 112, "partenti"),
    ("it", "Militari di due nazioni, poco meno di 450 in tutto, partono", 450, "Militari"),
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
        ("en", "The number of accidents rose threefold", 3, "accidents"),
        ("en", "Accidents rose twofold to 46", 2, "Accidents"),
        ("ru", "Число аварий выросло вдвое", 2, "аварий"),
        ("ru", "Число погибших выросло двукратно", 2, "погибших"),
        ("it", "Il numero di incidenti è il triplo", 3, "incidenti"),
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
        ("it", "Ha 12 dipendenti; gli ospedali restano 9", 9, "dipendenti"),
        ("it", "I candidati hanno superato tre esami in meno di 400", 400, "esami"),
        ("it", "Il 12% è straniero; nel 2018 erano 280", 280, "%"),
        ("it", "46 corse in meno per la carenza di autisti: ne mancano 70", 70, "corse"),
        ("it", "investimenti per 65 milioni e 140 uscite", 65_000_000, "uscite"),
        ("it", "912 ospiti a fronte di 650 posti", 650, "ospiti"),
        ("en", "30 soldiers and 20 others left", 20, "soldiers"),
        ("en", "He shot 12 men in two towns, but three others fled", 3, "towns"),
        (
            "en",
            "12 cars in the first three months of the year, compared with 9 in 2021",
            9,
            "months",
        ),
        ("en", "Hires beat the 170 economists had forecast", 170, "economists"),
        ("en", "Imports fell by 3 percent, bringing the total to 400.", 400, "percent"),
        ("en", "She scored 8 in three days, taking her tally to 14.", 14, "days"),
        ("en", "Of the 12, nine were years away", 9, "years"),
        ("en", "Of the 12, nine were unconscious", 9, "unconscious"),
        ("en", "12 deaths in 2024 and 15 the year before", 15, "year"),
        ("en", "Nine people were killed and three lorries damaged", 3, "people"),
        ("en", "Forty were hurt when two trams collided, and nine were kept", 9, "trams"),
        ("en", "12 men and four young women", 12, "young women"),
        ("ru", "Закуплено 40 автобусов, электробусов — 15", 15, "автобусов"),
        ("ru", "Ставка выросла на 2 процентных пункта, до 16", 16, "процентных пункта"),
        ("ru", "Доллар подорожал на 40 копеек, до 92", 92, "копеек"),
        ("ru", "Долг сократился на 40 млрд рублей, до 1,2", 1.2, "рублей"),
        ("ru", "Очередь выросла в 2,5 раза, до 310", 310, "раза"),
        ("ru", "У половины мостов — 143 машины из 261 — дефекты", 143, "мостов"),
        ("ru", "Мест в садах и школах стало 300", 300, "школах"),
        ("ru", "Число пожаров снизилось на 18%: 402 против 490", 402, "%"),
        ("ru", "30 врачей привезли их 12 детей", 12, "врачей"),
        ("ru", "Число жертв выросло и раненых стало 30", 30, "жертв"),
        ("ru", "Помогли 19 детям из 40 пострадавших", 40, "детям"),
        ("ru", "Закуплено 40 автобусов, электробусов большого класса — 15", 15, "автобусов"),
        ("en", "40 passengers hurt, 14 killed in the crash", 14, "passengers hurt"),
        ("en", "A gang of 14 killed a guard", 14, "killed"),
        ("en", "A gang of 14 killed themselves", 14, "killed"),
        ("en", "Smokers (%): 34", 34, "Smokers"),
        ("en", "He was charged: 14 left", 14, "charged"),
        ("en", "He scored 10, and 20 fans left", 10, "fans"),
        ("en", "$5, 10 and 20 fans", 5, "fans"),
        ("en", "On May 5, 10 and 20 people died", 10, "May"),
        ("en", "Nine people, including three boys, were killed and 28 hurt", 28, "boys"),
        ("en", "Nine people, including three boys, were killed and 28 others hurt", 28, "boys"),
        ("en", "The 12 wolves ate the farmer's 40", 40, "wolves"),
        ("en", "They sold 40 homes, half of the 30", 30, "homes"),
        ("en", "12 hurt, two badly burned houses", 2, "hurt"),
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
        ("it", "92 milioni contro gli 85 stimati dagli analisti", [92_000_000, 85_000_000]),
        ("it", "più di 310 milioni, contro i 190 del debutto", [310_000_000, 190_000_000]),
        ("it", "310 milioni, contro i 190 soci del 2020", [310_000_000, 190]),
        ("it", "23 dei 35 milioni assegnati", [23_000_000, 35_000_000]),
        ("it", "48 milioni subito e altri 130 nel triennio", [48_000_000, 130_000_000]),
        ("it", "51,7 milioni, cioè 2,3 più del previsto", [51_700_000, 2_300_000]),
        ("it", "30 miliardi, di cui il 41,5 per cento", [30_000_000_000, 41.5]),
        ("it", "investimenti per 65 milioni e 140 uscite", [65_000_000, 140]),
        ("it", "4 milioni e 600mila euro", [4_600_000]),
        ("en", "fell from 2.3 million tonnes to 1.7", [2_300_000, 1_700_000]),
        ("en", "Sales were 2.3 million against 1.5 %", [2_300_000, 1.5]),
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


@pytest.mark.parametrize(
    ("language", "before", "text"),
    [
        ("en", "Bridges were repaired in January 2016.", "37 bridges were flooded."),
        ("en", "It carried 1,900lb (860kg).", "Drivers rejected a deal, and 210 moved."),
        (
            "en",
            "The dealer told 340 customers.",
            "The peacekeepers, 180 of them from Fiji, will leave.",
        ),
        ("ru", "На курсе 40 студентов.", "Дежурила бригада, и трое ночевали."),
        ("it", "L'impianto aprì nel 2006.", "Quattromila chilometri più in là ne parlano."),
    ],
)
def test_a_sentence_takes_nothing_of_the_one_before(language, before, text):
    shift = len(before) + 1
    alone = quantities.read(text, language)
    behind = [q for q in quantities.read(f"{before} {text}", language) if q.words.start >= shift]
    assert alone
    assert [(q.number, q.bound) for q in behind] == [(q.number, q.bound) for q in alone]
    for found, expected in zip(behind, alone, strict=True):
        spans = (found.words, found.whole, *found.units)
        there = (expected.words, expected.whole, *expected.units)
        assert [(start - shift, end - shift) for start, end in spans] == list(there)


@pytest.mark.parametrize(
    ("language", "text", "units"),
    [
        ("en", "They sent 30 officers. Six of them were women.", ["officers"]),
        ("en", "They sent 30 officers. Of these, six were women.", ["officers", "women"]),
        ("en", "They sent 30 officers. All left. Six of them returned.", ["officers"]),
        ("en", "They sent 30 officers. Six of them left. Two of them fell.", ["officers"]),
        ("ru", "Приехали 30 офицеров. Шестеро из них остались.", ["офицеров"]),
        ("it", "Sono arrivati 30 ufficiali. Sei di loro sono rimasti.", ["ufficiali"]),
        ("kk", "30 офицер келді. Олардың алтауы қалды.", ["офицер"]),
        ("kk", "Тізімде 12 нысан бар. Төртеуі өткен ғасырда салынған.", ["нысан"]),
    ],
)
def test_a_number_may_count_what_the_sentence_before_it_does(language, text, units):
    last = quantities.read(text, language)[-1]
    assert [text[slice(*unit)] for unit in last.units] == units


OVER_A_PART = [
    ("ru", "Восемь человек, в том числе трое детей, погибли и 14 ранены.", "человек"),
    ("ru", "Погибли четыре человека, включая двоих детей, ещё шестеро ранены.", "человека"),
    ("en", "Four people died, including two children, and another six were hurt.", "people"),
    ("it", "Sono morte quattro persone, tra cui due bambini, altre sei sono ferite.", "persone"),
    ("kk", "Төрт адам, соның ішінде екі бала қаза тапты, тағы алтауы жараланды.", "адам"),
]


@pytest.mark.parametrize(("language", "text", "unit"), OVER_A_PART, ids=[r[1] for r in OVER_A_PART])
def test_a_fate_told_over_a_part_is_that_of_more_of_the_whole(
    language: str, text: str, unit: str
) -> None:
    last = quantities.read(text, language)[-1]
    assert [text[slice(*one)] for one in last.units] == [unit]


WHERE = [
    ("ru", "Произошло 19 ДТП, в которых два человека погибли.", "человека"),
    ("en", "There were 19 crashes in which two people died.", "people"),
    ("it", "Ci sono stati 19 incidenti, in cui due persone sono morte.", "persone"),
]


@pytest.mark.parametrize(("language", "text", "unit"), WHERE, ids=[row[1] for row in WHERE])
def test_what_is_counted_where_the_number_before_says_is_no_part_of_it(
    language: str, text: str, unit: str
) -> None:
    last = quantities.read(text, language)[-1]
    assert text[slice(*last.units[0])].startswith(unit)
    assert len(last.units) == 1
