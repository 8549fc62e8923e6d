"""Whether a bare weekday lies ahead of the day on which it is said, or behind it.

The verb of its clause tells: `will meet on Monday`, `said on Monday`. Nothing is counted here.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from kzdata.quotations.folding import folded
from kzdata.readers.language import code, tables
from kzdata.selectors import Span

Direction = Literal["back", "ahead", "either"]

_REACH = 160
"""How many characters before and behind a weekday its verb is looked for."""

_LEADS = 1
"""How many words may stand in front of a weekday that opens its clause: `On Monday`."""

_BESIDE = 2
"""How many words may stand between a weekday and the verb behind it that it belongs to."""

_ASIDE = re.compile(r"(?: \w+)?, (?=[^,]*\d)(?:[^,.;:!?]|(?<=\d)[.:](?=\d)){1,40}(?=,)")
"""A date or time between commas behind a weekday: `вечером, 14 марта,`."""

_NAME = re.compile(r'"(\w[\w-]*(?: \w[\w-]*){0,2})"')
"""A name in quotation marks: `"Кайрат"`, but no sentence that somebody says."""


class _Verbs(NamedTuple):
    """How one language's verbs look: those of what is to come, of what was, and of neither surely.

    `border`: what parts clauses. `attribute`: what stands in front of a weekday, or behind it,
    that makes it a thing's own (`Monday's talks`), whatever the verb says, but for an `occasion`
    on which what the verb says is done (`will be signed at Monday's talks`), and what is
    `coming` in any case (`ahead of Monday's talks`) or is `itself` what will be (`Monday's
    talks will take place`). `free`: whether the verb may stand right behind the weekday, `last`:
    whether it always does, so that one of what is to come puts a thing's own day ahead too. Verbs
    in the present tense that announce put ahead a weekday close behind them (`announced`), or one
    that opens their clause (`opening`). What stands `near` a
    weekday (`this Monday`) leaves open whether it is a past one. A clause that ends so is `chained`
    to the next, whose verb says when: `барып, келіссөз жүргізеді`. Without a verb (`verbs` are more
    of them) an `event` that papers announce leaves it open: `Sciopero venerdì`.
    """

    ahead: re.Pattern[str]
    back: re.Pattern[str]
    open: re.Pattern[str]
    border: re.Pattern[str]
    attribute: tuple[re.Pattern[str], re.Pattern[str]]
    occasion: re.Pattern[str]
    coming: re.Pattern[str]
    itself: re.Pattern[str]
    free: bool
    last: bool
    chained: str
    announced: re.Pattern[str]
    opening: re.Pattern[str]
    near: re.Pattern[str]
    event: re.Pattern[str]
    verbs: re.Pattern[str]


def direction(text: str, weekday: Span, language: str) -> Direction:
    """Where the verb of its clause puts a weekday; `back` where no verb tells.

    >>> direction("They will meet on Monday, he said", Span(18, 24), "en")
    'ahead'
    >>> direction("He said on Monday they will meet", Span(11, 17), "en")
    'back'
    """
    known = _verbs(code(language))
    if known is None:
        return "back"
    before = _unquoted(text[max(0, weekday.start - _REACH) : weekday.start])
    behind = _unquoted(text[weekday.end : weekday.end + _REACH])
    before = known.border.split(before)[-1].lstrip()
    told = _direction(before, behind, known)
    return "either" if told == "back" and known.near.search(before) else told


def _direction(before: str, behind: str, known: _Verbs) -> Direction:
    """Where the clause puts a weekday of which it has this `before`; `behind` goes on after it."""
    opens = len(before.split()) <= _LEADS and not _last(before, known)
    if opens:
        aside = _ASIDE.match(behind)
        behind = behind[aside.end() if aside else 0 :].removeprefix(",")
    clause, *others = known.border.split(behind, maxsplit=2)
    first, words = _first(clause, known)
    if first is None and others and clause.endswith(known.chained):
        first = "ahead" if _first(others[0], known)[0] == "ahead" else None
    if known.attribute[0].search(before) or known.attribute[1].match(clause):
        nearest = _last(before, known)
        held = nearest == "ahead" and known.occasion.search(before)
        ended = known.last and _last(clause, known) == "ahead"
        if held or ended or known.itself.search(clause):
            return "ahead"
        coming = "ahead" in (first, nearest) or known.coming.search(before)
        return "either" if coming else "back"
    if not known.last and (nearest := _last(before, known)):
        told_before = nearest == "back" and known.ahead.search(before)
        return "either" if told_before else nearest
    if first == "ahead" and not (opens or known.last or (known.free and words <= _BESIDE)):
        return "either"
    return first or _headlined(f"{before} {clause}", known)


def _headlined(clause: str, known: _Verbs) -> Direction:
    """What a clause says that has none of the verbs that tell: nothing, if it names an event."""
    return "either" if known.event.search(clause) and not known.verbs.search(clause) else "back"


def _unquoted(text: str) -> str:
    """A text in the fold, short names bare of their quotation marks, which part no clauses."""
    return _NAME.sub(r"\1", folded(text))


def _last(clause: str, known: _Verbs) -> Direction | None:
    """What the last verb of some words says."""
    announced: list[tuple[int, Direction]] = [
        (match.start(), "ahead") for match in known.announced.finditer(clause)
    ]
    verbs = _found(clause, known) + announced
    return max(verbs)[1] if verbs else None


def _first(clause: str, known: _Verbs) -> tuple[Direction | None, int]:
    """What the first verb of some words says, and how many words stand in front of it."""
    verbs = [*_found(clause, known), *((start, "ahead") for start in _opening(clause, known))]
    if not verbs:
        return None, 0
    start, told = min(verbs)
    return told, len(clause[:start].split())


def _opening(clause: str, known: _Verbs) -> Iterator[int]:
    """The places of verbs that announce; before a past verb they are nouns: `votes were cast`."""
    for match in known.opening.finditer(clause):
        behind = " ".join(clause[match.end() :].split()[:_BESIDE])
        if not known.back.search(behind):
            yield match.start()


def _found(clause: str, known: _Verbs) -> list[tuple[int, Direction]]:
    """The verbs of some words, each by its place; the surest reading of each alone.

    A group of a pattern is what of its words says it, and stands for their place.
    """
    found: dict[int, Direction] = {}
    kinds: tuple[tuple[re.Pattern[str], Direction], ...] = (
        (known.back, "back"),
        (known.open, "either"),
        (known.ahead, "ahead"),
    )
    for pattern, told in kinds:
        for match in pattern.finditer(clause):
            found[match.start(match.lastindex or 0)] = told
    return list(found.items())


@cache
def _verbs(code: str) -> _Verbs | None:
    table = tables(code, "dates").get("tense")
    if table is None:
        return None
    announcing = table.get("announcing", r"(?!)")
    return _Verbs(
        ahead=re.compile(table["ahead"]),
        back=re.compile(table["back"]),
        open=re.compile(table.get("open", r"(?!)")),
        border=re.compile(table["border"]),
        attribute=(
            re.compile(table.get("attribute_before", r"(?!)")),
            re.compile(table.get("attribute_behind", r"(?!)")),
        ),
        occasion=re.compile(table.get("occasion", r"(?!)")),
        coming=re.compile(table.get("coming", r"(?!)")),
        itself=re.compile(table.get("itself", r"(?!)")),
        free=table.get("free", False),
        last=table.get("last", False),
        chained=table.get("chained", "\0"),
        announced=re.compile(rf"(?i)\b(?:{announcing})\b{table.get('announced', '')}"),
        opening=re.compile(rf"(?i)\b(?:{announcing}|{table.get('opening', '(?!)')})\b"),
        near=re.compile(table.get("near", r"(?!)"), re.IGNORECASE),
        event=re.compile(rf"(?i)\b(?:{table.get('event', '(?!)')})\b"),
        verbs=re.compile(table.get("verbs", r"(?!)")),
    )
