r"""CSV as it is published: RFC 4180 with `\n`, quoted only where needed, null as the empty field.

Which text stands for a value is `kzdata.columns.forms`; here columns of text become lines.
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
    fields = [_quoted(column) for column in text.columns]
    alone = '""' if len(fields) == 1 else ""
    first, *others = [pc.fill_null(column, alone) for column in fields]
    return _data(_concatenated(first, *(part for other in others for part in (",", other)), "\n"))


def _quoted(column: pa.Array) -> pa.Array:
    values = column.cast(pa.large_string())
    special = pc.match_substring_regex(values, _SPECIAL)
    if not pc.any(special).as_py():
        return values
    doubled = pc.replace_substring(values, '"', '""')
    return pc.if_else(special, _concatenated('"', doubled, '"'), values)


def _concatenated(*parts: pa.Array | str) -> pa.Array:
    large = [
        pa.scalar(part, pa.large_string()) if isinstance(part, str) else part for part in parts
    ]
    return pc.binary_join_element_wise(*large, pa.scalar("", pa.large_string()))


def _data(column: pa.Array) -> bytes:
    """All the text of a column without nulls, one value after the other."""
    _, offsets, data = column.buffers()
    stops = memoryview(offsets).cast("q")
    return bytes(memoryview(data)[stops[column.offset] : stops[column.offset + len(column)]])
