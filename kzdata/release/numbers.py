"""The rows of two tables as numbers, so that Arrow compares many columns as one.

A number stands for all values of a row that are given, and equal rows have equal numbers in both
tables. A join would not take a null for the equal of a null.
"""

from collections.abc import Iterable
from itertools import chain

import pyarrow as pa
import pyarrow.compute as pc

Pair = tuple[pa.ChunkedArray, pa.ChunkedArray]
"""One column of the old and of the new table, in one type that Arrow can hash."""

Numbers = tuple[pa.Array, pa.Array]
"""A number for each row of the old and of the new table."""

Masks = tuple[pa.Array, pa.Array]
"""For each row of the old and of the new table, whether something is true of it."""

MOST = 2**62
"""How large the numbers grow before they are counted anew."""


def of(pairs: Iterable[Pair]) -> Numbers:
    """The numbers of the old rows and of the new ones, by at least one pair of columns.

    The pairs are taken one by one, so that a caller may read them as they are needed. A null equals
    a null.

    >>> old = pa.chunked_array([["a", "b"]]), pa.chunked_array([["b", None, "c"]])
    >>> [codes.to_pylist() for codes in of([old])]
    [[0, 1], [1, 2, 3]]
    """
    codes, size, length = pa.scalar(0, pa.int64()), 1, 0
    for one, other in pairs:
        length = len(one)
        part = _encoded(one, other)
        if size * len(part.dictionary) > MOST:
            again = codes.dictionary_encode()
            codes, size = again.indices.cast(pa.int64()), len(again.dictionary)
        codes = pc.add(pc.multiply(codes, len(part.dictionary)), part.indices)
        size *= max(1, len(part.dictionary))
    return codes.slice(0, length), codes.slice(length)


def lacking(old: pa.Array, new: pa.Array) -> Masks:
    """Which old rows no new row equals, and which new rows no old one."""
    return (
        pc.invert(pc.is_in(old, value_set=new)),
        pc.invert(pc.is_in(new, value_set=old)),
    )


def differing(keys: Numbers, others: Iterable[Pair]) -> Masks:
    """Which rows of two tables have no equal in the other, by their numbered key and the `others`.

    Rows of one key mostly stand in the same order, those apart left out. Then a column of which all
    is the same is passed over.
    """
    both = [pc.invert(apart) for apart in lacking(*keys)]
    aligned = keys[0].filter(both[0]).equals(keys[1].filter(both[1]))

    def is_same(one: pa.ChunkedArray, other: pa.ChunkedArray) -> bool:
        return aligned and bool(one.filter(both[0]).equals(other.filter(both[1])))

    left = (pair for pair in others if not is_same(*pair))
    numbered = (pa.chunked_array([keys[0]]), pa.chunked_array([keys[1]]))
    return lacking(*of(chain([numbered], left)))


def _encoded(one: pa.ChunkedArray, other: pa.ChunkedArray) -> pa.DictionaryArray:
    """Both columns, one after the other, with one dictionary, in which null is a value too."""
    whole = pa.chunked_array([*one.chunks, *other.chunks], one.type)
    return whole.dictionary_encode(null_encoding="encode").combine_chunks()
