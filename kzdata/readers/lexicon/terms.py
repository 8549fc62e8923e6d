"""What each word of a language adds to a number, from the `[words]` of its `numbers.toml`.

Which sequences of them are a number is `kzdata.readers.numbers.grammar`.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any, Literal, NamedTuple

TermKind = Literal[
    "small", "ten", "hundred", "scale", "group", "figure", "ordinal", "part", "half", "plus",
    "article", "and", "of", "vague", "times", "minus", "point", "share",
]  # fmt: skip


Alone = Literal["one", "many", "either", ""]
_COUNTING: tuple[TermKind, ...] = ("small", "ten", "hundred", "scale", "group")
_MULTIPLIERS: tuple[TermKind, ...] = ("hundred", "scale", "group")
_PARTICLES: tuple[TermKind, ...] = (
    "half", "plus", "article", "and", "of", "vague", "minus", "point",
)  # fmt: skip
_ALONE: tuple[Alone, ...] = ("one", "many", "either")


class Term(NamedTuple):
    """What a word adds to a number.

    `small` is below a thousand and adds itself, `ten` too, which takes units (`он бір`); `hundred`,
    `scale` and `group` (dozen) multiply what is in front of them. `alone` is what they are with
    nothing in front: one of them (`сто`, `тысяча`), many (`thousands`: vague), either by what is in
    front (`тысячи`) or nothing. `closes` ends the number, `part` may be a fraction's lower half;
    `share` is its upper half behind that (`үштен екісі`). `about` is a number's own vagueness
    (`ventina`, `қырықтай`), `pronoun` one that stands for what it counts (`төртеуі`). Two words
    that are `inverts` both are about so many: `тысяч восемь`.
    """

    kind: TermKind
    value: Fraction = Fraction(0)
    alone: Alone = ""
    closes: bool = False
    part: bool = False
    about: bool = False
    pronoun: bool = False
    inverts: bool = False

    def __hash__(self) -> int:
        """Quicker than a `Fraction`'s own, since numbers already worked out are looked up by it."""
        return hash((self.kind, self.value.numerator))


def terms(words: Mapping[str, Any]) -> dict[str, Term]:
    """The terms of a language by word, `words` being the table of its number words."""
    found = dict(_terms(words))
    for word in str(words.get("approximate", "")).split():
        found[word] = found[word]._replace(about=True)
    for word in str(words.get("inverted", "")).split():
        found[word] = found[word]._replace(inverts=True)
    return found


def _terms(words: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    yield from _bare(words)
    yield from _ordinals(words)
    yield from _parts(words)
    times = inflected(words, "times_stems", "times_endings")
    for word, value in (*inverse(words.get("times", {})), *times):
        yield word, Term("times", _number(value), closes=True)
    for kind in _PARTICLES:
        for word in str(words.get(kind, "")).split():
            yield word, Term(kind, Fraction(1, 2))
    yield from _with_cases(words)
    yield from _pronouns(words)


def _ordinals(words: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    stems = inflected(words, "ordinal_stems", "ordinal_endings")
    for word, value in (*inverse(words.get("ordinal", {})), *stems):
        yield word, Term("ordinal", _number(value), closes=True)
    for word, value in inverse(words.get("part_or_ordinal", {})):
        yield word, Term("ordinal", _number(value), closes=True, part=True)


def _parts(words: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    alone = set(str(words.get("part_alone", "")).split())
    for word, value in inverse(words.get("part", {})):
        yield word, Term("part", 1 / _number(value), alone="one" if word in alone else "")


def _alone(words: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    """Multipliers by what they are with nothing in front of them."""
    multipliers: dict[str, Term] = {
        word: Term(kind, _number(value))
        for kind in _MULTIPLIERS
        for word, value in inverse(words.get(kind, {}))
    }
    for alone in _ALONE:
        for word in str(words.get("alone", {}).get(alone, "")).split():
            yield word, multipliers[word]._replace(alone=alone)


def _with_cases(words: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    """Number words with the case endings of their class, which end a number."""
    plain = dict(_bare(words))
    below = set(str(words.get("below", "")).split())
    for group in words.get("cases", []):
        about = group.get("about", False)
        for stem in group["stems"].split():
            for ending in group["endings"].split():
                part = ending in below
                yield stem + ending, plain[stem]._replace(closes=True, part=part, about=about)


def _pronouns(words: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    """Numbers that stand for the things they count, in all cases: `төртеуінде`, `тоғызы`."""
    for group in words.get("pronouns", []):
        told: TermKind = "scale" if group.get("scale") else "small"
        kind: TermKind = "share" if group.get("share") else told
        alone: Alone = "one" if kind == "scale" else ""
        for stem, value in inverse(group["stems"]):
            term = Term(kind, _number(value), alone, closes=True, pronoun=True)
            for ending in group["endings"].split():
                yield stem + ending.strip("-"), term


def _bare(words: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    for kind in _COUNTING:
        for word, value in inverse(words.get(kind, {})):
            yield word, Term(kind, _number(value))
    yield from _alone(words)


@cache
def _number(text: str) -> Fraction:
    """A number of the tables, read once for all the words that say it: there are ten to each."""
    return Fraction(text)


def inverse(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """From value -> words to pairs of (word, value)."""
    for value, words in table.items():
        for word in words.split():
            yield word, value


def inflected(table: Mapping[str, Any], stems: str, endings: str) -> Iterator[tuple[str, str]]:
    """Pairs of (stem with each of the endings, value)."""
    tails = str(table.get(endings, "")).split()
    for stem, value in inverse(table.get(stems, {})):
        for tail in tails:
            yield stem + tail.strip("-"), value
