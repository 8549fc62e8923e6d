"""Countries and territories by name and adjective in four languages, and names that hide one."""

import pytest

from kzdata.readers import countries
from kzdata.readers.countries.names import names
from kzdata.readers.language import LANGUAGES, tables

NAMED = [
    ("en", "In Jordan crowds", "JO"),
    ("en", "The Gambia", "GM"),
    ("en", "Israel Police", "IL"),
    ("en", "Meanwhile Jordan closed", "JO"),
    ("en", "in the Congo", "CD CG"),
    ("en", "the Democratic Republic of the Congo", "CD"),
    ("en", "the Republic of the Congo", "CG"),
    ("en", "the Central African Republic", "CF"),
    ("en", "Western Sahara", "EH"),
    ("en", "Korea", "KP KR"),
    ("en", "the Republic of Korea", "KR"),
    ("en", "Guinea", "GN GQ GW"),
    ("en", "Guinea-Bissau", "GW"),
    ("en", "Papua New Guinea", "PG"),
    ("en", "South Sudan", "SS"),
    ("en", "the U.S.", "US"),
    ("en", "US-led", "US"),
    ("en", "the UAE", "AE"),
    ("en", "Côte d’Ivoire", "CI"),
    ("en", "St. Lucia", "LC"),
    ("en", "Bosnia and Herzegovina", "BA"),
    ("en", "Kazakhstan’s", "KZ"),
    ("en", "#Kazakhstan", "KZ"),
    ("en", "KAZAKHSTAN", "KZ"),
    ("en", "Georgia", "GE"),
    ("it", "Negli Usa", "US"),
    ("en", "Kosovo", "XK"),
    ("ru", "в Ливане", "LB"),
    ("ru", "у Соломоновых Островов", "SB"),
    ("ru", "Антигуа и Барбуды", "AG"),
    ("ru", "Сент-Винсента и Гренадин", "VC"),
    ("ru", "на Сент-Винсенте и Гренадинах", "VC"),
    ("ru", "Южной Георгии и Южных Сандвичевых островов", "GS"),
    ("en", "St Vincent and the Grenadines", "VC"),
    ("en", "St Kitts and Nevis", "KN"),
    ("en", "Turks and Caicos", "TC"),
    ("it", "di Saint Vincent e le Grenadine", "VC"),
    ("it", "di São Tomé e Principe", "ST"),
    ("kk", "Тринидад пен Тобагода", "TT"),
    ("kk", "Сент-Винсент пен Гренадин аралдарының", "VC"),
    ("ru", "Казахстана", "KZ"),
    ("ru", "в Центральноафриканской Республике", "CF"),
    ("ru", "ДР Конго", "CD"),
    ("ru", "Демократическую Республику Конго", "CD"),
    ("ru", "из Южного Судана", "SS"),
    ("ru", "Республики Корея", "KR"),
    ("ru", "в Западной Сахаре", "EH"),
    ("ru", "России", "RU"),
    ("ru", "Китай", "CN"),
    ("ru", "в Соединённых Штатах Америки", "US"),
    ("ru", "в Того", "TG"),
    ("ru", "в Молдове", "MD"),
    ("ru", "с Республикой Молдовой", "MD"),
    ("ru", "на Британских Виргинских Островах", "VG"),
    ("ru", "Американскими Виргинскими островами", "VI"),
    ("ru", "с Виргинских Островов США", "VI"),
    ("ru", "на Каймановых островах", "KY"),
    ("ru", "на Палестинских территориях", "PS"),
    ("ru", "из Объединенных арабских эмиратов", "AE"),
    ("ru", "в Чешской республике", "CZ"),
    ("kk", "Британ Виргин Аралдарында", "VG"),
    ("ru", "власти Того", "TG"),
    ("ru", "на Филиппинах", "PH"),
    ("kk", "Ливанда", "LB"),
    ("kk", "Қазақстанның", "KZ"),
    ("kk", "Қазақстаннан", "KZ"),
    ("kk", "АҚШ-та", "US"),
    ("kk", "Орталық Африка Республикасында", "CF"),
    ("kk", "Конгода", "CD CG"),
    ("kk", "Оңтүстік Суданда", "SS"),
    ("it", "in Libano", "LB"),
    ("it", "del Congo", "CD CG"),
    ("it", "dell’Iraq", "IQ"),
    ("it", "Repubblica Centrafricana", "CF"),
    ("it", "Sudan del Sud", "SS"),
    ("it", "negli Usa", "US"),
]


@pytest.mark.parametrize(("language", "text", "codes"), NAMED, ids=[row[1] for row in NAMED])
def test_a_name_is_read_with_all_that_it_may_mean(language: str, text: str, codes: str) -> None:
    (reading,) = countries.read(text, language)
    assert (" ".join(reading.codes), reading.form) == (codes, "name")


ADJECTIVES = [
    ("en", "The Gambian minister", "GM"),
    ("ru", "мальдивские рыбаки", "MV"),
    ("it", "marinai comoriani", "KM"),
    ("kk", "мароккалық сарбаз", "MA"),
    ("en", "Finns", "FI"),
    ("ru", "россиянка", "RU"),
    ("ru", "китайца", "CN"),
    ("ru", "болгарину", "BG"),
    ("ru", "португалец", "PT"),
    ("ru", "финн", "FI"),
    ("ru", "эстонками", "EE"),
    ("en", "Kazakh", "KZ"),
    ("en", "Kazakhstani", "KZ"),
    ("en", "Kazakhs", "KZ"),
    ("en", "Belarusian", "BY"),
    ("en", "Lebanese", "LB"),
    ("en", "Congolese", "CD CG"),
    ("en", "South Korean", "KR"),
    ("en", "Nigerien", "NE"),
    ("en", "Nigerian", "NG"),
    ("ru", "французского", "FR"),
    ("ru", "казахстанскими", "KZ"),
    ("ru", "Казахстанские", "KZ"),
    ("ru", "казахи", "KZ"),
    ("ru", "русских", "RU"),
    ("kk", "қазақ", "KZ"),
    ("kk", "қазақстандық", "KZ"),
    ("kk", "ливандықтардың", "LB"),
    ("it", "kazako", "KZ"),
    ("it", "kazaka", "KZ"),
    ("it", "kazaki", "KZ"),
    ("it", "turche", "TR"),
]


@pytest.mark.parametrize(
    ("language", "text", "codes"), ADJECTIVES, ids=[row[1] for row in ADJECTIVES]
)
def test_an_adjective_is_marked_as_one(language: str, text: str, codes: str) -> None:
    (reading,) = countries.read(text, language)
    assert (" ".join(reading.codes), reading.form) == (codes, "adjective")


NONE = [
    ("en", "the winger Jordan Pryce"),
    ("en", "minister Israel Katz"),
    ("en", "the actor Tom Holland"),
    ("it", "il medico Giordano Bruni"),
    ("it", "la relatrice Francesca Albanese"),
    ("en", "tell us"),
    ("en", "TELL US NOW"),
    ("en", "a turkey and a chad"),
    ("en", "Northern Ireland"),
    ("en", "New Mexico"),
    ("en", "Inner Mongolia"),
    ("en", "Gulf of Guinea"),
    ("en", "the Jordan River"),
    ("en", "the Indian Ocean"),
    ("en", "New Guinea"),
    ("en", "South America"),
    ("en", "Indiana"),
    ("en", "CAR BOMB"),
    ("ru", "Того, кто"),
    ("ru", "Кроме Того, мост закрыт"),
    ("ru", "КРОМЕ ТОГО"),
    ("ru", "в Индийском океане"),
    ("ru", "в Северной Ирландии"),
    ("kk", "Үнді мұхитында"),
    ("it", "Irlanda del Nord"),
    ("it", "oceano Indiano"),
    ("de", "Kazakhstan"),
    ("en", "Northern Irish politicians"),
    ("en", "the Norwegian Sea"),
    ("en", "in Malta Street"),
    ("en", "at Turkey Point"),
    ("en", "Panama hats and Brazil nuts"),
    ("kk", "Украина көшесінде"),
    ("en", "the Irish sea"),
    ("en", "Air France cut 12 routes"),
    ("en", "Turkish delight and German shepherds"),
    ("en", "the Irish and Norwegian Seas"),
    ("en", "the Gulf of Finland"),
    ("en", "Lebanon, Pennsylvania"),
    ("en", "Peru, Ind."),
    ("en", "Savannah, Georgia"),
    ("en", "non-Kazakh citizens"),
    ("en", "not in Lebanon"),
    ("ru", "в Южно-Китайском море"),
    ("ru", "Норвежское и Ирландское моря"),
    ("ru", "Финский залив"),
    ("ru", "улица Польская"),
    ("ru", "на улице Малой Грузинской"),
    ("ru", "жители улицы Казахской"),
    ("ru", "на Украинском бульваре"),
    ("ru", "Французская набережная"),
    ("ru", "на проспекте Украины"),
    ("ru", "не российский"),
    ("ru", "а не с Россией"),
    ("ru", "северо-ирландский"),
    ("ru", "Ливан, штат Пенсильвания"),
    ("kk", "Норвег теңізінде"),
    ("kk", "Фин шығанағында"),
    ("kk", "ресейлік емес"),
    ("kk", "солтүстік ирландиялық"),
    ("kk", "Шығыс неміс"),
    ("it", "Mare del Giappone"),
    ("it", "nel mare norvegese"),
    ("it", "golfo di Finlandia"),
    ("it", "tedeschi orientali"),
    ("it", "non russo"),
    ("it", "né in Russia"),
]


@pytest.mark.parametrize(("language", "text"), NONE, ids=[row[1] for row in NONE])
def test_what_is_no_country_is_not_read(language: str, text: str) -> None:
    assert countries.read(text, language) == []


NEVERTHELESS = [
    ("en", "not only Russian", "RU"),
    ("en", "Jordan, Washington and Paris", "JO"),
    ("en", "the Italian sea rescue", "IT"),
    ("ru", "не только российский", "RU"),
    ("ru", "российские моря", "RU"),
    ("kk", "Ресей теңіз порты", "RU"),
    ("kk", "қазақ қана емес", "KZ"),
    ("it", "il mare della Grecia", "GR"),
    ("it", "non solo russo", "RU"),
]


@pytest.mark.parametrize(
    ("language", "text", "named"), NEVERTHELESS, ids=[row[1] for row in NEVERTHELESS]
)
def test_what_is_beside_a_country_leaves_it_one(language: str, text: str, named: str) -> None:
    assert [reading.codes for reading in countries.read(text, language)] == [(named,)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_iso_3166_can_be_read(language: str) -> None:
    meant = {
        code
        for meanings in names(language).meanings.values()
        for _, meaning in meanings
        for code in meaning.codes
    }
    assert meant == set(tables(language, "cldr")["territories"])
    assert len(meant) == 250


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_every_name_reads_as_that_name(language: str) -> None:
    wrong = []
    for stem, meanings in names(language).meanings.items():
        for ending in sorted({ending for endings, _ in meanings for ending in endings})[:12]:
            meant = next(meaning for endings, meaning in meanings if ending in endings)
            read = countries.read(stem + ending, language)
            if [(found.codes, found.words.end) for found in read] != (
                [(meant.codes, len(stem + ending))] if meant.codes else []
            ):
                wrong.append(stem + ending)
    assert set(wrong) <= {
        *("түрікмен", "Түрікмен"),  # a Turkmen, not `with a Turk`
        *("Того", "ТОГО"),  # a pronoun where no word stands in front
    }
