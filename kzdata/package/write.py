"""Writing the published folder: every file once, the list of their digests last."""

import hashlib
import json
import os
from pathlib import Path

from kzdata import page
from kzdata.package import citation, descriptor, parquet, readme, sums
from kzdata.package.content import Content
from kzdata.package.descriptor import Files
from kzdata.package.published import Published, tables

PAGE = "index.html"


def write(content: Content, folder: Path) -> None:
    """Write the package into `folder`, which exists and is empty.

    The same content and the same version of pyarrow give the same bytes, wherever and whenever.
    Raises `CallError` when SOURCE_DATE_EPOCH is set to something else than a number of seconds, and
    `OSError` when the disk refuses.
    """
    published = [(table, _table(table, content, folder)) for table in tables(content)]
    described = descriptor.descriptor(content, published, os.environ.get("SOURCE_DATE_EPOCH"))
    shown = page.page(content.dataset, content.tables, content.evidence, content.sources)
    _text(folder / descriptor.NAME, json.dumps(described, ensure_ascii=False, indent=2) + "\n")
    _text(folder / readme.NAME, readme.text(content, [table for table, _ in published]))
    _text(folder / citation.NAME, citation.text(content.dataset))
    _text(folder / PAGE, shown)
    if content.dataset.redistribute == "full":
        _sources(content, folder / "sources")
    _text(folder / sums.NAME, sums.text(folder))


def _table(table: Published, content: Content, folder: Path) -> Files:
    path = folder / f"{table.name}.parquet"
    parquet.write(table.table, path)
    digest, size = hashlib.sha256(), 0
    csv = folder / f"{table.name}.csv" if content.dataset.csv else Path(os.devnull)
    with csv.open("wb") as file:
        for piece in table.csv():
            digest.update(piece)
            size += file.write(piece)
    return Files(content=digest.hexdigest(), size=size, parquet=sums.digest(path))


def _sources(content: Content, folder: Path) -> None:
    for source in content.sources:
        path = folder / source.name
        path.parent.mkdir(parents=True, exist_ok=True)
        _text(path, source.text)


def _text(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
