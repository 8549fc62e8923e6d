"""What the YAML parser could not read, in our words: a table from its complaints to ours."""

from typing import NamedTuple

from yaml import MarkedYAMLError
from yaml.reader import ReaderError

from kzdata.findings import Finding, Label, place
from kzdata.marked.yaml_rules import DIRECTIVE, SYNTAX


class _Complaint(NamedTuple):
    """Words of the parser, and ours: `{found}` is the character it stopped at, in backticks."""

    problem: str
    message: str
    help: str = ""
    opening: str = ""


_QUOTE = "put the whole text in quotation marks"
_LAYOUT = (
    "this line does not fit what stands above it",
    "indent all keys of a mapping and all items of a list alike",
    "begins here",
)
_BLOCK = ("text stands behind `|` or `>` on the same line", _QUOTE)
_BEHIND = _Complaint(
    "",
    "text stands behind a value that is complete",
    "inside single quotation marks write `''` for `'`, inside double ones `\\\"` for `\"`",
)
_TAB = _Complaint("tab character", "a tab indents this line", "indent with spaces")
_OTHER = _Complaint("", "this is not YAML")
_COMPLAINTS = (
    _TAB,
    _Complaint(
        "mapping values are not allowed",
        "a `:` stands where no key ends",
        "put text that holds `: ` in quotation marks, or check the indentation",
    ),
    _Complaint("cannot start any token", "a value cannot begin with {found}", _QUOTE),
    _Complaint("unexpected end of stream", "a quotation mark is never closed"),
    _Complaint("unexpected document", "a quotation mark is never closed"),
    _Complaint("expected ',' or ']'", "a `[` is not closed, or a comma is missing", "", "opened"),
    _Complaint("expected ',' or '}'", "a `{{` is not closed, or a comma is missing", "", "opened"),
    _Complaint("did not find expected key", *_LAYOUT),
    _Complaint("expected '-' indicator", *_LAYOUT),
    _Complaint("expected <block end>", *_LAYOUT),
    _Complaint(
        "could not find expected ':'",
        "a key is not followed by `:`",
        "put text of several lines in quotation marks or behind `|`",
    ),
    _Complaint(
        "unknown escape character",
        "a backslash and {found} are no escape",
        "write `\\\\` for a backslash, or use single quotation marks",
    ),
    _Complaint("expected hexdecimal number", "an escape lacks hexadecimal digits"),
    _Complaint("expected hexadecimal number", "an escape lacks hexadecimal digits"),
    _Complaint("escape sequence of", "an escape lacks hexadecimal digits"),
    _Complaint("invalid Unicode character escape", "an escape names no character"),
    _Complaint("node content", "a value is missing"),
    _Complaint("sequence entries are not allowed", "a list begins where none can stand"),
    _Complaint("mapping keys are not allowed", "a `?` begins a key where none can stand"),
    _Complaint("alphabetic or numeric", "a value cannot begin with `&` or `*`", _QUOTE),
    _Complaint("block mapping", "a mapping begins where none can stand"),
    _Complaint("<document start>", "text stands behind the end of the document"),
    _Complaint("line break", *_BLOCK),
    _Complaint("chomping or indentation indicators", *_BLOCK),
)


def explain(error: Exception, text: str, path: str) -> Finding:
    """The finding for what stopped the parser: what was expected, and where.

    `error` is what PyYAML raises: its own errors, those of encoding and, without libyaml, those of
    numbers in escapes and directives that are too large.
    """
    if isinstance(error, UnicodeEncodeError):
        return SYNTAX("a lone surrogate stands here", at=place(path, text, error.start, error.end))
    if isinstance(error, ReaderError):
        code = ord(error.character) if isinstance(error.character, str) else error.character
        at = max(text.find(chr(code)), 0)
        message = f"the character U+{code:04X} cannot stand in YAML"
        return SYNTAX(message, at=place(path, text, at, at + 1))
    if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
        return _marked(error, error.problem_mark.index, text, path)
    return SYNTAX("the file is not YAML", at=place(path, text, 0))


def _marked(error: MarkedYAMLError, at: int, text: str, path: str) -> Finding:
    """The finding for an error of which the parser knows the place."""
    begin = error.context_mark.index if error.context_mark else None
    if begin is not None and not text[at:].strip():
        at, begin = begin, None
    where = place(path, text, at, at + 1)
    if "directive" in f"{error.context}{error.problem}" or f"\n{text}"[at : at + 2] == "\n%":
        return DIRECTIVE("a directive stands in front of the document", at=where)
    known = _complaint(f"{error.problem}", text, at)
    opening = []
    if known.opening and begin is not None:
        opening.append(Label(place=place(path, text, begin, begin + 1), message=known.opening))
    found = text[at : at + 2].removeprefix("\\")[:1]
    message = known.message.format(found="a grave accent" if found == "`" else f"`{found}`")
    return SYNTAX(message, at=where, also=opening, help=known.help)


def _complaint(problem: str, text: str, at: int) -> _Complaint:
    """The complaint that fits the words of the parser and what stands at `at`."""
    if text[at : at + 1] == "\t":
        return _TAB
    known = next((one for one in _COMPLAINTS if one.problem in problem), _OTHER)
    before = text[text.rfind("\n", 0, at) + 1 : at].lstrip(" -")
    return _BEHIND if before and known.opening == _LAYOUT[-1] else known
