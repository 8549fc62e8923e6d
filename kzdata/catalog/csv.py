r"""CSV as it is published: RFC 4180 with `\n`, quoted only where needed, null as the empty field.

Which text stands for a value is `kzdata.catalog.forms`; here columns of text become lines.
"""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}
"""The dialect as Data Package v2 writes it down (Table Dialect; its own default ends with CRLF)."""

_MARKS = (b",", b'"', b"\r", b"\n")
_SPECIAL = '[,"\r\n]'


def header(names: Sequence[str]) -> bytes:
    r"""The line that names the columns.

    >>> header(["id", "said"])
    b'id,said\n'
    """
    return rows(pa.record_batch({name: [name] for name in names}))


def rows(text: pa.RecordBatch) -> bytes:
    r"""The lines of a batch of string columns, in UTF-8, a line a row.

    A field is quoted when it holds a comma, a quotation mark or a line's end (RFC 4180, section 2),
    and where a null alone on its line would leave the line empty, which readers skip.

    >>> rows(pa.record_batch({"id": ["a", "b"], "said": ['a "No", he said', None]}))
    b'a,"a ""No"", he said"\nb,\n'
    """
    if not len(text):
        return b""
    *fields, last = map(_quoted, text.columns)
    alone = "" if fields else '""'
    line = [*(pc.fill_null(field, "") for field in fields), _ended(pc.fill_null(last, alone))]
    return _data(pc.binary_join_element_wise(*line, _text(",")))


def _quoted(column: pa.Array) -> pa.Array:
    """The fields of a column: most hold nothing special, which is seen soonest in all the text."""
    values = column.cast(pa.large_string())
    data = _data(values)
    if not any(mark in data for mark in _MARKS):
        return values
    special = pc.match_substring_regex(values, _SPECIAL)
    doubled = pc.replace_substring(values, '"', '""')
    quoted = pc.binary_join_element_wise(_text('"'), doubled, _text('"'), _text(""))
    return pc.if_else(special, quoted, values)


def _ended(column: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(column, _text("\n"), _text(""))


def _text(value: str) -> pa.Scalar:
    return pa.scalar(value, pa.large_string())


def _data(column: pa.Array) -> bytes:
    """All the text of a column, one value after the other; nulls may leave anything in it."""
    _, offsets, data = column.buffers()
    stops = memoryview(offsets).cast("q")
    return bytes(memoryview(data or b"")[stops[column.offset] : stops[column.offset + len(column)]])
