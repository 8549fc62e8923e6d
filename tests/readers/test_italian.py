"""What Italian news leaves out of a number or says beside it: units, limits, per cent, asides."""

from fractions import Fraction

import pytest

from kzdata.readers import durations, quantities

UNITS = [
    ("Raddoppiano gli iscritti: da 200 a 400.", 400, "iscritti"),
    ("Salgono i contagi, da 120 a 180.", 120, "contagi"),
    ("Abbiamo raddoppiato gli abbonati, da 1.100 a 2.250", 1100, "abbonati"),
    ("I sindaci hanno ridotto le linee di autobus, da 12 a 7.", 7, "linee"),
    ("I ricoveri sono scesi, dice l'Iss: da 400 a 310.", 310, "ricoveri"),
    ("Le vendite sono salite del 12%, l'export è calato del 3.", 3, "%"),
    ("Gli incassi salgono dell'8 per cento, i posti calano del 5.", 5, "per cento"),
    ("I morti sono saliti a 62, i feriti superano il centinaio.", 100, "feriti"),
    ("I morti sono 62 e i feriti 90.", 90, "feriti"),
    ("I morti sarebbero 120 secondo l'Onu, 90 secondo il governo.", 90, "morti"),
    ("I pazienti in barella, ieri mattina, erano 84.", 84, "pazienti"),
    ("I morti, secondo la Protezione civile, sono 12.", 12, "morti"),
    ("Gli iscritti, nel 2023, erano 4.500.", 4500, "iscritti"),
    ("I decessi, ha spiegato il sindaco, sono 12.", 12, "decessi"),
    ("Le navi, lunghe 40 metri, erano 3.", 3, "navi"),
    ("Le navi, lunghe 40 metri, erano 3.", 40, "metri"),
    ("biglietti da un minimo di 12 ad un massimo di 40 euro", 12, "euro"),
    ("Ottavo giorno; le autobotti sono sei e ne servono quindici.", 6, "autobotti"),
    ("Ottavo giorno; le autobotti sono sei e ne servono quindici.", 15, "autobotti"),
    ("ha vinto in tre set", 3, "set"),
    ("Taglierà 1.100 dei suoi 8.400 dipendenti", 1100, "dipendenti"),
    ("Gli stranieri sono poco più di 5 milioni", 5_000_000, "stranieri"),
    ("340 milioni di euro, 90 dei quali al Sud", 90_000_000, "euro"),
    ("340 milioni di euro, di cui 90 al Sud", 90_000_000, "euro"),
    ("Sono 14 su 20 le regioni che non hanno risposto", 14, "regioni"),
    ("Sono 14 su 20 le regioni che non hanno risposto", 20, "regioni"),
    ("Sono ben 30 su 50 i sindaci che hanno firmato", 30, "sindaci"),
    ("4 milioni di visitatori, 90 dei quali al Sud", 90, "visitatori"),
    ("I posti letto sono 450, dai 380 del 2020.", 380, "posti letto"),
    ("Raccolte 500 firme, ma i promotori puntano a consegnarne 650.", 650, "firme"),
    ("Secondo 300 scienziati la soglia è vicina.", 300, "scienziati"),
    ("Nel 2023 partono 12 treni entro settembre", 12, "treni"),
    ("I morti sono 47, mentre i dispersi restano 19.", 19, "dispersi"),
    ("Un assegno da 3mila 200 euro.", 3200, "euro"),
    ("Le domande presentate sono 5.200 su 300 posti.", 5200, "domande presentate"),
    ("Il numero dei morti è salito a 40, quello dei feriti a 210.", 210, "feriti"),
    ("Le case distrutte sono 300, quelle danneggiate 1.200.", 1200, "case"),
    ("Il biglietto intero costa 12 euro, quello dei bambini 8.", 8, "euro"),
    ("Gli iscritti, dieci anni fa, erano 1.200.", 1200, "iscritti"),
    ("I profughi, ospitati in 3 centri, sono 210.", 210, "profughi"),
    ("Le imprese attive, a tre anni dalla crisi, sono 4.500.", 4500, "imprese attive"),
    ("Le chiamate, due ore dopo, erano già 600.", 600, "chiamate"),
    ("Ieri i casi erano 340; oggi 290.", 340, "casi"),
    ("Un mese fa i posti occupati erano 12, adesso 30.", 12, "posti occupati"),
    ("Il pm ha chiesto 14 anni, la giuria ne ha inflitti 9.", 9, "anni"),
    ("Ha avuto 12 anni di carcere il padre, 8 la madre.", 12, "anni"),
    ("Dati 12 anni di carcere al padre e 8 alla madre.", 8, "anni"),
    ("Dati 12 chili di riso alla mensa e tre alla scuola.", 3, "chili"),
]

NONE = [
    ("Le vendite sono calate del 3.", 3, "vendite"),
    ("I morti sono 62 e i feriti 90.", 90, "morti"),
    ("12 treni entro settembre", 12, "treni entro settembre"),
    ("Le imprese, alle quali solo 300 euro sono andati", 300, "imprese"),
    ("Le reti, i gol, erano 12.", 12, "reti"),
    ("Il ponte, lungo 40 metri, è costato 3 milioni", 3_000_000, "metri"),
    ("Le famiglie sono 90, ma gli alloggi disponibili soltanto 41.", 41, "famiglie"),
    ("Il numero dei dimessi è di 34, quello dei ricoverati di 210.", 210, "dimessi"),
    ("Le case distrutte sono 300, quelle danneggiate 1.200.", 1200, "case distrutte"),
    ("I passeggeri sono stati 12 milioni (+4%), i voli 98 mila.", 98_000, "passeggeri"),
    ("Le scuole chiuse sono 12, gli alunni a casa 3.400.", 3400, "scuole"),
    ("Le domande presentate sono 5.200 su 300 posti.", 5200, "posti"),
    ("Gli operai, pagati 5 euro l'ora, erano 40.", 40, "euro"),
    ("Gli iscritti, dieci anni fa, erano 1.200.", 1200, "anni"),
    ("Un bambino di 3 anni e sua sorella", 3, "anni e sua sorella"),
    ("In 3 ore ne ha venduti 28.", 28, "ore"),
    ("Dati 12 anni di carcere al padre e 8 alla madre.", 8, "carcere"),
]


@pytest.mark.parametrize(("text", "number", "unit"), UNITS)
def test_a_number_counts_what_stands_elsewhere_in_its_sentence(text, number, unit):
    assert [unit] in _units(text, number)


@pytest.mark.parametrize(
    ("text", "number", "units"),
    [
        ("30mila posti, di cui solo 1.800 riservati agli ospiti", 1800, ["riservati", "posti"]),
        ("3.000 posti, dei quali appena 180 coperti", 180, ["coperti", "posti"]),
        ("2 milioni di alberi, di cui circa 300mila piantati", 300_000, ["piantati", "alberi"]),
    ],
)
def test_a_part_counts_what_its_whole_does(text, number, units):
    assert units in _units(text, number)


@pytest.mark.parametrize(("text", "number", "unit"), NONE)
def test_a_number_does_not_count_what_another_thing_is(text, number, unit):
    assert _units(text, number)
    assert all(unit not in units for units in _units(text, number))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("La sanzione può arrivare a 50.000 euro", "at_most"),
        ("La multa può anche salire a 300 euro", "at_most"),
        ("Il treno può raggiungere i 300 chilometri orari", "at_most"),
        ("La multa può arrivare a circa 300 euro", "about"),
        ("La multa può arrivare a superare i 300 euro", "more_than"),
        ("La multa arriva a 300 euro", "exactly"),
        ("copre i danni fino a un massimale di 300 euro", "at_most"),
        ("paga fino a un totale di 300 euro", "at_most"),
        ("una capienza massima di 300 persone", "at_most"),
        ("una spesa minima di 300 euro", "at_least"),
        ("una temperatura massima di 35 gradi", "exactly"),
        ("La pena massima è di cinque mesi", "at_most"),
        ("Il contributo minimo è 300 euro", "at_least"),
        ("Non ci sono state più di 20 denunce", "at_most"),
        ("Non si sono presentati meno di 20 candidati", "at_least"),
        ("L'azienda non ha licenziato più di 300 operai", "at_most"),
        ("Non ci sono da più di 20 anni", "more_than"),
        ("Mai più di 300 persone in sala", "at_most"),
        ("Fino a 20 anni fa la miniera era aperta", "exactly"),
        ("Fino a 20 anni di carcere", "at_most"),
        ("Riparato nel giro di 20 minuti", "at_most"),
        ("Nel giro dei prossimi tre anni", "at_most"),
        ("Un giro di 20 chilometri", "exactly"),
        ("Il reato si prescrive non prima di 5 anni", "at_least"),
        ("Parlerà prima di 12 candidati", "exactly"),
        ("un'altra ventina di feriti", "about"),
    ],
)
def test_what_may_be_reached_is_the_most(text, bound):
    assert [found.bound for found in quantities.read(text, "it")] == [bound]


@pytest.mark.parametrize(
    "text",
    ["La multa non può arrivare a 300 euro", "Non uscirà prima di 5 anni", "La startup trentina"],
)
def test_what_cannot_be_reached_or_is_no_number_is_not_read(text):
    assert not quantities.read(text, "it")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Il Gruppo dei Sette sente 12 ministri", [12]),
        ("Nelle Cinque Terre ci sono 30 frane", [30]),
        ("Le Due Torri chiudono per 4 mesi", [4]),
        ("nella Guerra dei Trent'anni", []),
        ("La Lista Dieci ha 30 candidati", [30]),
        ("al Terzo reggimento alpini", [3]),
        ("Bari: Due morti e «Tre feriti»", [2, 3]),
        ("MORTI DUE OPERAI", [2]),
        ("Il Milan ha vinto 1 a 0 davanti a 60 mila tifosi", [60_000]),
        ("È finita tre a uno, con 12 ammoniti", [12]),
        ("La febbre passa da 3 a 8 gradi", [3, 8]),
        ("Sono dati 200 a 300 famiglie", [200, 300]),
    ],
)
def test_numbers_in_names_and_results_count_nothing(text, numbers):
    assert [found.number for found in quantities.read(text, "it")] == numbers


@pytest.mark.parametrize("text", ["Sono 680 secondo il Garante", "Ne ospita 12 secondo l'Asl"])
def test_whose_figure_it_is_is_no_second(text):
    assert len(quantities.read(text, "it")) == 1
    assert not durations.read(text, "it")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Un morto e tre feriti", [(1, "exactly", "morto"), (3, "exactly", "feriti")]),
        ("Sono un morto e un disperso", [(1, "exactly", "morto"), (1, "exactly", "disperso")]),
        ("Più di una persona è morta", [(1, "more_than", "persona")]),
        ("Almeno un operaio è rimasto ferito", [(1, "at_least", "operaio")]),
        ("È più di un amico morto", []),
        ("Un uomo è morto", []),
        ("Ha vinto per un solo voto", [(1, "exactly", "voto")]),
        ("una sola stoccata", [(1, "exactly", "stoccata")]),
        ("Almeno un ferito nel crollo", [(1, "at_least", "ferito")]),
        ("Non un solo voto", []),
        ("Un solo 10% ha votato", [(10, "exactly", "%")]),
        ("Ha un voto da solo", []),
        ("un uomo ferito", []),
    ],
)
def test_an_article_is_one_before_only_or_a_fate(text, numbers):
    found = quantities.read(text, "it")
    assert [(one.number, one.bound, text[slice(*one.units[0])]) for one in found] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("sotto due metri e dieci di neve", [2.1]),
        ("È alto un metro e novanta.", [1.9]),
        ("Costa un euro e cinquanta.", [1.5]),
        ("un chilo e duecento di cocaina", [1.2]),
        ("un metro e due", [2]),
        ("due metri e dieci operai", [2, 10]),
        ("12 euro e 15 per i bambini", [12, 15]),
        ("tra due metri e dieci", [2, 10]),
        ("salta 6 metri e 12 dei suoi rivali meno", [6, 12]),
    ],
)
def test_the_smaller_unit_of_an_amount_may_be_left_out(text, numbers):
    assert [float(found.number) for found in quantities.read(text, "it")] == numbers


def test_a_half_of_something_else_is_added_to_nothing():
    text = "Servono 20 euro e mezzo litro di latte"
    assert [(one.number, text[slice(*one.whole)]) for one in quantities.read(text, "it")] == [
        (20, "20 euro e mezzo litro"),
        (Fraction(1, 2), "mezzo"),
    ]
    assert [one.value for one in durations.read("Tre ore e mezza giornata", "it")] == ["PT3H"]


def _units(text: str, number: int) -> list[list[str]]:
    found = [one for one in quantities.read(text, "it") if one.number == number]
    return [[text[slice(*unit)] for unit in one.units] for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Non ci sono 40 posti",
        "Non c'erano stati 40 morti",
        "Non vi erano ancora 40 iscritti",
        "Non ce ne sono 40",
    ],
)
def test_what_is_denied_over_a_pronoun_is_none(text):
    assert not quantities.read(text, "it")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Gli over 80 vaccinati aumentano", [[]]),
        ("Negli under 21 azzurri debutta Rossi", [[]]),
        ("Gli over 65 anni aumentano", [["anni"]]),
        ("Secondo i sindacati sono 300", [[]]),
        ("Secondo i medici i ricoverati sono 300", [["ricoverati"]]),
    ],
)
def test_an_age_and_a_source_are_not_counted(text, units):
    found = quantities.read(text, "it")
    assert [[text[slice(*unit)] for unit in one.units] for one in found] == units


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Due ore e 30 di dibattito", [2.5]),
        ("Dopo un'ora e 15 di attesa", [1.25]),
        ("in 9 secondi e 80", [9.8]),
        ("Tre ore e 20 per spegnere il rogo", []),
        ("Tre ore e 20 senatori", [3, 20]),
        ("Tre ore e 20 minuti", [3, 20]),
    ],
)
def test_the_minutes_of_an_hour_may_be_left_out(text, numbers):
    assert [float(found.number) for found in quantities.read(text, "it")] == numbers


@pytest.mark.parametrize(
    ("text", "number", "units"),
    [
        ("Dati 30 milioni di euro alle scuole e 12 agli asili", 12, []),
        ("Erano 5 milioni di euro nel 2020, ora sono 3", 3, []),
        ("Spesi 2 milioni di euro per la scuola e 1.200 per la targa", 1200, ["euro"]),
        ("Due milioni di passeggeri, 12 dei quali minori", 12, ["passeggeri"]),
    ],
)
def test_a_few_behind_millions_take_no_unit_of_theirs(text, number, units):
    assert units in _units(text, number)
