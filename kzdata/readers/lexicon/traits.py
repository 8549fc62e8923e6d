"""What a word is to the rules about numbers: which lists of the lexicon it is in, as bits.

A word is looked up once for all of them, and a rule is entered only where a word is there that it
is about: most texts have none for most rules. `Lexicon.traits` gives the bits of each word.
"""

from collections.abc import Container
from functools import cache
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.short_scales import may_scale
from kzdata.readers.lexicon.signs import (
    BOUNDS,
    CURRENCY_SIGNS,
    NUMBER_SIGNS,
    RECKONING,
    UNCLEAR,
    UNIT_SIGNS,
)
from kzdata.readers.text.roman_numerals import roman_numerals

ENDS_BOUND: Final = 1 << 0
"""The last word of a phrase that bounds the number behind it: `more than`."""
STARTS_BOUND: Final = 1 << 1
"""The first of one that bounds the number in front: `or fewer`."""
PASSING: Final = 1 << 2
"""A verb that leaves a number behind, or lets nothing pass it: `passed the 80 million mark`.

Or a word that makes one an estimate.
"""
NEGATIVE: Final = 1 << 3
"""A word that denies, or one for nobody."""
COUNTED_BEFORE: Final = 1 << 4
"""What may stand between a noun and its number, or be that noun: `человек двадцать`."""
OWNER: Final = 1 << 5
"""A whole by its ending: `депутаттың 76-сы`."""
PRONOUN: Final = 1 << 6
"""A number that stands for what it counts, or a word that makes it one: `төртеуі`."""
HALF: Final = 1 << 7
"""The first or last word of one that adds a half: `and a half`."""
SHARE: Final = 1 << 8
"""The last word in front of the lower half of a proportion: `in every`."""
RULING: Final = 1 << 9
"""What may rule out the number beside it: `Article 5`, `5 May`."""
RULED: Final = 1 << 10
"""A number that may be ruled out as the word that it is: `one`, `XIV`, `12-тысячный`."""
CHANGE: Final = 1 << 11
LEVEL: Final = 1 << 12
"""The last word in front of the second number of a path: `to`."""
OPENING: Final = 1 << 13
"""What begins no window of words that name a unit, or not without more."""
DATING: Final = 1 << 14
"""What makes four digits beside it a year: `in 2003`, `2003 году`."""
LINK: Final = 1 << 15
"""What may stand between a number and what it counts: `of`."""
PLACING: Final = 1 << 16
"""A word that may say where something is, or what it is of, and bound nothing: `over`."""
FREEZING: Final = 1 << 17
"""Degrees, or the last word that puts them below zero."""

GATES: Final = (1 << 18) - 1
"""All so far, which only say that a rule may have something to do."""

# Python is quicker with what has 30 bits: those of many words come first.

CASED: Final = 1 << 18
"""A noun in a case that ends what is counted: `12 ауылда мектеп`."""
SETTLED: Final = 1 << 19
"""A person, or what is counted itself by its case: `12 бала мектепке барды`."""
UNIT_BEFORE: Final = 1 << 20
"""A currency in front of its number: `USD 5m`."""
ABOUT: Final = 1 << 21
"""A noun with the ending of about so many: `жиырма жылдай`."""
HOUR: Final = 1 << 22
"""A word for hours or for the part of a day in which they are, or a time of the day in digits."""

RULES: Final = OWNER | PRONOUN | ABOUT | HOUR
"""What a rule may tell of a number by, if it is no bound and ties it to no other one."""
RULES_IN_FRONT: Final = COUNTED_BEFORE | UNIT_BEFORE | SHARE
"""The same right in front of it. A `HALF` tells only where the number itself ends with it."""

STOP: Final = 1 << 23
VICTIM: Final = 1 << 24
"""A stop that may begin a window nevertheless: `30 dead`."""
BREAK: Final = 1 << 25
"""A verb or a sign, in front of which any window ends."""
MEASURE: Final = 1 << 26
"""A unit of money or measure, behind which a window ends."""
CONJUNCTION: Final = 1 << 27
LONE: Final = 1 << 28
"""What may be a verb where it stands alone or with adverbs: `204 opened late`."""
ADVERB: Final = 1 << 29
SINGLE: Final = 1 << 30
"""What makes the article in front of it one: `un solo voto`, `un morto`."""

REFERRING: Final = 1 << 31
"""What may stand for the things that were counted before: `of them`."""

MARK: Final = 1 << 32
"""A mark that stands alone and compares or reckons, or a word that ends with one: `people+`."""
SCALING: Final = 1 << 33
"""What may multiply the number in front, as no word does that is a number: `$300 M`, `5 M€`."""
GAUGE: Final = 1 << 34
"""A unit in which a difference may be told: `7 years older women`."""
COMPARATIVE: Final = 1 << 35
INSTEAD: Final = 1 << 36
"""What leads to another number that may be meant: `300 dollars or 500 dollars`."""
DISOWNING: Final = 1 << 37
"""What says of a clause or a report that it is false: `è falso che`, `denied that`."""
SHARED_OUT: Final = 1 << 38
"""The last word in front of the lower half of what is refused as a proportion."""
LEAST: Final = 1 << 39
"""What is a lower bound of prices and ages alone: `от 1500 рублей`."""
MISSING: Final = 1 << 40
"""What says, in a clause of its own or denied, that something is not there: `нет`, `было`."""

_LONGEST_SIGN: Final = 4
"""How many letters a currency's sign may have with those in front of it: `NZ$`."""


def traits(word: str, lexicon: Lexicon) -> int:
    """The bits of a word.

    >>> from kzdata.readers.lexicon.lexicons import lexicon
    >>> than = traits("than", lexicon("en"))
    >>> bool(than & ENDS_BOUND), bool(than & STARTS_BOUND)
    (True, False)
    """
    found = _told(word, lexicon)
    for bit, words in _lists(lexicon):
        if word in words:
            found |= bit
    return found


@cache
def _lists(lexicon: Lexicon) -> tuple[tuple[int, Container[str]], ...]:
    """The words that have each bit, as far as they are listed."""
    lists = _of_numbers(lexicon) | _of_windows(lexicon)
    return tuple((bit, words) for bit, some in lists.items() for words in some if words)


def _of_numbers(lexicon: Lexicon) -> dict[int, tuple[Container[str], ...]]:
    """The lists of what bounds, ties, denies or rules out a number."""
    rules, zero, pronouns = lexicon.refuse, lexicon.below_zero, lexicon.pronouns
    denials, subjects = lexicon.denials, lexicon.subjects
    verbs = (subjects.copulas, subjects.auxiliaries) if rules.year_leads else ()
    return {
        ENDS_BOUND: (lexicon.bounds.front_ends,),
        STARTS_BOUND: (lexicon.bounds.behind_starts,),
        PASSING: (lexicon.caps.passing, lexicon.caps.capping, lexicon.approximations.estimating),
        NEGATIVE: (
            denials.negatives, denials.nobodies, denials.denying, denials.absent, denials.missing,
            rules.lacking,
        ),
        MISSING: (denials.missing, denials.existing),
        COUNTED_BEFORE: (lexicon.approximations.nouns, lexicon.approximations.over),
        UNIT_BEFORE: (lexicon.money.codes, lexicon.units_in_front),
        HALF: (lexicon.fractions.half_starts, lexicon.fractions.half_ends),
        SHARE: (lexicon.shares.ends,),
        SHARED_OUT: (rules.shares,),
        RULING: (
            rules.before, rules.after, rules.wholes, rules.identifiers,
            rules.titles, rules.places, rules.anniversaries,
            frozenset(word for _, word in rules.ratios),
        ),
        DATING: (
            rules.year_before, rules.year_named, rules.year_after,
            frozenset(phrase[-1] for phrase in rules.year_compared), rules.year_owners,
            rules.year_nouns, rules.year_leads, *verbs,
        ),
        LINK: (lexicon.linking,),
        PLACING: (
            lexicon.topics.lists, lexicon.aloft.words, lexicon.bounds.near, lexicon.bounds.inside,
        ),
        FREEZING: (zero.degrees, frozenset(phrase[-1] for phrase in zero.behind)),
        RULED: (rules.words, roman_numerals()),
        LEAST: (lexicon.least.words,),
        CHANGE: (lexicon.changes.paces, lexicon.changes.signs),
        LEVEL: (frozenset(lead[-1] for lead in lexicon.ranges.path_middles if lead),),
        SINGLE: (lexicon.fates.sole, lexicon.fates.casualty),
        REFERRING: (
            pronouns.anaphors, pronouns.pointing, pronouns.them, pronouns.others,
            *pronouns.referring.values(),
        ),
        HOUR: (lexicon.clock.hours, lexicon.clock.cased, lexicon.clock.speaking),
        MARK: (BOUNDS, UNCLEAR, RECKONING),
        SCALING: (lexicon.figures.suffixes, lexicon.figures.unsure_scales),
        INSTEAD: (lexicon.alternatives,),
        DISOWNING: (denials.disowning, denials.untrue, denials.outright, denials.belying),
    }  # fmt: skip


def _of_windows(lexicon: Lexicon) -> dict[int, tuple[Container[str], ...]]:
    """The lists of what begins or ends the words that name what a number counts."""
    phrases = lexicon.percent_phrases | lexicon.comparisons.excess
    return {
        OPENING: (
            UNIT_SIGNS, lexicon.linking, lexicon.ellipses.further_behind,
            lexicon.forecasts.foreseers, frozenset(phrase[0] for phrase in phrases),
        ),
        STOP: (lexicon.stops,),
        VICTIM: (lexicon.fates.victims, lexicon.fates.done),
        MEASURE: (
            lexicon.money.currencies, lexicon.percents, lexicon.measures,
            lexicon.comparisons.multiples,
        ),
        CONJUNCTION: (lexicon.conjunctions,),
        ADVERB: (lexicon.adverbs,),
        GAUGE: (lexicon.time_units, lexicon.comparisons.gauged),
        COMPARATIVE: (lexicon.comparisons.comparatives,),
    }  # fmt: skip


def _told(word: str, lexicon: Lexicon) -> int:
    """Those bits of a word that are told by how it begins or ends."""
    rules, changes = lexicon.refuse, lexicon.changes
    changing = CHANGE | (BREAK if changes.behind else 0)
    about = (
        word.endswith(lexicon.approximations.endings)
        and word not in lexicon.approximations.no_nouns
    )
    sign = word[-1] in CURRENCY_SIGNS and len(word) <= _LONGEST_SIGN
    return (
        (OWNER if word.endswith(lexicon.parts.owners) else 0)
        | (PRONOUN if lexicon.pronouns.endings and _stands(word, lexicon) else 0)
        | (UNIT_BEFORE if sign else 0)
        | (ABOUT if about else 0)
        | (RULING if rules.is_month(word) or word.endswith(NUMBER_SIGNS) else 0)
        | (DATING if word.startswith(rules.year_stems) else 0)
        | (DATING if rules.year_nouns and word.endswith(lexicon.parts.possessive) else 0)
        | (changing if changes.all.has(word) else 0)
        | (CHANGE if word[0] in "+-" and changes.signs else 0)
        | (BREAK if word[0] in CURRENCY_SIGNS or lexicon.is_verb(word) else 0)
        | (COMPARATIVE if word.endswith(lexicon.comparisons.comparative_endings) else 0)
        | (LONE if word.endswith(lexicon.lone_endings) else 0)
        | (HOUR if lexicon.clock.is_written(word) else 0)
        | (MARK if word[-1] == "+" and word[0].isalpha() else 0)
        | (SCALING if may_scale(word, lexicon) else 0)
        | (RULED if lexicon.is_scaled(word) else 0)
        | (NEGATIVE if lexicon.denials.being and _is_not(word, lexicon) else 0)
        | (CASED if lexicon.cases.has(word) else 0)
        | (SETTLED if lexicon.cases.is_settled(word) else 0)
    )


def _is_not(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says that something is not there."""
    return word.startswith(lexicon.denials.being) and word.endswith(lexicon.denials.endings)


def _stands(word: str, lexicon: Lexicon) -> bool:
    """Whether a number stands for what it counts by this word, be it its own or behind it."""
    term = lexicon.term(word)
    hung = "-" in word and word.endswith(tuple(lexicon.pronouns.endings))
    return hung or (term is not None and term.pronoun) or lexicon.pronouns.substantives.has(word)
