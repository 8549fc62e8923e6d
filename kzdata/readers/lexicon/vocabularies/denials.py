"""What denies that there are so many."""

from collections.abc import Mapping

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
    (`lasting`) is counted whatever is denied. What a number counts is not there at all by a word
    of `absent` behind it, or by a denied verb of `being`: `12 үй жоқ`, `12 үй болмады`. Words
    that are `unlike` deny what is right in front of them. What is `missing` needs no verb (`нет 300
    мест`), over words of `over`, nor at the end of its clause, as a denied verb does there that is
    `existing`: `300 мест там не было`; `ages` may be those of somebody who has not come to them.

    What is `disowning` says that the clause is false which one of its words leads (`è falso che`),
    `*` being any, but for what a `presumed` article leads there; what is `owning`, where that is
    denied (`non è vero che`), all else, where it is not; what is `excluding` leaves it open even so
    (`non esclude che`). One of the `reports` is false by a verb and one of `untrue` (`la
    notizia di 40 morti è falsa`), or by one that is false `outright` or a denied one that is
    owning: `сообщения о 40 погибших — фейк`, `не подтвердились`. Behind a clause a word that is
    `belying` says so with one of its words, `*` being none, where the clause ends with a
    `reporting` word or one of the `reporting_endings`: `40 адам өлді деген ақпарат рас емес`.
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
    disowning: Mapping[str, frozenset[str]]
    owning: frozenset[str]
    excluding: frozenset[str]
    presumed: frozenset[str]
    reports: frozenset[str]
    untrue: frozenset[str]
    outright: frozenset[str]
    belying: Mapping[str, frozenset[str]]
    reporting: frozenset[str]
    reporting_endings: tuple[str, ...]
    absent: frozenset[str]
    being: tuple[str, ...]
    unlike: frozenset[str]
    missing: frozenset[str]
    existing: frozenset[str]
    over: frozenset[str]
    ages: frozenset[str]
