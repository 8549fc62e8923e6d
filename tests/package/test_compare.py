import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kzdata.digests import digest
from kzdata.package import parquet
from kzdata.package.compare import differences


@pytest.fixture
def old(package: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(package, tmp_path / "old"))


def rewritten(folder: Path, name: str = "things.parquet") -> None:
    """The same table by another writer: other bytes, and other digests where they are listed."""
    path = folder / name
    before = digest(path)
    pq.write_table(parquet.read(path), path, compression="snappy")
    for listing in ("datapackage.json", "SHA256SUMS"):
        text = (folder / listing).read_text("utf-8").replace(before, digest(path))
        (folder / listing).write_text(text, "utf-8")


def test_a_package_equals_its_copy(old: Path, package: Path) -> None:
    assert differences(old, package) == {}


def test_parquet_by_another_writer_is_the_same_content(old: Path, package: Path) -> None:
    rewritten(old)
    assert (old / "things.parquet").read_bytes() != (package / "things.parquet").read_bytes()
    assert differences(old, package) == {}


def _cell(folder: Path) -> None:
    table = parquet.read(folder / "documents.parquet")
    at = table.schema.get_field_index("title")
    pq.write_table(
        table.set_column(at, table.schema.field(at), pa.array(["Another"])),
        folder / "documents.parquet",
    )


def _described(folder: Path) -> None:
    table = parquet.read(folder / "documents.parquet")
    schema = table.schema.with_metadata({"a": "b"})
    pq.write_table(table.cast(schema), folder / "documents.parquet")


CHANGES = [
    pytest.param(lambda f: (f / "things.csv").unlink(), "`things.csv` is missing", id="gone"),
    pytest.param(
        lambda f: (f / "notes.txt").write_text("x"),
        "`notes.txt` is not part of the package any more",
        id="one more",
    ),
    pytest.param(
        lambda f: (f / "things.csv").write_bytes((f / "things.csv").read_bytes() + b"x"),
        "`things.csv` differs",
        id="csv",
    ),
    pytest.param(lambda f: (f / "README.md").write_text(""), "`README.md` differs", id="readme"),
    pytest.param(_cell, "`documents.parquet` has other values in `title`", id="a cell"),
    pytest.param(
        _described,
        "`documents.parquet` has other columns, types or descriptions",
        id="a description of a column",
    ),
    pytest.param(
        lambda f: (f / "things.parquet").write_bytes(b"PAR1 and no more"),
        "`things.parquet` cannot be read",
        id="no parquet",
    ),
    pytest.param(
        lambda f: (f / "datapackage.json").write_text("["),
        "`datapackage.json` differs",
        id="no descriptor",
    ),
    pytest.param(
        lambda f: (f / "datapackage.json").write_text(
            (f / "datapackage.json").read_text("utf-8").replace("1.2.3", "1.2.4"), "utf-8"
        ),
        "`datapackage.json` differs",
        id="the version",
    ),
]


@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_a_change_is_said(
    change: Callable[[Path], object], said: str, old: Path, package: Path
) -> None:
    change(old)
    (line,) = differences(old, package).values()
    assert line.startswith(said)


def test_a_link_is_no_file_of_a_package(old: Path, package: Path) -> None:
    (old / "README.md").unlink()
    (old / "README.md").symlink_to(package / "README.md")
    assert differences(old, package) == {"README.md": "`README.md` is missing"}


NAN = float("nan")


def tables(folder: Path, old: list[Any], new: list[Any]) -> tuple[Path, Path]:
    """Two packages of one column, which holds these values, cut into row groups of other sizes."""
    for name, values, size in (("old", old, 1), ("new", new, 3)):
        (folder / name).mkdir()
        pq.write_table(pa.table({"x": values}), folder / name / "x.parquet", row_group_size=size)
    return folder / "old", folder / "new"


@pytest.mark.parametrize("values", [[NAN, 1.0, None], [[1.5, NAN], None, [], [NAN]]], ids=repr)
def test_not_a_number_equals_not_a_number(values: list[Any], tmp_path: Path) -> None:
    assert differences(*tables(tmp_path, values, values)) == {}


APART = {
    "an item": ([[1.5, NAN]], [[1.5, 2.0]]),
    "where lists end": ([[1.5], [NAN]], [[1.5, NAN], []]),
    "null": ([[], [1.5]], [None, [1.5]]),
}


@pytest.mark.parametrize(("old", "new"), APART.values(), ids=APART)
def test_lists_that_differ_are_told(old: list[Any], new: list[Any], tmp_path: Path) -> None:
    assert differences(*tables(tmp_path, old, new)) == {
        "x.parquet": "`x.parquet` has other values in `x`"
    }
