"""Which rows of a key stand in an earlier row.

It is quick because little is hashed: a column in ascending order repeats nothing, and of a key of
several fields the large parts are looked at only in the rows that the small ones leave equal.
"""

from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt

MOST = 2**62
"""How large the numbers that stand for several parts grow before they are recounted."""

SPREAD = 8
"""How many numbers a row there must be, at least, before rows that share one are singled out."""

PROBE = 1_000
"""How many rows are compared first: a column without order shows it soon."""


class Repeats(NamedTuple):
    """The rows that repeat an earlier one, in order, and the first such row of each."""

    rows: pa.Array
    firsts: pa.Array


class _Numbers(NamedTuple):
    """Numbers from 0 and below `size`, equal where the values that they stand for are."""

    values: pa.Array
    size: int


_NONE = Repeats(pa.nulls(0, pa.uint64()), pa.nulls(0, pa.uint64()))


def repeats(parts: Sequence[pa.Array]) -> Repeats:
    """The rows of which the key, the values of all parts together, stands in an earlier row.

    A key with a null in it is not compared. Parts are in the form that `hashable` gives.

    >>> repeats([pa.array([1, 1, 1, 1]), pa.array(["a", "b", None, "a"])]).rows.to_pylist()
    [3]
    """
    valid = _valid(parts)
    if valid is None:
        return _of_whole(parts)
    rows = pc.indices_nonzero(valid)
    found = _of_whole([part.filter(valid) for part in parts])
    return Repeats(rows.take(found.rows), rows.take(found.firsts))


def _valid(parts: Sequence[pa.Array]) -> pa.Array | None:
    """A mask of the rows without a null; None for all rows."""
    valid = None
    for part in parts:
        if part.null_count:
            valid = part.is_valid() if valid is None else pc.and_(valid, part.is_valid())
    return valid


def _of_whole(parts: Sequence[pa.Array]) -> Repeats:
    """The repeats of a key without nulls. The smallest parts come first, and may suffice."""
    if not len(parts[0]) or any(map(ascending, parts)):
        return _NONE
    if len(parts) == 1:
        return _repeated(parts[0])
    *smaller, last = sorted(parts, key=lambda part: part.nbytes)
    left: pa.Array | None = None
    numbers: _Numbers | None = None
    for part in smaller:
        numbers = _joined(numbers, _numbers(part if left is None else part.take(left)))
        if numbers.size >= SPREAD * len(numbers.values):
            shared = _shared(numbers.values)
            if not len(shared):
                return _NONE
            left = shared if left is None else left.take(shared)
            numbers = _recounted(numbers.values.take(shared))
    numbers = _joined(numbers, _numbers(last if left is None else last.take(left)))
    found = _repeated(numbers.values)
    return found if left is None else Repeats(left.take(found.rows), left.take(found.firsts))


def ascending(column: pa.Array) -> bool:
    """Whether each value of a column without nulls is greater than the one before it.

    Then none is there twice. Text may be in the order of length first, as numbered names are.

    >>> ascending(pa.array(["a-9", "a-10"])), ascending(pa.array([1, 3, 3]))
    (True, False)
    """
    if len(column) > PROBE and not ascending(column[:PROBE]):
        return False
    above = pc.less(column[:-1], column[1:])
    if _all(above) or not pt.is_string(column.type):
        return _all(above)
    lengths = pc.binary_length(column)
    longer = pc.less(lengths[:-1], lengths[1:])
    alike = pc.equal(lengths[:-1], lengths[1:])
    return _all(pc.or_(longer, pc.and_(alike, above)))


def _all(mask: pa.Array) -> bool:
    return pc.all(mask).as_py() is not False


def _numbers(part: pa.Array) -> _Numbers:
    """What stands for the values of a part: of what is a number inside, its distance to the least.

    Other values are numbered as they appear.
    """
    if pt.is_boolean(part.type) or pt.is_integer(part.type) or pt.is_temporal(part.type):
        inside = part.view(f"int{part.type.bit_width}") if pt.is_temporal(part.type) else part
        limits = pc.min_max(inside.cast(pa.int64()))
        least, most = limits["min"].as_py(), limits["max"].as_py()
        if most - least < MOST:
            return _Numbers(pc.subtract(inside.cast(pa.int64()), least), most - least + 1)
    return _recounted(part)


def _recounted(values: pa.Array) -> _Numbers:
    encoded = values.dictionary_encode()
    return _Numbers(encoded.indices.cast(pa.int64()), len(encoded.dictionary))


def _joined(one: _Numbers | None, other: _Numbers) -> _Numbers:
    """Numbers of pairs."""
    if one is None:
        return other
    if one.size * other.size > MOST:
        one, other = _recounted(one.values), _recounted(other.values)
    return _Numbers(
        pc.add(pc.multiply(one.values, other.size), other.values), one.size * other.size
    )


def _repeated(values: pa.Array) -> Repeats:
    """The repeats of values without nulls."""
    encoded = values.dictionary_encode()
    if len(encoded.dictionary) == len(values):
        return _NONE
    late = _late(encoded.indices)
    firsts = pc.indices_nonzero(pc.invert(late)).take(encoded.indices.filter(late))
    return Repeats(pc.indices_nonzero(late), firsts)


def _shared(values: pa.Array) -> pa.Array:
    """The rows of which the value stands in another row too."""
    codes = values.dictionary_encode().indices
    twice = pc.unique(codes.filter(_late(codes)))
    return pc.indices_nonzero(pc.is_in(codes, value_set=twice))


def _late(codes: pa.Array) -> pa.Array:
    """A mask of the codes that stand before, where codes are given in the order of appearance."""
    later = pc.less_equal(codes[1:], pc.cumulative_max(codes)[:-1])
    return pa.concat_arrays([pa.array([False]), later])
