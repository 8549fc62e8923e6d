"""How often values stand together in two columns.

Not `Table.group_by`, which imports pyarrow.dataset: that takes longer than to count what a small
project has.
"""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc


def pairs(
    many: pa.Array | pa.ChunkedArray, few: pa.Array | pa.ChunkedArray
) -> Iterator[tuple[str, str, int]]:
    """Each value of `many` beside each of `few`, and how often; of `few` there are a handful.

    >>> sorted(pairs(pa.array(["a", "a", "b"]), pa.array(["x", "x", "y"])))
    [('a', 'x', 2), ('b', 'y', 1)]
    """
    for value in pc.unique(few).to_pylist():
        for counted in many.filter(pc.equal(few, value)).value_counts().to_pylist():
            yield counted["values"], value, counted["counts"]
