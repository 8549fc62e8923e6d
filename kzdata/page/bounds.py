"""How much a page shows at most, so that a million rows do not make a gigabyte."""

ROWS = 500
"""Rows of one table."""

SOURCES = 100
"""Sources with their quotations."""

CELL = 1_000
"""Code points of one cell."""

PIECES = 20_000
"""Pieces of evidence: of one table, of which only the rows are shown that fit whole; of sources."""

SOURCE = 100_000
"""Code points of one source."""


def cut(text: str, most: int = CELL) -> str:
    """The text, or as much of it as is shown.

    >>> cut("abcdef", 3)
    'abc…'
    """
    return text if len(text) <= most else f"{text[:most]}…"
