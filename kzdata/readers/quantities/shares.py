"""Parts of all in the form of a proportion: `one in five`, `каждый пятый`, `un medico su cinque`.

They are read as fractions. A proportion that may as well be two numbers (`two in three villages`,
`un libro su tre donne`) is refused, as `kzdata.readers.quantities.refusals` has it.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities import bounds
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, touches

_COUNTED: Final = frozenset({20, 50})
"""What a rate may be told of, but as well so many things: `14 su 20 le regioni`."""

_LONGEST_THING: Final = 3
"""How many words may name a thing inside a proportion: `one adult woman in five`."""


class Share(NamedTuple):
    """A proportion: its first token, its number, and the first and last token of the thing inside.

    A thing of several words is one only with the word behind that ends it, a token `needed`.

    `number` is None where the words may as well be something else.
    """

    first: int
    number: Fraction | None
    thing: tuple[int, int] | None = None
    needed: int = 0


def shares(tokens: Sequence[Token], found: Sequence[Piece], lexicon: Lexicon) -> dict[int, Share]:
    """The proportions of a text by the place in `found` of their lower halves."""
    ends = lexicon.shares.ends
    return {
        place: one
        for place, piece in enumerate(found)
        if piece.first
        and tokens[piece.first - 1].key in ends
        and (one := _share(tokens, piece, lexicon))
    }


def _share(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> Share | None:
    """The proportion that ends with a number, if it is one."""
    if len(piece.readings) != 1 or is_of_things(tokens, piece, lexicon):
        return None
    reading, before, rules = piece.readings[0], tokens[piece.first - 1], lexicon.shares
    if before.gap != " " or reading.number is None:
        return None
    if reading.kind == "ordinal" and before.key in rules.every and not piece.tail:
        repeated = rules.no_share.has(neighbours.touching(tokens, piece.last))
        return Share(piece.first - 1, None if repeated else 1 / reading.number)
    if reading.kind != "cardinal" or not _is_whole(tokens, piece, reading.number, lexicon):
        return None
    if before.key in rules.every and (part := _part(tokens, piece, reading.number, lexicon)):
        return part
    found = _proportion(tokens, piece, reading.number, lexicon)
    alone = found is not None and found.number == 1 / reading.number
    return found if alone or reading.number in rules.wholes or rules.plain else None


def _part(tokens: Sequence[Token], piece: Piece, whole: Fraction, lexicon: Lexicon) -> Share | None:
    """`әрбір бес тұрғынның бірі`: so many of each, where a number stands for what it counts."""
    for last in range(piece.last + 1, min(piece.last + 1 + _LONGEST_THING, len(tokens) - 1)):
        if tokens[last - 1].gap != " " or tokens[last].gap != " ":
            return None
        if tokens[last].key.endswith(lexicon.parts.owners):
            term = lexicon.term(tokens[last + 1].key)
            if term and term.pronoun and term.value < whole:
                thing = piece.last + 1, last
                return Share(piece.first - 1, term.value / whole, thing, needed=last + 1)
    return None


def _is_whole(tokens: Sequence[Token], piece: Piece, number: Fraction, lexicon: Lexicon) -> bool:
    """Whether a proportion may be told of so many: of any behind `in every`, or behind `one in`.

    What has as many digits as a year is one of all only behind `every`.
    """
    rules = lexicon.shares
    if number in rules.wholes:
        return True
    if number.denominator > 1 or number < 2:
        return False
    if tokens[piece.first - 1].key in lexicon.refuse.shares_apart:
        return number < 1000 and piece.first > 1 and not _upper(tokens[piece.first - 2], lexicon)
    if not rules.plain:
        return False
    if tokens[piece.first - 1].key in rules.every:
        return True
    one = _upper(tokens[piece.first - 2], lexicon) if piece.first > 1 else None
    return number < 1000 and one == 1 and tokens[piece.first - 1].key in rules.plain


def _proportion(
    tokens: Sequence[Token], piece: Piece, whole: Fraction, lexicon: Lexicon
) -> Share | None:
    """`one in five`, `one voter in every ten`, `due su tre`."""
    last = piece.first - _joint(tokens, piece.first, lexicon) - 1
    if last < 0 or any(token.gap != " " for token in tokens[last : piece.first]):
        return None
    following = neighbours.touching(tokens, piece.last)
    repeated = lexicon.shares.no_share.has(following)
    upper = _upper(tokens[last], lexicon)
    if upper is not None:
        sure = upper < whole and not repeated and _is_sure(tokens, last, lexicon)
        return Share(last, upper / whole) if sure else None
    apart = tokens[piece.first - 1].key in lexicon.refuse.shares_apart
    for first in range(last - 1, max(last - 1 - _LONGEST_THING, -1), -1):
        inner = tokens[first + 1].key
        if tokens[first].gap != " " or (inner in lexicon.stops and inner not in lexicon.of_what):
            return None
        upper = _upper(tokens[first], lexicon)
        if upper is not None and upper < whole and (apart or upper == 1):
            ended = not repeated and _ends(following, lexicon)
            share = Share(first, upper / whole if ended else None, (first + 1, last))
            if first + 1 == last:
                return share
            told = bool(following) or tokens[piece.last].gap.strip()
            needed = piece.last + 1 if following else piece.last
            return share._replace(needed=needed) if ended and told else None
    return None


def _joint(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """How many tokens the words between the halves are: `in`, `in every`, `out of`."""
    for length in (3, 2, 1):
        phrase = tuple(token.key for token in tokens[max(first - length, 0) : first])
        if phrase in lexicon.shares.joints:
            return length
    return first


def _upper(token: Token, lexicon: Lexicon) -> Fraction | None:
    """The upper half of a proportion; an article is one where the language has it so."""
    if token.key.isdigit() and len(token.key) < 3:
        return Fraction(int(token.key)) or None
    term = lexicon.term(token.key)
    if term is not None and term.kind == "small" and term.value.denominator == 1:
        return term.value or None
    return Fraction(1) if token.key in lexicon.shares.ones else None


def _ends(following: str, lexicon: Lexicon) -> bool:
    """Whether a word behind a proportion with its thing inside is no thing itself."""
    known = following in lexicon.stops or following in lexicon.shares.behind
    verb = bool(following) and following.endswith(lexicon.shares.verb_endings)
    return not following or known or verb


def _is_sure(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether a clause or a bound opens right in front, so that no verb takes the first number."""
    opened = not first or tokens[first - 1].gap not in {" ", ""}
    one = _upper(tokens[first], lexicon) == 1
    return opened or one or bounds.in_front(tokens, first, lexicon) is not None


def is_of_things(tokens: Sequence[Token], right: Piece, lexicon: Lexicon) -> bool:
    """Whether both halves count the things behind an article: `14 su 20 le regioni`.

    Of such a whole as tells a rate, as in `sette su dieci i bambini`, they may be none.
    """
    first, last = right.first - 2, right.last
    if (
        first < 0
        or last + 2 >= len(tokens)
        or tokens[last + 1].key not in lexicon.subjects.articles
    ):
        return False
    if tokens[first + 1].key not in lexicon.refuse.shares_apart or not right.readings:
        return False
    upper, whole = _upper(tokens[first], lexicon), right.readings[0].number
    few = upper is not None and whole in _COUNTED and 1 < upper < whole
    return few and all(map(touches, tokens[first : last + 2]))


def is_lower_half(tokens: Sequence[Token], right: Piece, lexicon: Lexicon) -> bool:
    """The lower half of a proportion, behind its word: `nine in ten`, `due pecore su tre`."""
    if not right.readings or right.first < 2:
        return False
    number = right.readings[0].number
    if number is None or number not in lexicon.shares.wholes:
        return False
    if is_of_things(tokens, right, lexicon):
        return False
    apart = tokens[right.first - 1].key in lexicon.refuse.shares_apart
    distances = (2, 3) if apart else (2,)
    for distance in distances:
        upper = tokens[right.first - distance] if right.first >= distance else None
        if upper is None or upper.gap != " ":
            return False
        term = lexicon.term(upper.key)
        small = term is not None and term.kind in {"small", "article"} and term.value < number
        if small or (upper.key.isdigit() and len(upper.key) < 3 and int(upper.key) < number):
            return True
    return False
