"""What bounds a number, and what makes a word that may do so none."""

from collections.abc import Mapping
from typing import Any

from kzdata.readers.lexicon.phrases import Phrases, WordList, of_bounds, word_lists, words
from kzdata.readers.lexicon.vocabularies import Vocabulary


class Bounds(Vocabulary):
    """The phrases that bound a number: `more than`, `or fewer`, `астам`, `circa`.

    In `front` of it, with the last word of each (`front_ends`), or `behind` it, with the first
    (`behind_starts`), there over as many words as `reach` says: right behind the number those that
    are `touching`, farther on those that begin with one of the `far`, with no more than a noun
    between those that are `close`. A comma may part a word of `asides` from its number, those of
    `set_off` from their phrase, those `apposed` or `appended` from the noun; `trailing` ones need
    none. One that is `adding` bounds nothing in front of a number or of what is `added` (`£900 plus
    costs`). Words of `halts` end the search. `inner` ones stand within a number: `10 с лишним
    тысяч`.

    Between a phrase and its number may stand a word that leads to a mark (`thresholds`) or that
    says it was `planned`, and over an adverb (`adverbial`) a verb of `passing_over`. Those `inside`
    need a measure behind (`within 300 metres`), those `near` more things than a few, and those
    `amounting` money in front. Words such as `under` bound no compound (`loose`).

    Case endings in front of a phrase: of what is compared (`ablative_endings`, for the words of
    `ablative`), of a difference (`difference_endings`, for `differences`), of what is come near to
    (for `dative`), and of all that a phrase apart from its number may bound (`endings`).
    """

    front: Phrases
    behind: Phrases
    front_ends: Mapping[str, tuple[int, ...]]
    behind_starts: Mapping[str, tuple[int, ...]]
    reach: int
    far: frozenset[str]
    close: frozenset[str]
    touching: frozenset[tuple[str, ...]]
    apposed: frozenset[str]
    appended: frozenset[str]
    trailing: frozenset[str]
    adding: frozenset[str]
    added: frozenset[str]
    asides: frozenset[str]
    set_off: frozenset[str]
    halts: frozenset[str]
    inner: frozenset[tuple[str, ...]]
    thresholds: frozenset[str]
    planned: WordList
    passing_over: frozenset[tuple[str, ...]]
    adverbial: frozenset[tuple[str, ...]]
    inside: frozenset[str]
    near: frozenset[str]
    amounting: frozenset[str]
    loose: frozenset[str]
    ablative: frozenset[str]
    ablative_endings: tuple[str, ...]
    differences: frozenset[str]
    difference_endings: tuple[str, ...]
    dative: frozenset[str]
    endings: tuple[str, ...]


class Topics(Vocabulary):
    """Words in front of `over` or `about` that make it no bound: `a dispute over 30 hectares`.

    `lists` of them by the word that they make none; `passive` ones behind one of the `auxiliaries`
    only: `was charged over two thefts`, but `police charged over 40 people`.
    """

    lists: Mapping[str, WordList]
    passive: Mapping[str, WordList]
    auxiliaries: frozenset[str]


class Aloft(Vocabulary):
    """What makes `over` no bound, but where something is: `shot down over four regions`.

    It is one of the `words`, one of the `places` follows its number, and one of the `verbs` stands
    in front, or a `passive` one behind one of the `auxiliaries`; or it says so `alone`.
    """

    words: frozenset[str]
    places: WordList
    verbs: WordList
    passive: WordList
    auxiliaries: frozenset[str]
    alone: bool


class Least(Vocabulary):
    """What makes `от` in front of a number a lower bound: `стоят от 1500 рублей`, `dai 14 anni`.

    `words` are those. Stems of words `after` which it is one, of `units` that prices and ages are
    in, and the words that may `follow` such a unit; `until` would make it a range.
    """

    words: frozenset[str]
    after: tuple[str, ...]
    units: tuple[str, ...]
    follow: frozenset[str]
    until: frozenset[str]


class BelowZero(Vocabulary):
    """What puts degrees below zero, in front of a number or behind them: `12 gradi sotto zero`.

    Phrases `behind` do so, those in `front` with one of the words for `degrees` only: `meno 12
    gradi`.
    """

    front: frozenset[tuple[str, ...]]
    behind: frozenset[tuple[str, ...]]
    degrees: frozenset[str]


class Caps(Vocabulary):
    """Verbs that make a number a limit or a mark: `caps rent rises at 5%`, `passed the 80m mark`.

    One that is `passing` leaves it behind, alone where the language `passes_levels` so. One that
    is `capping` holds something to it, where it is led `at` the number; those of `led` behind a
    verb or `to` only, and none behind `nouns` that make it a noun: `speed limits`.
    """

    passing: frozenset[str]
    passes_levels: bool
    capping: frozenset[str]
    led: frozenset[str]
    nouns: frozenset[str]
    at: frozenset[str]


def bounds_of(table: Mapping[str, Any], slots: Mapping[str, Any]) -> Bounds:
    """The words of a table `[bounds]`."""
    front, behind = (of_bounds(table.get(side, {}), slots) for side in ("front", "behind"))
    ends, starts = front.ends(), behind.starts()
    return Bounds(table, slots, front=front, behind=behind, front_ends=ends, behind_starts=starts)


def topics_of(table: Mapping[str, Any]) -> Topics:
    """The words of a table `[topics]`."""
    passive = table.get("passive", {})
    return Topics(
        {},
        lists=word_lists(table),
        passive=word_lists(passive),
        auxiliaries=words(passive, "auxiliaries"),
    )
