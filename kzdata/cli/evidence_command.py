"""`kzdata evidence`."""

import json

import click

from kzdata import escapes
from kzdata.cli import options, output
from kzdata.cli.packages import package


@click.command(
    "evidence",
    epilog=options.examples(
        "kzdata evidence figures contingent-abroad value",
        "kzdata evidence figures people-served --package data/package",
    ),
)
@click.argument("table")
@click.argument("record")
@click.argument("field", required=False)
@options.package
@options.as_json
def command(table: str, record: str, field: str | None, place: str | None, as_json: bool) -> int:
    """Show the words behind a RECORD of a TABLE, or behind one FIELD of it.

    RECORD is the primary key; where that has several fields, a JSON array of their texts.
    """
    opened = package(place)
    several = len(opened.info(table).schema.primary_key) > 1
    found = opened.evidence(table, _parts(record) if several else record, field)
    pieces = [piece._asdict() for piece in found]
    output.hand(escapes.json(pieces) if as_json else f"{found!r}\n")
    return 0


def _parts(record: str) -> object:
    """The primary key of several fields that the text stands for."""
    try:
        parts = json.loads(record) if record.startswith("[") else None
    except (ValueError, RecursionError):
        return record
    return record if parts is None else tuple(parts)
