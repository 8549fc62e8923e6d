"""Numbers that stand for the things that they count: `төртеуі`, `30-ы`."""

from collections.abc import Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token, touches


def is_pronoun(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number stands for the things it counts: `төртеуінде`, `30-ы`, `30-дан астамы`."""
    if not lexicon.pronouns.endings:
        return False
    term = None if piece.tail else lexicon.term(tokens[piece.last].key)
    if piece.tail in lexicon.pronouns.endings or (term is not None and term.pronoun):
        return True
    bound = piece.last + 1
    if bound < len(tokens) and tokens[bound].key in lexicon.bounds.differences:
        bound += 1
    touching = bound < len(tokens) and all(map(touches, tokens[piece.last : bound]))
    return touching and lexicon.pronouns.substantives.has(tokens[bound].key)
