"""Which words beside a number rule it out: those looked for first pass no rule over."""

import pytest

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.lexicons import lexicon
from kzdata.readers.numbers import stretches
from kzdata.readers.numbers.pieces import pieces
from kzdata.readers.quantities import refusals
from kzdata.readers.text.chunks import Remembered


def _beside(known: Lexicon) -> list[str]:
    """Texts with each word that a rule names in front of and behind a number."""
    rules = known.refuse
    words = {
        word
        for named in (
            rules.identifiers, rules.before, rules.alone_before, rules.after, rules.wholes,
            rules.hours, rules.year_before, rules.year_after, rules.year_stems, rules.months,
            rules.month_words, rules.shares, rules.words, known.linking, known.verbs,
        )
        for word in named
    }  # fmt: skip
    words |= {word for pair in rules.ratios for word in pair}
    words |= {word for sides in rules.words.values() for side in sides for word in side}
    numbers = ("5", "1905", *sorted(rules.words))
    texts = [f"so {word} {number} {word} so" for word in sorted(words) for number in numbers]
    pairs = [(word, behind) for word in rules.hours for behind in rules.after]
    texts += [f"so 5 {' '.join(pair)} so" for pair in sorted(pairs)]
    texts += [f"so {' '.join(pair)} 5 so" for pair in sorted(rules.ratios)]
    return [*texts, "at № 5, # 5 of Expo 24,"]


@pytest.mark.parametrize("language", ["en", "ru", "kk", "it"])
def test_a_look_at_the_words_beside_a_number_hides_no_rule(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers whose neighbours tell nothing are as they are when every rule is asked."""
    known = lexicon(language)
    read = [stretches.of_numbers(known).words(text) for text in _beside(known)]
    numbers = [(words, found) for words in read if (found := pieces(words, known))]
    looked = [refusals.refused(words, found, known) for words, found in numbers]
    monkeypatch.setattr(refusals, "_telling", lambda _: Remembered(lambda _: True))
    assert looked == [refusals.refused(words, found, known) for words, found in numbers]
    assert any(looked)
