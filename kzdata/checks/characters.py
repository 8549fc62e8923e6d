"""Whether values hold what no written text may hold: invisible and turning characters, controls.

What is typed was checked when its file was read (`kzdata.decoding`); escapes of JSON and YAML, and
Parquet, bring such characters in behind that check.
"""

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.decoding import FORBIDDEN_CHARACTER, forbidden
from kzdata.findings import Fault


def visible(field: str, raw: pa.Array) -> tuple[pa.Array, list[Fault]]:
    r"""The column without the texts that hold such a character, which are null and a fault each.

    >>> column, faults = visible("name", pa.array(["KAZBAT", "KAZ\u200bBAT"]))
    >>> column.to_pylist(), faults[0].message
    (['KAZBAT', None], '`name` holds U+200B ZERO WIDTH SPACE')
    """
    texts = raw.dictionary_decode() if pa.types.is_dictionary(raw.type) else raw
    if not (pa.types.is_string(texts.type) or pa.types.is_large_string(texts.type)):
        return raw, []
    suspect = pc.indices_nonzero(pc.invert(pc.utf8_is_printable(texts)))
    held = zip(suspect.to_pylist(), map(forbidden, texts.take(suspect).to_pylist()), strict=True)
    faults = [
        Fault(FORBIDDEN_CHARACTER, row, field, f"`{field}` holds {name}", "delete the character")
        for row, name in held
        if name
    ]
    if not faults:
        return raw, []
    kept = [True] * len(texts)
    for fault in faults:
        kept[fault.row] = False
    return pc.if_else(pa.array(kept), texts, None), faults
