"""YAML with places: a tree built from the parser's events, in which every scalar stays text.

What makes YAML unsafe or ambiguous is refused: anchors, aliases, merge keys, tags, directives,
several documents, equal keys, keys that are no text, deep nesting. The rules stand in `yaml_rules`
and the words for what the parser cannot read in `yaml_syntax`; decoding is `kzdata.decoding`.
"""

import re
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from kzdata.findings import Finding, Label, Rule, place
from kzdata.marked import yaml_rules as rules
from kzdata.marked.nodes import (
    DEPTH,
    DUPLICATE_KEY,
    TOO_DEEP,
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    named,
)
from kzdata.marked.yaml_syntax import explain

FAULTS = 100
"""After so many faults reading stops: a hostile file may hold millions."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, ten times quicker, where PyYAML was built with it; only events are read.

PyYAML's own refuses some tabs, and `|#`, that libyaml takes; no text says one thing to the one and
another to the other.
"""

_NULL = frozenset(("", "~", "null"))
_SEPARATOR = re.compile("[\x85\u2028\u2029]")


def read(text: str, path: str, findings: list[Finding]) -> Node | None:
    r"""The document in `text`; None when it breaks a rule, and then `findings` says where.

    A scalar's `value` is its text with escapes and folds undone; a plain empty scalar, `~` and
    `null` are null. Its `start` and `end` hold all of it, with quotation marks, `|` or `>`.

    >>> from kzdata.marked.nodes import plain
    >>> plain(read("country: NO\ntime: 1:30\nnone: ~\n", "a.yaml", []))
    {'country': 'NO', 'time': '1:30', 'none': None}
    >>> found = []
    >>> read("value: 20\nvalue: 25\n", "a.yaml", found)
    >>> found[0].message, found[0].place.line
    ('the key `value` stands twice in one mapping', 2)
    """
    known = len(findings)
    try:
        node = _document(text, path, findings)
    except _StoppedError:
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        findings.append(explain(error, text, path))
        return None
    return node if len(findings) == known else None


def _document(text: str, path: str, findings: list[Finding]) -> Node:
    """The document of a text; PyYAML's own parser reads what is too deep for libyaml's.

    libyaml 0.2.6 looks ahead, and stops at a thousand levels before it tells of the first; the
    level that we refuse has its place from the other parser.
    """
    known = len(findings)
    try:
        return _Reading(text, path, findings, _LOADER).document()
    except yaml.MarkedYAMLError as error:
        if "nesting depth" not in f"{error.problem}":
            raise
    del findings[known:]
    return _Reading(text, path, findings, yaml.SafeLoader).document()


class _StoppedError(Exception):
    """Reading cannot go on; `findings` says why."""


class _Reading:
    """One pass over the events of one text."""

    def __init__(self, text: str, path: str, findings: list[Finding], loader: Any) -> None:
        self.text = text
        self.path = path
        self.findings = findings
        self.known = len(findings)
        self.event = loader(text).get_event

    def document(self) -> Node:
        """The one document of the text."""
        for separator in _SEPARATOR.finditer(self.text):
            message = f"a line is split by U+{ord(separator[0]):04X}"
            self.fault(rules.LINE_SEPARATOR, message, *separator.span())
        if len(self.findings) > self.known:
            raise _StoppedError
        self.event()
        start = self.event()
        if isinstance(start, StreamEndEvent):
            self.stop(rules.EMPTY, "the file holds no document", 0, 0)
        if start.version or start.tags:
            at = start.start_mark.index
            self.fault(rules.DIRECTIVE, "a directive stands in front of the document", at, at + 1)
        node = self.node(self.event(), 1)
        end = self.event().start_mark.index
        self.last(self.event())
        if isinstance(node, Scalar) and node.value is None:
            self.stop(rules.EMPTY, "the document is empty", node.start, end)
        return node

    def last(self, event: Any) -> None:
        """A fault unless the stream ends here, behind its first document."""
        start, end = event.start_mark.index, event.end_mark.index
        if not isinstance(event, StreamEndEvent):
            self.stop(rules.MANY_DOCUMENTS, "a second document begins", start, end)

    def node(self, event: Any, depth: int) -> Node:
        """The node that begins with `event`, the `depth`th of those inside one another."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor is not None:
            self.anchor(event, start, end)
        if isinstance(event, AliasEvent):
            return Scalar(self.text[start:end], start, end)
        if event.tag is not None:
            self.fault(rules.TAG, f"a value has the tag {named(event.tag)}", start, end)
        if isinstance(event, ScalarEvent):
            if not event.style and event.value in _NULL:
                return Scalar(None, start, end, "null")
            return Scalar(event.value, start, end)
        if depth > DEPTH:
            self.stop(TOO_DEEP, f"more than {DEPTH} values stand inside one another", start, end)
        if isinstance(event, MappingStartEvent):
            return self.mapping(start, end, depth)
        return self.sequence(start, end, depth)

    def sequence(self, start: int, end: int, depth: int) -> Sequence:
        """The sequence of which the first event ends at `end`."""
        items: list[Node] = []
        while not isinstance(event := self.event(), SequenceEndEvent):
            items.append(self.node(event, depth + 1))
            end = items[-1].end
        return Sequence(tuple(items), start, _end(event, end))

    def mapping(self, start: int, end: int, depth: int) -> Mapping:
        """The mapping of which the first event ends at `end`."""
        entries: dict[str, Entry] = {}
        while not isinstance(event := self.event(), MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(self.event(), depth + 1)
            end = value.end
            if not isinstance(key, Scalar) or key.value is None:
                self.fault(rules.KEY_NOT_TEXT, "a key is no text", key.start, key.end)
            elif key.value == "<<" and self.text[key.start] == "<":
                self.fault(rules.ALIAS, "`<<` merges another mapping", key.start, key.end)
            elif key.value in entries:
                self.duplicate(entries[key.value].key, key)
            else:
                entries[key.value] = Entry(key, value)
        return Mapping(entries, start, _end(event, end))

    def anchor(self, event: Any, start: int, end: int) -> None:
        """A fault: a value is given a name, or is called by one."""
        name = named(event.anchor)
        message = f"the anchor {name} names a value"
        if isinstance(event, AliasEvent):
            message = f"the alias {name} stands for a value"
        self.fault(rules.ALIAS, message, start, end)

    def duplicate(self, first: Scalar, second: Scalar) -> None:
        """A fault: one mapping holds a key twice."""
        also = Label(place=place(self.path, self.text, first.start, first.end), message="first")
        message = f"the key {named(second.value or '')} stands twice in one mapping"
        self.fault(DUPLICATE_KEY, message, second.start, second.end, also)

    def fault(self, rule: Rule, message: str, start: int, end: int, *also: Label) -> None:
        """A finding at `text[start:end]`; the last that a file may have stops the reading."""
        at = place(self.path, self.text, start, end)
        self.findings.append(rule(message, at=at, also=also))
        if len(self.findings) == self.known + FAULTS:
            message = f"reading stopped after {FAULTS} faults"
            self.findings.append(rules.TOO_MANY_FAULTS(message, at=at))
            raise _StoppedError

    def stop(self, rule: Rule, message: str, start: int, end: int) -> NoReturn:
        """A finding behind which the text cannot be read."""
        self.findings.append(rule(message, at=place(self.path, self.text, start, end)))
        raise _StoppedError


def _end(last: Any, end: int) -> int:
    """Where a collection ends: at its bracket or, without one, at the `end` of its last node."""
    closed: int = last.end_mark.index
    return closed if closed > last.start_mark.index else end
