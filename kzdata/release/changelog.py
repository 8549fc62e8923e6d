"""CHANGELOG-DATA.md: what each release of the data changed, newest first."""

import re
from collections.abc import Iterator

from kzdata.catalog.package import Package
from kzdata.evidence_table import EVIDENCE
from kzdata.findings import many
from kzdata.release import styles
from kzdata.release.changes import Diff

NAME = "CHANGELOG-DATA.md"

_OPENING = """\
# Changelog of the data

Every release with what it changed: old value, new value, and the words of the sources behind both.
Written by `kzdata release`.
"""

_ENTRY = re.compile(r"^## ", re.MULTILINE)
_VERSION = re.compile(r"^## (\d+\.\d+\.\d+[0-9A-Za-z.+-]*)(?:,|$)", re.MULTILINE | re.ASCII)


def entry(package: Package, diff: Diff | None) -> str:
    """The entry of a release: its version, its dataset's own day, and what `diff` found.

    Without a difference it is the first release, and its tables are counted.
    """
    told = styles.entry(diff) if diff else "".join(_first(package))
    return f"## {package.version}, {day(package)}\n\n" + (told or "Nothing changed.\n")


def day(package: Package) -> str:
    """The day that a package gives as that of its version, as `YYYY-MM-DD`."""
    return str(package.descriptor.properties.get("created", ""))[:10]


def added(changelog: str | None, version: str, entry: str) -> str:
    r"""The changelog with the entry in front of the others, or as it was if it has this version.

    >>> added("# Changes\n\n## 1.0.0, 2026-01-02\n", "1.1.0", "## 1.1.0, 2026-02-03\n")
    '# Changes\n\n## 1.1.0, 2026-02-03\n\n## 1.0.0, 2026-01-02\n'
    """
    if changelog is None:
        return f"{_OPENING}\n{entry}"
    if version in versions(changelog):
        return changelog
    found = _ENTRY.search(changelog)
    if found is None:
        return f"{changelog.rstrip()}\n\n{entry}".lstrip()
    return f"{changelog[: found.start()]}{entry}\n{changelog[found.start() :]}"


def versions(changelog: str) -> list[str]:
    r"""The versions that the changelog has entries of, in its order.

    >>> versions("# Changes\n\n## 1.1.0, 2026-02-03\n\n## Later\n\n## 1.0.0\n")
    ['1.1.0', '1.0.0']
    """
    return _VERSION.findall(changelog)


def _first(package: Package) -> Iterator[str]:
    yield "First release.\n\n"
    for name in package:
        if name != EVIDENCE:
            rows = package.parquet(name).footer.num_rows
            yield f"- {name}: {many(rows, 'row')}\n"
