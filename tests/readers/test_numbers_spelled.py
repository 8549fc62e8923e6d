"""What an independent speller of numbers writes is read back, as the one number of the text."""

import random

import pytest
from num2words import num2words

from kzdata.readers import quantities

LANGUAGES = [("en", "en"), ("ru", "ru"), ("kk", "kz"), ("it", "it")]


def read_back(number, language, speller, kind):
    text = num2words(number, lang=speller, to=kind)
    found = quantities.read(text, language)
    return text, [(q.number, q.kind) for q in found if q.words == (0, len(text))], len(found)


def check(numbers, language, speller):
    for number in numbers:
        text, read, count = read_back(number, language, speller, "cardinal")
        assert (read, count) == ([(number, "cardinal")], 1), text


@pytest.mark.parametrize(("language", "speller"), LANGUAGES)
def test_a_sample_of_spelled_numbers_is_read_back(language, speller):
    check([*range(130), *range(131, 10_000, 97)], language, speller)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "speller"), LANGUAGES)
def test_all_spelled_numbers_to_ten_thousand_are_read_back(language, speller):
    check(range(10_001), language, speller)


@pytest.mark.parametrize(("language", "speller"), LANGUAGES)
def test_large_spelled_numbers_are_read_back(language, speller):
    chance = random.Random(20260101)
    check([chance.randrange(10 ** chance.randint(4, 12)) for _ in range(400)], language, speller)


@pytest.mark.parametrize(("language", "speller"), [("en", "en"), ("ru", "ru"), ("it", "it")])
def test_spelled_ordinals_are_read_back(language, speller):
    for number in range(1, 1000):
        text, read, _ = read_back(number, language, speller, "ordinal")
        assert (number, "ordinal") in read, text
