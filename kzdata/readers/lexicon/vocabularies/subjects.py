"""Which words are the subject of a number, and which say of it that it is so many."""

from kzdata.readers.lexicon.vocabularies import Vocabulary


class Subjects(Vocabulary):
    """Words around a subject that is said to be so many: `gli idonei sono 218`, `билетов 600`.

    `copulas` say so, with `auxiliaries` between; `tallies` lead to it (`the number of`), and
    `deputies` stand for one (`quello dei feriti 210`). It begins behind one of the `articles` or at
    `borders` of a clause, and `relatives` tell which it is. One of `impersonal` verbs agrees with
    none: it has for object what ends as many things do (`many_endings`). Without a verb it ends
    with one of `counted_endings`, in brackets with one of `plural_endings`; what there is a lack of
    (`lacks`) stands before a colon, as a label does that ends as one of `labels`. Words for `when`,
    or behind a comma for whose figure it is (`sources`) or how it is `measured` (`le navi, lunghe
    40 metri, erano 3`), may part it from the number; one of `days` may stand in front of its
    article.

    What things are said to be (`38 are women`) follows one of `being`: a plural, or one of
    `many_nouns`, but for `no_nouns` and words of `no_plurals`. A number behind one of `sites` or
    `periods` only says where or in what time. Verbs that are `bringing` something to a sum name it
    by one of `brought`. What ends as one `doing` something behind what is many has an object that
    is not counted (`boats carrying fuel`), but for `doing_nouns`. People are named by an age behind
    one of `aged` (`gli over 80 vaccinati`).
    """

    copulas: frozenset[str]
    auxiliaries: frozenset[str]
    tallies: frozenset[str]
    deputies: frozenset[str]
    articles: frozenset[str]
    borders: frozenset[str]
    relatives: frozenset[str]
    aged: frozenset[str]
    impersonal: tuple[str, ...]
    many_endings: tuple[str, ...]
    counted_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    lacks: frozenset[str]
    labels: tuple[str, ...]
    when: frozenset[str]
    days: frozenset[str]
    sources: tuple[str, ...]
    measured: frozenset[str]
    being: frozenset[str]
    many_nouns: frozenset[str]
    no_nouns: frozenset[str]
    no_plurals: tuple[str, ...]
    sites: frozenset[str]
    periods: frozenset[str]
    bringing: frozenset[str]
    brought: frozenset[str]
    doing: tuple[str, ...]
    doing_nouns: frozenset[str]


class Forecasts(Vocabulary):
    """Who had `foreseen` a number: `fewer than the 170,000 economists had widely forecast`.

    `foreseers` stand right behind it, adverbs of `manner_endings` in front of the verb.
    """

    foreseers: frozenset[str]
    foreseen: frozenset[str]
    manner_endings: tuple[str, ...]
