"""What became of those who are counted, and how they voted."""

from kzdata.readers.lexicon.vocabularies import Vocabulary


class Fates(Vocabulary):
    """Words for what became of people: `30 people were killed and 50 injured`.

    A fate is one of the `words`; `links` (`were`, `others`) and `manners` (`badly`) may stand
    between it and its number. Those who fared so are `victims` by a word that could be a verb; by
    one that is `done` only in front of one of the `circumstances` or at the end of a clause. An
    article counts one before a word that is `sole`, or before one whom a fate names (`casualty`),
    also over `casualty_links` (`una persona è morta`). `stances` tell how somebody voted, of which
    `votes` name those who did and `ballots` what was cast.
    """

    words: frozenset[str]
    links: frozenset[str]
    manners: frozenset[str]
    victims: frozenset[str]
    done: frozenset[str]
    circumstances: frozenset[str]
    sole: frozenset[str]
    casualty: frozenset[str]
    casualty_links: frozenset[str]
    stances: frozenset[str]
    votes: frozenset[str]
    ballots: frozenset[str]
