"""Comparing packages: what is said of a change, in which forms, and of packages that are bad."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kzdata.catalog.cells import Piece
from kzdata.catalog.opening import open_package
from kzdata.errors import DataError
from kzdata.release import kinds
from kzdata.release.changes import Change, Diff
from kzdata.release.diff import diff
from kzdata.release.forms import FORMS
from kzdata.release.styles import summary
from tests.catalog import tiny
from tests.command import run
from tests.release.made import FIGURES, RECORDS, Edit, package

Files = dict[str, bytes]
Row = dict[str, Any]

FILES = tiny.files()


def changed(table: str, change: Callable[[list[Row]], None]) -> Files:
    """The package in which the rows of a table are changed, sealed again."""
    old = tiny.tables()[table]
    rows = old.to_pylist()
    change(rows)
    new = pa.Table.from_pylist(rows, old.schema)
    both = {f"{table}.csv": tiny.csv_bytes(new), f"{table}.parquet": tiny.parquet_bytes(new)}
    return tiny.resealed({**FILES, **both})


def described(change: Callable[[dict[str, Any]], None]) -> Files:
    """The package with another descriptor, sealed again."""
    descriptor = json.loads(FILES["datapackage.json"])
    change(descriptor)
    return tiny.resealed({**FILES, "datapackage.json": json.dumps(descriptor).encode()})


def compared(folder: Path, new: Files, old: Files = FILES) -> Diff:
    """The difference between two packages."""
    places = [tiny.folder(files, folder / name) for name, files in (("old", old), ("new", new))]
    return diff(*map(open_package, places))


def setting(number: int, **values: Any) -> Callable[[list[Row]], None]:
    """Sets values of one row."""
    return lambda rows: rows[number].update(values)


VALUES = [
    ("whole", 5, "9007199254740993", "5"),
    ("truth", False, "true", "false"),
    ("moment", None, "1871-03-18T12:00:00", None),
    ("point", {"lon": 71.43, "lat": 51.0}, "71.43,51.13", "71.43,51"),
    ("numbers", [1, -3], "[1,-2]", "[1,-3]"),
    ("choice", "green", "red", "green"),
    ("year", 1466, "1465", "1466"),
    ("text", "a", '😀 قازاقستان, "said"\nshe', "a"),
]


@pytest.mark.parametrize(("field", "value", "old", "new"), VALUES, ids=[v[0] for v in VALUES])
def test_a_cell_of_any_type_shows_both_values(
    field: str, value: object, old: str | None, new: str | None, tmp_path: Path
) -> None:
    found = compared(tmp_path, changed("kinds", setting(0, **{field: value})))
    (change,) = found.changes
    assert (change.place, change.old, change.new) == (("kinds", "1", field), old, new)


def test_rows_in_another_order_are_no_change(tmp_path: Path) -> None:
    assert compared(tmp_path, changed("kinds", list.reverse)).changes == ()


def test_identifiers_that_change_places_are_changed_cells(tmp_path: Path) -> None:
    def change(rows: list[Row]) -> None:
        rows[0]["id"], rows[1]["id"] = rows[1]["id"], rows[0]["id"]

    found = compared(tmp_path, changed("kinds", change))
    kinds = {change.kind.name for change in found.changes if change.field == "whole"}
    assert kinds == {"cell-filled", "cell-emptied"}


def test_a_changed_cell_comes_with_the_pieces_of_both_sides(tmp_path: Path) -> None:
    (change,) = compared(tmp_path, changed("figures", setting(0, value=21))).changes
    assert [piece.exact for piece in (*change.before, *change.after)] == ["20", "20"]


def test_records_of_a_composite_key_are_found_with_their_evidence(tmp_path: Path) -> None:
    key = Edit(FIGURES, "primaryKey: figure_id", "primaryKey: [article_id, figure_id]")
    old = package(tmp_path / "old", key)
    new = package(tmp_path / "new", key, Edit(RECORDS, "took: P6M", "took: P7M"))
    (change,) = diff(old, new).changes
    assert change.place == ("figures", '["first", "ready"]', "took")
    assert [piece.basis for piece in (*change.before, *change.after)] == ["inferred", "inferred"]


def test_evidence_of_added_and_removed_rows_is_no_change_of_its_own(tmp_path: Path) -> None:
    found = compared(tmp_path, changed("figures", lambda rows: rows.pop(0)))
    assert [change.kind.name for change in found.changes] == ["row-removed"]


def test_changes_come_in_the_order_of_tables_records_and_fields(tmp_path: Path) -> None:
    def change(rows: list[Row]) -> None:
        rows[1].update(value=801, bound="exactly")
        rows[0].update(value=21)
        rows.append(rows[2] | {"figure_id": "added"})

    found = compared(tmp_path, changed("figures", change))
    places = [change.place[1:] for change in found.changes]
    assert places == [("added",), ("contingent", "value"), ("served", "value"), ("served", "bound")]


def test_the_step_is_named_by_the_first_of_the_largest_changes(tmp_path: Path) -> None:
    found = compared(tmp_path, changed("figures", lambda rows: rows.clear()))
    assert found.largest is not None
    assert found.largest.place == ("figures", "contingent")


def test_a_reading_that_changed_alone_is_shown_whole(tmp_path: Path) -> None:
    files = changed(
        "evidence", lambda rows: [row.update(prefix="x") for row in rows if row["exact"]]
    )
    found = compared(tmp_path, files)
    text = FORMS["text"](found)
    assert {change.kind.name for change in found.changes} == {"evidence-changed"}
    assert "new: piece: 1, basis: quoted" in text
    assert "prefix: x" in text
    assert "None" not in text


def test_an_unaligned_piece_of_evidence_is_found(tmp_path: Path) -> None:
    def change(rows: list[Row]) -> None:
        quoted = next(row for row in rows if row["exact"] == "20")
        rows.insert(rows.index(quoted) + 1, quoted | {"piece": 2})

    found = compared(tmp_path, changed("evidence", change))
    assert [change.place[:2] for change in found.changes] == [("figures", "contingent")]
    assert [len(found.changes[0].before), len(found.changes[0].after)] == [1, 2]


def rows_twice(rows: list[Row]) -> None:
    rows.append(rows[0])


def resource(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Sets a property of the schema of both forms of `figures`."""

    def change(descriptor: dict[str, Any]) -> None:
        for each in descriptor["resources"]:
            if each["name"].startswith("figures"):
                each["schema"]["fields"][2][key] = value

    return change


def keyed_by_a_point(lat: float) -> Files:
    """The package of which one table has a point as its primary key."""

    def alone(rows: list[Row]) -> None:
        rows[:] = [rows[0] | {"point": {"lon": 0.0, "lat": lat}}]

    files = changed("kinds", alone)
    descriptor = json.loads(files["datapackage.json"])
    for each in descriptor["resources"]:
        if each["name"].startswith("kinds"):
            each["schema"]["primaryKey"] = ["point"]
    return tiny.resealed({**files, "datapackage.json": json.dumps(descriptor).encode()})


HOSTILE: dict[str, tuple[Callable[[], Files], str]] = {
    "key-twice": (lambda: changed("figures", rows_twice), "is null or stands twice"),
    "key-null": (lambda: changed("figures", setting(0, figure_id=None)), "is null or stands twice"),
    "types": (lambda: described(resource("type", "geopoint")), "described is a geopoint"),
    "constraints": (lambda: described(resource("constraints", [1])), "`constraints` is no object"),
    "categories": (lambda: described(resource("categories", {"a": 1})), "`categories` is no list"),
    "licences": (
        lambda: described(lambda each: each.update(licenses=["CC0"])),
        "`licenses` holds what is no object",
    ),
    "sources": (
        lambda: described(lambda each: each.pop("kzdata:sources")),
        "does not say where its sources stand",
    ),
}


def test_rows_of_any_key_are_named_as_in_csv(tmp_path: Path) -> None:
    found = compared(tmp_path, keyed_by_a_point(1.0), keyed_by_a_point(2.5))
    assert [change.place for change in found.changes] == [("kinds", "0,1"), ("kinds", "0,2.5")]


def test_a_column_of_another_type_than_described_is_one_line(tmp_path: Path) -> None:
    texts = tiny.tables()["figures"]
    texts = texts.set_column(2, "value", texts["value"].cast(pa.string()))
    files = tiny.resealed({**tiny.files(), "figures.parquet": tiny.parquet_bytes(texts)})
    with pytest.raises(DataError, match="`value` is a string, described is a integer"):
        compared(tmp_path, files)


@pytest.mark.parametrize("side", ["old", "new"])
@pytest.mark.parametrize(("files", "message"), HOSTILE.values(), ids=HOSTILE)
def test_a_package_that_cannot_be_compared_is_one_line(
    files: Callable[[], Files], message: str, side: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=message) as error:
        compared(tmp_path, **{"new": FILES, side: files()})
    assert "\n" not in str(error.value)


def test_what_arrow_refuses_to_compare_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overflowing(*_: object) -> None:
        raise pa.ArrowCapacityError("array cannot\x1b contain more than 2147483646 bytes\nhave 3")

    # It takes two gigabytes of different texts.
    monkeypatch.setattr("kzdata.release.numbers.of", overflowing)
    told = r"cannot be compared with `.*`: array cannot\\u{1b} contain more than \d+ bytes$"
    with pytest.raises(DataError, match=told):
        compared(tmp_path, tiny.files())


def test_json_tells_it_whole(tmp_path: Path) -> None:
    told = json.loads(FORMS["json"](compared(tmp_path, changed("figures", setting(0, value=21)))))
    assert (told["old"], told["new"], told["step"]) == ("1.0.0", "1.0.0", "patch")
    (change,) = told["changes"]
    assert (change["kind"], change["old"], change["new"]) == ("cell-corrected", "20", "21")
    assert change["before"] == change["after"]
    assert change["before"][0]["exact"] == "20"
    assert told["why"] == change


AT = {"table": "t", "record": "r", "field": "f"}
QUOTED = Piece(
    **dict.fromkeys(Piece._fields)
    | AT
    | {"piece": 1, "basis": "quoted", "source": "s.txt", "start": 3, "end": 9, "exact": "20 men"}
)
INFERRED = QUOTED._replace(basis="inferred", reason="so")
ASSIGNED = QUOTED._replace(basis="assigned", source=None, start=None, end=None, exact=None)
LONGER = QUOTED._replace(prefix="of")
CHANGES = (
    Change(kind=kinds.ORDER_CHANGED, part="tables"),
    Change(kind=kinds.ROW_ADDED, table="t", record="a"),
    Change(kind=kinds.ROW_REMOVED, table="t", record="b"),
    Change(kind=kinds.ROW_REMOVED, table="t", record="c"),
    Change(
        kind=kinds.CELL_CORRECTED, old="20", new="21", before=(QUOTED,), after=(INFERRED,), **AT
    ),
    Change(kind=kinds.CELL_FILLED, new="x", after=(ASSIGNED,), **AT),
    Change(kind=kinds.EVIDENCE_CHANGED, before=(QUOTED,), after=(INFERRED,), **AT),
    Change(kind=kinds.EVIDENCE_CHANGED, before=(QUOTED,), after=(INFERRED,), **AT | {"field": "g"}),
    Change(kind=kinds.EVIDENCE_CHANGED, before=(QUOTED,), after=(LONGER,), **AT),
)
SAID = """\
tiny 1.0.0 → 2.0.0

Needs a major step: row removed or renamed: t · b; others refer to it by its primary key.

patch: tables or fields in another order: tables
minor: row added: t: a
major: 2 rows removed or renamed: t: b, c
patch: cell corrected: t · r · f: 20 → 21
    old: “20 men” (s.txt, 3 to 9)
    new: inferred, “20 men” (s.txt, 3 to 9), so
minor: null filled: t · r · f: null → x
    new: assigned
patch: evidence or reason of a cell changed: t · r · f, g
    old: “20 men” (s.txt, 3 to 9)
    new: inferred, “20 men” (s.txt, 3 to 9), so
patch: evidence or reason of a cell changed: t · r · f
    old: piece: 1, basis: quoted, source: s.txt, start: 3, end: 9, exact: 20 men
    new: piece: 1, basis: quoted, source: s.txt, start: 3, end: 9, exact: 20 men, prefix: of
"""


def test_each_change_says_where_it_is_and_what_is_behind_it() -> None:
    assert FORMS["text"](Diff(name="tiny", old="1.0.0", new="2.0.0", changes=CHANGES)) == SAID


def test_where_nothing_changed_each_form_says_so() -> None:
    same = Diff(name="tiny", old="1.0.0", new="1.0.0", changes=())
    said = "Nothing changed: no step of the version is needed.\n"
    assert FORMS["text"](same) == f"tiny 1.0.0 → 1.0.0\n\n{said}"
    assert FORMS["markdown"](same).endswith(f"\n\n{said}")
    told = json.loads(FORMS["json"](same))
    assert (told["step"], told["why"], told["changes"]) == ("none", None, [])


EVIL = "\x1b]0;x\x07<b>`[a](b) ##[group]\n- new\u202e"


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_commands_nothing_in_any_form(form: str, tmp_path: Path) -> None:
    def change(rows: list[Row]) -> None:
        rows.append(rows[2] | {"figure_id": EVIL})

    told = FORMS[form](compared(tmp_path, changed("figures", change)))
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", told)
    assert "##[" not in told
    assert "\n- new" not in told
    if form == "markdown":
        assert "<b>" not in told.replace("\\<b\\>", "")


def test_many_rows_share_a_line_in_which_some_are_named(tmp_path: Path) -> None:
    def change(rows: list[Row]) -> None:
        rows += [{**dict.fromkeys(rows[0]), "id": number} for number in range(100, 130)]

    told = FORMS["text"](compared(tmp_path, changed("kinds", change)))
    assert "minor: 30 rows added: kinds: 100, 101, " in told
    assert ", 119 and 10 more\n" in told


@pytest.mark.parametrize(("form", "start"), [("text", "tiny 1.0.0"), ("markdown", "## tiny")])
def test_the_command_prints_a_form(
    form: str, start: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tiny.folder(FILES, tmp_path / "old")
    new = tmp_path / "new.zip"
    new.write_bytes(tiny.zipped(changed("figures", setting(0, value=21))))
    assert run("diff", old, new, "--format", form) == 0
    told = capsys.readouterr().out
    assert told.startswith(start)
    assert "Needs a patch step: cell corrected: figures · contingent · value" in told


def large(count: int, lost: set[int], corrected: set[int]) -> Files:
    """A package of `count` figures less those `lost`, without CSV forms, some of them corrected."""
    numbers = [number for number in range(count) if number not in lost]
    columns = {
        "figure_id": [f"f{number:07}" for number in numbers],
        "article_id": ["report"] * len(numbers),
        "value": [-1 if number in corrected else number for number in numbers],
        "bound": ["exactly"] * len(numbers),
    }
    pieces: Row = {name: [None] * (4 * len(numbers)) for name in tiny.PIECES} | {
        "table": ["figures"] * (4 * len(numbers)),
        "record": [record for record in columns["figure_id"] for _ in columns],
        "field": [*columns] * len(numbers),
        "piece": [1] * (4 * len(numbers)),
        "basis": ["assigned"] * (4 * len(numbers)),
    }
    files = dict(FILES)
    for name, rows in (("figures", columns), ("evidence", pieces)):
        table = pa.table(rows, tiny.tables()[name].schema)
        files[f"{name}.parquet"] = tiny.parquet_bytes(table, row_group_size=32_768)
    descriptor = json.loads(files["datapackage.json"])
    csv = ("figures", "evidence")
    descriptor["resources"] = [each for each in descriptor["resources"] if each["name"] not in csv]
    return tiny.resealed({**files, "datapackage.json": json.dumps(descriptor).encode()})


def test_a_few_changes_among_a_hundred_thousand_rows_are_found(tmp_path: Path) -> None:
    old = large(100_000, set(), set())
    new = large(100_000, {10}, {7, 40_007, 80_007})
    assert [(each.kind.name, each.record) for each in compared(tmp_path, new, old).changes] == [
        ("cell-corrected", "f0000007"),
        ("row-removed", "f0000010"),
        ("cell-corrected", "f0040007"),
        ("cell-corrected", "f0080007"),
    ]


def test_a_change_without_a_place_is_of_the_dataset() -> None:
    assert summary(Change(kind=kinds.DATASET_RENAMED)) == "dataset renamed"
