"""Numbers with a bound in front of their scale: `60 с лишним миллионов`, `60 шақты мың`.

They are one number with its bound inside, never 60.
"""

from collections.abc import Iterable, Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token


def joined(tokens: Sequence[Token], found: Iterable[Piece], lexicon: Lexicon) -> list[Piece]:
    """The numbers of a text, those that a bound parts from their scale as one."""
    out: list[Piece] = []
    for piece in found:
        one = _joined(tokens, out[-1], piece, lexicon) if out else None
        if one is None:
            out.append(piece)
        else:
            out[-1] = one
    return out


def _joined(tokens: Sequence[Token], number: Piece, scale: Piece, lexicon: Lexicon) -> Piece | None:
    """The number with its scale, if a bound and nothing else stands between them.

    Neither is read where the number is not plainly one.
    """
    between = tokens[number.last + 1 : scale.first]
    words = tuple(token.key for token in between)
    if words not in lexicon.bounds.inner or scale.first != scale.last:
        return None
    term = lexicon.term(tokens[scale.first].key)
    if (
        term is None
        or term.kind != "scale"
        or any(token.gap != " " for token in tokens[number.last : scale.first])
    ):
        return None
    if len(number.readings) != 1:
        return Piece(number.first, scale.last, ())
    reading = number.readings[0]
    if reading.number is None or reading.kind != "cardinal" or reading.unit or reading.bound:
        return None
    if not 0 < reading.number < term.value:
        return None
    end = tokens[scale.first].end
    whole = reading._replace(
        number=reading.number * term.value,
        end=end,
        bound=lexicon.bounds.behind[words],
        scale=term.value,
        marked=(reading.start, end),
    )
    return Piece(number.first, scale.last, (whole,))
