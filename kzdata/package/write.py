"""Writing the published folder: every file once, the list of their digests last."""

import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kzdata import page
from kzdata.catalog import csv, manifest, tableschema
from kzdata.digests import digest
from kzdata.evidence_table import EVIDENCE
from kzdata.package import citation, descriptor, parquet, readme, sums
from kzdata.package.content import Content
from kzdata.package.descriptor import Files
from kzdata.package.published import Published, tables
from kzdata.page.excerpt import Excerpt
from kzdata.schema import Dataset
from kzdata.verification.files import CARRIED

PAGE = "index.html"

_BESIDE_TABLES = (tableschema.NAME, readme.NAME, citation.NAME, PAGE)


def write(content: Content, folder: Path) -> None:
    """Write the package into `folder`, which exists and is empty.

    The same content and the same version of pyarrow give the same bytes, wherever and whenever.
    Raises `CallError` when SOURCE_DATE_EPOCH is set to something else than a number of seconds, and
    `OSError` when the disk refuses.
    """
    excerpt = Excerpt(content.dataset, content.tables, content.sources)
    files = [
        (table, _table(table, content, folder, excerpt if table.name == EVIDENCE else None))
        for table in tables(content)
    ]
    described = descriptor.descriptor(content, files, os.environ.get("SOURCE_DATE_EPOCH"))
    shown = page.page(content.dataset, excerpt, content.sources)
    _text(folder / tableschema.NAME, json.dumps(described, ensure_ascii=False, indent=2) + "\n")
    _text(folder / readme.NAME, readme.text(content.dataset, files, excerpt.quoted))
    _text(folder / citation.NAME, citation.text(content.dataset))
    _text(folder / PAGE, shown)
    if content.dataset.redistribute == "full":
        _sources(content, folder / CARRIED)
    _text(folder / manifest.NAME, sums.text(folder))


def listed(dataset: Dataset, sources: int) -> int:
    """How many files SHA256SUMS lists of a package that carries the texts of so many sources."""
    forms = 2 if dataset.csv else 1
    tables = len([*dataset.tables, EVIDENCE])
    return tables * forms + len(_BESIDE_TABLES) + sources


def _table(table: Published, content: Content, folder: Path, excerpt: Excerpt | None) -> Files:
    """Write the forms of a table in one pass; the excerpt, if any, takes what it wants of it.

    Of each row group the Parquet form is written by another thread than the rest.
    """
    path = folder / f"{table.name}.parquet"
    text = folder / f"{table.name}.csv" if content.dataset.csv else Path(os.devnull)
    head = csv.header(table.columns.names)
    sha256, size, rows = hashlib.sha256(head), len(head), 0
    with (
        parquet.writer(table.columns, path) as write,
        text.open("wb") as file,
        ThreadPoolExecutor(1) as beside,
    ):
        file.write(head)
        for group in parquet.groups(part.cast(table.columns) for part in table.rows()):
            written = beside.submit(write, group)
            lines = csv.rows(table.text(group))
            sha256.update(lines)
            size += file.write(lines)
            rows += len(group)
            if excerpt:
                excerpt.take(group)
            written.result()
    return Files(content=sha256.hexdigest(), size=size, rows=rows, parquet=digest(path))


def _sources(content: Content, folder: Path) -> None:
    for source in content.sources:
        path = folder / source.name
        path.parent.mkdir(parents=True, exist_ok=True)
        _text(path, source.text)


def _text(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
