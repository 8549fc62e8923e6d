r"""Text from sources and records as it may stand elsewhere: one function a place, the only ones.

Nothing here is for published data, which stays lossless; `spreadsheet` is for a copy that somebody
opens in one. What cannot be seen is shown in each of these places: line ends apart where a place
has its own, controls, marks of direction, zero-width, private, unassigned and half characters
become `\u{..}`, as Unicode's general category (UAX #44) has them.
"""

import html as stdlib_html
import json as stdlib_json
import re
import unicodedata
from collections.abc import Sequence

_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")
"""Letters, marks and symbols without a form of their own (Default_Ignorable_Code_Point)."""

_COMMAND = re.compile(r"^(\s*):(?=:)")
"""Where a workflow command begins (actions/runner, `ActionCommand.cs`, `TryParseV2`)."""

_MARKDOWN = re.compile(r"[\\`*_\[\]<>&|~$#]|^[-+=]|^[0-9]+[.)]")
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_UNLINKED = re.compile(r"[{}\\ ]")
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "{}$&%#_"},
    }
)


def terminal(text: str) -> str:
    r"""The text on one line of a terminal or of a log, where it can command nothing.

    Line ends are shown too, and a tab becomes a space. What GitHub's runner obeys is broken: `##[`
    anywhere in a line, `::` where a line begins. What was escaped stays as it is.

    >>> terminal("a\x1b[31m\u202eb\tc\n##[group]"), terminal("::error::x")
    ('a\\u{1b}[31m\\u{202e}b c\\u{a}##\\u{5b}group]', '\\u{3a}:error::x')
    """
    shown = "".join(terminal_cells(text))
    return _COMMAND.sub(lambda found: found[1] + _code(":"), shown)


def terminal_cells(text: str) -> list[str]:
    r"""What `terminal` shows for each code point, in order: as many as the text has.

    >>> terminal_cells("é\x07")
    ['é', '\\u{7}']
    """
    cells = [" " if character == "\t" else _seen(character) for character in text]
    at = text.find("##[")
    while at >= 0:
        cells[at + 2] = _code("[")
        at = text.find("##[", at + 3)
    return cells


def terminal_width(shown: str) -> int:
    r"""How many columns of a terminal the outcome of `terminal` takes.

    Wide and full-width characters take two (UAX #11), combining marks none.

    >>> terminal_width("é"), terminal_width("漢字"), terminal_width("e\u0301")
    (1, 4, 1)
    """
    return len(shown) if shown.isascii() else sum(map(_columns, shown))


def terminal_table(rows: Sequence[Sequence[str]], *, counts: bool = False) -> list[str]:
    r"""Rows of outcomes of `terminal` as lines, each column as wide as its widest cell.

    Of `counts`, all cells but the first of a row stand to the right.

    >>> terminal_table([("漢字", "1"), ("a", "23")], counts=True)
    ['漢字   1', 'a     23']
    """
    widths = [max(map(terminal_width, column)) for column in zip(*rows, strict=True)]

    def padded(column: int, cell: str) -> str:
        space = " " * (widths[column] - terminal_width(cell))
        return space + cell if counts and column else cell + space

    return ["  ".join(padded(*cell) for cell in enumerate(row)).rstrip() for row in rows]


def github(text: str) -> str:
    r"""The text as the data of a workflow command, behind `::error ...::`.

    Line ends stay line ends (`%0A`). Source: actions/toolkit, `command.ts`, `escapeData`.

    >>> github("100%\n::set-output ##[x]")
    '100%25%0A\\u{3a}:set-output ##\\u{5b}x]'
    """
    lines = (terminal(line).replace("%", "%25") for line in text.split("\n"))
    return "%0A".join(lines)


def github_property(text: str) -> str:
    """The text as a property of a workflow command, such as `file=` (`escapeProperty`).

    >>> github_property("a,b: c")
    'a%2Cb%3A c'
    """
    return github(text).replace(":", "%3A").replace(",", "%2C")


def json(value: object) -> str:
    r"""The value as JSON for people and logs to read: indented, in ASCII, with a last line end.

    >>> json("##[group]é")
    '"##\\u005bgroup]\\u00e9"\n'
    """
    return stdlib_json.dumps(value, indent=2).replace("##[", "##\\u005b") + "\n"


def html(text: str) -> str:
    r"""The text as HTML, between tags or in a quoted attribute; tabs and line ends stay.

    >>> html('<b title="x">\x00')
    '&lt;b title=&quot;x&quot;&gt;\\u{0}'
    """
    return stdlib_html.escape(_lines(text), quote=True).replace("##[", "##&#91;")


def xml(text: str) -> str:
    """The text as XML 1.0, between tags or in a quoted attribute, where line ends stay too.

    >>> xml("]]><!--")
    ']]&gt;&lt;!--'
    """
    return html(text).replace("\n", "&#10;").replace("\t", "&#9;")


def markdown(text: str) -> str:
    r"""The text inside a paragraph or a table cell of Markdown (CommonMark 0.31, section 2.4).

    White space becomes single spaces, since a line end may begin a list or close a table's row.

    >>> markdown("1. a|b <i>\n# c_d")
    '1\\. a\\|b \\<i\\> \\# c\\_d'
    """
    line = " ".join(_lines(text).split())
    return _MARKDOWN.sub(lambda special: special[0][:-1] + "\\" + special[0][-1], line)


def bibtex(text: str) -> str:
    r"""The text inside the braces of a BibTeX field; white space becomes single spaces.

    >>> bibtex("R&D {50%}")
    'R\\&D \\{50\\%\\}'
    """
    return " ".join(_lines(text).split()).translate(_BIBTEX)


def bibtex_url(text: str) -> str:
    r"""A link in the braces of a BibTeX field, which biblatex and the `url` package read verbatim.

    Only what would break it is percent-encoded: braces, backslashes and white space.

    >>> bibtex_url("https://example.org/~ann/my_data%20set?x={1}")
    'https://example.org/~ann/my_data%20set?x=%7B1%7D'
    """
    return _UNLINKED.sub(lambda one: f"%{ord(one[0]):02X}", " ".join(_lines(text).split()))


def spreadsheet(text: str) -> str:
    """The text in a cell of a CSV that a spreadsheet opens, where it must not become a formula.

    An apostrophe goes in front (OWASP, CSV Injection). For text only: `-5` is a number to some.

    >>> spreadsheet("=HYPERLINK(A1)"), spreadsheet("20 troops")
    ("'=HYPERLINK(A1)", '20 troops')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _lines(text: str) -> str:
    """The text with its tabs and line ends, all else that cannot be seen shown."""
    if text.isprintable() and not _UNSEEN.search(text):
        return text
    return "".join(c if c in "\n\t" else _seen(c) for c in text)


def _seen(character: str) -> str:
    """The character, or its code where it cannot be seen."""
    if character.isprintable() and not _UNSEEN.match(character):
        return character
    return character if unicodedata.category(character) == "Zs" else _code(character)


def _code(character: str) -> str:
    return f"\\u{{{ord(character):x}}}"


def _columns(character: str) -> int:
    """The columns that one character takes, with those before it."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
