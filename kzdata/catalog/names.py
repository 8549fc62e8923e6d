"""Which names the files of a package may have, so that they mean one file on every system."""

import unicodedata
from collections.abc import Callable, Sequence

LENGTH = 255
"""How many characters a name may have."""

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)

_FAULTS: Sequence[tuple[str, Callable[[str], bool]]] = (
    ("is an absolute path", lambda name: name.startswith("/")),
    ("holds a backslash", lambda name: "\\" in name),
    ("is a URL", lambda name: "://" in name),
    ("names a drive or stream", lambda name: ":" in name),
    (f"has more than {LENGTH} characters", lambda name: len(name) > LENGTH),
    ("holds a control or invisible character", lambda name: not name.isprintable()),
)

_FAULTS_OF_PARTS: Sequence[tuple[str, Callable[[str], bool]]] = (
    ("climbs out of the package", lambda part: part == ".."),
    ("has an empty part", lambda part: not part),
    ("has a part that begins with a dot", lambda part: part.startswith(".")),
    ("has a part that ends in a space or dot", lambda part: part.endswith((" ", "."))),
    ("names a device", lambda part: part.partition(".")[0].lower() in _RESERVED),
)


def fault(name: str) -> str | None:
    """Why `name` cannot be the name of a package's file; None where it can.

    A name is a relative POSIX path below the package (Data Package 2.0, "path"), with no part that
    climbs, hides or means a device somewhere.

    >>> fault("figures.parquet")
    >>> fault("../etc/passwd")
    'climbs out of the package'
    """
    whole = (why for why, is_wrong in _FAULTS if is_wrong(name))
    parts = (why for why, is_wrong in _FAULTS_OF_PARTS if any(map(is_wrong, name.split("/"))))
    return next(whole, None) or next(parts, None)


def folded(name: str) -> str:
    r"""What names share that are one file where neither case nor normal form counts (UAX #15).

    >>> folded("\xc9t\xe9.txt") == folded("E\u0301te\u0301.TXT")
    True
    """
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


def clash(names: Sequence[str]) -> tuple[str, str] | None:
    """Two of the names that are one file on some systems, as `folded` has it; None without such.

    >>> clash(["README.md", "readme.md"])
    ('README.md', 'readme.md')
    """
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(folded(name), name)
        if other is not name:
            return other, name
    return None
