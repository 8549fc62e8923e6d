"""Countries and territories in running text, by name and by adjective, with what they may mean.

The names are `names`. A name that is part of a longer one is never read alone: no Sudan in
`South Sudan`, no Guinea in `Gulf of Guinea`.
"""

import re
from functools import cache
from typing import Final

from kzdata.readers.countries.names import KEY, Beside, Meaning, Names, People, names
from kzdata.readers.language import code
from kzdata.readers.readings import CountryReading
from kzdata.readers.text import chunks
from kzdata.readers.text.chunks import Remembered

_WORD: Final = re.compile(r"[^\W\d_]+")
_JOINED: Final = re.compile(r"[\w\u0300-\u036f]")
_SHOUTED_BEFORE: Final = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2}[ !]$")
_CAPITAL_BEFORE: Final = re.compile(r"([^\W\d_a-zа-яё][^\W\d_A-ZА-ЯЁ]+) $")
_CAPITAL_AFTER: Final = re.compile(r" ([^\W\d_a-zа-яё][^\W\d_A-ZА-ЯЁ]+)")
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]+,? $")
_LONGEST_WORD: Final = 24
_NEAR: Final = 32
_SHOUTED_AFTER: Final = re.compile(r" [A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2}")


def read(text: str, language: str) -> list[CountryReading]:
    """The countries and territories in a text, in order, with ISO 3166-1 alpha-2 codes (and XK).

    >>> [(r.codes, r.form) for r in read("Kazakh troops in the Congo and South Sudan", "en")]
    [(('KZ',), 'adjective'), (('CD', 'CG'), 'name'), (('SS',), 'name')]
    >>> [r.codes for r in read("tell us about the Gulf of Guinea and Nigeria", "en")]
    [('NG',)]
    >>> [r.codes for r in read("в Центральноафриканской Республике и Ливане", "ru")]
    [('CF',), ('LB',)]
    """
    known = names(code(language))
    if not known.opening:
        return []
    whole = chunks.of(text)
    opens = _openers(code(language))
    readings = []
    for place, chunk in enumerate(whole.chunks):
        if not opens[chunk]:
            continue
        for word in _WORD.finditer(whole.text, whole.start(place), whole.end(place)):
            found = _at(whole.text, word.start(), word[0], known)
            if not found or not found[1].codes:
                continue
            start = _led(whole.text, word.start(), found[0], known.pronouns)
            if start is not None and (span := whole.fold.span(start, found[0])):
                readings.append(CountryReading(span, *found[1]))
    return readings


@cache
def _openers(code: str) -> Remembered[bool]:
    """Whether a name may begin in a chunk: whether it holds one, or the first words of one."""
    opening = names(code).opening

    def opens(chunk: str) -> bool:
        return any(
            chunk.startswith(first, word.start()) and (not more or chunk.endswith(first))
            for word in _WORD.finditer(chunk)
            for stem in opening.get(word[0][:KEY], ())
            for first, more, _ in [stem.partition(" ")]
        )

    return Remembered(opens)


def is_adjective(word: str, language: str) -> bool:
    """Whether the whole word is an adjective of a country.

    >>> is_adjective("Kazakh", "en"), is_adjective("Kazakhstan", "en")
    (True, False)
    """
    return any(
        reading.form == "adjective" and reading.words.end == len(word)
        for reading in read(word, language)
    )


def _at(text: str, start: int, word: str, known: Names) -> tuple[int, Meaning] | None:
    """The end and meaning of the longest name at `start`, unless what is around it forbids it.

    A name of several words that does not end where a word ends leaves no second choice: a shorter
    one would be a part of it.
    """
    word_end = start + len(word)
    for stem in known.opening.get(word[:KEY], ()):
        if text.startswith(stem, start):
            end = start + len(stem)
            rest = _WORD.match(text, end)
            ending = rest[0] if rest else ""
            for endings, meaning in known.meanings[stem]:
                if ending in endings:
                    end += len(ending)
                    bad = (
                        _refused(text, start, end)
                        or _held(text, start, word, known)
                        or _of_person(text, start, end, known.people)
                        or _made_none(text, start, end, known.beside)
                    )
                    return None if bad else (end, meaning)
            if end > word_end:
                return None
    return None


def _held(text: str, start: int, word: str, known: Names) -> bool:
    """Whether a name that begins earlier holds the word at `start`."""
    return any(
        offset <= start
        and text.startswith(name, start - offset)
        and not (rigid and _JOINED.match(text, start - offset + len(name)))
        for offset, name, rigid in known.inside.get(word[:KEY], ())
    )


def _of_person(text: str, start: int, end: int, people: People) -> bool:
    """Whether a name beside another capital one is a person's: `Jordan Pryce`, `Tom Holland`."""
    name = text[start:end]
    if name in people.first_names:
        behind = _CAPITAL_AFTER.match(text, end)
        if behind and behind[1] not in people.no_surnames:
            return True
    if name in people.surnames:
        before = _CAPITAL_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
        return before is not None and before[1] not in people.no_first_names
    return False


def _made_none(text: str, start: int, end: int, beside: Beside) -> bool:
    """Whether words beside a name make it that of a sea, a street or a town, or deny it.

    `Norwegian Sea`, `Lebanon, Pennsylvania`, `non-Kazakh`, `not in Lebanon but in Syria`.
    """
    if beside.after.match(text, end):
        return True
    front = max(0, start - _NEAR)
    return (
        beside.before.search(text, front, start) is not None
        or beside.within.search(text, front, end) is not None
    )


def _led(text: str, start: int, end: int, pronouns: frozenset[str]) -> int | None:
    """Where the words begin in which a name is read.

    One that may be a pronoun is read inside a sentence only, and with the word in front: `из Того`.
    """
    name = text[start:end]
    if name.capitalize() not in pronouns:
        return start
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    return before.start() if before and not name.isupper() else None


def _refused(text: str, start: int, end: int) -> bool:
    """Whether a digit or mark joins the name to something, or it is an abbreviation in a shout.

    `TELL US NOW` names no country. Nothing here looks for the beginning or the end of the text.
    """
    if (start and _JOINED.match(text, start - 1)) or _JOINED.match(text, end):
        return True
    return (
        end - start <= 4
        and text[start:end].isupper()
        and bool(
            _SHOUTED_BEFORE.search(text[max(0, start - 3) : start])
            or _SHOUTED_AFTER.match(text, end)
        )
    )
