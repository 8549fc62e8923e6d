"""What a sentence says does not turn on the sentences beside it, but where its words refer back."""

from functools import reduce
from itertools import pairwise
from operator import or_

import pytest

from kzdata.readers import countries, dates, durations, quantities
from kzdata.readers.lexicon.lexicons import lexicon
from kzdata.readers.lexicon.traits import PRONOUN, REFERRING
from kzdata.readers.text import tokens
from tests.phrases.phrases import LANGUAGES, halves, load

READERS = {
    "quantities": quantities.read,
    "durations": durations.read,
    "dates": dates.read,
    "countries": countries.read,
}


@pytest.fixture(scope="module")
def sentences():
    """All sentences of the phrases by language, each once."""
    found = {language: {} for language in LANGUAGES}
    for half in halves():
        for phrase in load(half):
            found[phrase.language][phrase.text] = None
    return found


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", READERS)
def test_a_sentence_says_the_same_beside_any_other(reader, language, sentences):
    read = READERS[reader]
    alone = {text: read(text, language) for text in sentences[language]}
    checked = 0
    for before, text in pairwise(sentences[language]):
        if not before.endswith((".", "!", "?")):
            continue
        shift = len(before) + 1
        together = read(f"{before} {text}", language)
        own = [one for one in together if one.words.start >= shift]
        assert [one for one in together if one.words.start < shift] == alone[before]
        if not _refers_back(text, language):
            assert [_moved(one, shift) for one in own] == list(map(tuple, alone[text]))
        else:
            assert [_moved(one, shift)[0] for one in own] == [one.words for one in alone[text]]
        checked += 1
    assert checked > 1000


def _refers_back(text, language):
    known = lexicon(language)
    keys = tokens.keys(tokens.split(text, known.figures.style, known.figures.abbreviations))
    return reduce(or_, map(known.traits.__getitem__, keys), 0) & (REFERRING | PRONOUN)


def _moved(reading, shift):
    """A reading with all its spans so far to the left."""
    return tuple(_earlier(part, shift) for part in reading)


def _earlier(part, shift):
    if hasattr(part, "start"):
        return type(part)(part.start - shift, part.end - shift)
    if isinstance(part, tuple) and part and hasattr(part[0], "start"):
        return tuple(_earlier(one, shift) for one in part)
    return part
