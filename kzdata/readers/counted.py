"""What a number counts: the words that name it, beside the number or where a list ends.

Which words a window takes in is `kzdata.readers.windows`.
"""

from collections.abc import Container, Sequence

from kzdata.readers import windows
from kzdata.readers.bounds import Phrase
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numerals import Piece, Reading
from kzdata.readers.refusals import is_pronoun
from kzdata.readers.tokens import Token

_LONGEST_LIST = 8
"""How many numbers of a list may wait for its last to name their unit."""


class Counted:
    """A text's numbers, and the tokens in which a window of words ends."""

    def __init__(
        self,
        tokens: Sequence[Token],
        pieces: Sequence[Piece],
        ends: Container[int],
        lexicon: Lexicon,
    ) -> None:
        self._tokens = tokens
        self._pieces = pieces
        self._ends = ends
        self._lexicon = lexicon

    def units(
        self, place: int, reading: Reading, phrase: Phrase | None = None
    ) -> tuple[tuple[int, int], ...]:
        """The window of a number's unit; one in a list takes that of the list's last."""
        piece = self._pieces[place]
        if reading.unit:
            return (reading.unit,)
        if is_pronoun(self._tokens, piece, self._lexicon):
            return ()
        in_front = windows.in_front(self._tokens, piece.first, self._lexicon)
        if in_front:
            return (in_front,)
        close = phrase is not None and phrase.first == piece.last + 1
        last = phrase.stop - 1 if phrase and close else piece.last
        limit = phrase.first if phrase and phrase.first > last else len(self._tokens)
        if reading.kind == "fraction" and not close:
            last += self._article(last)
        for following in self._pieces[place + 1 : place + 1 + _LONGEST_LIST]:
            window = windows.behind(self._tokens, last, self._lexicon, self._ends, limit)
            if window or not self._shares(piece, following):
                return (window,) if window else ()
            piece, last, limit = following, following.last, len(self._tokens)
        window = windows.behind(self._tokens, last, self._lexicon, self._ends, limit)
        return (window,) if window else ()

    def _article(self, last: int) -> bool:
        """Whether an article follows, as in `half a dinar`."""
        if last + 1 >= len(self._tokens) or self._tokens[last].gap != " ":
            return False
        term = self._lexicon.term(self._tokens[last + 1].key)
        return term is not None and term.kind == "article"

    def _shares(self, piece: Piece, following: Piece) -> bool:
        between = self._tokens[piece.last + 1 : following.first]
        return (
            bool(following.readings)
            and len(between) == 1
            and between[0].key in self._lexicon.conjunctions
            and self._tokens[piece.last].gap == between[0].gap == " "
        )


def half_behind(tokens: Sequence[Token], unit: int, lexicon: Lexicon) -> int:
    """How many tokens behind a unit add a half of it: `two years and a half`."""
    first = unit + 1
    if first >= len(tokens) or tokens[first].key not in lexicon.half_starts:
        return 0
    if tokens[unit].gap != " ":
        return 0
    for phrase in lexicon.half_behind:
        if tuple(token.key for token in tokens[first : first + len(phrase)]) == phrase:
            return len(phrase)
    return 0
