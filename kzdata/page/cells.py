"""The tables of a page: rows of cells, each a link to the words that it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa

from kzdata.columns import forms
from kzdata.escapes import html
from kzdata.findings import many
from kzdata.page import bounds
from kzdata.page.evidence import Piece, anchor
from kzdata.schema import Dataset, Field, Table

_WORD = 32
"""How many code points a word, or a text, may have to stand in a narrow cell."""

_PAPER = 10
"""How many columns a sheet of paper is wide enough for: wider rows are printed cell below cell."""


class Shown(NamedTuple):
    """A table as the page shows it: its first rows as text, their keys, and their evidence.

    `rows` of `total` rows are shown; `columns` holds the cells by field; `pieces` the evidence of
    each of the rows, by its number.
    """

    table: Table
    total: int
    rows: int
    columns: Mapping[str, Sequence[str | None]]
    pieces: Mapping[int, Sequence[Piece]]

    def keys(self) -> list[tuple[str, ...]]:
        """The primary keys of the rows that are shown."""
        return [self.key(row) for row in range(self.rows)]

    def key(self, row: int) -> tuple[str, ...]:
        """The primary key of a row."""
        return tuple(self.columns[name][row] or "" for name in self.table.primary_key)


def shown(table: Table, rows: pa.Table) -> Shown:
    """The first rows of a table, each value in its CSV form, as yet without evidence."""
    first = rows.slice(0, bounds.ROWS)
    columns = {
        field.name: forms.text(field, first[field.name].combine_chunks()).to_pylist()
        for field in table.fields
    }
    return Shown(table, len(rows), len(first), columns, {})


def section(dataset: Dataset, shown: Shown) -> Iterator[str]:
    """A table with its heading, where it can be had whole, and its rows."""
    table, name = shown.table, html(shown.table.name)
    wide = " wide" if len(table.fields) > _PAPER else ""
    yield f'<section id="t-{name}" class="table{wide}">'
    yield f'<h2 id="h-{name}">{html(table.title or table.name)}</h2>'
    yield f"<p>{html(table.description or '')}</p>"
    yield f'<p class="meta">{_count(shown)} · {_files(dataset, table)}</p>'
    yield f'<div class="scroll" role="region" tabindex="0" aria-labelledby="h-{name}">'
    yield f"<table><thead><tr>{''.join(map(_heading, table.fields))}</tr></thead><tbody>"
    for row in range(shown.rows):
        yield f"<tr>{''.join(_cells(shown, row))}</tr>"
    yield "</tbody></table></div></section>"


def _count(shown: Shown) -> str:
    if shown.rows < shown.total:
        return f"The first {shown.rows:,} of {shown.total:,} rows; the files hold them all"
    return many(shown.total, "row")


def _files(dataset: Dataset, table: Table) -> str:
    endings = [("csv", "CSV")] if dataset.csv else []
    return " · ".join(
        f'<a href="{html(table.name)}.{ending}">{name}</a>'
        for ending, name in [*endings, ("parquet", "Parquet")]
    )


def _heading(field: Field) -> str:
    unit = f" <small>{html(field.unit)}</small>" if field.unit else ""
    said, name = html(field.description or ""), html(field.title or field.name)
    return f'<th scope="col" data-field="{html(field.name)}" title="{said}">{name}{unit}</th>'


def _cells(shown: Shown, row: int) -> Iterator[str]:
    basis = {piece.field: piece.basis for piece in shown.pieces[row]}
    target = anchor(shown.table.name, row)
    wide = len(shown.table.fields) > _PAPER
    for field in shown.table.fields:
        value = shown.columns[field.name][row]
        if value is None:
            yield "<td></td>"
            continue
        kind = basis[field.name]
        link = f'<a href="#{html(target)}" title="{kind}">{html(bounds.cut(value))}</a>'
        name = f' data-name="{html(field.title or field.name)}"' if wide else ""
        yield f'<td class="{kind}{_shape(field, value)}"{name} dir="auto">{link}</td>'


def _shape(field: Field, value: str) -> str:
    """How a cell is laid out: a number to the right, long text with room, a long word broken."""
    if field.type in ("integer", "number"):
        return " number"
    if max(map(len, value.split()), default=0) > _WORD:
        return " code"
    return " long" if len(value) > _WORD else ""
