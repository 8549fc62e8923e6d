"""How the files of a project are called in what is printed: as from where one stands.

So that a terminal, an editor or a code host finds them, whichever folder the project is.
"""

import os
from dataclasses import replace
from pathlib import Path, PurePosixPath

from kzdata.findings import Finding, Place

HOSTED = ("github", "sarif")
"""Forms that a code host reads, which knows files as from the root of the repository."""


def base(form: str, project: Path) -> Path:
    """The folder that paths are relative to: the working folder, or the workspace of a code host.

    That is what GitHub calls so (`GITHUB_WORKSPACE`), where the project lies in it.
    """
    workspace = os.environ.get("GITHUB_WORKSPACE", "")
    if form in HOSTED and workspace and _whole(project).is_relative_to(workspace):
        return Path(workspace)
    return Path.cwd()


def folder(project: Path, base: Path) -> PurePosixPath:
    """What the project is called from `base`; by its whole name where it does not lie below it."""
    whole = _whole(project)
    return PurePosixPath(whole.relative_to(base) if whole.is_relative_to(base) else whole)


def file(name: str, project: Path) -> str:
    """What a file of the project is called from the working folder.

    >>> file("data/package", Path("floods"))
    'floods/data/package'
    """
    return str(folder(project, Path.cwd()) / name)


def called(at: Place, folder: PurePosixPath) -> Place:
    """The place, in a project that is called `folder`."""
    return replace(at, path=str(folder / at.path))


def finding(one: Finding, folder: PurePosixPath) -> Finding:
    """The finding, in a project that is called `folder`."""
    labels = (replace(label, place=called(label.place, folder)) for label in one.labels)
    records = (record._replace(path=str(folder / record.path)) for record in one.records)
    return replace(one, labels=tuple(labels), records=tuple(records))


def _whole(project: Path) -> Path:
    return Path(os.path.abspath(project))  # noqa: PTH100 - and not where links lead to
