"""The word right behind a token, and where the words begin that lead up to one without a mark."""

from collections.abc import Sequence

from kzdata.readers.text.tokens import Token, touches


def behind(tokens: Sequence[Token], last: int) -> str:
    """The word behind token `last`, whatever parts them; none at the end of the text.

    >>> from kzdata.readers.text.tokens import split
    >>> [behind(split("Of 27 rooms, 9", "spaced"), last) for last in (2, 3)]
    ['9', '']
    """
    return tokens[last + 1].key if last + 1 < len(tokens) else ""


def touching(tokens: Sequence[Token], last: int) -> str:
    """The word that touches token `last` from behind, if one does.

    >>> from kzdata.readers.text.tokens import split
    >>> [touching(split("Of 27 rooms, 9", "spaced"), last) for last in (1, 2)]
    ['rooms', '']
    """
    return tokens[last + 1].key if last + 1 < len(tokens) and touches(tokens[last]) else ""


def begun(tokens: Sequence[Token], last: int, least: int = 0) -> int:
    """The first of the words that touch one another up to token `last`, not before token `least`.

    >>> from kzdata.readers.text.tokens import split
    >>> begun(split("In May, ten rooms burned", "spaced"), 4)
    2
    """
    first = last
    while first > least and touches(tokens[first - 1]):
        first -= 1
    return first
