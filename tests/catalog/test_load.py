"""Tables as a consumer gets them: the same values everywhere, well typed."""

import csv
import datetime as dt
import json
import os
import subprocess
import sys
import threading
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzdata.catalog import forms, identity, printing, tableschema, values
from kzdata.catalog.citations import cite
from kzdata.catalog.forms import Kind
from kzdata.catalog.listings import Listing
from kzdata.catalog.opening import open_package
from kzdata.catalog.package import Package
from kzdata.catalog.parquet import PART, Parquet
from kzdata.errors import CallError
from tests.catalog import tiny
from tests.growth import LINEAR, growth

TABLES = list(tiny.SCHEMAS)


@pytest.fixture(scope="module", params=["folder", "zip"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The tiny package, as a folder and as a zip."""
    place = tmp_path_factory.mktemp("package")
    if request.param == "folder":
        return open_package(tiny.folder(tiny.files(), place / "tiny"))
    (place / "tiny.zip").write_bytes(tiny.zipped(tiny.files()))
    return open_package(place / "tiny.zip")


@pytest.mark.parametrize("name", TABLES)
def test_arrow_gives_the_table_that_was_published(name: str, package: Package) -> None:
    assert package.load(name).equals(tiny.tables()[name])


@pytest.mark.parametrize("name", TABLES)
def test_polars_has_the_same_values(name: str, package: Package) -> None:
    expected = tiny.tables()[name].to_pylist()
    assert package.load(name, "polars").to_dicts() == expected
    assert pl.DataFrame(package[name]).to_dicts() == expected


@pytest.mark.parametrize("name", TABLES)
def test_duckdb_has_the_same_values(name: str, package: Package) -> None:
    table = tiny.tables()[name]
    rows = package.load(name, "duckdb").fetchall()
    assert rows == [tuple(row.values()) for row in table.to_pylist()]


@pytest.mark.parametrize("name", TABLES)
def test_pandas_has_the_same_values(name: str, package: Package) -> None:
    frame = package.load(name, "pandas")
    for column in tiny.tables()[name].column_names:
        expected = tiny.tables()[name][column].to_pylist()
        found = [None if _is_null(value) else value for value in frame[column]]
        assert [list(v) if _is_list(v) else v for v in found] == expected


def _is_list(value: Any) -> bool:
    return hasattr(value, "__len__") and not isinstance(value, str | dict)


def _is_null(value: Any) -> bool:
    return not _is_list(value) and not isinstance(value, dict) and pd.isna(value)


@pytest.mark.parametrize("name", TABLES)
def test_csv_has_the_same_values_in_plain_python(name: str, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(tiny.files()[f"{name}.csv"])
    with (tmp_path / "table.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    expected = tiny.tables()[name].to_pylist()
    assert rows == [{key: tiny.form(value) for key, value in row.items()} for row in expected]


@pytest.mark.parametrize(
    ("column", "dtype"),
    [
        ("whole", "Int64"),
        ("year", "Int32"),
        ("truth", "boolean"),
        ("text", "string"),
        ("choice", "category"),
        ("day", "date32[day][pyarrow]"),
        ("clock", "time64[us][pyarrow]"),
        ("moment", "timestamp[us][pyarrow]"),
        ("exact", "decimal128(18, 2)[pyarrow]"),
    ],
)
def test_pandas_keeps_the_type(column: str, dtype: str, package: Package) -> None:
    assert str(package.load("kinds", "pandas")[column].dtype) == dtype


def test_titles_descriptions_and_units_travel_to_pandas(package: Package) -> None:
    attrs = package.load("figures", "pandas").attrs
    assert attrs["title"] == "Figures"
    assert attrs["fields"]["value"] == {
        "title": "Value",
        "description": "The number.",
        "unit": "person",
    }


def test_columns_come_in_the_order_asked_for(package: Package) -> None:
    assert package.load("figures", columns=["value", "figure_id"]).column_names == [
        "value",
        "figure_id",
    ]


def test_no_columns_keep_their_rows(package: Package) -> None:
    assert package.load("figures", columns=[]).shape[1] == 0


FILTERS: list[tuple[Any, list[str]]] = [
    ([("value", ">", 20)], ["served"]),
    ([("value", ">=", 20), ("value", "<", 800)], ["contingent"]),
    ([[("value", "=", 20)], [("bound", "==", "more_than")]], ["contingent", "served"]),
    ([("value", "!=", 20)], ["served"]),
    ([("value", "in", [20, 800, 5])], ["contingent", "served"]),
    ([("value", "not in", [20])], ["served"]),
    ([("figure_id", "<=", "served")], ["contingent", "served"]),
    ([("bound", "in", ["exactly"])], ["contingent"]),
    ([("value", "<", 0)], []),
    ([], ["contingent", "served", "unknown"]),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERS, ids=str)
def test_filters_keep_the_rows_that_pass(
    filters: Any, expected: list[str], package: Package
) -> None:
    rows = package.load("figures", columns=["figure_id"], filters=filters)
    assert rows["figure_id"].to_pylist() == expected


def test_row_groups_that_cannot_hold_a_row_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tiny.files()
    rows = tiny.tables()["figures"]
    many = pa.concat_tables([rows] * 100).set_column(
        0, "figure_id", pa.array([f"f{n:04}" for n in range(300)])
    )
    made["figures.parquet"] = tiny.parquet_bytes(many)
    package = open_package(tiny.folder(tiny.resealed(made), tmp_path / "tiny"))
    file = package.parquet("figures")
    read: list[Any] = []
    original = file.read

    def reading(columns: Any = None, groups: Any = None, **options: Any) -> pa.Table:
        read.append(groups)
        return original(columns, groups, **options)

    monkeypatch.setattr(file, "read", reading)
    found = package.load("figures", filters=[("figure_id", "=", "f0123")])
    assert (found.num_rows, read) == (1, [[2]])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ({"table": "figurs"}, "no table `figurs` in `tiny`; the nearest is `figures`"),
        ({"table": "figures", "columns": ["valu"]}, "the nearest is `value`"),
        ({"table": "figures", "filters": [("valu", "=", 1)]}, "the nearest is `value`"),
        ({"table": "figures", "filters": [("value", "~", 1)]}, "no filter operator `~`"),
        ({"table": "figures", "filters": [("value", "=", "x")]}, "does not fit `value`"),
        ({"table": "figures", "filters": [("value", "=", None)]}, "compares with null"),
        ({"table": "figures", "filters": [("value", "=")]}, "(column, operator, value)"),
        ({"table": "figures", "as_": "panda"}, "the nearest is `pandas`"),
    ],
    ids=["table", "column", "filter", "operator", "value", "null", "condition", "form"],
)
def test_a_wrong_call_says_what_would_be_right(
    call: dict[str, Any], words: str, package: Package
) -> None:
    with pytest.raises(CallError) as raised:
        package.load(**call)
    assert words in str(raised.value)


def test_the_package_is_a_stream_of_its_tables(package: Package) -> None:
    assert pa.table(package)["name"].to_pylist() == TABLES
    assert list(package) == TABLES


def test_lists_print_as_text_and_as_html(package: Package) -> None:
    assert repr(package).splitlines()[:2] == ["tiny 1.0.0", "  name      title     rows"]
    assert "<td>figures</td>" in package._repr_html_()
    assert "person" in repr(package["figures"])
    assert "<td>person</td>" in package["figures"]._repr_html_()


def test_evidence_prints_its_words_marked(package: Package) -> None:
    assert repr(package.evidence("figures", "contingent", "value")).splitlines() == [
        "figures · contingent · value: quoted",
        "  …00 people of Kazakhstan served; ⟦20⟧ of them 🕊 in Lebanon, said Ann.…",
        "  001_report.txt, code points 51 to 53, quantity.number reads `20`",
    ]


def test_evidence_prints_as_html_with_the_words_marked(package: Package) -> None:
    shown = package.evidence("figures", "served", "value")._repr_html_()
    assert "<mark>More than 800 people</mark>" in shown


def test_evidence_is_a_sequence_and_a_stream(package: Package) -> None:
    found = package.evidence("figures", "served")
    assert [piece.field for piece in found] == ["figure_id", "article_id", "value", "bound"]
    assert found[-1].exact == "More than 800 people"
    assert pa.table(found).equals(found.to_arrow())


def test_a_null_cell_has_no_evidence(package: Package) -> None:
    assert len(package.evidence("figures", "unknown", "value")) == 0
    assert "is null" in repr(package.evidence("figures", "unknown", "value"))


ALMATY = dt.timezone(dt.timedelta(hours=6))
MOMENT = pa.timestamp("us")
FRACTIONS, ZONES = "%H:%M:%S.%f", "%Y-%m-%dT%H:%M:%S.%f%z"


@pytest.mark.parametrize(
    ("kind", "format", "held", "value", "name"),
    [
        ("datetime", "default", MOMENT, dt.datetime(2022, 1, 6, 10), "2022-01-06T10:00:00"),  # noqa: DTZ001
        ("datetime", "default", MOMENT, pd.Timestamp(0), "1970-01-01T00:00:00"),
        ("datetime", "default", MOMENT, pd.Timestamp(0.5, unit="s"), "1970-01-01T00:00:00.5"),
        (
            "datetime",
            ZONES,
            pa.timestamp("us", "UTC"),
            dt.datetime(2022, 1, 6, 15, tzinfo=ALMATY),
            "2022-01-06T09:00:00.000000Z",
        ),
        ("date", "default", pa.date32(), dt.date(2022, 1, 6), "2022-01-06"),
        ("time", "default", pa.time64("us"), dt.time(15), "15:00:00"),
        ("time", FRACTIONS, pa.time64("us"), dt.time(15), "15:00:00.000000"),
        ("year", "default", pa.int32(), 476, "0476"),
        ("year", "default", pa.int32(), "476", "476"),
        ("integer", "default", pa.int64(), 5.0, "5"),
        ("integer", "default", pa.int64(), 5.5, "5.5"),
        ("number", "default", pa.float64(), 1e15, "1e+15"),
        ("number", "default", pa.decimal128(5, 2), 5, "5.00"),
        ("number", "default", pa.decimal128(5, 2), Decimal("1.5"), "1.50"),
        ("boolean", "default", pa.bool_(), True, "true"),
        ("string", "default", pa.dictionary(pa.int8(), pa.string()), 7, "7"),
        ("list", "default", pa.list_(pa.string()), ["a"], '["a"]'),
        ("list", "default", pa.list_(pa.string()), [7], "[7]"),
    ],
)
def test_a_record_is_named_by_its_own_key_as_it_stands_in_csv(
    kind: str, format: str, held: pa.DataType, value: object, name: str
) -> None:
    fields = [{"name": "a", "type": "string"}, {"name": "b", "type": kind, "format": format}]
    columns = pa.schema([("a", pa.string()), ("b", held)])
    one = tableschema.parse({"fields": fields, "primaryKey": "b"}, "t")
    both = tableschema.parse({"fields": fields, "primaryKey": ["a", "b"]}, "t")
    assert identity.name(one, columns, value) == name
    assert json.loads(identity.name(both, columns, ("x", value))) == ["x", name]


@given(st.floats())
@example(1e15)
@example(1e-5)
def test_a_number_by_itself_is_written_as_in_a_column(number: float) -> None:
    assert values.text(number) == forms.text(Kind("number"), pa.array([number]))[0].as_py()


@pytest.mark.parametrize("key", [None, b"1", 10**30, [], ("1", "2"), object, {"a": 1}], ids=str)
def test_a_key_of_another_kind_names_no_record(key: object, package: Package) -> None:
    with pytest.raises(CallError, match="no record"):
        package.evidence("kinds", key)


def test_a_record_may_be_named_by_a_number(package: Package) -> None:
    assert package.evidence("kinds", 1, "whole")[0].basis == "assigned"


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("figurs", "served"), "nearest is `figures`"),
        (("figures", "serve"), "no record `serve` in `figures`; the nearest is `served`"),
        (("figures", "served", "valu"), "nearest is `value`"),
        (("evidence", "served"), "none of its own"),
    ],
)
def test_evidence_of_what_is_not_there_names_the_nearest(
    call: tuple[str, ...], words: str, package: Package
) -> None:
    with pytest.raises(CallError) as raised:
        package.evidence(*call)
    assert words in str(raised.value)


def test_sources_are_listed_with_their_hash(package: Package) -> None:
    assert [row["seed"] for row in package.sources()] == [tiny.SOURCE_NAME]


CITATIONS = {
    "text": "Ann & Co (2026). Tiny (version 1.0.0) [Data set]. https://example.org/tiny",
    "bibtex": "author = {{Ann \\& Co}}",
    "csl-json": '"type": "dataset"',
    "ris": "TY  - DATA\nAU  - Ann & Co\n",
}


@pytest.mark.parametrize("style", CITATIONS)
def test_a_citation_follows_its_style(style: str, package: Package) -> None:
    assert CITATIONS[style] in package.cite(style)


def test_a_link_stands_in_bibtex_as_it_is() -> None:
    link = "https://example.org/~ann/my_data%20set?x=1&y=#$"
    assert f"  url = {{{link}}},\n" in cite({"name": "tiny", "homepage": link}, "bibtex")


@pytest.mark.parametrize("style", CITATIONS)
def test_an_author_who_stands_twice_is_cited_once(style: str) -> None:
    people = [
        {"title": "Ann  Bee", "roles": ["creator"]},
        {"title": "Ann Bee", "roles": ["author"]},
    ]
    assert cite({"name": "tiny", "contributors": people}, style).count("Ann Bee") == 1


def test_an_unknown_style_names_the_nearest(package: Package) -> None:
    with pytest.raises(CallError, match="nearest are `bibtex`, `text`"):
        package.cite("bibtext")


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules that `import kzdata` loads in a new process."""
    code = "import sys; before = set(sys.modules); import kzdata; print(*set(sys.modules) - before)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in out.stdout.split()}


def test_importing_kzdata_loads_the_standard_library_alone(loaded: set[str]) -> None:
    assert loaded <= {*sys.stdlib_module_names, "kzdata"}


@pytest.mark.parametrize("form", ["arrow", "pandas", "polars", "duckdb"])
def test_loading_never_imports_the_slow_parts(form: str, tmp_path: Path) -> None:
    place = tiny.folder(tiny.files(), tmp_path / "tiny")
    code = f"import sys, kzdata; kzdata.open({str(place)!r}).load('figures', {form!r})"
    code += "; print('pyarrow.dataset' in sys.modules, 'pandas' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split()[1] == str(form == "pandas") or form == "duckdb"
    assert run.stdout.split()[0] == "False" or form != "arrow"


def test_row_groups_are_read_side_by_side_and_stay_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = 9 * PART + 2
    texts = pa.array([f"text {row % 7}" for row in range(rows)])
    table = pa.table({"number": range(rows), "text": texts, "list": [[row] for row in range(rows)]})
    file = Parquet(memoryview(tiny.parquet_bytes(table, row_group_size=1)), "`a.parquet`")
    names: set[str] = set()
    opened = Parquet._opened

    def noted(self: Parquet, **options: Any) -> Any:
        names.add(threading.current_thread().name)
        return opened(self, **options)

    monkeypatch.setattr(Parquet, "_opened", noted)
    monkeypatch.setattr("kzdata.threads.LARGE", rows)
    assert file.read().equals(table)
    assert threading.current_thread().name not in names or os.cpu_count() == 1
    assert file.read(["text"], range(3, 30)).equals(table.select(["text"]).slice(3, 27))
    names.clear()
    file.read(["number"], range(3))
    assert names == {threading.current_thread().name}


THREADS = """
import os, sys
import pyarrow.parquet
from kzdata.catalog.opening import open_package
before = os.listdir("/proc/self/task")
package = open_package(sys.argv[1])
for name in package:
    package.load(name)
started = set(os.listdir("/proc/self/task")) - set(before)
names = [open(f"/proc/self/task/{one}/comm").read().strip() for one in started]
print([name for name in names if not name.startswith("jemalloc")])
"""


@pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(),
    reason="needs `/proc/self/task`, which lists a process's threads",
)
def test_loading_leaves_no_thread_that_holds_what_is_pythons(tmp_path: Path) -> None:
    """Such a thread of Arrow's aborts the process if it lets go while Python ends."""
    place = tiny.folder(tiny.files(), tmp_path / "tiny")
    done = subprocess.run(
        [sys.executable, "-c", THREADS, place], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_duckdb_is_the_library_that_was_asked_for(package: Package) -> None:
    assert isinstance(package.load("figures", "duckdb"), duckdb.DuckDBPyRelation)


VALUES: dict[str, tuple[Kind, pa.Array, str, str, str]] = {
    # the value, then in a table, in CSV and in JSON Lines
    "no number": (Kind("number"), pa.array([float("nan")]), "NaN", "NaN", '"NaN"'),
    "endless": (Kind("number"), pa.array([float("-inf")]), "-INF", "-INF", '"-INF"'),
    "endless in a list": (
        Kind("list", item_type="number"),
        pa.array([[1.0, float("inf")]]),
        '[1,"INF"]',
        '"[1,""INF""]"',
        '[1.0, "INF"]',
    ),
    "null in a list": (
        Kind("list", item_type="integer"),
        pa.array([[1, None]]),
        "[1,null]",
        '"[1,null]"',
        "[1, null]",
    ),
    "truth": (Kind("boolean"), pa.array([True]), "true", "true", "true"),
    "year": (Kind("year"), pa.array([476]), "0476", "0476", "476"),
    "days": (
        Kind("list", item_type="date"),
        pa.array([[dt.date(2020, 1, 1)]]),
        '["2020-01-01"]',
        '"[""2020-01-01""]"',
        '["2020-01-01"]',
    ),
    "point": (
        Kind("geopoint"),
        pa.array([{"lon": 1.5, "lat": 2.0}]),
        "1.5,2",
        '"1.5,2"',
        '{"lon": 1.5, "lat": 2.0}',
    ),
}


@pytest.mark.parametrize(("kind", "value", "shown", "written", "told"), VALUES.values(), ids=VALUES)
def test_a_value_is_printed_in_each_form(
    kind: Kind, value: pa.Array, shown: str, written: str, told: str
) -> None:
    rows, kinds = pa.table({"v": value}), {"v": kind}
    printed = {form: "".join(printing.lines(rows, kinds, "t", form)) for form in printing.FORMS}
    assert printed["table"] == f"t\n  v\n  {shown}\n"
    assert printed["records"] == f"t\n\n  v  {shown}\n"
    assert printed["jsonl"] == f'{{"v": {told}}}\n'
    assert printed["csv"] == f"v\n{written}\n"
    json.loads(printed["jsonl"], parse_constant=pytest.fail)


def test_a_column_that_is_called_a_list_is_printed_with_its_items(package: Package) -> None:
    kind = forms.kind(package.info("kinds").field("numbers"))
    printed = printing.lines(
        package.load("kinds", columns=["numbers"]), {"numbers": kind}, "", "csv"
    )
    assert "".join(printed).splitlines()[:2] == ["numbers", '"[1,-2]"']


def test_records_stand_one_below_the_other_and_command_nothing() -> None:
    rows = pa.table({"id": ["a", "\x1b[31m"], "länge": [1, None]})
    kinds = {"id": Kind("string"), "länge": Kind("integer")}
    printed = "".join(printing.lines(rows, kinds, "t", "records"))
    assert printed == "t\n\n  id     a\n  länge  1\n\n  id     \\u{1b}[31m\n  länge\n"


def test_a_spreadsheet_takes_no_text_for_a_formula() -> None:
    rows = pa.table({"text": ["=HYPERLINK(A1)", None], "number": [-5, 7]})
    kinds = {"text": Kind("string"), "number": Kind("integer")}
    plain, safe = (
        "".join(printing.lines(rows, kinds, "t", form)) for form in ("csv", "spreadsheet")
    )
    assert plain == "text,number\n=HYPERLINK(A1),-5\n,7\n"
    assert safe == "text,number\n'=HYPERLINK(A1),-5\n,7\n"


def test_a_listing_is_a_sequence_of_its_rows() -> None:
    rows = [{"a": n} for n in range(4)]
    listing = Listing(pa.Table.from_pylist(rows), "t", ["a"])
    assert list(listing) == rows
    assert [listing[at] for at in (0, 3, -1)] == [rows[0], rows[3], rows[3]]
    assert (listing[1:3], listing[::-1]) == (rows[1:3], rows[::-1])
    with pytest.raises(IndexError):
        listing[4]


def test_to_walk_a_listing_takes_a_time_that_grows_with_its_rows() -> None:
    def walk(size: int) -> None:
        listing = Listing(pa.table({"a": range(size)}), "t", ["a"])
        assert [row["a"] for row in listing] == [listing[at]["a"] for at in range(size)]

    assert growth(walk, 1_000) < LINEAR
