"""The passage of a source that comes nearest to words that do not stand there: for messages only.

Nothing here makes a quotation pass. Pieces of the quotation that stand in the source say where to
look; only there it is aligned.
"""

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final, Literal, NamedTuple

from kzdata.quotations.alignment import Alignment, Edit, align
from kzdata.quotations.hits import search
from kzdata.quotations.locate import Text, pieces
from kzdata.selectors import Span

Kind = Literal["slip", "something else"]

_MOST: Final = 16
_CUTS: Final = (2, 4, 8)
"""Into how many pieces a quotation is cut: one error leaves one of two halves whole."""
_SHORTEST: Final = 4
_PLACES: Final = 8

_WORD: Final = re.compile(r"\w+(?:'\w+)?")

_TELLING: Final = frozenset(
    _WORD.findall("""
    no not none never nor neither nobody nothing nowhere without cannot
    не ни нет без никогда никто ничто ничего нельзя
    non né no nessuno nessuna niente nulla mai senza
    емес жоқ ешкім ешқашан ештеңе

    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion half third quarter dozen once twice first second
    ноль один одна два две три четыре пять шесть семь восемь девять десять двадцать тридцать
    сорок пятьдесят сто двести тысяча тысячи тысяч миллион миллиона миллионов половина
    uno una due tre quattro cinque sei sette otto nove dieci venti trenta quaranta cinquanta
    cento mille mila milione milioni metà
    нөл бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу жүз мың миллион
    жарты
    """)
)
"""Words that change what is said: negations and numbers of the four languages."""


class Difference(NamedTuple):
    """A stretch of the source's text, whole words, and the words that were quoted instead."""

    span: Span
    quoted: str


class Nearest(NamedTuple):
    """A passage of the source, where it differs, and whether that touches what is said.

    `something else`: a digit, a number word, a negation or a capitalised word differs; else it is
    a `slip`, perhaps.
    """

    span: Span
    differences: tuple[Difference, ...]
    kind: Kind


def passage(source: Text, exact: str) -> Nearest | None:
    """The passage nearest to the words (of a `[…]` quotation: to its first piece that is missing).

    None when nothing is near: within 16 edits, and within two more than a third of the length.

    >>> source = Text("Over the years, more than 800 service members have carried out missions.")
    >>> passage(source, "more than 900 service")
    Nearest(span=Span(start=16, end=37), differences=(Difference(span=Span(start=26, end=29), \
quoted='900'),), kind='something else')
    """
    text = source.folded.text
    words = next((piece for piece in pieces(exact) if piece not in text), "")
    for parts in _CUTS:
        best: _Candidate | None = None
        most = min(_MOST, 2 + len(words) // 3)
        for seed in _seeds(text, words, parts):
            candidate = _candidate(text, words, seed, most)
            if candidate:
                best = candidate
                most = len(candidate.edits) - 1
            if most < 1:
                break
        if best:
            return _nearest(source, words, best)
    return None


class _Seed(NamedTuple):
    """`words[start:end]` stands in the text at `place`."""

    start: int
    end: int
    place: int


class _Candidate(NamedTuple):
    """A stretch of the fold, and the edits that lead to it, by places of the fold."""

    start: int
    end: int
    edits: tuple[Edit, ...]


def _seeds(text: str, words: str, parts: int) -> Iterator[_Seed]:
    """Where pieces of the words stand."""
    size = len(words) // parts
    if size < _SHORTEST:
        return
    for part in range(parts):
        start = part * size
        end = len(words) if part == parts - 1 else start + size
        for place in islice(search(text, words[start:end]), _PLACES):
            yield _Seed(start, end, place)


def _candidate(text: str, words: str, seed: _Seed, most: int) -> _Candidate | None:
    """The words aligned to both sides of a piece that stands."""
    start, end, place = seed
    behind = place + end - start
    right = align(words[end:], text[behind : behind + len(words) - end + most], most)
    if right is None:
        return None
    window = text[max(0, place - start - most) : place]
    left = align(words[:start][::-1], window[::-1], most - len(right.edits))
    if left is None:
        return None
    edits = (*_turned(left, start, place), *_moved(right, end, behind))
    return _Candidate(place - left.end, behind + right.end, edits)


def _turned(left: Alignment, start: int, place: int) -> Iterator[Edit]:
    for edit in reversed(left.edits):
        yield Edit(
            start - edit.end, start - edit.start, place - edit.text_end, place - edit.text_start
        )


def _moved(right: Alignment, end: int, behind: int) -> Iterator[Edit]:
    for edit in right.edits:
        yield Edit(
            edit.start + end, edit.end + end, edit.text_start + behind, edit.text_end + behind
        )


def _nearest(source: Text, words: str, candidate: _Candidate) -> Nearest:
    text = source.folded.text
    differences = []
    kind: Kind = "slip"
    for start, end, text_start, text_end in _in_words(words, text, candidate.edits):
        quoted, stands = words[start:end], text[text_start:text_end]
        if _says_something_else(quoted, stands):
            kind = "something else"
        differences.append(Difference(_span(source, text_start, text_end), quoted.strip()))
    return Nearest(_span(source, candidate.start, candidate.end), tuple(differences), kind)


def _in_words(words: str, text: str, edits: tuple[Edit, ...]) -> list[Edit]:
    """The edits widened to whole words, those of one word as one.

    What stands between two edits is the same on both sides, so that both widen alike.
    """
    found: list[Edit] = []
    for edit in edits:
        floor = found[-1].end if found else 0
        wider = _letters(words[floor : edit.start][::-1]) if _touches(words, text, edit, 0) else 0
        if found and edit.start - wider == floor:
            first = found.pop()
            found.append(Edit(first.start, edit.end, first.text_start, edit.text_end))
        else:
            start, text_start = edit.start - wider, edit.text_start - wider
            found.append(Edit(start, edit.end, text_start, edit.text_end))
    for number, edit in enumerate(found):
        ceiling = found[number + 1].start if number + 1 < len(found) else len(words)
        wider = _letters(words[edit.end : ceiling]) if _touches(words, text, edit, -1) else 0
        found[number] = edit._replace(end=edit.end + wider, text_end=edit.text_end + wider)
    return found


def _touches(words: str, text: str, edit: Edit, side: int) -> bool:
    """Whether what differs begins (side 0) or ends (side -1) with a letter or digit."""
    stretches = words[edit.start : edit.end], text[edit.text_start : edit.text_end]
    return any(stretch and stretch[side].isalnum() for stretch in stretches)


def _letters(text: str) -> int:
    """How many letters and digits the text begins with."""
    return sum(1 for _ in takewhile(str.isalnum, text))


def _says_something_else(quoted: str, stands: str) -> bool:
    """Whether the difference touches a digit, a number word, a negation or a name."""
    if quoted.casefold() == stands.casefold():
        return False
    return any(
        any(map(str.isnumeric, word))
        or word[0].isupper()
        or word in _TELLING
        or word.endswith("n't")
        for word in _WORD.findall(f"{quoted} {stands}")
    )


def _span(source: Text, start: int, end: int) -> Span:
    """The stretch of the source, without white space at its ends.

    Wider by a few characters where it would cut what is one.
    """
    stands = source.folded.text[start:end].strip()
    if stands:
        start = source.folded.text.index(stands, start)
        end = start + len(stands)
    for wider in range(5):
        for before in range(wider + 1):
            first = max(0, start - before)
            last = min(len(source.folded.text), end + wider - before)
            if first < last and (span := source.folded.span(first, last)):
                return span if start < end else Span(span.end, span.end)
    return Span(0, len(source.text))
