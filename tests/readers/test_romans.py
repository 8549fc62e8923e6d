"""Roman numerals are ordinals where the words beside them say so, and nothing elsewhere."""

import pytest

from kzdata.readers import quantities


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("it", "alla XXVII Sagra del tartufo", 27),
        ("it", "nell'VIII secolo", 8),
        ("it", "della XIX legislatura", 19),
        ("it", "XXXII edizione del premio", 32),
        ("en", "the XXXIII Olympiad", 33),
    ],
)
def test_a_roman_numeral_is_an_ordinal(language, text, number):
    found = [(reading.number, reading.kind) for reading in quantities.read(text, language)]
    assert found == [(number, "ordinal")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Luigi XIV costruì il castello"),
        ("it", "il capitolo IV della legge"),
        ("it", "chi vi crede, li segue"),
        ("it", "DELLA VI CIRCOSCRIZIONE"),
        ("it", "la V sezione"),
        ("it", "via XX Settembre"),
        ("en", "World War II"),
        ("en", "Super Bowl LVIII"),
        ("en", "the IV drip"),
        ("en", "the XL shirts"),
    ],
)
def test_a_name_a_word_or_a_letter_is_no_roman_numeral(language, text):
    assert quantities.read(text, language) == []


def test_the_word_without_which_it_were_none_is_in_its_words():
    (found,) = quantities.read("монастырь с фресками XV века", "ru")
    assert "монастырь с фресками XV века"[slice(*found.whole)] == "XV века"
    assert quantities.read("монастырь с фресками XV", "ru") == []
