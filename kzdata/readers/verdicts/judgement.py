"""Whether cited words say a value: the gate itself.

A claim is what a record asserts, part by part. A reading counts only where it lies wholly inside
the cited words while the readers see what stands around them: nobody can cut `800` out of `1,800`.
Which fields make up a claim is `kzdata.checks.gate`; the words of a verdict are
`kzdata.readers.verdicts`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kzdata.readers.names import Directory
from kzdata.readers.verdicts import Claim, Piece, Verdict, date_claims, number_claims, word_claims


def judge(reader: str, claim: Claim, cited: Sequence[Piece]) -> Verdict:
    """The verdict of `reader` on `claim`, given the cited words (`kzdata.readers.verdicts.pieces`).

    The parts of a claim are, for `quantity`: `number` (a decimal or a fraction such as `1/2`),
    `bound`, `unit` (terms, of which one must name what this very number counts) and `words` (as
    written); for `ordinal`: `number`; for `duration`: `value` (ISO 8601, in the unit that is
    stated) or `length` (in XML Schema's form, which knows no weeks) and `bound`; for `date` (EDTF),
    `country` (ISO 3166-1 alpha-2) and `verbatim`: `value`; for `term`: `value`, a tuple of
    terms; for `name`: `value` and `known_as`, a tuple of other names. Parts that are left out are
    not asked for.

    >>> from kzdata.readers.verdicts import Cited, pieces
    >>> from kzdata.selectors import Span
    >>> text = "Over the years, more than 800 service members have carried out missions."
    >>> cited = pieces([Cited(text, "en", (Span(16, 45),))])
    >>> judge("quantity", {"number": "800", "bound": "more_than"}, cited).outcome
    'entailed'
    >>> judge("quantity", {"number": "800", "bound": "exactly"}, cited).outcome
    'contradicted'
    """
    return _JUDGES[reader](claim, cited)


def judge_entity(key: str, known: Directory, cited: Sequence[Piece], *, own: str = "") -> Verdict:
    """Whether the cited words name the entity of this key, of those that the directory knows.

    `own` is the key of the record itself, where it is one of them: its own name says nothing of a
    link to another.

    >>> from kzdata.readers.names import directory
    >>> from kzdata.readers.verdicts import Cited, pieces
    >>> from kzdata.selectors import Span
    >>> known = directory({"aipov": ["Zhiger Aipov", "Aipov"], "un": ["UN"]})
    >>> cited = pieces([Cited("the tasks, said Aipov", "en", (Span(11, 21),))])
    >>> judge_entity("aipov", known, cited).outcome, judge_entity("un", known, cited).outcome
    ('entailed', 'contradicted')
    """
    return word_claims.entity(key, known, cited, own=own)


_JUDGES: Final[Mapping[str, Callable[[Claim, Sequence[Piece]], Verdict]]] = {
    "quantity": number_claims.quantity,
    "ordinal": number_claims.ordinal,
    "duration": number_claims.duration,
    "date": date_claims.date,
    "country": word_claims.country,
    "term": word_claims.term,
    "name": word_claims.name,
    "verbatim": word_claims.verbatim,
}

READERS = tuple(_JUDGES)
"""The names of the readers that a schema's `reading` may give."""
