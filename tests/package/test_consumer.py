"""What kzdata publishes, kzdata opens, and shows in the forms in which it was published."""

import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import kzdata
from kzdata.package import parquet
from kzdata.package.write import write
from tests import small
from tests.command import run
from tests.package import sample
from tests.project.sealing import reseal


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="as usual"),
        pytest.param({"csv": False}, id="no csv"),
        pytest.param({"redistribute": "full"}, id="full texts"),
    ],
)
def test_a_package_opens_with_the_tables_that_were_written(
    changes: dict[str, object], tmp_path: Path
) -> None:
    content = sample.content(**changes)
    write(content, tmp_path)
    opened = kzdata.open(tmp_path)
    for name, table in content.tables.items():
        loaded = opened.load(name)
        assert loaded.cast(table.schema).equals(table), name
        for field in table.schema:
            assert (loaded.schema.field(field.name).metadata or {}) == (field.metadata or {})


def test_the_words_behind_a_cell_are_found_again(package: Path) -> None:
    shown = str(kzdata.open(package).evidence("things", "a", "integer"))
    assert "20 of 1,200" in shown


EDGES: dict[str, tuple[dict[str, object], object]] = {
    "numb": ({"type": "number"}, "0.0000125"),
    "large": ({"type": "number"}, "51255482385.67197"),
    "round": ({"type": "number"}, "100.0"),
    "early": ({"type": "year"}, "0476"),
    "numbers": ({"type": "list", "itemType": "number"}, ["1.50", "2.0", "nan"]),
    "moments": ({"type": "list", "itemType": "datetime"}, ["2022-01-06T09:00:00.50"]),
    "zoned": (
        {"type": "datetime", "format": "%Y-%m-%dT%H:%M:%S%z"},
        "2022-01-06T15:00:00+0600",
    ),
    "whole": ({"type": "datetime", "format": "any"}, "2022-01-06T15:00:00"),
    "clock": ({"type": "time", "format": "%H:%M:%S.%f"}, "15:00:00.0"),
    "place": ({"type": "geopoint"}, "1.0, -2.50"),
}


def test_shown_as_csv_a_table_is_the_file_that_was_published(
    package: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    fields = [{"name": name, "basis": "assigned"} | said for name, (said, _) in EDGES.items()]
    record = {"id": "a"} | {name: value for name, (_, value) in EDGES.items()}
    root = small.write(tmp_path, {"a": "Nothing.\n"}, {"t": fields}, {"t": [record]})
    assert run("build", root) == 0
    edges = root / "data/package"
    own = [(package, name) for name in (*sample.content().tables, "evidence")]
    for folder, name in [*own, (edges, "t"), (edges, "articles")]:
        capfdbinary.readouterr()
        assert run("show", name, "--format", "csv", "--package", folder) == 0
        assert capfdbinary.readouterr().out == (folder / f"{name}.csv").read_bytes()


@pytest.mark.parametrize("form", ["table", "csv", "spreadsheet", "jsonl"])
def test_a_column_of_another_type_than_is_described_is_told_and_not_shown(
    form: str, package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(package, tmp_path / "package")
    path = folder / "things.parquet"
    read = parquet.read(path)
    at = read.column_names.index("geopoint")
    pq.write_table(read.set_column(at, "geopoint", pa.array(["1,2", None, "x"])), path)
    reseal(folder)
    assert run("show", "things", "--format", form, "--package", folder) == 1
    said = "`geopoint` is a string, described is a geopoint"
    assert said in capsys.readouterr().err
