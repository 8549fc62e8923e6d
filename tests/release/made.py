"""Projects, packages and releases for the tests of releases."""

from pathlib import Path
from typing import NamedTuple

from kzdata.catalog.opening import open_package
from kzdata.catalog.package import Package
from kzdata.package.write import write
from kzdata.project.check import check
from kzdata.project.publish import content, publish
from tests import tiny


class Edit(NamedTuple):
    """A text in a file of the project, and what is put in its place; or a new file."""

    file: str
    old: str
    new: str


DATASET, FIGURES, ARTICLES = (f"schemas/{name}.yaml" for name in ("dataset", "figures", "articles"))
RECORDS, MORE = "data/records/a.yaml", "data/records/b.yaml"

BASE = (
    Edit(
        RECORDS, "    speaker: Bee\n", "    speaker: Bee\n    took: P6M\n    inferred: {took: so}\n"
    ),
    Edit(FIGURES, "description: What the sources count.", "description: Counts."),
)
"""What every project here has besides: a cell that is inferred."""


def version(text: str) -> Edit:
    """Another version of the dataset."""
    return Edit(DATASET, "version: 1.0.0", f"version: {text}")


def project(root: Path, *edits: Edit) -> Path:
    """The tiny project with the edits made, none of which may miss its place."""
    tiny.write(root)
    for edit in (*BASE, *edits):
        edited(root, edit)
    (root / "seeds/SHA256SUMS").write_text(tiny.sums(root), encoding="utf-8")
    return root


def edited(root: Path, edit: Edit) -> None:
    """Make one edit in a project."""
    path = root / edit.file
    text = path.read_text(encoding="utf-8") if edit.old else ""
    assert edit.old in text
    path.write_text(text.replace(edit.old, edit.new, 1), encoding="utf-8")


def package(root: Path, *edits: Edit) -> Package:
    """The package of the project at `root` with the edits made, not judged by others."""
    checked = check(project(root / "project", *edits))
    assert checked.clean, [finding.message for finding in checked.findings]
    (root / "package").mkdir()
    write(content(checked), root / "package")
    return open_package(root / "package")


def built(root: Path, *edits: Edit) -> Path:
    """The project at `root` with the edits made, and its package published."""
    return rebuilt(project(root, *edits))


def rebuilt(root: Path, *edits: Edit) -> Path:
    """A project that is there, with the edits made, and its package published anew."""
    for edit in edits:
        edited(root, edit)
    publish(root, check(root))
    return root
