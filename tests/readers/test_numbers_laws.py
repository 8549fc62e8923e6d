"""Laws that the readers of numbers and durations keep on any text."""

import unicodedata
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kzdata.quotations.folding import folded
from kzdata.readers import durations, quantities
from kzdata.readers.lexicon.lexicons import lexicon
from kzdata.readers.text import chunks
from kzdata.readers.text.chunk_tokens import ChunkTokens
from kzdata.readers.text.tokens import split
from tests.phrases.phrases import load

LANGUAGES = ("en", "ru", "kk", "it", "und")
PHRASES = {
    "en": """
        over more than at least no fewer less between and from to or so a an half hundred
        thousand thousands million five twenty-one twenty three quarter third thirds first
        second seventy-fifth few several dozen dozens couple of 800 1,200 2.5 2003 in January 6
        10-15 3-1 5% $800 800+ 37m 75th S22 2022-01 six-month months years officers soldiers
        involving UN one another not exactly about some nearly rose Boeing 737 Article 5 No. the
        , . ( ) — twice minus point decade percent dollars only approx. 7 3/4 ½ two-and-a-half
        24/7 who were month year old up hours
    """,
    "ru": """
        более менее свыше около не от до между и с половиной тысяч тысячи тысяча миллиона пять
        двадцати двумя полтора полмиллиона треть две трети первый семьдесят пятый несколько
        десятки сотни сотен 800 1 200 2,5 тыс. млн в 2003 году января 6 10-15 3-1 5% 75-й 3-х
        20-летний человек лет один из вдвое вырос два-три или более с лишним № 5 процентов , . (
        ) — месяцев полгода шестимесячный дней рублей солдат оба трое минут часов
    """,
    "kk": """
        астам кем дегенде емес дейін жуық шамамен екі жүз жүзден жиырмадан он оннан бес беске
        мың мыңға бірнеше жүздеген жарым жарты 800 800-ден 1 200 10-нан 15-ке 2003 жылы қаңтар 6
        75-ші жетпіс бесінші бір адам адамнан мен арасында шақты ай айлық екі-үш пайыз , . ( ) —
        әскери қызметші
    """,
    "it": """
        più di oltre almeno non meno circa tra e fra da a o dieci quindici cento mille mila
        duemila ventunomila un una mezzo milione milioni miliardi due terzi quarto dei soldati
        decine migliaia ventina 800 1.200 2,5 nel 2003 gennaio 6 10-15 5% per cento 75º secondo
        sei mesi trent'anni d'ora alcune anni uno , . ( ) — al massimo
    """,
}
PHRASES["und"] = PHRASES["en"] + " 1 200 1.200"


@st.composite
def texts(draw, language=None):
    chosen = language or draw(st.sampled_from(LANGUAGES))
    words = draw(st.lists(st.sampled_from(PHRASES[chosen].split()), max_size=9))
    return chosen, " ".join(words)


def of_quantities(text, language):
    return [
        (text[slice(*q.words)], q.words, q.whole, (q.number, q.bound, q.kind))
        for q in quantities.read(text, language)
    ]


def of_durations(text, language):
    return [
        (text[slice(*d.words)], d.words, d.whole, (d.value, d.bound))
        for d in durations.read(text, language)
    ]


READERS = pytest.mark.parametrize(
    "reader", [of_quantities, of_durations], ids=["quantity", "duration"]
)


@READERS
@given(text=st.text(max_size=60), language=st.sampled_from(LANGUAGES))
@example("two-and-a-half and thirds", "en")
@example("екі астам жарым ай", "kk")
def test_any_string_gives_an_answer_with_positions_inside_it(reader, text, language):
    for words, span, whole, _ in reader(text, language):
        assert words
        assert 0 <= whole.start <= span.start < span.end <= whole.end <= len(text)


@READERS
@given(drawn=texts())
def test_reading_twice_gives_the_same(reader, drawn):
    language, text = drawn
    assert reader(text, language) == reader(text, language)


@READERS
@settings(max_examples=400)
@given(drawn=texts(), data=st.data())
def test_more_context_only_removes_readings(reader, drawn, data):
    language, text = drawn
    borders = [0, *(place for place, char in enumerate(text) if char == " "), len(text)]
    start, end = sorted(data.draw(st.tuples(st.sampled_from(borders), st.sampled_from(borders))))
    alone = {(words, value) for words, _, _, value in reader(text[start:end], language)}
    for words, _, whole, value in reader(text, language):
        if start <= whole.start and whole.end <= end:
            assert (words, value) in alone


@pytest.mark.slow
@READERS
@pytest.mark.parametrize("language", ["en", "ru", "kk", "it"])
def test_more_context_only_removes_readings_of_news(reader, language):
    """All windows of all sentences held out, that none was mended for."""
    lost = []
    for text in {phrase.text for phrase in load("held_out") if phrase.language == language}:
        found = [(words, value, whole) for words, _, whole, value in reader(text, language)]
        borders = [0, *(place for place, char in enumerate(text) if char == " "), len(text)]
        for start, end in combinations(borders, 2):
            inside = [one for one in found if start <= one[2].start and one[2].end <= end]
            if inside:
                window = text[start:end]
                alone = {(words, value) for words, _, _, value in reader(window, language)}
                lost += [(one[:2], window) for one in inside if one[:2] not in alone]
    assert lost == []


TYPOGRAPHY = [
    (" ", "\u00a0"), (" ", "\u202f"), (" ", " \n "), ("-", "–"), ("-", "—"), ("-", "\u2212"),
    ("a", "\u00ada"), ("о", "\u200bо"), ("'", "’"), ("é", "e\u0301"),
]  # fmt: skip


@READERS
@given(drawn=texts(), change=st.sampled_from(TYPOGRAPHY))
def test_folding_changes_no_reading(reader, drawn, change):
    language, text = drawn
    varied = unicodedata.normalize("NFD", text.replace(*change))
    expected = [(words, value) for words, _, _, value in reader(folded(text), language)]
    found = [(folded(words), value) for words, _, _, value in reader(varied, language)]
    assert found == [(folded(words), value) for words, value in expected]


@given(drawn=texts())
def test_chunks_have_the_tokens_of_the_text_that_they_make_up(drawn):
    language, text = drawn
    known, whole = lexicon(language), chunks.of(text)
    found = ChunkTokens(known.figures.style, known.figures.abbreviations).tokens(
        whole, 0, len(whole.chunks)
    )
    assert found == split(whole.text, known.figures.style, known.figures.abbreviations)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000, "1 " * 50_000, "twenty and " * 9_000, "-" * 100_000, "5-" * 50_000,
        "1," * 50_000, "a million " * 10_000, "more than " * 10_000, "one to " * 14_000,
        "and " * 25_000, "uno" * 30_000, "тысячи " * 14_000, "1 000 " * 16_000, "\udc80" * 100_000,
        "one and " * 12_000, "hundreds of " * 8_000,
        "and " * 25_000 + ". 5",
    ],
    ids=lambda text: text[:10].encode("unicode_escape").decode(),
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "ru", "it"])
def test_long_and_hostile_texts_are_read_to_their_end(text, language):
    assert all(q.words.end <= len(text) for q in quantities.read(text, language))
    assert all(d.words.end <= len(text) for d in durations.read(text, language))
