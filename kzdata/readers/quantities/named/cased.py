"""Whether a noun in a case ends what a number counts: `12 ауылда мектеп`, `12 школах дети`."""

from collections.abc import Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import BREAK, SETTLED, STOP
from kzdata.readers.text.tokens import Token


def leads_on(tokens: Sequence[Token], start: int, noun: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether the noun at a token hangs on a word beside it that leads on to what is counted.

    `40 шетелден келген маман`; but in `40 отбасына пәтер берілген` it is the verb, and many are not
    counted: `14 шетелден келген мамандар`.
    """
    known, traits = lexicon.cases, lexicon.traits
    if traits[tokens[noun].key] & SETTLED:
        return _is_shared(tokens, noun, lexicon)
    if not known.governing:
        return _is_drawn_in(tokens, start, noun, limit, lexicon)
    for position in range(noun, limit - 1):
        key, _, _, gap = tokens[position]
        if gap not in {" ", ""} or traits[key] & (BREAK | STOP):
            return False
        if key in known.governing or key.endswith(known.participles):
            return not tokens[position + 1].key.endswith(lexicon.subjects.plural_endings)
    return False


def _is_drawn_in(
    tokens: Sequence[Token], start: int, noun: int, limit: int, lexicon: Lexicon
) -> bool:
    """Whether a noun in a case hangs on an adjective in another: `40 подаренных детям книг`.

    Or is a thing whose model stands behind: `12 танков Leopard`.
    """
    key = tokens[noun].key
    before = tokens[noun - 1].key
    if noun > start and before[-1] != key[-1] and before.endswith(lexicon.parts.adjectives):
        return True
    model = noun + 1 < limit and _is_model(tokens[noun + 1].key)
    return model and key.endswith(lexicon.subjects.counted_endings)


def _is_model(key: str) -> bool:
    """Whether a word is written as those for models are: `leopard`, `су-25`."""
    return key.isascii() or key[-1].isdigit()


def _is_shared(tokens: Sequence[Token], noun: int, lexicon: Lexicon) -> bool:
    """Whether a person is counted with what stands behind: `5 студент қыз`, `200 оқушы орны`.

    So is another word that a compound begins with: `38 елді мекен`.
    """
    key, following, known = tokens[noun].key, tokens[noun + 1].key, lexicon.cases
    if following in known.compounds.get(key, ()):
        return True
    if not known.is_person(key):
        return False
    had = following.endswith(known.had) and not following.endswith(
        (*known.participles, *known.governed)
    )
    return had or known.is_person(following) or following in lexicon.conjunctions
