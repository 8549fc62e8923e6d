"""JSON Lines: one line as a tree with places, and one line as plain values, quickly.

Both refuse the same lines. Which of them a record is made of is `kzdata.records`.
"""

import json
import re
from typing import Any, NoReturn

from kzdata import findings
from kzdata.findings import Finding, Label, Place, Rule
from kzdata.marked.nodes import (
    DEPTH,
    DUPLICATE_KEY,
    TOO_DEEP,
    Entry,
    Kind,
    Mapping,
    Node,
    Scalar,
    Sequence,
    named,
)

SYNTAX = Rule(
    name="json-syntax",
    doc="""\
Checks that each line of a JSON Lines file is one JSON value (RFC 8259).

The program that wrote the line writes no JSON. Python's own `NaN` and `Infinity`,
single quotation marks and a comma behind the last value are no JSON either.

    {"figure_id": "contingent-abroad", "value": NaN,}

Write the line with a JSON library, one value a line, null for what is not known.
""",
)

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*+"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
HALVES = re.compile(r"\\u[dD][89a-fA-F]")
"""Where an escape names half a character, which may or may not be half of a pair."""

_NO_WORD = "write `null` for what is not known, and text in quotation marks"
_ALONE = "a line is one object, with nothing around it: no Markdown, no list, no words"
_WORDS: dict[str, Kind] = {"true": "boolean", "false": "boolean", "null": "null"}


def read(line: str, path: str, found: list[Finding], *, number: int = 1) -> Node | None:
    """The value in `line`, the `number`th (from 1) of the file at `path`.

    None when it is no JSON, has a key twice or is too deep, and then `found` says where. Positions
    count within the line. Numbers keep the digits in which they are written, `true` and `false` are
    text of the kind `boolean`.

    >>> from kzdata.marked.nodes import find
    >>> find(read('{"value": 2.50}', "a.jsonl", []), ("value",))
    Scalar(value='2.50', start=10, end=14, kind='number')
    """
    reading = _Reading(line, path, number)
    try:
        return reading.line()
    except _WrongError as error:
        found.append(error.finding)
        return None


class Number(str):
    """A number in the digits in which JSON writes it: text, yet not a string of JSON."""

    __slots__ = ()


def loads_strict(line: str, path: str, number: int, found: list[Finding]) -> Any:
    """What `json.loads` makes of `line`, but for numbers, each a `Number`.

    None, with a finding, for every line that `read` refuses; None without one for the line `null`.

    >>> loads_strict('{"value": 2.50, "known": true}', "a.jsonl", 1, [])
    {'value': '2.50', 'known': True}
    """
    try:
        value = _DECODER.decode(line)
    except (json.JSONDecodeError, RecursionError, RefusedError):
        read(line, path, found, number=number)
        return None
    suspect = HALVES.search(line) or line.count("[") + line.count("{") > DEPTH
    if suspect and read(line, path, found, number=number) is None:
        return None
    return value


class RefusedError(Exception):
    """The line holds what the standard library takes and kzdata does not."""


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these pairs, of which no two may have one key."""
    members = dict(pairs)
    if len(members) < len(pairs):
        raise RefusedError
    return members


def _refuse(_word: str) -> NoReturn:
    """No value for `NaN` and `Infinity`."""
    raise RefusedError


_DECODER = json.JSONDecoder(
    object_pairs_hook=once, parse_float=Number, parse_int=Number, parse_constant=_refuse
)


class _WrongError(Exception):
    """The line breaks a rule: `finding` says which and where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class _Reading:
    """One pass over one line; `at` is the next position."""

    def __init__(self, text: str, path: str, number: int) -> None:
        self.text = text
        self.path = path
        self.number = number
        self.at = 0

    def line(self) -> Node:
        """The one value of the line."""
        node = self.value(1)
        if self.next():
            message = "the line goes on behind its value"
            self.wrong(SYNTAX, message, self.at, len(self.text), help=_ALONE)
        return node

    def next(self) -> str:
        """The next character that is no white space; the empty string at the end."""
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at
        return self.text[self.at : self.at + 1]

    def value(self, depth: int) -> Node:
        """The next value, the `depth`th of those inside one another."""
        character = self.next()
        if character == '"':
            return self.string()
        if character in ("[", "{"):
            if depth > DEPTH:
                message = f"more than {DEPTH} values stand inside one another"
                self.wrong(TOO_DEEP, message, self.at, self.at + 1)
            return self.array(depth) if character == "[" else self.object(depth)
        start = self.at
        if number := _NUMBER.match(self.text, start):
            self.at = number.end()
            return Scalar(number[0], start, self.at, "number")
        word = _WORD.match(self.text, start)
        help = _ALONE if depth == 1 else ""
        if word is None:
            self.wrong(SYNTAX, "a value is missing", start, start + 1, help=help)
        if word[0] not in _WORDS:
            message = f"{named(word[0])} is no JSON"
            self.wrong(SYNTAX, message, *word.span(), help=help or _NO_WORD)
        self.at = word.end()
        return Scalar(None if word[0] == "null" else word[0], *word.span(), _WORDS[word[0]])

    def string(self) -> Scalar:
        """The string that begins here."""
        start = self.at
        raw = _STRING.match(self.text, start)
        if raw is None:
            self.wrong(SYNTAX, "a string is not closed, or holds a control", start, start + 1)
        self.at = raw.end()
        try:
            value: str = json.loads(raw[0])
        except json.JSONDecodeError as error:
            at = start + error.pos
            self.wrong(SYNTAX, "an escape is no JSON", at, at + 1)
        if _SURROGATE.search(value):
            self.wrong(SYNTAX, "an escape names half a character", start, self.at)
        return Scalar(value, start, self.at)

    def array(self, depth: int) -> Sequence:
        """The array that begins here."""
        start = self.at
        items: list[Node] = []
        while self.member(items, "]", start):
            items.append(self.value(depth + 1))
        return Sequence(tuple(items), start, self.at)

    def object(self, depth: int) -> Mapping:
        """The object that begins here."""
        start = self.at
        entries: dict[str, Entry] = {}
        while self.member(entries, "}", start):
            if self.next() != '"':
                self.wrong(SYNTAX, "a key is missing", self.at, self.at + 1)
            key = self.string()
            name = key.value or ""
            if name in entries:
                self.duplicate(entries[name].key, key)
            if self.next() != ":":
                self.wrong(SYNTAX, "a key is not followed by `:`", self.at, self.at + 1)
            self.at += 1
            entries[name] = Entry(key, self.value(depth + 1))
        return Mapping(entries, start, self.at)

    def member(self, before: Any, bracket: str, start: int) -> bool:
        """Whether one more member follows those `before` it; past the comma or the bracket."""
        if self.at == start:
            self.at += 1
        character = self.next()
        if character == bracket:
            self.at += 1
            return False
        if before:
            if character != ",":
                opened = Label(place=self.place(start, start + 1), message="opened")
                message = f"neither `,` nor `{bracket}` follows a value"
                self.wrong(SYNTAX, message, self.at, self.at + 1, opened)
            self.at += 1
        return True

    def duplicate(self, first: Scalar, second: Scalar) -> NoReturn:
        """A fault: one object holds a key twice."""
        also = Label(place=self.place(first.start, first.end), message="first")
        message = f"the key {named(second.value or '')} stands twice in one mapping"
        self.wrong(DUPLICATE_KEY, message, second.start, second.end, also)

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of the line."""
        return findings.place(self.path, self.text, start, end, first=self.number)

    def wrong(
        self, rule: Rule, message: str, start: int, end: int, *also: Label, help: str = ""
    ) -> NoReturn:
        """Ends the reading with a finding at this stretch of the line."""
        raise _WrongError(rule(message, at=self.place(start, end), also=also, help=help))
