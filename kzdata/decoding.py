"""Bytes to text: strict UTF-8, what a text file may not hold, and merges that nobody finished.

Where the bytes come from is `kzdata.files`; what the text means is not known here.
"""

import codecs
import re
import unicodedata

from kzdata.findings import Finding, Rule, place

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)

_FORBIDDEN = re.compile(f"[\0-\x08\x0e-\x1f\x7f{_NONCHARACTERS}]")
"""Never text: controls that are no white space, and noncharacters."""

_FORBIDDEN_WHERE_WRITTEN = re.compile(
    f"\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_NONCHARACTERS}"
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Besides: other line ends than LF and CR LF, and what is invisible or turns the writing round."""

_COMMON = bytes(range(0x20, 0x7F)) + b"\t\n"
"""The bytes of the characters that most texts are made of, and that no other character has."""

NOT_UTF8 = Rule(
    name="not-utf8",
    doc="""\
Checks that a text file is UTF-8 throughout.

Bytes in another encoding would be guessed at, and guessed wrong.

Example: `caf\\xe9`, which is Latin-1.

Instead: convert the file, as in `iconv -f latin1 -t utf-8`.""",
)

BYTE_ORDER_MARK = Rule(
    name="byte-order-mark",
    doc="""\
Checks that a text file does not begin with U+FEFF.

UTF-8 needs no byte-order mark, and it would shift every position by one.

Example: a file saved as "UTF-8 with BOM".

Instead: save the file as UTF-8 without a byte-order mark.""",
)

FORBIDDEN_CHARACTER = Rule(
    name="forbidden-character",
    doc="""\
Checks that a text file holds no control characters and noncharacters; and that what a
curator wrote holds no invisible characters, marks that turn the writing direction, or
line ends other than LF and CR LF. Each is reported where it first stands.

Two texts that look alike would differ, or one would show what it does not say.

Example: a zero-width space (U+200B) inside `KAZ<U+200B>BAT`.

Instead: delete the character. A quotation need not repeat those of its source.""",
)

MERGE_CONFLICT = Rule(
    name="merge-conflict",
    doc="""\
Checks that a file written by a curator holds no marker that Git leaves where two
branches changed the same lines.

Either side may be right, and nobody has decided. Nothing in such a file is read.

Example: a line `<<<<<<< HEAD`.

Instead: keep what is right of both sides, and delete the lines with the markers.""",
)

_CONFLICT_MARKS = (b"<<<<<<< ", b">>>>>>> ")
_CONFLICT = re.compile(rb"^(?:%s)[^\r\n]*" % b"|".join(_CONFLICT_MARKS), re.MULTILINE)


def decode(data: bytes, name: str, findings: list[Finding], *, written: bool = True) -> str | None:
    r"""The text of the file `name` that holds `data`; None, and findings, when it is none.

    Strict UTF-8 without a byte-order mark or control characters. `written` says that a curator
    wrote the file, so that invisible characters, odd line ends and merge conflicts are refused
    too; sources keep theirs. Line ends stay as they are.

    >>> decode(b"Astana\n", "a.txt", [])
    'Astana\n'
    >>> found = []
    >>> decode(b"one\ncaf\xe9\n", "a.txt", found)
    >>> found[0].message, found[0].place.line, found[0].place.column
    ('`a.txt` is not UTF-8: the byte 0xE9', 2, 4)
    """
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError as error:
        shown = data.decode("utf-8", "replace")
        start = len(data[: error.start].decode("utf-8"))
        message = f"`{name}` is not UTF-8: the byte 0x{data[error.start]:02X}"
        at = place(name, shown, start, start + 1)
        findings.append(NOT_UTF8(message, at=at, help="save the file as UTF-8"))
        return None
    if data.startswith(codecs.BOM_UTF8):
        message = f"`{name}` begins with a byte-order mark"
        help = "save the file as UTF-8 without a byte-order mark"
        findings.append(BYTE_ORDER_MARK(message, at=place(name, decoded, 0, 1), help=help))
        return None
    if written and (conflict := merge_conflict(data, name)):
        findings.append(conflict)
        return None
    if _is_plain(decoded):
        return decoded
    pattern = _FORBIDDEN_WHERE_WRITTEN if written else _FORBIDDEN
    help = "delete the character" if written else ""
    first: dict[str, int] = {}
    for match in pattern.finditer(decoded):
        first.setdefault(match[0], match.start())
    for character, start in first.items():
        message = f"`{name}` holds {_named(character)}"
        at = place(name, decoded, start, start + 1)
        findings.append(FORBIDDEN_CHARACTER(message, at=at, help=help))
    return None if first else decoded


def merge_conflict(data: bytes, name: str) -> Finding | None:
    r"""The finding on the first marker of a merge conflict in what a curator wrote, if any.

    >>> merge_conflict(b"value: 20\n<<<<<<< HEAD\n", "a.yaml").place.line
    2
    >>> merge_conflict(b"reason: the arrow <<<<<<< points here\n", "a.yaml")
    """
    if not any(mark in data for mark in _CONFLICT_MARKS) or not (found := _CONFLICT.search(data)):
        return None
    text = data.decode("utf-8", "replace")
    start = len(data[: found.start()].decode("utf-8", "replace"))
    marker = found[0].decode("utf-8", "replace")
    return MERGE_CONFLICT(
        f"`{name}` holds an unfinished merge: `{marker}`",
        at=place(name, text, start, start + len(marker)),
        help="keep what is right, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`",
    )


def is_written(data: bytes) -> bool:
    r"""Whether `decode` takes whole lines of a file that a curator wrote, if it takes the others.

    >>> is_written(b"Astana\n"), is_written(b"caf\xe9\n"), is_written("KAZ\u200bBAT\n".encode())
    (True, False, False)
    """
    uncommon = data.translate(None, _COMMON)
    if not uncommon:
        return True
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return _is_plain(uncommon.decode("utf-8")) or forbidden(text) is None


def forbidden(text: str) -> str | None:
    r"""The first character of a text that nothing written may hold, by name; None if there is none.

    For text that was no file: what an escape or a Parquet file brings in.

    >>> forbidden("KAZ\u200bBAT"), forbidden("KAZBAT")
    ('U+200B ZERO WIDTH SPACE', None)
    """
    found = None if _is_plain(text) else _FORBIDDEN_WHERE_WRITTEN.search(text)
    return _named(found[0]) if found else None


def _is_plain(decoded: str) -> bool:
    """Whether the text is nothing but printable characters, tabs, LF and no-break spaces.

    Most texts are, and this is asked at the speed of `memchr`, the patterns at a hundredth of it.
    """
    return decoded.replace("\n", "").replace("\t", "").replace("\xa0", "").isprintable()


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
