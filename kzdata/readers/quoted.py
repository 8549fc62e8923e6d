"""Passages in quotation marks, whatever marks a text uses and mixes, also where some are missing.

Only the outermost passages are given; what is quoted inside them is theirs. Where a quotation that
a curator cites stands in a source is `kzdata.quotations`.
"""

import re
from typing import Final, Literal, NamedTuple

from kzdata.readers.language import code
from kzdata.readers.readings import QuotedWords
from kzdata.selectors import Span

Family = Literal["curly", "angle", "straight", "single"]
Role = Literal["opens", "closes", ""]

DEPTH: Final = 16
"""How many marks may be open at once; beyond it, the outermost is given up."""

_FAMILIES: Final[dict[str, Family]] = {
    **dict.fromkeys("“”„‟", "curly"),
    **dict.fromkeys("«»", "angle"),
    '"': "straight",
    **dict.fromkeys("‘’‚‹›'", "single"),
}
_OPENING: Final = "“„‟«"
_MARK: Final = re.compile(r"[“”„‟«»\"‘’‚‹›'\n](?:(?<!\n)|\s*\n)")
"""A mark, or a blank line; so put that each begins with one of a set, which is found fast."""
_BEFORE_OPENING: Final = re.compile(r"[\s(\[{</…—–‒―-]")
_DECADE: Final = re.compile("[0-9]{2}s")


class _Open(NamedTuple):
    start: int
    family: Family


class _Passages(NamedTuple):
    """The marks that are open at a point of the text, and the passages closed so far."""

    open: list[_Open]
    closed: list[Span]

    def close(self, end: int, family: Family) -> None:
        """Close the innermost mark of that family; without one, a double mark closes any other.

        What was opened inside and never closed is given up.
        """
        at = len(self.open) - 1
        while at >= 0 and self.open[at].family != family:
            at -= 1
        if at < 0 and family in ("curly", "angle"):
            at = len(self.open) - 1
        if at >= 0:
            self.closed.append(Span(self.open[at].start, end))
            del self.open[at:]


def read(text: str, language: str) -> list[QuotedWords]:
    """The outermost quoted passages in a text, in order, none overlapping another.

    `“…”`, `«…»`, `„…“`, `”…”`, `»…«`, `"…"`, `‘…’`, `‹…›`, and in English `'…'`. A mark that is
    never closed quotes nothing and swallows nothing. A blank line ends a passage, unless the next
    paragraph begins with the mark that is open.

    >>> [q.words for q in read("the “wording “UN” ».", "en")]
    [Span(start=5, end=17)]
    >>> [q.whole for q in read("the soldiers’ ‘blue helmets’", "en")]
    [Span(start=14, end=28)]
    """
    passages = _Passages([], [])
    english = code(language) == "en"
    resumed = -1
    for found in _MARK.finditer(text):
        at, mark = found.start(), found[0]
        if mark not in _FAMILIES:
            resumed = _paragraph(text, found.end(), passages)
        elif at != resumed and (english or mark != "'"):
            family = _FAMILIES[mark]
            role = _role(text, at, mark, passages)
            if role == "opens":
                passages.open.append(_Open(at, family))
                del passages.open[:-DEPTH]
            elif role == "closes":
                passages.close(at + 1, family)
    return [QuotedWords(_trimmed(text, whole), whole) for whole in _outermost(text, passages)]


def _paragraph(text: str, start: int, passages: _Passages) -> int:
    """The place where a paragraph resumes the double mark that is open, or -1: all is given up."""
    family = _FAMILIES.get(text[start : start + 1])
    doubles = [opened for opened in passages.open if opened.family != "single"]
    if doubles and family == doubles[-1].family:
        passages.open[:] = doubles
        return start
    passages.open.clear()
    return -1


def _role(text: str, at: int, mark: str, passages: _Passages) -> Role:
    """What a mark does, by its form and its neighbours: no white space inside a passage's marks."""
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
    family = _FAMILIES[mark]
    leans_right = before in _FAMILIES or bool(_BEFORE_OPENING.match(before))
    if family == "single":
        opens = mark in "‘‚‹'" and leans_right and after.isalnum()
        if opens:
            return "" if _DECADE.match(text, at + 1) else "opens"
        return "" if mark == "‚" or before.isspace() or after.isalnum() else "closes"
    if family == "straight":
        is_open = any(opened.family == family for opened in passages.open)
        if leans_right and after.strip() and not (is_open and before in _FAMILIES):
            return "opens"
        return "" if before.isspace() or after.isalnum() else "closes"
    if mark in _OPENING:
        shuts = mark in "“«" and not leans_right and not after.isalnum() and passages.open
        return "closes" if shuts else "opens"
    turned = leans_right and before not in _FAMILIES and after.isalnum()
    return "opens" if turned else "closes"


def _outermost(text: str, passages: _Passages) -> list[Span]:
    outermost: list[Span] = []
    for whole in sorted(passages.closed, key=lambda span: (span.start, -span.end)):
        inside = outermost and whole.end <= outermost[-1].end
        if not inside and text[whole.start + 1 : whole.end - 1].strip():
            outermost.append(whole)
    return outermost


def _trimmed(text: str, whole: Span) -> Span:
    start, end = whole.start + 1, whole.end - 1
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
