"""Whether the phrases that bound a number on both sides agree, and what they say together."""

from collections.abc import Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.quantities.bounds import in_front
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token, keys


def of_next(
    tokens: Sequence[Token],
    last: int,
    phrases: tuple[Phrase | None, Phrase | None],
    lexicon: Lexicon,
) -> bool:
    """Whether a phrase behind the thing counted is the next number's: `under 50 cats and over 30`.

    It can be no second bound of a number that has a limit in front, and says so even where the next
    number is cut off.
    """
    front, behind = phrases
    if not front or not behind:
        return False
    words = _words(tokens, behind)
    if words not in lexicon.bounds.behind:
        return behind.bound == "exactly"
    limited = front.bound not in {None, "exactly"} and front.bound != behind.bound
    apart = behind.first > last + 1 and words[0] in lexicon.conjunctions
    return limited and apart and lexicon.bounds.behind[words] not in {None, "about", "exactly"}


def below_zero(
    tokens: Sequence[Token],
    last: int,
    phrases: tuple[Phrase | None, Phrase | None],
    lexicon: Lexicon,
) -> tuple[Phrase | None, Phrase | None, bool]:
    """The phrases beside a number, `exactly` where they only put it below zero; whether they do.

    `12 gradi sotto zero` and `meno 12 gradi` bound nothing. Where a language names degrees,
    words behind say nothing of anything else: `16 сағат суық тұрды`.
    """
    (front, behind), rules = phrases, lexicon.below_zero
    plain = front is None or front.bound == "exactly"
    if behind and plain and _words(tokens, behind) in rules.behind:
        warm = rules.degrees and last < behind.first - 1
        if warm and tokens[behind.first - 1].key not in rules.degrees:
            return front, None, False
        return front, behind._replace(bound="exactly"), True
    following = tokens[last + 1].key if last + 1 < len(tokens) else ""
    if front and following in rules.degrees and _words(tokens, front) in rules.front:
        return front._replace(bound="exactly"), behind, True
    return front, behind, False


def _words(tokens: Sequence[Token], phrase: Phrase) -> tuple[str, ...]:
    return tuple(keys(tokens[phrase.first : phrase.stop]))


def contradicted(
    tokens: Sequence[Token], own: Bound | None, phrases: Sequence[Phrase | None], lexicon: Lexicon
) -> bool:
    """Whether the bound that a figure has of its `own` and the phrases beside it do not agree.

    What says only that a number is a total agrees with all: `in tutto almeno 40`, `40 in tutto`.
    """
    said = {phrase.bound for phrase in phrases if phrase}
    if None in said:
        return True
    if own and own != "about":
        said.add(own)
    said.discard("exactly")
    front = phrases[0]
    return len(said) > 1 or (front is not None and _is_doubled(tokens, front, lexicon))


def _is_doubled(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> bool:
    """Whether what stands in front of a phrase denies it, or bounds the number in another way."""
    if not front.first or tokens[front.first - 1].gap not in {" ", ""}:
        return False
    if tokens[front.first - 1].key in lexicon.refuse.before:
        return True
    other = in_front(tokens, front.first, lexicon)
    if other is None or other.stop != front.first:
        return False
    if other.bound == "exactly":
        return _is_doubled(tokens, other, lexicon)
    return other.bound != front.bound and tokens[other.first].key not in lexicon.bounds.inside


def stating(front: Phrase | None, behind: Phrase | None) -> tuple[Phrase | None, Phrase | None]:
    """The phrases beside a number without one that says `exactly` where the other bounds it."""
    if front and behind and front.bound != behind.bound:
        return (
            None if front.bound == "exactly" else front,
            None if behind.bound == "exactly" else behind,
        )
    return front, behind
