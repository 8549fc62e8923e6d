import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import kzdata
from kzdata.package import parquet
from kzdata.package.write import write
from tests.package import sample

ROOT = Path(kzdata.__file__).parent.parent

TABLES = {"things", "documents", "pairs", "evidence"}
BESIDE = {"datapackage.json", "README.md", "CITATION.cff", "index.html", "SHA256SUMS"}


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_package_holds_each_table_twice_and_its_descriptions(package: Path) -> None:
    tables = {f"{table}.{ending}" for table in TABLES for ending in ("csv", "parquet")}
    assert names(package) == tables | BESIDE


def test_without_csv_there_is_parquet_alone(tmp_path: Path) -> None:
    write(sample.content(csv=False), tmp_path)
    assert names(tmp_path) == {f"{table}.parquet" for table in TABLES} | BESIDE


def test_sources_go_along_when_they_may_be_redistributed(tmp_path: Path) -> None:
    write(sample.content(redistribute="full"), tmp_path)
    assert (tmp_path / "sources/doc.txt").read_bytes() == sample.TEXT.encode()


def test_sha256sum_finds_every_file_unchanged(package: Path) -> None:
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=package, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
    assert len(checked.stdout.splitlines()) == len(names(package)) - 1


def test_parquet_holds_the_values_that_were_given(package: Path) -> None:
    content = sample.content()
    for name, table in content.tables.items():
        assert parquet.read(package / f"{name}.parquet").equals(table), name
    assert parquet.read(package / "evidence.parquet").equals(*content.evidence())


def test_the_columns_say_what_they_are_and_in_which_unit(package: Path) -> None:
    field = parquet.read(package / "things.parquet").schema.field("integer")
    assert field.metadata[b"title"] == b"Integer"
    assert field.metadata[b"unit"] == b"person"


def test_the_columns_of_the_evidence_say_what_they_are(package: Path) -> None:
    field = parquet.read(package / "evidence.parquet").schema.field("start")
    assert field.metadata[b"title"] == b"Start"
    assert b"code point" in field.metadata[b"description"]


def write_parquet(path: Path, *tables: pa.Table) -> None:
    with parquet.writer(tables[0].schema, path) as write_group:
        for group in parquet.groups(tables):
            write_group(group)


@pytest.mark.parametrize("cut", [0, 1, 7, parquet.GROUP, parquet.GROUP + 1])
def test_row_groups_are_bounded_and_carry_statistics(cut: int, tmp_path: Path) -> None:
    table = pa.table({"key": pa.array(range(parquet.GROUP + 1))})
    write_parquet(tmp_path / "x.parquet", table.slice(0, cut), table.slice(cut))
    groups = pq.ParquetFile(tmp_path / "x.parquet").metadata
    assert [groups.row_group(n).num_rows for n in range(groups.num_row_groups)] == [
        parquet.GROUP,
        1,
    ]
    assert groups.row_group(1).column(0).statistics.min == parquet.GROUP
    assert groups.row_group(0).column(0).compression == "ZSTD"


def test_how_a_table_is_chunked_does_not_show_in_the_bytes(tmp_path: Path) -> None:
    whole = sample.content().tables["things"]
    chunks = pa.concat_tables([whole.slice(0, 1), whole.slice(1)])
    write_parquet(tmp_path / "whole", whole)
    write_parquet(tmp_path / "chunks", chunks)
    write_parquet(tmp_path / "parts", whole.slice(0, 1), whole.slice(1, 0), whole.slice(1))
    assert (tmp_path / "whole").read_bytes() == (tmp_path / "chunks").read_bytes()
    assert (tmp_path / "whole").read_bytes() == (tmp_path / "parts").read_bytes()


def test_a_table_without_rows_has_a_file_with_its_columns(tmp_path: Path) -> None:
    empty = sample.content().tables["things"].slice(0, 0)
    write_parquet(tmp_path / "empty", empty)
    assert parquet.read(tmp_path / "empty").equals(empty)


BUILD = "import sys, pathlib; from tests.package import sample; from kzdata.package.write import write; write(sample.content(), pathlib.Path(sys.argv[1]))"  # noqa: E501

PLACES = [
    pytest.param({"TZ": "Asia/Almaty", "LANG": "kk_KZ.UTF-8"}, id="another time zone and locale"),
    pytest.param({"PYTHONHASHSEED": "1", "LC_ALL": "C"}, id="another hash seed"),
    pytest.param({"PYTHONHASHSEED": "2", "TZ": "America/St_Johns"}, id="a third"),
]


@pytest.mark.slow
@pytest.mark.parametrize("environment", PLACES)
def test_the_bytes_are_the_same_wherever_they_are_written(
    environment: dict[str, str], package: Path, tmp_path: Path
) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    path = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    subprocess.run(
        [sys.executable, "-c", BUILD, str(out)],
        cwd=elsewhere, env=os.environ | environment | {"PYTHONPATH": path}, check=True,
    )  # fmt: skip
    assert names(out) == names(package)
    for name in sorted(names(package)):
        assert (out / name).read_bytes() == (package / name).read_bytes(), name


def test_no_path_and_no_clock_goes_in(package: Path) -> None:
    for path in package.iterdir():
        data = path.read_bytes()
        assert str(package).encode() not in data
        assert str(Path.home()).encode() + b"/" not in data


def test_the_content_hash_is_that_of_the_csv_form_even_without_csv(
    package: Path, tmp_path: Path
) -> None:
    write(sample.content(csv=False), tmp_path)
    described = json.loads((tmp_path / "datapackage.json").read_text())
    for resource in described["resources"]:
        form = package / resource["path"].replace(".parquet", ".csv")
        digest = hashlib.sha256(form.read_bytes()).hexdigest()
        assert resource["kzdata:contentHash"] == f"sha256:{digest}"
