"""A tree of what a file says and where it says it: YAML documents and lines of JSON alike.

What lives here is the tree, the way into it, and the rules that hold for every such tree. Reading
is `kzdata.marked.yaml` and `kzdata.marked.json`.
"""

import collections.abc
from typing import Literal, NamedTuple, TypeAlias

from kzdata.findings import Rule

DEPTH = 64
"""How many sequences and mappings may stand inside one another."""

NAME = 60
"""How many code points of a name stand in a message: a key may be a megabyte long."""

Kind = Literal["text", "number", "boolean", "null"]
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Pointer: TypeAlias = collections.abc.Sequence[str | int]

DUPLICATE_KEY = Rule(
    name="duplicate-key",
    doc="""\
Checks that a mapping holds each of its keys once.

Most readers of YAML and JSON silently keep the last of two equal keys, so that a
value that somebody wrote is lost and nobody notices.

    value: 20
    value: 25

Remove one of the two, or give the second the name that was meant.
""",
)

TOO_DEEP = Rule(
    name="too-deep",
    doc=f"""\
Checks that no more than {DEPTH} sequences and mappings stand inside one another.

Nobody writes such a file by hand. Deep nesting is a known way to make readers hang or
crash, so reading stops there.

    [[[[[[[[[[[[[[[[ ... ]]]]]]]]]]]]]]]]

Write the values with less nesting.
""",
)


class Scalar(NamedTuple):
    """A value without parts, as text, at `start` to `end` (code points, half-open) of the file.

    `value` is what the file says once escapes and folds are undone, in the digits in which a
    number is written; None is null. `kind` is what the notation calls it: YAML knows `text` and
    `null` alone, since only a schema may say that `20` is a number.
    """

    value: str | None
    start: int
    end: int
    kind: Kind = "text"


class Sequence(NamedTuple):
    """A list of nodes, at `start` to `end` of the file."""

    items: "tuple[Node, ...]"
    start: int
    end: int


class Entry(NamedTuple):
    """A key of a mapping, as it stands in the file, and its value."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """Keys and values in the order of the file, at `start` to `end` of it."""

    entries: dict[str, Entry]
    start: int
    end: int


Node: TypeAlias = Scalar | Sequence | Mapping


def find(node: Node, pointer: Pointer, *, key: bool = False) -> Node | None:
    """The node to which `pointer`, a path of keys and of numbers from 0, leads; None without one.

    With `key` it is the key that names that node. An item of a sequence has none: then it is the
    item itself.

    >>> twenty = Scalar("20", 7, 9)
    >>> tree = Mapping({"value": Entry(Scalar("value", 0, 5), twenty)}, 0, 9)
    >>> find(tree, ("value",)) is twenty
    True
    >>> find(tree, ("value",), key=True)
    Scalar(value='value', start=0, end=5, kind='text')
    >>> find(tree, ("bound",)) is None
    True
    """
    named = node
    for step in pointer:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            named, node = node.entries[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            named = node = node.items[step]
        else:
            return None
    return named if key else node


def plain(node: Node) -> Plain:
    """The tree without its places: text, None, lists and dicts.

    >>> plain(Sequence((Scalar("NO", 1, 3), Scalar(None, 5, 6, "null")), 0, 7))
    ['NO', None]
    """
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {name: plain(entry.value) for name, entry in node.entries.items()}


def named(text: str) -> str:
    """The text in backticks, as much of it as a message has room for.

    >>> named("value")
    '`value`'
    """
    return f"`{text}`" if len(text) <= NAME else f"`{text[:NAME]}...`"
