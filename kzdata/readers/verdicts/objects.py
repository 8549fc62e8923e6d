"""Things that others do something to, which no number of those counts: `40 boats carrying fuel`."""

from itertools import pairwise
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.lexicons import lexicon
from kzdata.readers.verdicts import Piece
from kzdata.selectors import Span

_NEAR: Final = 24
"""How many characters in front of a window the word stands that leads to it."""


def is_object(piece: Piece, window: Span, term: Span) -> bool:
    """Whether a term in the window of a number is what the things counted do something to.

    `40 boats carrying migrants`, `14 of them holding fuel`, but not `14 training camps`.
    """
    known = lexicon(piece.language)
    if not known.subjects.doing:
        return False
    front = piece.text[max(window.start - _NEAR, 0) : window.start].split()[-1:]
    led = [word for word in front if word in known.pronouns.anaphors]
    between = piece.text[window.start : term.start].casefold().split()
    return any(
        _does(doing, known) and (_is_many(thing, known) or thing in led)
        for thing, doing in pairwise([*led, *between])
    )


def _does(word: str, known: Lexicon) -> bool:
    """Whether a word may be a verb of what stands in front, by its ending."""
    return word.endswith(known.subjects.doing) and word not in known.subjects.doing_nouns


def _is_many(word: str, known: Lexicon) -> bool:
    """Whether a word names many things, by the language's table or its ending."""
    plural = word.endswith(known.refuse.many) and not word.endswith(known.subjects.no_plurals)
    return plural or word in known.subjects.many_nouns
