"""What the values of an Arrow type are, whichever of its types for it a file or a program chose."""

import pyarrow as pa
import pyarrow.types as pt


def is_text(type_: pa.DataType) -> bool:
    """Whether the values of the type are texts, each in its place.

    >>> is_text(pa.large_string()), is_text(pa.dictionary(pa.int8(), pa.string()))
    (True, False)
    """
    return bool(pt.is_string(type_) or pt.is_large_string(type_))


def holds_text(type_: pa.DataType) -> bool:
    """Whether the values of the type are texts, be they kept in a dictionary.

    >>> holds_text(pa.dictionary(pa.int8(), pa.string())), holds_text(pa.binary())
    (True, False)
    """
    return is_text(type_.value_type if pt.is_dictionary(type_) else type_)


def is_list(type_: pa.DataType) -> bool:
    """Whether the values of the type are lists.

    >>> is_list(pa.list_(pa.string(), 2)), is_list(pa.struct([]))
    (True, False)
    """
    return bool(pt.is_list(type_) or pt.is_large_list(type_) or pt.is_fixed_size_list(type_))
