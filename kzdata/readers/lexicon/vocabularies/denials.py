"""What denies that there are so many."""

from kzdata.readers.lexicon.vocabularies import Vocabulary


class Denials(Vocabulary):
    """Words by which a number, its bound or its verb is denied: `cannot hold more than 20`.

    `negatives` stand in front of a verb, of one of the `modals` or of `auxiliaries` before it, of
    `links` (`not been allowed to`) or of `prepositions` that lead to a number (`not for two
    years`); `nobodies` for its subject. A denied verb turns the comparison behind it where it ends
    so (`verbs`) and the comparison with one of `ends`; not over a word that is `apart` from the
    verb or one of the `borders` of a clause, but with a change `by` so much. What is `denying`
    itself does so before a verb that one of the `leads` leads (`refused to pay more than 40`).
    Other words may stand between with what is `forbidding`, over one of `forbidden_over`, and for
    less than so much with what one is `unable` to do, over `unable_over`.

    Behind a number deny the `words`, `endings` of verbs and `participles` with a word behind; a
    verb of `passives` or `abilities` has the number for its object, one of the `duties` behind it
    or of `capacity` must not be more. `also` says `not even` in front of a denied verb, as words
    that say `scarcely` do behind one that has one of `scarcely_endings`. What has been for so long
    (`lasting`) is counted whatever is denied.

    A clause that one of `clauses` opens is not so behind one of `deniers`, behind what is `untrue`
    or one of `truths` that is denied, and behind `reports` that there are none of, that are untrue,
    denied or that somebody is `dismissing`: `denied reports that 40 died`.
    """

    negatives: frozenset[str]
    modals: frozenset[str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    nobodies: frozenset[str]
    denying: frozenset[str]
    forbidding: frozenset[str]
    forbidden_over: frozenset[str]
    unable: frozenset[str]
    unable_over: frozenset[str]
    apart: frozenset[str]
    by: frozenset[str]
    leads: frozenset[str]
    borders: frozenset[str]
    links: frozenset[str]
    verbs: tuple[str, ...]
    words: frozenset[str]
    endings: tuple[str, ...]
    ends: frozenset[str]
    passives: tuple[str, ...]
    abilities: tuple[str, ...]
    participles: tuple[str, ...]
    also: frozenset[str]
    scarcely: frozenset[str]
    scarcely_endings: tuple[str, ...]
    duties: frozenset[str]
    capacity: tuple[str, ...]
    lasting: frozenset[str]
    clauses: frozenset[str]
    deniers: frozenset[str]
    untrue: frozenset[str]
    truths: frozenset[str]
    reports: frozenset[str]
    dismissing: frozenset[str]
