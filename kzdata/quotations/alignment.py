"""The fewest edits that turn words into the beginning of a text: for messages, never for a match.

Diagonal by diagonal, as far as each reaches with one edit more (Ukkonen 1985; Landau and Vishkin
1989), so that the cost is the square of the edits and not the product of the lengths.
"""

from typing import Final, NamedTuple

_CHUNK: Final = 64
"""How many characters are compared at once."""


class Edit(NamedTuple):
    """`words[start:end]` where the text has `text[text_start:text_end]`; either may be empty."""

    start: int
    end: int
    text_start: int
    text_end: int


class Alignment(NamedTuple):
    """The edits in order, each of one character, and where in the text the words then end."""

    edits: tuple[Edit, ...]
    end: int


_SAME, _EXTRA, _LACKING = (1, 1), (1, 0), (0, 1)
"""The steps of one edit: one for another, one more in the words, one more in the text."""


def align(words: str, text: str, most: int) -> Alignment | None:
    """The words against the beginning of the text; None when it takes more than `most` edits.

    >>> align("more than 900", "more than 800 service members", 2)
    Alignment(edits=(Edit(start=10, end=11, text_start=10, text_end=11),), end=13)
    >>> align("are allowed", "are not allowed", 2) is None
    True
    """
    rows: list[dict[int, int]] = []
    for _ in range(most + 1):
        rows.append(_reached(words, text, rows[-1] if rows else None))
        for diagonal, reached in rows[-1].items():
            if reached == len(words):
                return Alignment(_edits(rows, diagonal), reached + diagonal)
    return None


def _reached(words: str, text: str, before: dict[int, int] | None) -> dict[int, int]:
    """How far into the words each diagonal gets with one edit more than `before`."""
    if before is None:
        return {0: _common(words, 0, text, 0)}
    starts: dict[int, int] = {}
    for diagonal, reached in before.items():
        for in_words, in_text in (_SAME, _EXTRA, _LACKING):
            place, target = reached + in_words, diagonal + in_text - in_words
            if place <= len(words) and 0 <= place + target <= len(text):
                starts[target] = max(place, starts.get(target, 0))
    return {
        diagonal: place + _common(words, place, text, place + diagonal)
        for diagonal, place in starts.items()
    }


def _edits(rows: list[dict[int, int]], diagonal: int) -> tuple[Edit, ...]:
    """The way back from the diagonal that reached the end."""
    edits: list[Edit] = []
    for row, before in zip(rows[:0:-1], rows[-2::-1], strict=True):
        reached = row[diagonal]
        best = -1, _SAME
        for in_words, in_text in (_SAME, _EXTRA, _LACKING):
            source = diagonal - in_text + in_words
            place = before.get(source, -9) + in_words
            if place <= reached and place > best[0]:
                best = place, (in_words, in_text)
        place, (in_words, in_text) = best
        edits.append(Edit(place - in_words, place, place + diagonal - in_text, place + diagonal))
        diagonal += in_words - in_text
    return tuple(reversed(edits))


def _common(words: str, start: int, text: str, text_start: int) -> int:
    """How many characters are the same from these places on."""
    count = 0
    while (chunk := words[start + count : start + count + _CHUNK]) and text.startswith(
        chunk, text_start + count
    ):
        count += len(chunk)
    rest = text[text_start + count : text_start + count + _CHUNK]
    for one, other in zip(chunk, rest, strict=False):
        if one != other:
            break
        count += 1
    return count
