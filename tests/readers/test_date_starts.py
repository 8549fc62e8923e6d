"""Where dates may begin: the look for words of time and years passes no form over."""

import re

import pytest

from kzdata.readers.dates.forms import grammar
from kzdata.readers.dates.starts import seen, starts
from kzdata.readers.text import chunks

FARTHEST = {
    "en": "from the 6th until the 8th of January 2022",
    "ru": "с 6-го по 8-е января",
    "kk": "6 және 8 қаңтар",
    "it": "tra il 6 e il 8 gennaio",
}
"""Of each language a form whose word of time is far behind its beginning."""


@pytest.mark.parametrize("language", FARTHEST)
def test_every_form_that_matches_is_tried(language: str) -> None:
    """The look-up of near words is a short cut only: whatever would match is given to be tried."""
    known = grammar(language)
    for text in (FARTHEST[language], f"10 (of 2) {FARTHEST[language]}, 3 000; 06/01/2022 2003"):
        found = chunks.of(text)
        begun = starts(found, seen(found, known), known)
        tried = {(start, form) for start, forms in begun for form in forms}
        forms = {form for opened in known.starting.values() for form in opened}
        forms |= {form for opened in known.digits.values() for form in opened}
        words = [match.start() for match in re.finditer(r"[^\W\d_]+|[0-9]+", text)]
        matching = {(at, one) for at in words for one in forms if one.compile().match(text, at)}
        assert len(matching) > 0
        assert {one for one in matching if one not in tried and _is_whole(one[0], text)} == set()


def _is_whole(start: int, text: str) -> bool:
    """Whether no digit stands right in front: so many digits in a row decide what they open."""
    return not text[start - 1 : start].isdigit()


def test_a_number_with_no_time_near_is_not_tried() -> None:
    """A count opens no date."""
    text = "In all 36 trucks, 12 of them old, and 5 cars were moved by the service to the farms."
    found, known = chunks.of(text), grammar("en")
    assert list(starts(found, seen(found, known), known)) == []
