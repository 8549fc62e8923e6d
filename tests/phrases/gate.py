"""A phrase's claim before the gate, as a project's cell stands before it: located first, then read.

What the phrases are is `tests.phrases.phrases`; the sums are `tests.phrases.tally`.
"""

from collections.abc import Iterator
from fractions import Fraction

from kzdata.quotations.locate import Text, find
from kzdata.readers import durations, quantities
from kzdata.readers.verdicts import Cited, pieces
from kzdata.readers.verdicts.judgement import judge
from kzdata.selectors import Quotation, Span
from tests.phrases.phrases import Claim, Phrase


def accepts(phrase: Phrase, claim: Claim) -> bool:
    """Whether the gate lets the claim pass."""
    spans = _located(phrase.text, claim.evidence)
    if not spans or claim.reader == "quote":
        return bool(spans)
    if "vague" in claim.parts:
        return _is_vague(phrase, claim, spans)
    parts = {key: part for key, part in claim.parts.items() if key != "ambiguous"}
    cited = pieces([Cited(phrase.text, phrase.language, spans, phrase.reference)])
    verdict = judge(claim.reader, parts, cited)
    return verdict.outcome == "ambiguous" if "ambiguous" in claim.parts else verdict.accepted


def _located(text: str, evidence: tuple[str, ...]) -> tuple[Span, ...]:
    """The spans of all pieces of evidence; none where one of them does not stand in the text."""
    source = Text(text)
    located = [find(source, Quotation(piece)).spans for piece in evidence]
    return tuple(span for spans in located for span in spans) if all(located) else ()


def _is_vague(phrase: Phrase, claim: Claim, spans: tuple[Span, ...]) -> bool:
    """Whether the cited words hold a vague reading and none that equals a value."""
    values = list(_values(phrase, claim.reader, spans))
    return bool(values) and all(value is None for value in values)


def _values(
    phrase: Phrase, reader: str, spans: tuple[Span, ...]
) -> Iterator[Fraction | str | None]:
    if reader == "duration":
        for duration in durations.read(phrase.text, phrase.language):
            if any(duration.words.within(span) for span in spans):
                yield duration.value
    else:
        for quantity in quantities.read(phrase.text, phrase.language):
            if any(quantity.words.within(span) for span in spans):
                yield quantity.number
