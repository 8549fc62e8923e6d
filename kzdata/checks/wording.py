"""What is said of a cell that its evidence does not carry: the rules, and their messages."""

from collections.abc import Iterable, Mapping, Sequence

from kzdata.checks import commas, counted
from kzdata.checks.citations import Found
from kzdata.checks.claims import Part, Plan
from kzdata.checks.cut import cut
from kzdata.checks.work import Row
from kzdata.findings import Fault, Label, Rule, place, shown
from kzdata.readers.verdicts import Read, Verdict
from kzdata.selectors import Span

VALUE_NOT_IN_EVIDENCE = Rule(
    name="value-not-in-evidence",
    doc="""\
Checks that the reader of a quoted field reads its value in the cited words: the number
with its bound and unit, the date, the duration, the country.

A number beside a quotation proves nothing unless somebody reads it there. The value
must equal a reading: `more than 800` says (more_than, 800), and neither 800 nor more
than 700.

Example: `value: 25`, with the evidence `Twenty Kazakh service members`.

Instead: correct the value, cite the words that say it, or list the field under
`inferred` and say why.""",
)

WORDS_NOT_IN_EVIDENCE = Rule(
    name="words-not-in-evidence",
    doc="""\
Checks that a name, a term or text taken word for word stands in the cited words, as
whole words.

A name that the words do not have may be anybody's.

Example: `author: Alexander Baklanow`, with the evidence `Story by Alexander Baklanov`.

Instead: correct the value, cite the words that have it, or list the field under
`inferred` and say why. A name by which sources call an entity otherwise goes under
`known_as`; words that say a category go into its `terms`.""",
)

AMBIGUOUS_READING = Rule(
    name="ambiguous-reading",
    doc="""\
Checks that the cited words mean one thing only.

`Congo` names two countries. Which of them is meant, the words alone do not say.

Example: `country_code: CD`, with the evidence `the Congo`.

Instead: cite other words of the source that decide it, or list the field under
`inferred` and say what decides it.""",
)

WEAK_EVIDENCE = Rule(
    name="weak-evidence",
    severity="warning",
    doc="""\
Checks that the cited words carry this value and no other of its kind.

In a sentence with several numbers, a wrong one among them would pass as well.

Example: `value: 14`, with the evidence `14 missions in 2023, 4 of them new missions`.

Instead: cite the tight words, or name under `fields` what a piece of evidence is for.""",
)

NO_EVIDENCE = Rule(
    name="no-evidence",
    doc="""\
Checks that a record with quoted values cites words for them.

Nothing is published that its source does not say.

Example: a record of figures without `evidence`.

Instead: add `evidence:` with the words of the source, or list the field under
`inferred` and say why.""",
)

CATEGORY_WITHOUT_TERMS = Rule(
    name="category-without-terms",
    doc="""\
Checks that a category which is used as quoted has `terms`: the words in which sources
say it.

Without them nobody can read it in a source.

Example: `auspices: national`, where the category `national` has no terms.

Instead: add terms to the category, or list the field under `inferred` and say why.""",
)

_KINDS = {
    "quantity": "number",
    "ordinal": "ordinal number",
    "duration": "duration",
    "date": "date",
    "country": "country",
    "name": "known name",
}

_INFER = "correct the value, or list `{field}` under `inferred` and say why"


def unsupported(
    plan: Plan, blamed: Part, row: Row, verdict: Verdict, found: Mapping[int, Found]
) -> Fault:
    """The fault of a value that was not accepted as quoted, at the part of it that is blamed."""
    field = blamed.field
    value = shown(row.values[field])
    help = _help(blamed) + _parted(found)
    if verdict.outcome == "ambiguous":
        meanings = dict.fromkeys(read.value for read in (*verdict.support, *verdict.read))
        meant = "something else" if [*meanings] == [row.values[field]] else " or ".join(meanings)
        message = f"`{field}` is {value}, and the evidence may mean {meant}"
        help = f"cite words that decide it, or list `{field}` under `inferred` and say why"
        return _fault(AMBIGUOUS_READING, row, field, message, help, _read(verdict.support, found))
    if plan.reader not in _KINDS or (plan.reader == "name" and not plan.parts[0].entity):
        message = f"`{field}` is `{value}`, which the evidence does not say"
        return _fault(WORDS_NOT_IN_EVIDENCE, row, field, message, help, _cited(found))
    if not verdict.read and (halved := cut(plan.reader, found.values())):
        return _halved(row, field, *halved, _parted(found))
    if not verdict.read:
        message = f"`{field}` is {value}, but no {_KINDS[plan.reader]} is read in the evidence"
        return _fault(VALUE_NOT_IN_EVIDENCE, row, field, message, help, _cited(found))
    if blamed.part == "unit":
        return _of_another(plan, field, row, verdict, found, help)
    said = " and ".join(_said(blamed, row.values[field], verdict.read[:4], found))
    message = f"`{field}` is {value}, but the evidence says {said}"
    if blamed.part == "words":
        message = f"`{field}` is `{value}`, which are not the words of {said} in the evidence"
    return _fault(VALUE_NOT_IN_EVIDENCE, row, field, message, help, _read(verdict.read, found))


def _help(blamed: Part) -> str:
    """What to do: besides, where words stand for it, the schema may lack some of them."""
    by_term = blamed.terms is not None or blamed.part == "unit"
    help = _INFER.format(field=blamed.field)
    return f"{help}; other words for it go into its `terms`" if by_term else help


def _parted(found: Mapping[int, Found]) -> str:
    """What to do besides, where a comma has made two pieces of the cited words."""
    return commas.between((one.document, span) for one in found.values() for span in one.spans)


def _halved(row: Row, field: str, one: Found, words: Span, advice: str) -> Fault:
    """The fault of cited words that end, or begin, inside those that say something."""
    text = one.document.text.text
    said = shown(" ".join(text[slice(*words)].split()))
    asked = " ".join(text[slice(*_joined(words, one.spans))].split())
    message = f"`{field}` is {shown(row.values[field])}, and `{said}` is cited only in part"
    wanted = asked if asked == shown(asked) else said
    help = f"cite `{wanted}` whole: a part of it may say something else{advice}"
    at = place(f"seeds/{one.document.name}", text, *words)
    return _fault(
        VALUE_NOT_IN_EVIDENCE,
        row,
        field,
        message,
        help,
        [Label(place=at, message="read as a whole")],
    )


def _said(
    blamed: Part, value: str, reads: Sequence[Read], found: Mapping[int, Found]
) -> Iterable[str]:
    """The readings; where the number is among them, each with what it counts."""
    if blamed.part == "number" and counted.read_as(value, reads):
        return counted.each(reads, found)
    return dict.fromkeys(read.value for read in reads)


def _joined(words: Span, cited: Sequence[Span]) -> Span:
    """Words with those that are cited of them and beside them."""
    touching = [span for span in cited if span.start < words.end and words.start < span.end]
    spans = (words, *touching)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _of_another(
    plan: Plan, field: str, row: Row, verdict: Verdict, found: Mapping[int, Found], help: str
) -> Fault:
    """The fault of a unit that is not what the number counts: what it does count is told."""
    stated = [row.values.get(part.field) for part in plan.parts if part.part == "number"]
    numbers = counted.read_as(next(filter(None, stated), None), verdict.read)
    said, left_out = counted.said(numbers, found)
    if left_out:
        help = f"cite {left_out}, too, or {help}"
    message = f"`{field}` is {shown(row.values[field])}, {said}"
    return _fault(VALUE_NOT_IN_EVIDENCE, row, field, message, help, _read(numbers, found))


def weak(field: str, row: Row, verdict: Verdict, found: Mapping[int, Found]) -> Fault:
    """The warning for a value which the words carry as they would carry another."""
    read = dict.fromkeys(read.value for read in verdict.read)
    message = (
        f"`{field}` is {shown(row.values[field])}, and the cited words say {' and '.join(read)}"
    )
    help = "cite the tight words, or name under `fields` what a piece of evidence is for"
    return _fault(WEAK_EVIDENCE, row, field, message, help, _read(verdict.read, found))


def without_evidence(field: str, row: Row) -> Fault:
    """The fault of a quoted value for which no words are cited."""
    message = f"`{field}` is {shown(row.values[field])}, and no words are cited for it"
    help = f"cite the words, or list `{field}` under `inferred` and say why"
    return _fault(NO_EVIDENCE, row, field, message, help, ())


def without_terms(field: str, row: Row) -> Fault:
    """The fault of a category that no words say."""
    message = f"`{field}` is {shown(row.values[field])}, a category without `terms`"
    help = f"add terms to the schema, or list `{field}` under `inferred` and say why"
    return _fault(CATEGORY_WITHOUT_TERMS, row, field, message, help, ())


def _fault(
    rule: Rule, row: Row, field: str, message: str, help: str, also: Sequence[Label]
) -> Fault:
    return Fault(rule, row.row, field, message, help, None, "curated value", tuple(also))


def _read(reads: Sequence[Read], found: Mapping[int, Found]) -> list[Label]:
    """Where the readings are, the first few."""
    labels = []
    for read in dict.fromkeys(reads):
        if read.part in ("", "number"):
            document = found[read.source].document
            at = place(f"seeds/{document.name}", document.text.text, *read.words)
            labels.append(Label(place=at, message=f"read as {read.value}"))
    return labels[:3]


def _cited(found: Mapping[int, Found]) -> list[Label]:
    """The cited words, the first few."""
    return [
        Label(
            place=place(f"seeds/{one.document.name}", one.document.text.text, *one.spans[0]),
            message="cited words",
        )
        for one in list(found.values())[:2]
    ]
