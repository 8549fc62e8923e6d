"""What makes a number a part of a whole, or stands for what another counts."""

from collections.abc import Mapping

from kzdata.readers.lexicon.phrases import WordList
from kzdata.readers.lexicon.vocabularies import Vocabulary


class Parts(Vocabulary):
    """Words that say of what a number is a part: `76 of the 151 seats`, `депутаттың 76-сы`.

    `partitives` stand between the part and its whole, words of `out_of` between a part that names
    nothing and its whole, `amid` behind a whole. `openers` open a clause with a whole (`of the 27
    rooms, 9`), over `selecting` words (`last`, `remaining`), `adjectives` by their endings, and an
    owner with the `possessive`; `portions` lead from a number to a part of it. A whole ends with
    one of the `owners`; what is `possessed` stands in front of its bounded number. A number that
    is `owned_by` another names nothing itself, nor does one before a participle of `done_endings`.
    """

    partitives: frozenset[str]
    out_of: frozenset[str]
    amid: frozenset[str]
    openers: frozenset[str]
    selecting: frozenset[str]
    adjectives: tuple[str, ...]
    possessive: tuple[str, ...]
    portions: frozenset[str]
    owners: tuple[str, ...]
    possessed: frozenset[str]
    owned_by: frozenset[str]
    done_endings: tuple[str, ...]


class Pronouns(Vocabulary):
    """Words that stand for what is counted elsewhere: `of them`, `di cui`, `төртеуі`.

    A number does so itself by its `endings` (`30-ы`), or by one of the `substantives` behind it
    (`30-дан астамы`). `anaphors` beside it do, but behind one of `outside` (`19 crashes, in which
    two died`), verbs of `anaphor_endings`, words that are `pointing` behind a preposition (`of
    these`), `them` in front; behind it those that each preposition is `referring` to, and `others`.
    """

    endings: frozenset[str]
    substantives: WordList
    anaphors: frozenset[str]
    outside: frozenset[str]
    anaphor_endings: tuple[str, ...]
    pointing: frozenset[str]
    them: frozenset[str]
    referring: Mapping[str, frozenset[str]]
    others: frozenset[str]
