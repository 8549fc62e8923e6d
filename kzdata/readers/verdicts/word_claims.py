"""Whether cited words name a country, an entity, a term, or hold the very words of a claim.

What a claim and a verdict are is `kzdata.readers.verdicts`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from kzdata.readers import countries, names, words
from kzdata.readers.names import Directory
from kzdata.readers.verdicts import Claim, Piece, Read, Verdict, terms_part, text_part, verdict
from kzdata.selectors import Span

ELLIPSIS: Final = "[…]"


def entity(key: str, known: Directory, cited: Sequence[Piece], *, own: str = "") -> Verdict:
    """Whether the words name the entity of this key; names of `own` do not count."""
    found = [
        (keys, piece.read(" or ".join(keys), span))
        for piece in cited
        for keys, span in _named(piece, known, own)
    ]
    return _one_of(key, found)


def _named(piece: Piece, known: Directory, own: str) -> Iterator[tuple[tuple[str, ...], Span]]:
    for span, keys in names.read(piece.window, known, without=own):
        for inside in piece.cited([span]):
            yield keys, inside


def country(claim: Claim, cited: Sequence[Piece]) -> Verdict:
    """Whether the words name this country, by its code."""
    found = [
        (country.codes, piece.read(" or ".join(country.codes), country.words))
        for piece in cited
        for country in piece.near(countries.read)
        if country.words.within(piece.span)
    ]
    return _one_of(text_part(claim, "value") or "", found)


def term(claim: Claim, cited: Sequence[Piece]) -> Verdict:
    """Whether one of the terms stands in the words."""
    terms = terms_part(claim, "value")
    support = [
        piece.read(piece.text[slice(*span)], span)
        for piece in cited
        for span in piece.cited(words.find_term(terms, piece.window, piece.language))
    ]
    return verdict(support, [])


def name(claim: Claim, cited: Sequence[Piece]) -> Verdict:
    """Whether the words hold the name, or one by which it is known as well."""
    names = (*terms_part(claim, "value"), *terms_part(claim, "known_as"))
    support = [
        piece.read(name, span)
        for name in names
        for piece in cited
        for span in piece.cited(words.find_name(name, piece.window))
    ]
    return verdict(support, [])


def verbatim(claim: Claim, cited: Sequence[Piece]) -> Verdict:
    """Whether the words are these very words."""
    return verdict(_verbatim_reads(text_part(claim, "value") or "", cited), [])


def _verbatim_reads(value: str, cited: Sequence[Piece]) -> list[Read]:
    """The words of the value; where it holds `[…]`, its parts one after the other, or nothing."""
    parts = [part.strip() for part in value.split(ELLIPSIS)]
    reads: list[Read] = []
    after = (-1, -1, -1)
    for part in parts:
        places = (
            piece.read(part, span)
            for piece in cited
            for span in piece.cited(words.find(part, piece.window))
        )
        if not (
            found := next((p for p in places if (p.source, p.piece, p.words.start) > after), None)
        ):
            return []
        reads.append(found)
        after = (found.source, found.piece, found.words.end - 1)
    return reads


def _one_of(value: str, found: list[tuple[tuple[str, ...], Read]]) -> Verdict:
    """The verdict on a value, of readings that each may mean several."""
    support = [read for meant, read in found if value in meant]
    read = [read for _, read in found]
    if support and all(meant != (value,) for meant, _ in found):
        return Verdict("ambiguous", tuple(support), tuple(read))
    return verdict(support, read, rivals=any(value not in meant for meant, _ in found))
