"""Short lists that print well: the tables of a package, and its sources."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

import pyarrow as pa

from kzdata import escapes
from kzdata.catalog import values


class Listing(Sequence[Mapping[str, Any]]):
    """Rows of one shape, each a mapping; printed as an aligned table, as HTML in a notebook.

    It speaks Arrow: `to_arrow`, `__arrow_c_stream__`.
    """

    def __init__(self, rows: pa.Table, title: str, shown: Sequence[str]) -> None:
        self._rows = rows
        self._title = title
        self._shown = [name for name in shown if name in rows.column_names]

    @overload
    def __getitem__(self, index: int) -> Mapping[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> list[Mapping[str, Any]]: ...
    def __getitem__(self, index: int | slice) -> Mapping[str, Any] | list[Mapping[str, Any]]:
        wanted = range(len(self))[index]
        if isinstance(wanted, range):
            return [*self][index]
        row: Mapping[str, Any] = self._rows.slice(wanted, 1).to_pylist()[0]
        return row

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        rows: list[Mapping[str, Any]] = self._rows.to_pylist()
        return iter(rows)

    def __len__(self) -> int:
        return len(self._rows)

    def to_arrow(self) -> pa.Table:
        """The rows as an Arrow table."""
        return self._rows

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._rows.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        rows = [[escapes.terminal(cell) for cell in row] for row in self._cells()]
        lines = escapes.terminal_table(rows)
        return "\n".join([escapes.terminal(self._title), *(f"  {line}" for line in lines)])

    def _repr_html_(self) -> str:
        head, *body = [[escapes.html(cell) for cell in row] for row in self._cells()]
        heads = "".join(f"<th>{cell}</th>" for cell in head)
        rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in body)
        return (
            f"<table><caption>{escapes.html(self._title)}</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _cells(self) -> list[list[str]]:
        """The header and the rows, as texts; what is null is empty."""
        rows = self._rows.select(self._shown).to_pylist()
        cells = [[values.text(row[name]) for name in self._shown] for row in rows]
        return [self._shown, *cells]
