"""What a record says beside its fields: `evidence`, `inferred`, `known_as`.

Works on plain mappings, whatever form they were written in. What is malformed is told to a `Report`
by its pointer within the record, and left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from kzdata.decoding import FORBIDDEN_CHARACTER, forbidden
from kzdata.findings import Rule
from kzdata.nearest import likeliest, nearest
from kzdata.schema import Table

Pointer = tuple[str | int, ...]


class Report(Protocol):
    """Takes a fault: its rule, its pointer in the record (to a key or its value), and words."""

    def __call__(
        self, rule: Rule, pointer: Pointer, message: str, help: str, *, key: bool = False
    ) -> None:
        """Take one fault."""


EVIDENCE_MALFORMED = Rule(
    name="evidence-malformed",
    doc="""\
Checks the form of a record's annotations. `evidence` is the quoted words, or a mapping
with `exact` (or `value_of`, a field of the record that is itself the quotation) and
optionally `prefix`, `suffix`, `start`, `end`, `source`, `fields`; or a list of these.
`known_as` is a list of names, `source` the key of a source.

What cannot be understood cannot be checked.

Example: `evidence: {exakt: Twenty}`.

Instead: write `evidence: Twenty` or `evidence: {exact: Twenty}`.""",
)

INFERRED_WITHOUT_REASON = Rule(
    name="inferred-without-reason",
    doc="""\
Checks that `inferred` maps fields of the record that hold a value, and are not assigned
by the schema, to a reason.

A conclusion that nobody can follow is no better than an invention.

Example: `inferred: {country_code: ""}`.

Instead: say in a few words what the conclusion rests on.""",
)

_PIECE_KEYS = ("exact", "prefix", "suffix", "start", "end", "source", "fields", "value_of")

_COMMA = "put words with a comma in quotation marks: inside `{}` it begins another key"


class Piece(NamedTuple):
    """One piece of evidence as the curator gave it; `source` is empty where the record's holds.

    `exact` is None for a piece that is malformed, which has been reported. `fields` are those for
    which it is cited, None for all. `of` is the field whose value it is, if any.
    """

    exact: str | None
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    source: str = ""
    fields: tuple[str, ...] | None = None
    of: str | None = None


class _Malformed(Exception):  # noqa: N818 - never leaves this module
    """What is wrong with a piece of evidence, and what helps."""

    def __init__(self, message: str, help: str = "write the words of the source") -> None:
        super().__init__(message)
        self.help = help


def visible(value: object, pointer: Pointer, report: Report) -> bool:
    """Whether no text in the value holds what nothing written may hold; else that is reported.

    What is typed was checked when its file was read: this finds what JSON and YAML write as
    escapes, and what Parquet holds.
    """
    if isinstance(value, str):
        if name := forbidden(value):
            message = f"`{pointer[0]}` holds {name}"
            report(FORBIDDEN_CHARACTER, pointer, message, "delete the character")
        return not name
    inner: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, Mapping):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    each = [visible(one, (*pointer, key), report) for key, one in inner]
    return all(each)


def pieces(
    record: Mapping[str, object], fields: frozenset[str], report: Report
) -> Iterator[tuple[int, Piece]]:
    """The record's pieces of evidence, each with its number in the list as written."""
    evidence = record.get("evidence")
    listed = evidence if isinstance(evidence, list) else [evidence]
    for number, item in enumerate(listed):
        if item is None and evidence is None:
            return
        pointer = ("evidence", number) if isinstance(evidence, list) else ("evidence",)
        piece = Piece(None)
        try:
            if visible(item, pointer, report):
                piece = _piece(item, record, fields)
        except _Malformed as fault:
            report(EVIDENCE_MALFORMED, pointer, str(fault), fault.help)
        yield number, piece


def _piece(item: object, record: Mapping[str, object], fields: frozenset[str]) -> Piece:
    if isinstance(item, str):
        item = {"exact": item}
    if not isinstance(item, Mapping):
        raise _Malformed("a piece of evidence is neither the quoted words nor a mapping")
    for key in item:
        if key not in _PIECE_KEYS:
            known = "its keys are " + ", ".join(f"`{one}`" for one in _PIECE_KEYS)
            help = _COMMA if item[key] is None else likeliest(str(key), _PIECE_KEYS) or known
            raise _Malformed(f"a piece of evidence has no key `{key}`", help)
    of = item.get("value_of")
    stands = isinstance(of, str) and of in fields and "exact" not in item
    if of is not None and not stands:
        help = likeliest(str(of), fields) or "name a field of the table, and leave `exact` out"
        raise _Malformed(f"`value_of` is `{of}`: it takes a field, in the place of `exact`", help)
    exact = item.get("exact") if of is None else record.get(str(of))
    if not isinstance(exact, str) or not exact.strip():
        raise _Malformed("a piece of evidence quotes no words")
    return Piece(
        # A value with what no text may hold is a fault of its field, and not of the quotation too.
        exact=None if of is not None and forbidden(exact) else exact,
        prefix=_text(item, "prefix"),
        suffix=_text(item, "suffix"),
        start=_position(item, "start"),
        end=_position(item, "end"),
        source=_text(item, "source"),
        fields=_fields(item.get("fields", of), fields),
        of=None if of is None else str(of),
    )


def _text(item: Mapping[str, object], key: str) -> str:
    value = item.get(key)
    if value is not None and not isinstance(value, str):
        raise _Malformed(f"`{key}` of a piece of evidence is no text", f"write `{key}` as text")
    return value or ""


def _position(item: Mapping[str, object], key: str) -> int | None:
    value = item.get(key)
    if value is None:
        return None
    # A column of Parquet in which a position is missing may hold the others as floats.
    written = str(int(value) if isinstance(value, float) and value.is_integer() else value)
    if not (written.isascii() and written.isdigit() and len(written) < 16):
        help = "count code points of the source from 0, or leave it out"
        raise _Malformed(f"`{key}` is `{written}`, which is no position", help)
    return int(written)


def _fields(given: object, fields: frozenset[str]) -> tuple[str, ...] | None:
    if given is None:
        return None
    listed = [given] if isinstance(given, str) else given
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        help = "write `fields: [name, …]`, or leave it out"
        raise _Malformed("`fields` of a piece of evidence is no list of fields", help)
    for field in listed:
        if field not in fields:
            message = f"`fields` names `{field}`, which is no field of the table"
            raise _Malformed(message, likeliest(field, fields) or "name fields of the table")
    return tuple(listed)


def reasons(
    record: Mapping[str, object], table: Table, report: Report
) -> Iterator[tuple[str, str]]:
    """The record's inferred fields, each with the reason; empty where that is not given for it.

    That is a fault of its own, and what is not read in the evidence is not reported beside it.
    """
    fields = {field.name: field for field in table.fields}
    inferred = record.get("inferred")
    if inferred is None:
        return
    if not isinstance(inferred, Mapping):
        message = "`inferred` is no mapping from fields to reasons"
        help = "write `inferred: {field: the reason}`"
        report(INFERRED_WITHOUT_REASON, ("inferred",), message, help)
        named = inferred if isinstance(inferred, list) else [inferred]
        yield from ((field, "") for field in fields if field in named)
        return
    for field, reason in inferred.items():
        if field not in fields or record.get(field) is None:
            message = f"`inferred` gives a reason for `{field}`, which has no value"
            meant = "" if field in fields else nearest(str(field), fields)
            help = f"did you mean `{meant}`?" if meant else "take it off the list"
            report(INFERRED_WITHOUT_REASON, ("inferred", field), message, help)
            if meant and meant not in inferred:
                yield meant, ""
        elif fields[field].basis == "assigned":
            message = f"`inferred` gives a reason for `{field}`, which the schema says is assigned"
            help = "take it off the list, or take `basis: assigned` from the field"
            report(INFERRED_WITHOUT_REASON, ("inferred", field), message, help)
        elif not isinstance(reason, str) or not reason.strip():
            message = f"`{field}` is inferred without a reason"
            report(INFERRED_WITHOUT_REASON, ("inferred", field), message, "say what it rests on")
            yield field, ""
        else:
            visible(reason, ("inferred", field), report)
            yield field, reason


def names(record: Mapping[str, object], report: Report) -> Iterator[str]:
    """Other names by which sources call the record's entity."""
    known_as = record.get("known_as")
    listed = [known_as] if isinstance(known_as, str) else known_as
    if listed is None:
        return
    if not isinstance(listed, list) or not all(isinstance(n, str) and n.strip() for n in listed):
        report(EVIDENCE_MALFORMED, ("known_as",), "`known_as` is no list of names", "")
        return
    visible(listed, ("known_as",), report)
    yield from listed


def source(record: Mapping[str, object], otherwise: str, report: Report) -> str:
    """The source that the record names for its evidence, or the one that holds `otherwise`."""
    given = record.get("source")
    if given is None:
        return otherwise
    if not isinstance(given, str) or not given.strip():
        message = "`source` is no key of a source"
        report(EVIDENCE_MALFORMED, ("source",), message, "name a row's key")
        return otherwise
    return given
