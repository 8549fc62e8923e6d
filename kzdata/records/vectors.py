"""Evidence of many records at once, where it is columns of the usual types.

All else is `kzdata.records.annotations`, which says the same of these.
"""

from collections.abc import Mapping
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.arrow_types import holds_text
from kzdata.decoding import forbidden
from kzdata.records.columns import PIECES

_TEXTS = ("exact", "prefix", "suffix", "source")
_OFFSETS = ("start", "end")
_RARE = ("fields", "value_of")

_LARGEST = 10**15 - 1
"""The largest position that evidence may name."""


class _Items(NamedTuple):
    """Pieces of evidence, and of each its record's row and its number among the record's."""

    rows: pa.Array
    numbers: pa.Array
    values: pa.Array


def pieces(annotations: Mapping[str, pa.Array], rows: int) -> tuple[pa.Table, list[int]]:
    """The pieces of evidence (`PIECES`) of records whose annotations are these columns.

    There are as many `rows`. Besides come the rows of which it does not speak, in order: those that
    have annotations of another kind, and those with any that are or may be malformed.
    """
    nothing = pa.nulls(rows, pa.string())
    others = set(_present(annotations.get("inferred", nothing)))
    others.update(_present(annotations.get("known_as", nothing)))
    sources = annotations.get("source", nothing)
    if holds_text(sources.type):
        named = sources.to_pylist()
        others.update(row for row, name in enumerate(named) if name is not None and _blank(name))
        sources = pa.array(named, pa.string()).fill_null("")
    else:
        others.update(_present(sources))
        sources = nothing.fill_null("")
    evidence = annotations.get("evidence", nothing)
    columns = _columns(items := _items(evidence))
    if columns is None:
        return PIECES.empty_table(), sorted(others.union(_present(evidence)))
    sound, found = columns
    others.update(items.rows.filter(pc.invert(sound)).to_pylist())
    own = pc.equal(found["source"], "")
    found["source"] = pc.if_else(own, sources.take(items.rows), found["source"])
    found |= {"row": items.rows, "piece": items.numbers}
    table = pa.table(
        [found.get(f.name, pa.nulls(len(items.rows), f.type)).cast(f.type) for f in PIECES],
        schema=PIECES,
    )
    if others:
        listed = pa.array(sorted(others), pa.int64())
        table = table.filter(pc.invert(pc.is_in(items.rows, listed)))
    return table, sorted(others)


def _items(evidence: pa.Array) -> _Items:
    rows = pc.indices_nonzero(evidence.is_valid()).cast(pa.int64())
    values = evidence.drop_null()
    if not (pa.types.is_list(values.type) or pa.types.is_large_list(values.type)):
        return _Items(rows, pa.repeat(pa.scalar(0, pa.int64()), len(rows)), values)
    lengths = pc.list_value_length(values).cast(pa.int64())
    starts = pc.subtract(pc.cumulative_sum(lengths), lengths)
    parents = pc.list_parent_indices(values)
    flat = pc.list_flatten(values)
    numbers = pc.subtract(pa.array(range(len(flat)), pa.int64()), starts.take(parents))
    return _Items(rows.take(parents), numbers, flat)


def _columns(items: _Items) -> tuple[pa.Array, dict[str, pa.Array]] | None:
    """Which of the pieces are of the usual kind and sound, and their columns; None: none is."""
    values = items.values
    if holds_text(values.type):
        parts = {"exact": values}
    elif pa.types.is_struct(values.type):
        names = [field.name for field in values.type]
        parts = dict(zip(names, values.flatten(), strict=True))
        if len(parts) < len(names):
            return None
    else:
        return None
    for name in parts.keys() - {*_TEXTS, *_OFFSETS, *_RARE}:
        if parts.pop(name).null_count < len(values):
            return None
    sound = values.is_valid()
    found: dict[str, pa.Array] = {}
    for name in (*_TEXTS, *_OFFSETS, *_RARE):
        part = parts.get(name, pa.nulls(len(values), pa.string()))
        if name in _TEXTS and holds_text(part.type):
            right, found[name] = _text(part, needed=name == "exact")
        elif name in _OFFSETS and _is_number(part.type):
            right, found[name] = _offset(part)
        else:
            right = part.is_null()
            if name in _TEXTS:
                found[name] = pa.nulls(len(values), pa.string()).fill_null("")
        sound = pc.and_(sound, right)
    return sound, found


def _text(part: pa.Array, *, needed: bool) -> tuple[pa.Array, pa.Array]:
    """Which of the texts are sound (words are `needed`, or may be null), and the texts."""
    texts = part.to_pylist()
    right = [not _blank(text) for text in texts] if needed else [True] * len(texts)
    if forbidden(" ".join(filter(None, texts))):
        right = [
            fine and not forbidden(text or "") for fine, text in zip(right, texts, strict=True)
        ]
    array = pa.array(texts, pa.string())
    return pa.array(right, pa.bool_()), array if needed else array.fill_null("")


def _offset(part: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Which of the positions are sound, and the positions; null where they are not."""
    floating = pa.types.is_floating(part.type)
    part = part.cast(pa.float64()) if floating else part
    right = pc.and_(pc.greater_equal(part, 0), pc.less_equal(part, _LARGEST))
    if floating:
        right = pc.and_(right, pc.equal(part, pc.floor(part)))
    right = right.fill_null(True)
    return right, pc.if_else(right, part, pa.scalar(None, part.type)).cast(pa.int64())


def _is_number(type_: pa.DataType) -> bool:
    return bool(pa.types.is_integer(type_) or pa.types.is_floating(type_))


def _blank(text: str | None) -> bool:
    return not text or text.isspace()


def _present(column: pa.Array) -> list[int]:
    """The rows that are not null."""
    rows: list[int] = pc.indices_nonzero(column.is_valid()).to_pylist()
    return rows
