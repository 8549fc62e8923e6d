"""Numbers that their noun makes approximate: `человек двадцать`, `жиырма жылдай`."""

from collections.abc import Container, Mapping, Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.lexicon.traits import ABOUT
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.named import windows
from kzdata.readers.quantities.named.deputies import is_tallied
from kzdata.readers.quantities.named.wholes import is_part_of
from kzdata.readers.text.tokens import Token, touches


def noun_first(
    tokens: Sequence[Token],
    pieces: Sequence[Piece],
    place: int,
    numbers: Mapping[int, int],
    ends: Container[int],
    lexicon: Lexicon,
) -> tuple[str, int]:
    """What a noun in front makes of a number, and the noun's token: `about`, `followed`, `refused`.

    Nothing where there is none.
    """
    first = pieces[place].first
    if lexicon.approximations.nouns and (
        found := _inverted(tokens, pieces, place, numbers, ends, lexicon)
    ):
        return found, first - 1
    if lexicon.approximations.over:
        return _inverted_over(tokens, pieces[place], ends, lexicon), first - 2
    return "", first


def _inverted(
    tokens: Sequence[Token],
    pieces: Sequence[Piece],
    place: int,
    numbers: Mapping[int, int],
    ends: Container[int],
    lexicon: Lexicon,
) -> str:
    """`человек двадцать` is about 20; `пять человек двадцать` is not plain enough to read.

    Of a measure that holds with the thing measured behind, `тонн пять мусора`, but not of
    one that another word governs: `из литра три стакана`.
    """
    piece, nouns = pieces[place], lexicon.approximations.nouns
    before = piece.first - 1
    if before < 0 or tokens[before].key not in nouns or tokens[before].gap != " ":
        return ""
    whole = pieces[numbers[before - 1]] if before - 1 in numbers else None
    if whole and is_part_of(tokens, (whole.first, whole.last), piece.first, lexicon):
        return ""
    counted = before - 1 in numbers and tokens[before - 1].gap == " "
    if windows.behind(tokens, piece.last, lexicon, ends, len(tokens)):
        of_thing = tokens[before].key in lexicon.approximations.measures and not counted
        of_thing = of_thing and tokens[before - 1].key not in lexicon.approximations.apart
        return (
            "about" if of_thing and _is_thing(tokens[piece.last + 1].key, lexicon) else "followed"
        )
    return "refused" if counted else "about"


def _is_thing(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be what is measured, being no measure itself: `тонн пять мусора`."""
    return not among(word, lexicon.approximations.nouns, lexicon.money.currencies, lexicon.percents)


def _inverted_over(
    tokens: Sequence[Token], piece: Piece, ends: Container[int], lexicon: Lexicon
) -> str:
    """The same over a preposition: `метров на двадцать`; the number alone says no `exactly`."""
    noun, over = piece.first - 2, tokens[piece.first - 1].key
    if noun < 0 or over not in lexicon.approximations.over or noun - 1 in ends:
        return ""
    measure, touching = tokens[noun].key, all(map(touches, tokens[noun : noun + 2]))
    if measure not in lexicon.approximations.over[over] or not touching:
        return ""
    if windows.behind(tokens, piece.last, lexicon, ends, len(tokens)):
        return ""
    term = lexicon.term(measure)
    return "refused" if term is not None or is_tallied(tokens, noun, lexicon) else "about"


def is_about(
    tokens: Sequence[Token], piece: Piece, traits: Sequence[int], numbers: Container[int]
) -> bool:
    """Whether a thing with the ending of about so many is counted: `жиырма жылдай`."""
    noun = piece.last + 1
    beside = noun < len(tokens) and tokens[piece.last].gap == " " and noun not in numbers
    return beside and bool(traits[noun] & ABOUT)
