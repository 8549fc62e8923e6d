"""Ages by which people are named: the vaccinated of `gli over 80 vaccinati` are not 80."""

from collections.abc import Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import GAUGE, MEASURE
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.text.tokens import Token, touches


def is_of_people(tokens: Sequence[Token], last: int, front: Phrase, lexicon: Lexicon) -> bool:
    """Whether a number that ends with token `last` is an age behind an article and such a bound.

    A measure behind it says what it is: `una velocità di over 200 chilometri orari`.
    """
    lead, behind = front.first - 1, last + 1
    if lead < 0 or tokens[front.first].key not in lexicon.subjects.aged:
        return False
    if tokens[lead].key not in lexicon.stops or not touches(tokens[lead]):
        return False
    return behind == len(tokens) or not lexicon.traits[tokens[behind].key] & (MEASURE | GAUGE)
