"""A text as the readers of numbers see it: words with what stands between them.

A token is a stretch without white space, brackets or quotation marks, bare of the punctuation at
its ends. Whatever is glued together stays one token, so that nothing is read inside `S22` or
`2022-01`.
What the words mean lives elsewhere.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache, partial
from itertools import accumulate
from operator import itemgetter
from typing import Final, NamedTuple

from kzdata.quotations.folding import Folded
from kzdata.readers.text.chunks import Remembered
from kzdata.readers.text.roman_numerals import roman_numerals

_EDGE = r"\s()\[\]{}\"«»“”„;!?…|*"
_LOWER = "(?:[0-9]{1,3}(?: [0-9]{3})*-)?"
_GROUPED = rf"(?:[^\w{_EDGE}',:/][^\w{_EDGE}]{{0,2}})?{_LOWER}[0-9]{{1,3}}(?: [0-9]{{3}})+(?![0-9])"
_END = f"[^{_EDGE}]*[^{_EDGE}.,:/']"
_PLAIN = f"[^{_EDGE}',:/.-](?:{_END})?|[.-]{_END}"
_GROUPS = "(?<=[0-9]')[0-9]{3}(?![0-9])"
_INSIDE = f"(?:[^{_EDGE}']|'(?={_GROUPS}))*"
_ELIDED_END = f"(?:{_INSIDE}'(?!{_GROUPS})|{_INSIDE}[^{_EDGE}.,:/'])"
_ELIDED = f"[^{_EDGE}',:/.-]{_ELIDED_END}?|[.-]{_ELIDED_END}"
_PATTERNS: Final = {"glued": _PLAIN, "spaced": _PLAIN, "elided": _ELIDED}
_WITH_GROUPS: Final = {
    "spaced": f"{_GROUPED}(?:{_END})?|{_PLAIN}",
    "elided": rf"{_GROUPED}(?:[^{_EDGE}]*[^{_EDGE}.,:/])?|{_ELIDED}",
}
_GROUP: Final = re.compile("[0-9] [0-9]{3}(?![0-9])")
"""What a text must hold to hold digits in groups: it is found faster than that they are not."""

STOPPED: Final = (". ", "., ")
"""How a gap begins behind an abbreviation with its full stop."""

_WITHIN_CLAUSE: Final = frozenset({" ", "", ", "})
_WITHIN_SENTENCE: Final = _WITHIN_CLAUSE | {
    "; ", ": ", " - ", " (", ") ", "), ", "); ", '" ', ' "',
}  # fmt: skip

_STEM: Final = 2
"""How many letters of a word all its cases share: `айдан`, `айға`."""


@cache
def _pattern(style: str, *, grouped: bool) -> re.Pattern[str]:
    """The expression for tokens, compiled when a text first needs it."""
    return re.compile(f"({(_WITH_GROUPS if grouped else _PATTERNS)[style]})")


class Token(NamedTuple):
    """A word: `key` as it is looked up, its place, and the text between it and the next token.

    The key is in lower case, but for Roman numerals: `VI` and `vi` are two words.
    """

    key: str
    start: int
    end: int
    gap: str


token_of: Final = partial(tuple.__new__, Token)
"""A token from its fields, as `Token._make` gives it, but for a call in Python each time."""


_key: Final = itemgetter(0)
_gap: Final = itemgetter(3)


def keys(tokens: Iterable[Token]) -> Iterator[str]:
    """The keys of tokens, without a step in Python for each.

    >>> list(keys(split("Over 1 200 men", "spaced")))
    ['over', '1 200', 'men']
    """
    return map(_key, tokens)


def ends_sentence(gap: str) -> bool:
    r"""Whether a gap parts sentences; the full stop of a known abbreviation is in none.

    >>> [ends_sentence(gap) for gap in (". ", '," ', '?" ', "\n")]
    [True, False, True, True]
    """
    return gap == "\n" or any(mark in gap for mark in ".?!")


_ENDS: Final = Remembered(ends_sentence)


def sentence_ends(tokens: Iterable[Token]) -> Iterator[bool]:
    """Whether each token is the last of its sentence, without a step in Python for most."""
    return map(_ENDS.__getitem__, map(_gap, tokens))


def key_of(word: str) -> str:
    """A word as it is looked up.

    >>> key_of("Vi"), key_of("VI")
    ('vi', 'VI')
    """
    return word if word in roman_numerals() else word.lower()


def touches(token: Token) -> bool:
    """Whether a space alone, or an elision, parts a token from the next: `dall'8 al 12`."""
    return token.gap == " " or (not token.gap and token.key.endswith("'"))


def in_clause(tokens: Iterable[Token]) -> bool:
    """Whether no more than commas part the tokens from one another and from the next.

    >>> [in_clause(split(text, "spaced")[:-1]) for text in ("Of 27 rooms, 9", "Rooms - 9")]
    [True, False]
    """
    return all(token.gap in _WITHIN_CLAUSE for token in tokens)


def in_sentence(tokens: Iterable[Token]) -> bool:
    """The same with what else parts clauses, behind which one tells more of the same.

    >>> [in_sentence(split(text, "spaced")[:-1]) for text in ("Rooms - 9", "Rooms. 9")]
    [True, False]
    """
    return all(token.gap in _WITHIN_SENTENCE for token in tokens)


def alike(first: str, second: str) -> bool:
    """Whether two words may be one in two cases: `теңгеден`, `теңгеге`.

    >>> alike("айдан", "айға"), alike("ауылдан", "адамға")
    (True, False)
    """
    return first[:_STEM] == second[:_STEM]


class Words(NamedTuple):
    """A text in the fold, and its tokens or some of them; positions are those of the fold."""

    fold: Folded
    tokens: list[Token]

    @property
    def text(self) -> str:
        """The folded text, in which tokens stand."""
        return self.fold.text


def unstopped(gap: str, following: str) -> str:
    """A gap without the full stop of the abbreviation in front of it, if it ends no sentence.

    >>> unstopped(". ", "д"), unstopped("., ", "Д"), unstopped(". ", "Д")
    (' ', ', ', '. ')
    """
    return gap if gap.startswith(". ") and following.isupper() else gap[1:]


def scales_apart(tokens: Iterable[Token], scales: Collection[str]) -> list[Token]:
    """The tokens with a scale's abbreviation, its full stop and what is glued behind as two.

    The full stop is in no gap, as of any abbreviation.

    >>> scales_apart(split("12 млн.руб", "spaced"), {"млн"})[1].key
    'млн'
    """
    found: list[Token] = []
    for token in tokens:
        scale, _, more = token.key.partition(".")
        if more[:1].isalpha() and scale in scales and token.end - token.start == len(token.key):
            middle = token.start + len(scale)
            found += (
                Token(scale, token.start, middle, " "),
                token._replace(key=more, start=middle + 1),
            )
        else:
            found.append(token)
    return found


def has_groups(text: str, style: str, start: int, stop: int) -> bool:
    """Whether a stretch of a text holds digits in groups that the style takes for one token."""
    return style != "glued" and _GROUP.search(text, start, stop) is not None


def split(
    text: str,
    style: str,
    abbreviations: Collection[str] = (),
    start: int = 0,
    stop: int | None = None,
    scales: Collection[str] = (),
) -> list[Token]:
    """The tokens of a stretch of a folded text, by the language's style.

    `glued`: white space parts; `spaced`: digits in groups of three with spaces between are one
    token; `elided`: that, and an apostrophe ends a token. The full stop of an abbreviation is part
    of no gap, unless a capital letter behind it may start a sentence: `1,3 п. п., до 12%`. One of
    `scales` ends at its full stop in any case: `300 млн.руб`.

    >>> [token.key for token in split("Over 1 200 men (of S22), ...", "spaced")]
    ['over', '1 200', 'men', 'of', 's22']
    """
    stop = len(text) if stop is None else stop
    grouped = has_groups(text, style, start, stop)
    parts = _pattern(style, grouped=grouped).split(text[start:stop])
    places = list(accumulate(map(len, parts), initial=start))
    keys, gaps = list(map(key_of, parts[1::2])), parts[2::2]
    if gaps and not gaps[-1]:
        gaps[-1] = "\n"
    if abbreviations:
        for place, gap in enumerate(gaps[:-1]):
            if gap.startswith(STOPPED) and keys[place] in abbreviations:
                gaps[place] = unstopped(gap, text[places[2 * place + 3]])
    found = list(map(token_of, zip(keys, places[1::2], places[2::2], gaps, strict=False)))
    return scales_apart(found, scales) if scales else found
