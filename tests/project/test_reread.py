"""A package whose hashes fit, but whose values are forged, is told by reading the sources again."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from kzdata.project.reread import reread
from kzdata.verification import verify
from tests import small, tiny
from tests.command import ROOT, run
from tests.project.sealing import reseal

PACKAGE = ROOT / "data/package"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the real package."""
    return shutil.copytree(PACKAGE, tmp_path / "package")


def forge(folder: Path, table: str, record: str, field: str, value: Any) -> None:
    """Change one cell in both forms of its table, and every hash that tells of it."""
    path = folder / f"{table}.parquet"
    read = parquet.ParquetFile(path).read()
    key = read.column_names[0]
    row = read[key].to_pylist().index(record)
    column = read[field].to_pylist()
    column[row] = value
    at = read.column_names.index(field)
    plain = pa.array(column, getattr(read[field].type, "value_type", read[field].type))
    typed = plain.cast(read[field].type) if plain.type != read[field].type else plain
    parquet.write_table(read.set_column(at, read.schema.field(at), typed), path)
    rows = list(csv.reader(io.StringIO((folder / f"{table}.csv").read_text("utf-8"))))
    rows[row + 1][at] = str(value)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    (folder / f"{table}.csv").write_text(text.getvalue(), encoding="utf-8")
    reseal(folder)


def test_the_real_package_is_read_again_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", PACKAGE, "--sources", ROOT / "seeds") == 0
    assert capsys.readouterr().out.startswith(f"ok: {PACKAGE}\n")


def test_the_tiny_package_is_read_again_whole(tmp_path: Path) -> None:
    root = tiny.write(tmp_path)
    assert run("build", root) == 0
    assert run("verify", root / "data/package", "--sources", root / "seeds") == 0


FORGED: dict[str, tuple[str, str, str, Any]] = {
    "a number": ("figures", "contingent-abroad", "value", 25),
    "a bound": ("figures", "personnel-served", "bound", "exactly"),
    "words": ("figures", "contingent-abroad", "as_written", "Thirty"),
    "a unit": ("figures", "un-missions", "unit", "person"),
    "a country": ("deployments", "kz-contingent-lebanon", "country_code", "LY"),
    "a name": ("actors", "zhiger-aipov", "name", "Zhiger Aipow"),
}


@pytest.mark.parametrize("case", FORGED)
def test_a_forged_value_is_told_by_the_sources_alone(
    case: str, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, record, field, value = FORGED[case]
    forge(package, table, record, field, value)
    assert verify(package) == []
    assert run("verify", package, "--sources", ROOT / "seeds") == 1
    out = capsys.readouterr().out
    assert f"`{table}` '{record}': the source does not say" in out
    assert str(value) in out


def cited_less(folder: Path, table: str, record: str, field: str, reading: str) -> None:
    """Have the reading of a cell end sooner in the evidence table, in both of its forms."""
    path = folder / "evidence.parquet"
    read = parquet.ParquetFile(path).read()
    rows = read.to_pylist()
    cell = {"table": table, "record": record, "field": field}
    [row] = [number for number, row in enumerate(rows) if row.items() >= cell.items()]
    assert rows[row]["reading"].startswith(reading)
    rows[row]["reading"] = reading
    parquet.write_table(pa.Table.from_pylist(rows, read.schema), path)
    lines = list(csv.reader(io.StringIO((folder / "evidence.csv").read_text("utf-8"))))
    lines[row + 1][read.column_names.index("reading")] = reading
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    (folder / "evidence.csv").write_text(text.getvalue(), encoding="utf-8")
    reseal(folder)


def test_a_reading_that_is_cut_short_is_told_by_the_sources_alone(package: Path) -> None:
    cited_less(package, "figures", "contingent-abroad", "value", "Twent")
    assert verify(package) == []
    told = "`figures` 'contingent-abroad', `value`: it is not read in 'Twent'"
    assert verify(package, ROOT / "seeds", reread=reread) == [told]


def test_a_package_that_was_only_sealed_again_has_no_problem(package: Path) -> None:
    reseal(package)
    assert run("verify", package, "--sources", ROOT / "seeds") == 0


def _reading(described: Any) -> None:
    described["resources"][0]["schema"]["fields"][0]["kzdata:reading"] = "tarot"
    described["resources"][1]["schema"]["fields"][0]["kzdata:reading"] = "tarot"


NO_PLACE = "the descriptor does not say where the sources' languages stand"
NO_NAMES = "`kzdata:knownAs` does not hold lists of names, by table and record"
SHAPES: dict[str, tuple[Callable[[Any], object], str]] = {
    "no language": (lambda it: it["kzdata:sources"].pop("language"), NO_PLACE),
    "a language that is a list": (lambda it: it["kzdata:sources"].update(language=[1]), NO_PLACE),
    "a day that is no field": (lambda it: it["kzdata:sources"].update(date="x"), NO_PLACE),
    "names in a list": (lambda it: it.update({"kzdata:knownAs": [1]}), NO_NAMES),
    "names of no record": (lambda it: it.update({"kzdata:knownAs": {"actors": 1}}), NO_NAMES),
    "one name": (lambda it: it.update({"kzdata:knownAs": {"actors": {"a": "Ann"}}}), NO_NAMES),
    "a name that is none": (lambda it: it.update({"kzdata:knownAs": {"t": {"a": [1]}}}), NO_NAMES),
    "a reader that nobody knows": (
        _reading,
        "the description of `articles` cannot be: `reading` is `tarot`",
    ),
}


@pytest.mark.parametrize(("change", "words"), SHAPES.values(), ids=SHAPES)
def test_a_description_of_another_shape_is_told_and_raises_nothing(
    change: Callable[[Any], object], words: str, package: Path
) -> None:
    path = package / "datapackage.json"
    described = json.loads(path.read_text("utf-8"))
    change(described)
    path.write_text(json.dumps(described), encoding="utf-8")
    reseal(package)
    (problem,) = verify(package, ROOT / "seeds", reread=reread)
    assert problem.startswith(f"`{package}`: ")
    assert words in problem


def test_lists_names_and_second_pieces_are_read_again(tmp_path: Path) -> None:
    fields = (
        *small.QUANTITY,
        {"name": "tags", "type": "list"},
        {"name": "whole", "type": "date"},
        {"name": "part_of", "reading": "name"},
        {"name": "name", "reading": "name"},
    )
    text = "Ann, or Annie, was there. 14 missions, four with Annie. On January 6 it rained: 2022.\n"
    records = [
        {"id": "ann", "name": "Ann", "known_as": ["Annie"], "evidence": "Ann,"},
        {"id": "b", "value": 4, "unit": "mission", "evidence": ["four", "missions"]},
        {"id": "c", "part_of": "ann", "evidence": "with Annie"},
        {"id": "d", "tags": ["January", "rained"], "evidence": "January 6 it rained"},
        {"id": "e", "whole": "2022-01-06", "evidence": ["January 6", "2022"]},
    ]
    root = small.write(
        tmp_path, {"a": text}, {"t": fields}, {"t": records}, keys={"t": {"part_of": "t"}}
    )
    assert run("build", root) == 0
    assert run("verify", root / "data/package", "--sources", root / "seeds") == 0


def test_categories_that_are_numbers_are_read_again_by_their_words(tmp_path: Path) -> None:
    categories = [{"value": "1", "terms": ["rain"]}, {"value": "2", "terms": ["snow"]}]
    weather = {"name": "weather", "type": "integer", "categories": categories}
    records = [{"id": "a", "weather": 2, "evidence": "snow"}]
    root = small.write(tmp_path, {"a": "There was snow.\n"}, {"t": [weather]}, {"t": records})
    assert run("build", root) == 0
    assert run("verify", root / "data/package", "--sources", root / "seeds") == 0
    forge(root / "data/package", "t", "a", "weather", 1)
    assert run("verify", root / "data/package", "--sources", root / "seeds") == 1


def test_nothing_is_counted_from_a_source_without_a_whole_day(tmp_path: Path) -> None:
    month = {"name": "month", "type": "yearmonth"}
    records = [{"id": "m", "month": "2022-04", "evidence": "last month"}]
    sources = {"a": "It rained last month.\n"}
    root = small.write(tmp_path, sources, {"t": [month]}, {"t": records}, date="2022-05-20")
    assert run("build", root) == 0
    assert verify(root / "data/package", root / "seeds", reread=reread) == []
    forge(root / "data/package", "articles", "a", "published_on", "2022-05")
    (problem,) = verify(root / "data/package", root / "seeds", reread=reread)
    assert problem == "`t` 'm': the source does not say `month` '2022-04'"
