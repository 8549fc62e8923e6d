"""Whether the quoted words stand in their source, and where."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from kzdata.checks import commas
from kzdata.checks.work import Citation, Document
from kzdata.findings import Fault, Label, Rule, place
from kzdata.quotations import nearest
from kzdata.quotations.locate import find, find_all
from kzdata.quotations.placing import Located
from kzdata.selectors import Quotation, Span

QUOTE_NOT_FOUND = Rule(
    name="quote-not-found",
    doc="""\
Checks that the words cited as evidence stand in the source. White space, quotation
marks, dashes and ellipses may be typed in another way; nothing else may differ, not one
letter.

Words that the source does not have are no evidence. Most tools let them pass when they
are similar enough, which is how forged quotations are published.

Example: `more than 900 service members`, where the source has `more than 800`.

Instead: copy the words from the source. Words left out are marked `[…]`.""",
)

QUOTE_AMBIGUOUS = Rule(
    name="quote-ambiguous",
    doc="""\
Checks that the words cited as evidence stand in the source once only.

If they stand twice, nobody knows which of the two passages is meant.

Example: `six months`, where the source has it of two things.

Instead: cite more words, or add `prefix`, `suffix` or `start`.""",
)

QUOTE_MISPLACED = Rule(
    name="quote-misplaced",
    doc="""\
Checks that the words cited as evidence stand where `start`, `end`, `prefix` and
`suffix` say.

A position that is wrong points readers to other words.

Example: `start: 120`, where the words begin at 201.

Instead: correct the position or the words beside, or leave them out.""",
)

QUOTE_CUTS_WORD = Rule(
    name="quote-cuts-word",
    doc="""\
Checks that cited words begin and end where words or numbers of the source do.

Cut inside a word, a source can be made to say anything: `800` from `1800`.

Example: `allowed`, where the source has `disallowed`.

Instead: cite whole words.""",
)

QUOTE_EMPTY = Rule(
    name="quote-empty",
    doc="""\
Checks that cited evidence holds at least one letter or digit.

Punctuation alone says nothing.

Example: `evidence: "…"`.

Instead: cite the words that say the values.""",
)

NO_SUCH_SOURCE = Rule(
    name="no-such-source",
    doc="""\
Checks that the source which a record cites is a row of the table that lists the
sources.

Words without a source cannot be looked up.

Example: `source: kazcent`, where the row's key is `kazcent-training`.

Instead: correct the key, or add the source to the table and to seeds/.""",
)

_RULES = {
    "missing": QUOTE_NOT_FOUND,
    "ambiguous": QUOTE_AMBIGUOUS,
    "misplaced": QUOTE_MISPLACED,
    "elsewhere": QUOTE_MISPLACED,
    "cuts-word": QUOTE_CUTS_WORD,
    "empty": QUOTE_EMPTY,
}

_HELP = {
    "ambiguous": "cite more words, or add `prefix`, `suffix` or `start`",
    "elsewhere": "correct `prefix` and `suffix`, or leave them out",
    "cuts-word": "cite whole words",
    "empty": "cite the words that say the values",
}

_MESSAGES = {
    "ambiguous": "the quoted words stand in `{source}` more than once",
    "misplaced": "the quoted words do not stand in `{source}` at the given position",
    "elsewhere": "the quoted words do not stand in `{source}` beside the given prefix and suffix",
    "cuts-word": "the quoted words are cut out of a longer word of `{source}`",
    "empty": "the evidence holds no letter and no digit",
}


Places = Mapping[tuple[str, Quotation], Located]
"""Where quotations stand, by the file name of their source."""


class Found(NamedTuple):
    """A citation and the spans that it cites: one, or one for each part around `[…]`."""

    citation: Citation
    document: Document
    spans: tuple[Span, ...]


def places(document: Document, citations: Iterable[Citation]) -> Places:
    """Where the words cited from the document stand: found together, which is quicker."""
    quoted = list(dict.fromkeys(one.quotation for one in citations if one.source == document.name))
    found = find_all(document.text, quoted)
    return {(document.name, one): located for one, located in zip(quoted, found, strict=True)}


def locate(
    row: int, citation: Citation, document_of: Callable[[str], Document | None], known: Places
) -> Found | Fault | None:
    """Where the cited words stand, or what is wrong; None where the source is at fault."""
    if citation.source == "":
        return _unknown_source(row, citation)
    document = document_of(citation.source) if citation.source else None
    if document is None:
        return None
    quotation = citation.quotation
    located = known.get((document.name, quotation)) or find(document.text, quotation)
    if not located.problem:
        return Found(citation, document, located.spans)
    return _misquoted(row, citation, document, located)


def _unknown_source(row: int, citation: Citation) -> Fault:
    if not citation.key:
        message = "the evidence has no source: neither it nor its record names one"
        return _fault(row, citation, NO_SUCH_SOURCE, message, "write `source:` with the key of one")
    message = unknown_source(citation.key)
    return _fault(row, citation, NO_SUCH_SOURCE, message, "name the key of a source")


def unknown_source(key: str) -> str:
    """What is said of a key that is that of no source."""
    return f"the evidence names `{key}` as its source, which is no row of the sources"


def _misquoted(row: int, citation: Citation, document: Document, located: Located) -> Fault:
    problem = located.problem
    if problem == "missing":
        return _missing(row, citation, document)
    also = tuple(_label(document, span, "here") for span in located.candidates[:3])
    message = _MESSAGES[problem].format(source=document.name)
    help = _HELP.get(problem) or _replaced(document.text.text, citation, located.candidates)
    if problem == "cuts-word":
        help += commas.beside(document.text.text, located.candidates)
    return _fault(row, citation, _RULES[problem], message, help, also)


def _replaced(text: str, citation: Citation, candidates: Sequence[Span]) -> str:
    """What to do about a wrong position: the right one, and in what another program has counted."""
    help = "correct `start` and `end`, or leave them out"
    if len(candidates) != 1:
        return help
    (span,) = candidates
    counted = ""
    for unit, encoding, size in (("bytes", "utf-8", 1), ("UTF-16 units", "utf-16-le", 2)):
        stated = len(text[: span.start].encode(encoding)) // size
        if stated == citation.quotation.start != span.start:
            counted = f", and `start` counts {unit}, not code points"
    return f"the words stand at {span.start} to {span.end}{counted}; {help}"


def _missing(row: int, citation: Citation, document: Document) -> Fault:
    message = f"the quoted words do not stand in `{document.name}`"
    near = nearest.passage(document.text, citation.quotation.exact)
    if near is None:
        return _fault(row, citation, QUOTE_NOT_FOUND, message, "copy the words from the source")
    slip = near.kind == "slip"
    help = "copy the words from the source: " + (
        "a slip of the pen?" if slip else "it says something else"
    )
    also = tuple(
        _label(document, one.span, f"quoted as `{one.quoted}`" if one.quoted else "left out")
        for one in near.differences[:3]
    ) or (_label(document, near.span, "nearest passage"),)
    return _fault(row, citation, QUOTE_NOT_FOUND, message, help, also)


def _fault(
    row: int,
    citation: Citation,
    rule: Rule,
    message: str,
    help: str,
    also: tuple[Label, ...] = (),
) -> Fault:
    """A fault of a citation: at its words, or at the field whose value they are."""
    piece = None if citation.of else citation.piece
    return Fault(rule, row, citation.of, message, help, piece, also=also)


def _label(document: Document, span: Span, message: str) -> Label:
    at = place(f"seeds/{document.name}", document.text.text, span.start, span.end)
    return Label(place=at, message=message)
