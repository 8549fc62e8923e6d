"""Which of its readings a number has for sure, by the words beside it."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.articles import led_rank, parted, ranked
from kzdata.readers.quantities.named import windows
from kzdata.readers.quantities.refusals.namings import before
from kzdata.readers.text.tokens import Words

_FIGURES: Final = "0123456789"


def sure(words: Words, piece: Piece, others: Sequence[Piece], lexicon: Lexicon) -> Piece:
    """A number without the readings that words beside it rule out: `USD 5m` are no metres.

    Nor are there millions in `2h 15m`.
    """
    if piece.measured and windows.in_front(words.tokens, piece.first, lexicon):
        return piece._replace(readings=piece.readings[:1])
    if (
        piece.measured
        and before(words.tokens, piece.first).lstrip(_FIGURES) in lexicon.figures.hour_letters
    ):
        return piece._replace(readings=piece.readings[1:])
    if piece.readings[0].kind == "ordinal":
        return led_rank(words.tokens, parted(words.tokens, piece, lexicon), lexicon)
    if piece.readings[0].kind == "fraction":
        return ranked(words.tokens, piece, others, lexicon)
    return piece
