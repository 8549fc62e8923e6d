"""How large the pages of a Parquet file become, by their own headers: a footer may say less.

pyarrow makes room for what each page says of itself. Headers are structures in Thrift's compact
protocol (Apache Thrift, `thrift-compact-protocol.md`; Apache Parquet, `parquet.thrift`).
"""

from pyarrow.parquet import FileMetaData

_UNCOMPRESSED, _COMPRESSED = 2, 3
"""The fields of a page's header that say how long the page is."""

_DEPTH = 4
"""How deep the structures in a header may be nested: those of Parquet are three."""

_INTEGERS = (4, 5, 6)
_WIDTHS = {1: 0, 2: 0, 3: 1, 7: 8}
"""How many bytes stand for a value of a type: for true and false none behind the field's own."""

_BINARY, _STRUCTURE = 8, 12


def decoded(data: memoryview, footer: FileMetaData) -> int:
    """How many bytes all pages of the file together hold once they are decompressed.

    Columns without values are left out: nobody reads a page of them, and there may be none.

    Raises `ValueError` where there are no pages where the footer has them.
    """
    groups = (footer.row_group(at) for at in range(footer.num_row_groups))
    chunks = (group.column(at) for group in groups for at in range(footer.num_columns))
    total = 0
    for chunk in chunks:
        if chunk.num_values <= 0:
            continue
        starts = [chunk.data_page_offset]
        if chunk.has_dictionary_page and chunk.dictionary_page_offset > 0:
            starts.append(chunk.dictionary_page_offset)
        at, size = min(starts), chunk.total_compressed_size
        if min(at, size) < 0:
            raise ValueError("a column begins before the file, or has less than no bytes")
        total += _of_chunk(data[at : at + size])
    return total


def _of_chunk(data: memoryview) -> int:
    total = at = 0
    try:
        while at < len(data):
            header, at = _structure(data, at, _DEPTH)
            sizes = header[_UNCOMPRESSED], header[_COMPRESSED]
            if min(sizes) < 0:
                raise ValueError("a page says that it has less than no bytes")
            total += sizes[0]
            at += sizes[1]
    except LookupError:
        raise ValueError("a page has no whole header") from None
    return total


def _structure(data: memoryview, at: int, depth: int) -> tuple[dict[int, int], int]:
    """The integers of a structure by the number of their field, and where it ends."""
    found: dict[int, int] = {}
    number = 0
    while head := data[at]:
        at += 1
        kind = head & 0x0F
        if head >> 4:
            number += head >> 4
        else:
            number, at = _integer(data, at)
        if kind in _INTEGERS:
            found[number], at = _integer(data, at)
        elif kind == _STRUCTURE and depth:
            _, at = _structure(data, at, depth - 1)
        elif kind == _BINARY:
            length, at = _varint(data, at)
            at += length
        elif kind in _WIDTHS:
            at += _WIDTHS[kind]
        else:
            raise ValueError("the header of a page holds what Parquet has not")
    return found, at + 1


def _integer(data: memoryview, at: int) -> tuple[int, int]:
    """A number with a sign, and where it ends: 0, -1, 1, -2 and so on, as they are counted."""
    value, at = _varint(data, at)
    return (value >> 1) ^ -(value & 1), at


def _varint(data: memoryview, at: int) -> tuple[int, int]:
    """A number of at most 64 bits, the lowest seven first, and where it ends."""
    value = 0
    for shift in range(0, 64, 7):
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("a number in the header of a page has no end")
