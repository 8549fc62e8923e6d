"""Verifying a package: every change is noticed, by kzdata and by the tool that shares no code."""

import csv
import datetime as dt
import hashlib
import json
import math
import random
import runpy
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from kzdata import verify
from kzdata.catalog.opening import open_package
from kzdata.errors import CallError, DataError
from kzdata.verification.package import by_hash_alone
from tests.catalog import tiny
from tests.command import run

TOOL = Path(__file__).parents[2] / "tools" / "verify.py"
FILES = tiny.files()
ZIP = tiny.zipped(FILES)
Row = dict[str, Any]


def tool(place: Path, *sources: Path) -> str:
    """What the stand-alone verifier says, run in this process; empty where nothing is wrong."""
    longest = csv.field_size_limit()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [str(TOOL), str(place), *map(str, sources)])
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(TOOL), run_name="__main__")
    csv.field_size_limit(longest)
    return str(ended.value.code or "").strip()


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The folder of the source text."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / tiny.SOURCE_NAME).write_text(tiny.SOURCE, encoding="utf-8")
    return tmp_path / "seeds"


@pytest.fixture(params=["folder", "zip"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The tiny package, untouched."""
    if request.param == "folder":
        return tiny.folder(FILES, tmp_path / "tiny")
    (tmp_path / "tiny.zip").write_bytes(ZIP)
    return tmp_path / "tiny.zip"


def test_an_untouched_package_has_no_problem(place: Path, sources: Path) -> None:
    assert verify(place) == []
    assert verify(place, sources) == []
    assert tool(place) == ""
    assert tool(place, sources) == ""


def renamed(name: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The package of which the source has this name."""
    monkeypatch.setattr(tiny, "SOURCE_NAME", name)
    return tiny.files()


def test_a_source_may_lie_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tiny.folder(renamed("2022/report.txt", monkeypatch), tmp_path / "tiny")
    (tmp_path / "seeds/2022").mkdir(parents=True)
    text = tmp_path / "seeds/2022/report.txt"
    text.write_text(tiny.SOURCE, encoding="utf-8")
    assert verify(place, tmp_path / "seeds") == []
    assert tool(place, tmp_path / "seeds") == ""
    text.rename(tmp_path / "seeds/report.txt")
    assert verify(place, tmp_path / "seeds")
    assert "2022/report.txt" in tool(place, tmp_path / "seeds")


@pytest.mark.parametrize("name", ["../report.txt", "2022/../../report.txt", "{}/report.txt"])
def test_no_source_is_read_outside_of_their_folder(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = renamed(name.format(tmp_path), monkeypatch)
    (tmp_path / "seeds/2022").mkdir(parents=True)
    (tmp_path / "report.txt").write_text(tiny.SOURCE, encoding="utf-8")
    place = tiny.folder(made, tmp_path / "tiny")
    assert verify(place, tmp_path / "seeds")
    assert "report.txt: not the source that was quoted" in tool(place, tmp_path / "seeds")


def rebuilt(table: str, change: Callable[[list[Row]], None]) -> dict[str, bytes]:
    """The package in which the rows of a table are changed, in both forms, and all is sealed."""
    old = tiny.tables()[table]
    rows = old.to_pylist()
    change(rows)
    columns = {
        name: pa.array([row[name] for row in rows], pa.string()).dictionary_encode()
        if pa.types.is_dictionary(kind)
        else pa.array([row[name] for row in rows], kind)
        for name, kind in zip(old.column_names, old.schema.types, strict=True)
    }
    new = pa.table(columns)
    both = {f"{table}.csv": tiny.csv_bytes(new), f"{table}.parquet": tiny.parquet_bytes(new)}
    return tiny.resealed({**FILES, **both})


def piece(rows: list[Row], field: str = "value", record: str = "served") -> Row:
    """One piece of evidence."""
    return next(row for row in rows if (row["record"], row["field"]) == (record, field))


UNQUOTED = dict.fromkeys(("source", "start", "end", "exact", "prefix", "suffix"))
UNREAD = dict.fromkeys(("reader", "reading", "reading_start"))


def more(field: str, record: str, **values: Any) -> Callable[[list[Row]], None]:
    """Put another piece behind that of a field."""

    def change(rows: list[Row]) -> None:
        first = piece(rows, field, record)
        rows.insert(rows.index(first) + 1, {**first, "piece": 2, **values})

    return change


def change(**values: Any) -> Callable[[list[Row]], None]:
    """Change the piece of evidence of the value of `served`."""
    return lambda rows: piece(rows).update(values)


FAULTS: dict[str, tuple[str, Callable[[list[Row]], None], str, bool]] = {
    # table, change, words of the problem, and whether the tool notices it too
    "cell-without-evidence": (
        "evidence",
        lambda rows: rows.remove(piece(rows)),
        "`figures` 'served', `value`: the cell has no evidence",
        True,
    ),
    "evidence-without-cell": (
        "figures",
        lambda rows: rows[1].update(value=None),
        "`figures` 'served', `value`: no such cell, or a null one",
        True,
    ),
    "evidence-of-no-record": (
        "evidence",
        change(record="zzz"),
        "`figures` 'zzz', `value`: no such cell",
        True,
    ),
    "evidence-of-no-field": (
        "evidence",
        change(field="zzz"),
        "evidence of a field `zzz` in `figures`",
        True,
    ),
    "evidence-of-no-table": (
        "evidence",
        lambda rows: rows[-1].update(table="zzz"),
        "evidence of a table `zzz`",
        True,
    ),
    "evidence-of-evidence": (
        "evidence",
        lambda rows: rows[-1].update(table="evidence"),
        "evidence of a table `evidence`",
        True,
    ),
    "evidence-out-of-order": (
        "evidence",
        lambda rows: rows.reverse(),
        "not in the order of its key",
        False,
    ),
    "piece-twice": (
        "evidence",
        lambda rows: rows.append(dict(rows[-1])),
        """is '["kinds", "3", "truth", "1"]' in more than one row""",
        False,
    ),
    "basis-unknown": ("evidence", change(basis="guessed"), "its basis is unknown", True),
    "quoted-without-words": (
        "evidence",
        change(exact=None),
        "it is quoted and has no `exact`",
        True,
    ),
    "quoted-without-start": ("evidence", change(start=None), "quoted and has no `start`", True),
    "quoted-without-end": ("evidence", change(end=None), "quoted and has no `end`", True),
    "concluded-from-words-nowhere": (
        "evidence",
        change(basis="inferred", reason="so", start=None),
        "it has words and no `start`",
        True,
    ),
    "concluded-from-words-without-end": (
        "evidence",
        change(basis="inferred", reason="so", end=None),
        "it has words and no `end`",
        True,
    ),
    "inferred-without-reason": (
        "evidence",
        change(basis="inferred"),
        "it is inferred and has no `reason`",
        True,
    ),
    "assigned-with-source": (
        "evidence",
        change(basis="assigned"),
        "it is assigned and has a `source`",
        False,
    ),
    "assigned-in-a-quoted-field": (
        "evidence",
        change(basis="assigned", **UNQUOTED, **UNREAD),
        "it is assigned, and its field is quoted",
        False,
    ),
    "read-by-another": (
        "evidence",
        change(reader="date"),
        "its reader is not that of its field",
        False,
    ),
    "read-by-none": ("evidence", change(reader=None), "it is quoted and has no `reader`", False),
    "quoted-and-read-nowhere": (
        "evidence",
        change(reading=None),
        "it is quoted and has no `reading`",
        False,
    ),
    "quoted-with-a-reason": (
        "evidence",
        change(reason="so"),
        "it is quoted and has a `reason`",
        False,
    ),
    "inferred-and-read": (
        "evidence",
        change(basis="inferred", reason="so"),
        "it is inferred and has a `reading`",
        False,
    ),
    "context-of-no-words": (
        "evidence",
        change(basis="inferred", reason="so", **UNREAD, **UNQUOTED | {"suffix": "not "}),
        "it has a `suffix` and no words",
        False,
    ),
    "assigned-twice": (
        "evidence",
        more("article_id", "served"),
        "piece 2: it is assigned and not the only one of its cell",
        False,
    ),
    "piece-skipped": (
        "evidence",
        more("value", "served", piece=3),
        "piece 3: it is not the next one of its cell",
        False,
    ),
    "of-two-bases": (
        "evidence",
        more("value", "served", basis="inferred", reason="so", **UNREAD),
        "piece 2: its basis is not that of the piece before it",
        False,
    ),
    "words-without-source": ("evidence", change(source=None), "has no `source`", False),
    "end-moved": ("evidence", change(end=29), "is not the length of its words", True),
    "start-negative": ("evidence", change(start=-14, end=8), "`start` is negative", True),
    "reading-elsewhere": ("evidence", change(reading="900"), "does not stand in its words", True),
    "reading-outside": ("evidence", change(reading_start=0), "does not stand in its words", True),
    "prefix-long": ("evidence", change(prefix="x" * 33), "its prefix is longer than 32", False),
    "suffix-long": ("evidence", change(suffix="x" * 33), "its suffix is longer than 32", False),
    "reading-before": (
        "evidence",
        change(reading_start=-2),  # from their end, these are the words
        "does not stand in its words",
        True,
    ),
    "reading-nowhere": (
        "evidence",
        change(reading_start=None),
        "it is quoted and has no `reading_start`",
        False,
    ),
    "unique-key-twice": (
        "articles",
        lambda rows: rows.append(rows[0] | {"article_id": "again"}),
        f"`seed` is '{tiny.SOURCE_NAME}' in more than one row",
        False,
    ),
    "key-twice": (
        "figures",
        lambda rows: rows[2].update(figure_id="served"),
        "`figure_id` is 'served' in more than one row",
        True,
    ),
    "key-null": (
        "figures",
        lambda rows: rows[2].update(figure_id=None),
        "`figure_id` is null in 1 rows",
        True,
    ),
    "foreign-key-lost": (
        "figures",
        lambda rows: rows[0].update(article_id="other"),
        "`article_id` is 'other', not in `articles`",
        False,
    ),
}


@pytest.mark.parametrize(("table", "spoil", "words", "by_tool"), FAULTS.values(), ids=FAULTS)
def test_a_fault_that_hashes_cannot_tell_is_told(
    table: str, spoil: Callable[[list[Row]], None], words: str, by_tool: bool, tmp_path: Path
) -> None:
    place = tiny.folder(rebuilt(table, spoil), tmp_path / "tiny")
    problems = verify(place)
    assert any(words in problem for problem in problems), problems
    assert not by_tool or tool(place)


def test_context_may_be_as_long_as_it_is_published(tmp_path: Path) -> None:
    longest = change(prefix="x" * 32, suffix="x" * 32)
    assert verify(tiny.folder(rebuilt("evidence", longest), tmp_path / "tiny")) == []


def test_a_foreign_key_that_is_null_leads_nowhere_and_is_no_problem(tmp_path: Path) -> None:
    def unlink(rows: list[Row]) -> None:
        rows[0].update(article_id=None)

    problems = verify(tiny.folder(rebuilt("figures", unlink), tmp_path / "tiny"))
    assert [problem for problem in problems if "not in `articles`" in problem] == []


def test_of_many_pieces_with_one_fault_the_first_few_are_told(tmp_path: Path) -> None:
    def unknown(rows: list[Row]) -> None:
        for row in rows:
            row.update(basis="guessed")

    problems = verify(tiny.folder(rebuilt("evidence", unknown), tmp_path / "tiny"))
    assert len([problem for problem in problems if "its basis is unknown" in problem]) == 5


def test_of_many_cells_without_evidence_the_first_few_of_a_field_are_told(tmp_path: Path) -> None:
    def add(rows: list[Row]) -> None:
        rows += [rows[0] | {"id": number} for number in range(10, 20)]

    problems = verify(tiny.folder(rebuilt("kinds", add), tmp_path / "tiny"))
    lacking = [one for one in problems if one.endswith(", `text`: the cell has no evidence")]
    assert len(lacking) == 5


DESCRIBED: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "no key": (lambda it: it["schema"].pop("primaryKey"), "table `kinds` has no primary key"),
    "key to no table": (
        lambda it: it["schema"].update(foreignKeys=[leading("nowhere", "id")]),
        "`text` leads to `nowhere`, which has no `id`",
    ),
    "key to no field": (
        lambda it: it["schema"].update(foreignKeys=[leading("figures", "id")]),
        "`text` leads to `figures`, which has no `id`",
    ),
}


def leading(table: str, field: str) -> dict[str, Any]:
    """A foreign key of a text."""
    return {"fields": ["text"], "reference": {"resource": table, "fields": [field]}}


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("uniqueKeys", [["x \x1f y", "z"], ["x", "y \x1f z"]]),
        ("uniqueKeys", [["1:x", "y"], ["1", "x:y"]]),
        ("foreignKeys", [["other", "served"]]),
    ],
    ids=["keys that run together", "keys that look measured", "foreign key"],
)
def test_a_key_of_several_parts_is_compared_part_by_part(
    key: str, parts: list[list[str]], tmp_path: Path
) -> None:
    """Of the foreign key each part stands in the table that it leads to, but in no one row."""
    fields = ["article_id", "figure_id"]

    def rename(rows: list[Row]) -> None:
        for row, values in zip(rows, parts, strict=False):
            row.update(zip(fields, values, strict=True))

    made = rebuilt("figures", rename)
    described = json.loads(made["datapackage.json"])
    for resource in described["resources"]:
        if resource["name"].startswith("figures"):
            there = {"resource": "figures.parquet", "fields": ["figure_id", "article_id"]}
            foreign = {"fields": fields, "reference": there}
            resource["schema"][key] = [foreign if key == "foreignKeys" else fields]
    made["datapackage.json"] = json.dumps(described).encode()
    problems = verify(tiny.folder(tiny.sealed(made), tmp_path / "tiny"))
    told = [problem for problem in problems if "`article_id`, `figure_id` is" in problem]
    lost = """`article_id`, `figure_id` is '["other", "served"]', not in `figures`"""
    assert [problem.endswith(lost) for problem in told] == [True] * (key == "foreignKeys")


def form(name: str, **said: Any) -> Callable[[dict[str, Any]], None]:
    """Say something of one of the files."""

    def spoil(described: dict[str, Any]) -> None:
        next(it for it in described["resources"] if it["path"] == name).update(said)

    return spoil


def said_of_field(name: str, **said: Any) -> Callable[[dict[str, Any]], None]:
    """Say something of a field of `kinds`, in both forms."""

    def spoil(described: dict[str, Any]) -> None:
        for resource in described["resources"]:
            for field in resource["schema"]["fields"]:
                if field["name"] == name and resource["name"].startswith("kinds"):
                    field.update(said)

    return spoil


LIES: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "content": (
        form("kinds.csv", **{"kzdata:contentHash": "sha256:0"}),
        "`kinds.csv` has the `kzdata:contentHash` 'sha256:0', which should be 'sha256:",
    ),
    "rows": (form("kinds.csv", **{"kzdata:rows": 4}), "`kzdata:rows` 4, which should be 3"),
    "type": (form("kinds.csv", type="x"), "has the `type` 'x', which should be 'table'"),
    "media type": (
        form("kinds.csv", mediatype="text/html"),
        "has the `mediatype` 'text/html', which should be 'text/csv'",
    ),
    "delimiter": (
        form("kinds.csv", dialect={"delimiter": ";"}),
        "`kinds.csv` has the `dialect` {'delimiter': ';'}, in which it is not written",
    ),
    "comments": (
        form("kinds.csv", dialect={"commentChar": "1"}),
        "has the `dialect` {'commentChar': '1'}, in which it is not written",
    ),
    "dialect of Parquet": (
        form("kinds.parquet", dialect={"header": True}),
        "has the `dialect` {'header': True}, in which it is not written",
    ),
    "truths turned round": (
        said_of_field("truth", trueValues=["false"], falseValues=["true"]),
        "`truth` of `kinds.csv` has `trueValues`, which kzdata does not publish",
    ),
    "day written otherwise": (
        said_of_field("day", format="%d/%m/%Y"),
        "`day` has the format '%d/%m/%Y', in which none is",
    ),
    "moment of a zone": (
        said_of_field("moment", format="%Y-%m-%dT%H:%M:%S.%f%z"),
        "`moment` has the format '%Y-%m-%dT%H:%M:%S.%f%z', in which none is",
    ),
    "value called missing": (
        said_of_field("whole", missingValues=["1"]),
        "`whole` of `kinds.csv` has the `missingValues` ['1'], which kzdata does not publish",
    ),
    "text called missing": (
        said_of_field("text", missingValues=["", "nan"]),
        "`text` of `kinds.parquet` has the `missingValues` ['', 'nan'], which kzdata does not",
    ),
    "missing in a whole table": (
        lambda it: [one["schema"].update(missingValues=["800"]) for one in it["resources"]],
        "the schema of `figures.csv` has the `missingValues` ['800'], which kzdata does not",
    ),
    "evidence": (
        lambda it: it.update({"kzdata:evidence": "figures"}),
        "the package has the `kzdata:evidence` 'figures', which should be 'evidence'",
    ),
    "sources carried": (
        lambda it: it.update({"kzdata:redistribute": "full"}),
        "the package has the `kzdata:redistribute` 'full', which should be 'excerpts'",
    ),
    "source": (
        lambda it: it.update(sources=[{"title": "Reuters"}]),
        "source 0 is 'Reuters', which is not in the table of sources",
    ),
    "hash of a source": (
        lambda it: it.update(sources=[{"title": tiny.SOURCE_NAME, "kzdata:hash": "sha256:0"}]),
        f"the source '{tiny.SOURCE_NAME}' has the `kzdata:hash` 'sha256:0', which should be",
    ),
    "path of a source": (
        lambda it: it.update(sources=[{"title": tiny.SOURCE_NAME, "path": "x.txt"}]),
        f"has the `path` 'x.txt', which should be 'sources/{tiny.SOURCE_NAME}'",
    ),
}


@pytest.mark.parametrize(("spoil", "words"), LIES.values(), ids=LIES)
def test_what_the_descriptor_says_otherwise_than_it_is_is_told(
    spoil: Callable[[dict[str, Any]], object], words: str, tmp_path: Path
) -> None:
    described = json.loads(FILES["datapackage.json"])
    spoil(described)
    made = tiny.sealed({**FILES, "datapackage.json": json.dumps(described).encode()})
    problems = verify(tiny.folder(made, tmp_path / "tiny"))
    assert any(words in problem for problem in problems), problems


@pytest.mark.parametrize(("spoil", "words"), DESCRIBED.values(), ids=DESCRIBED)
def test_a_table_that_is_not_as_it_is_described_is_told(
    spoil: Callable[[dict[str, Any]], object], words: str, tmp_path: Path
) -> None:
    described = json.loads(FILES["datapackage.json"])
    for resource in described["resources"]:
        if resource["name"].startswith("kinds"):
            spoil(resource)
    made = tiny.sealed({**FILES, "datapackage.json": json.dumps(described).encode()})
    (problem,) = verify(tiny.folder(made, tmp_path / "tiny"))
    assert problem.endswith(words)


SPOILT: dict[str, tuple[Row, str]] = {
    "words": ({"exact": "More than 900 people", "reading": "900"}, "do not stand at 8 to 28"),
    "moved": ({"start": 9, "end": 29, "reading_start": 19}, "do not stand at 9 to 29"),
    "prefix": ({"prefix": "Report!"}, "its prefix is not what stands before 8"),
    "context cut short": ({"prefix": None}, "its prefix is not what stands before 8"),
    "suffix": ({"suffix": " of Russia"}, "its suffix is not what stands behind 28"),
}


@pytest.mark.parametrize(("values", "words"), SPOILT.values(), ids=SPOILT)
def test_words_that_the_source_does_not_hold_are_told(
    values: Row, words: str, tmp_path: Path, sources: Path
) -> None:
    place = tiny.folder(rebuilt("evidence", change(**values)), tmp_path / "tiny")
    problems = verify(place, sources)
    assert any(words in problem for problem in problems), problems
    assert tool(place, sources)


def test_a_changed_source_is_told(place: Path, sources: Path) -> None:
    (sources / tiny.SOURCE_NAME).write_text(tiny.SOURCE.replace("800", "900"), encoding="utf-8")
    assert verify(place, sources) == [
        f"the source `{tiny.SOURCE_NAME}` is not the text that was quoted"
    ]
    assert "not the source that was quoted" in tool(place, sources)


def test_a_source_that_is_no_text_is_told_though_its_hash_is_right(
    tmp_path: Path, sources: Path
) -> None:
    data = tiny.SOURCE.encode("utf-16")
    digest = hashlib.sha256(data).hexdigest()
    made = rebuilt("articles", lambda rows: rows[0].update(sha256=digest))
    (sources / tiny.SOURCE_NAME).write_bytes(data)
    place = tiny.folder(made, tmp_path / "tiny")
    (problem,) = verify(place, sources)
    assert problem.startswith(f"the source '{tiny.SOURCE_NAME}' cannot be read: ")
    assert tool(place, sources)


def test_a_source_that_is_quoted_and_not_listed_is_told(tmp_path: Path, sources: Path) -> None:
    """The forger has left out the foreign key by which it would have been told before."""
    made = rebuilt("evidence", change(source="x.txt"))
    described = json.loads(made["datapackage.json"])
    for resource in described["resources"]:
        if resource["name"].startswith("evidence"):
            del resource["schema"]["foreignKeys"]
    made["datapackage.json"] = json.dumps(described).encode()
    place = tiny.folder(tiny.sealed(made), tmp_path / "tiny")
    assert verify(place) == []
    told = ["the source 'x.txt' is quoted, and is not in the list of sources"]
    assert verify(place, sources) == told


def test_a_missing_source_is_told(place: Path, sources: Path) -> None:
    (sources / tiny.SOURCE_NAME).unlink()
    assert ["is missing" in problem for problem in verify(place, sources)] == [True]
    assert tool(place, sources)


def test_sources_that_the_package_carries_are_looked_at(tmp_path: Path) -> None:
    carried = {f"sources/{tiny.SOURCE_NAME}": tiny.SOURCE.replace("800", "900").encode()}
    place = tiny.folder(tiny.sealed({**FILES, **carried}), tmp_path / "tiny")
    assert ["is not the text" in problem for problem in verify(place)] == [True]


def test_values_are_read_again_when_all_else_is_right(place: Path, sources: Path) -> None:
    def reread(package: object, texts: object) -> list[str]:
        return [f"{package!r:.4} {texts == {tiny.SOURCE_NAME: tiny.SOURCE}}"]

    assert verify(place, sources, reread=reread) == ["tiny True"]


def test_no_folder_of_sources_is_a_wrong_call(place: Path, tmp_path: Path) -> None:
    with pytest.raises(CallError, match="there is no folder of sources"):
        verify(place, tmp_path / "none")


FORMS: dict[str, tuple[str, bytes, bytes, str]] = {
    "number": ("figures", b",800,", b",801,", "row 2, `value`: '801', in Parquet 800"),
    "null": ("figures", b",800,", b",,", "row 2, `value`: null, in Parquet 800"),
    "category": ("figures", b"exactly", b"more_than", "`bound`: 'more_than', in Parquet 'exactly'"),
    "decimal": ("kinds", b"1200.50", b"1200.51", "`exact`"),
    "date": ("kinds", b"1583-01-01", b"1583-01-02", "`day`"),
    "time": ("kinds", b"23:59:59", b"23:59:58", "`clock`"),
    "moment": ("kinds", b"12:00:00", b"12:00:01", "`moment`"),
    "truth": ("kinds", b",true,", b",false,", "`truth`"),
    "point": ("kinds", b'71.43,51.13"', b'71.43,51.14"', "`point`"),
    "list": ("kinds", b"[1, -2]", b"[1, -3]", "`numbers`"),
    "emoji": ("kinds", "😀".encode(), "😁".encode(), "`text`"),
    "digits in groups": ("figures", b",800,", b",8_00,", "row 2, `value`: '8_00', in Parquet 800"),
    "digits of another script": ("figures", b",800,", ",８００,".encode(), "in Parquet 800"),
    "hexadecimal": ("figures", b",800,", b",0x320,", "row 2, `value`: '0x320', in Parquet 800"),
    "white space": ("figures", b",800,", b", 800,", "row 2, `value`: ' 800', in Parquet 800"),
    "truth as a number": ("kinds", b",true,", b",1,", "`truth`: '1', in Parquet True"),
    "day without dashes": ("kinds", b"1583-01-01", b"15830101", "`day`: '15830101'"),
    "moment with a space": ("kinds", b"18T12:00:00", b"18 12:00:00", "`moment`"),
    "truth in a list": ("kinds", b"[1, -2]", b"[true, -2]", "`numbers`"),
    "row": ("figures", b"unknown,report,,\n", b"", "has other columns or rows"),
    "column": ("figures", b"value", b"valve", "has other columns or rows"),
    "ragged": ("figures", b"served,", b"served,,", "is no CSV"),
}


@pytest.mark.parametrize(("table", "old", "new", "words"), FORMS.values(), ids=FORMS)
def test_a_csv_that_differs_from_parquet_is_told(
    table: str, old: bytes, new: bytes, words: str, tmp_path: Path
) -> None:
    data = FILES[f"{table}.csv"]
    assert old in data
    changed = tiny.resealed({**FILES, f"{table}.csv": data.replace(old, new, 1)})
    problems = verify(tiny.folder(changed, tmp_path / "tiny"))
    assert any(words in problem for problem in problems), problems


def typed(table: str, column: str, values: pa.Array) -> dict[str, bytes]:
    """The package in which a column of a table has these values, repeated, in its Parquet form."""
    old = tiny.tables()[table]
    whole = values.take(pa.array([row % len(values) for row in range(len(old))]))
    new = old.set_column(old.column_names.index(column), column, whole)
    return tiny.resealed({**FILES, f"{table}.parquet": tiny.parquet_bytes(new)})


TYPED: dict[str, tuple[str, str, pa.Array, str]] = {
    "position": ("evidence", "start", pa.array(["1"]), "`start` is a string"),
    "record": ("evidence", "record", pa.array([["a"]]), "`record` is a list<element: string>"),
    "number": ("figures", "value", pa.array(["800"]), "`value` is a string"),
    "key": ("figures", "figure_id", pa.array([1]), "`figure_id` is a int64"),
    "category": ("figures", "bound", pa.array([True]), "`bound` is a bool"),
    "item": ("kinds", "numbers", pa.array([["1"]]), "`numbers` is a list<element: string>"),
    "list": ("kinds", "object", pa.array([["1"]]), "`object` is a list<element: string>"),
    "no list": ("kinds", "numbers", pa.array(["[1]"]), "`numbers` is a string"),
    "point": ("kinds", "point", pa.array([{"lon": 1.0}]), "`point` is a struct<lon: double>"),
    "day": ("kinds", "day", pa.array([0]), "`day` is a int64"),
    "moment": ("kinds", "moment", pa.array([1], pa.timestamp("ns")), "`moment` is a timestamp[ns]"),
    "clock": ("kinds", "clock", pa.array([1], pa.time64("ns")), "`clock` is a time64[ns]"),
    "year": ("kinds", "year", pa.array([1465], pa.int64()), "`year` is a int64"),
}


@pytest.mark.parametrize(("table", "column", "values", "words"), TYPED.values(), ids=TYPED)
def test_a_column_of_another_type_than_described_is_told(
    table: str, column: str, values: pa.Array, words: str, tmp_path: Path
) -> None:
    place = tiny.folder(typed(table, column, values), tmp_path / "tiny")
    [problem] = verify(place)
    assert problem.startswith(f"`{place}`: `{table}.parquet`: {words}")
    assert ", described is a" in problem


KEYED: dict[str, tuple[dict[str, str], pa.Array, list[str]]] = {
    "time": (
        {"type": "time", "format": "%H:%M:%S.%f"},
        pa.array([dt.time(15), dt.time(15, 0, 0, 500_000)], pa.time64("us")),
        ["15:00:00.000000", "15:00:00.500000"],
    ),
    "moment": (
        {"type": "datetime", "format": "%Y-%m-%dT%H:%M:%S.%f%z"},
        pa.array([dt.datetime(2022, 1, 6, 9, tzinfo=dt.UTC)], pa.timestamp("us", "UTC")),
        ["2022-01-06T09:00:00.000000Z"],
    ),
    "year": ({"type": "year"}, pa.array([476, 1465], pa.int32()), ["0476", "1465"]),
    "number": (
        {"type": "number"},
        pa.array([-math.inf, 0.5, 2.0]),
        ["-INF", "0.5", "2"],
    ),
    "point": (
        {"type": "geopoint"},
        pa.array([{"lon": 71.5, "lat": -45.0}], tiny.POINT),
        ["71.5,-45"],
    ),
    "list": (
        {"type": "array", "kzdata:itemType": "number"},
        pa.array([[0.5, 2.0]]),
        ["[0.5,2]"],
    ),
}


def keyed(key: dict[str, str], values: pa.Array, names: list[str]) -> dict[str, bytes]:
    """The package of which one table has no other column than this key, whose rows have `names`."""
    described = json.loads(FILES["datapackage.json"])
    for resource in described["resources"]:
        if resource["name"].startswith("kinds"):
            resource["schema"]["fields"] = [{"name": "id", **tiny.ASSIGNED, **key}]
    rows = [row for row in tiny.tables()["evidence"].to_pylist() if row["table"] != "kinds"]
    piece = {"table": "kinds", "field": "id", "piece": 1, "basis": "assigned"}
    evidence = pa.Table.from_pylist(
        [*rows, *(piece | {"record": name} for name in names)], tiny.tables()["evidence"].schema
    )
    new = {"datapackage.json": json.dumps(described).encode()}
    for name, table in (("kinds", pa.table({"id": values})), ("evidence", evidence)):
        new[f"{name}.csv"] = tiny.csv_bytes(table)
        new[f"{name}.parquet"] = tiny.parquet_bytes(table)
    return tiny.resealed({**FILES, **new})


@pytest.mark.parametrize(("key", "values", "names"), KEYED.values(), ids=KEYED)
def test_evidence_names_rows_of_any_key_as_they_stand_in_csv(
    key: dict[str, str], values: pa.Array, names: list[str], tmp_path: Path
) -> None:
    place = tiny.folder(keyed(key, values, names), tmp_path / "tiny")
    assert verify(place) == []
    found = [open_package(place).evidence("kinds", name)[0].record for name in names]
    assert found == names


@pytest.mark.parametrize("kind", KEYED)
def test_evidence_is_found_by_the_value_of_a_key(kind: str, tmp_path: Path) -> None:
    place = tiny.folder(keyed(*KEYED[kind]), tmp_path / "tiny")
    _, values, names = KEYED[kind]
    found = [open_package(place).evidence("kinds", v)[0].record for v in values.to_pylist()]
    assert found == names
    ended = [run("evidence", "--package", place, "--", "kinds", name) for name in names]
    assert ended == [0] * len(names)


def not_utf8() -> pa.Array:
    """Three texts, the first of which is none."""
    return pa.Array.from_buffers(pa.string(), 3, pa.array([b"\xff", b"a", b"b"]).buffers())


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("text", not_utf8()),
        ("choice", pa.DictionaryArray.from_arrays([0, 1, 2], not_utf8())),
        ("numbers", pa.ListArray.from_arrays([0, 1, 2, 3], not_utf8())),
    ],
)
def test_text_that_is_none_is_told_wherever_it_stands(
    column: str, values: pa.Array, tmp_path: Path
) -> None:
    place = tiny.folder(typed("kinds", column, values), tmp_path / "tiny")
    with pytest.raises(DataError, match=r"is damaged: .*Invalid UTF8"):
        open_package(place).load("kinds")
    assert verify(place)


def test_evidence_that_is_described_as_it_may_not_be_is_told(tmp_path: Path) -> None:
    """Both forms agree with the description, which makes the positions texts."""
    described = json.loads(FILES["datapackage.json"])
    for resource in described["resources"]:
        for field in resource["schema"]["fields"]:
            if field["name"] == "start":
                field["type"] = "string"
    old = tiny.tables()["evidence"]
    texts = old.set_column(6, "start", old["start"].cast(pa.string()))
    files = {**FILES, "evidence.parquet": tiny.parquet_bytes(texts)}
    files["datapackage.json"] = json.dumps(described).encode()
    place = tiny.folder(tiny.resealed(files), tmp_path / "tiny")
    assert verify(place) == [f"`{place}`: the evidence table has no integer column `start`"]


def test_what_arrow_cannot_do_is_told_and_raises_nothing(tmp_path: Path, sources: Path) -> None:
    def reread(package: object, texts: object) -> list[str]:
        raise pa.ArrowCapacityError("array cannot contain more than 2147483646 bytes\nmore")

    place = tiny.folder(FILES, tmp_path / "tiny")
    assert verify(place, sources, reread=reread) == [
        f"`{place}` cannot be checked: array cannot contain more than 2147483646 bytes"
    ]


def test_sources_that_the_descriptor_does_not_place_are_told(tmp_path: Path, sources: Path) -> None:
    described = json.loads(FILES["datapackage.json"])
    del described["kzdata:sources"]
    files = tiny.sealed({**FILES, "datapackage.json": json.dumps(described).encode()})
    place = tiny.folder(files, tmp_path / "tiny")
    assert verify(place, sources) == [
        f"`{place}`: the descriptor does not say where its sources stand"
    ]


def test_a_day_that_no_calendar_writes_is_told_and_raises_nothing(tmp_path: Path) -> None:
    far = pa.array([0, 0, 2**31 - 1], pa.int32()).view(pa.date32())
    table = tiny.tables()["kinds"]
    table = table.set_column(table.schema.get_field_index("day"), "day", far)
    files = tiny.resealed({**FILES, "kinds.parquet": tiny.parquet_bytes(table)})
    [problem] = verify(tiny.folder(files, tmp_path / "tiny"))
    assert "`day` holds a day or time outside the years 1 to 9999, in row 3" in problem


def test_a_file_that_is_not_listed_is_told(tmp_path: Path) -> None:
    place = tiny.folder(FILES, tmp_path / "tiny")
    (place / "extra.txt").write_bytes(b"x")
    assert verify(place) == [f"`{place}`: `extra.txt` is not in `SHA256SUMS`"]
    assert "SHA256SUMS does not fit" in tool(place)


STRANGE: dict[str, str] = {
    "text": "x.txt",
    "page": "more.html",
    "table that is not described": "more.csv",
    "source that is not listed": "sources/002_more.txt",
    "readme in a folder": "docs/README.md",
}


@pytest.mark.parametrize("name", STRANGE.values(), ids=STRANGE)
def test_a_file_that_no_package_holds_is_told_though_it_is_listed(
    name: str, tmp_path: Path
) -> None:
    carried = {f"sources/{tiny.SOURCE_NAME}": tiny.SOURCE.encode()}
    place = tiny.folder(tiny.sealed({**FILES, **carried, name: b"x"}), tmp_path / "tiny")
    assert verify(place) == [f"`{place}`: `{name}` is no file that a package of kzdata holds"]


def test_a_described_file_that_is_no_table_is_told(tmp_path: Path) -> None:
    described = json.loads(FILES["datapackage.json"])
    more = {"name": "more", "path": "more.txt", "hash": ""}
    described["resources"].append(more)
    made = {**FILES, "more.txt": b"x", "datapackage.json": json.dumps(described).encode()}
    place = tiny.folder(tiny.resealed(made), tmp_path / "tiny")
    assert verify(place) == [f"`{place}`: `more.txt` is no file that a package of kzdata holds"]


@pytest.mark.parametrize("stated", [1, "9", None, True, -0.5], ids=repr)
def test_a_size_that_the_file_has_not_is_told(stated: object, tmp_path: Path) -> None:
    described = json.loads(FILES["datapackage.json"])
    described["resources"][0]["bytes"] = stated
    made = tiny.sealed({**FILES, "datapackage.json": json.dumps(described).encode()})
    place = tiny.folder(made, tmp_path / "tiny")
    path = described["resources"][0]["path"]
    told = f"`{path}` has the `bytes` {stated!r}, which should be {len(FILES[path])}"
    assert verify(place) == [f"`{place}`: {told}"]


@pytest.mark.parametrize("name", ["index.html", "README.md", "CITATION.cff"])
def test_what_is_not_looked_into_is_named(name: str, tmp_path: Path) -> None:
    files = {each: data for each, data in FILES.items() if each != "README.md"}
    place = tiny.folder(tiny.sealed({**files, name: b"<script>"}), tmp_path / "tiny")
    assert verify(place) == []
    assert by_hash_alone(place) == [name]


def test_a_link_is_told(tmp_path: Path) -> None:
    place = tiny.folder(FILES, tmp_path / "tiny")
    (place / "extra.txt").symlink_to("/etc/passwd")
    assert verify(place) == [f"`{place}`: 'extra.txt' is a symbolic link"]
    assert "a link" in tool(place)


def test_a_package_whose_evidence_is_no_table_is_told(tmp_path: Path) -> None:
    described = json.loads(FILES["datapackage.json"])
    described["resources"] = [r for r in described["resources"] if "evidence" not in r["name"]]
    made = tiny.sealed({**FILES, "datapackage.json": json.dumps(described).encode()})
    problems = verify(tiny.folder(made, tmp_path / "tiny"))
    assert ["there is no table `evidence`" in problem for problem in problems] == [True]


def flip(data: bytes, seed: int) -> bytes:
    """The data with one random byte made another."""
    chance = random.Random(seed)
    changed = bytearray(data)
    changed[chance.randrange(len(data))] ^= chance.randrange(1, 256)
    return bytes(changed)


def noticed_in_zip(seed: int, place: Path) -> None:
    place.write_bytes(flip(ZIP, seed))
    assert verify(place), seed
    assert tool(place), seed


def noticed_in_folder(seed: int, place: Path) -> None:
    name = random.Random(seed).choice(sorted(FILES))
    (place / name).write_bytes(flip(FILES[name], seed))
    assert verify(place), (seed, name)
    assert tool(place), (seed, name)
    (place / name).write_bytes(FILES[name])


@pytest.mark.parametrize("seed", range(10))
def test_a_changed_byte_is_noticed(seed: int, tmp_path: Path) -> None:
    noticed_in_zip(seed, tmp_path / "tiny.zip")
    noticed_in_folder(seed, tiny.folder(FILES, tmp_path / "tiny"))


@pytest.mark.slow
def test_a_thousand_changed_bytes_are_noticed(tmp_path: Path) -> None:
    place = tiny.folder(FILES, tmp_path / "tiny")
    for seed in range(500):
        noticed_in_zip(seed, tmp_path / "tiny.zip")
        noticed_in_folder(seed, place)


@pytest.mark.parametrize("line", range(1, 99))
def test_each_byte_of_the_zips_headers_is_noticed(line: int, tmp_path: Path) -> None:
    """The bytes of the directory and its end, which no hash of a file covers."""
    data = bytearray(ZIP)
    data[-line] ^= 0x01
    (tmp_path / "tiny.zip").write_bytes(bytes(data))
    assert verify(tmp_path / "tiny.zip")


def test_a_checksum_of_the_zip_that_is_wrong_in_both_headers_is_told(tmp_path: Path) -> None:
    """Its file has the right SHA-256, and other programs would not unpack it."""
    known = zlib.crc32(FILES["figures.csv"]).to_bytes(4, "little")
    assert ZIP.count(known) == 2
    (tmp_path / "tiny.zip").write_bytes(ZIP.replace(known, b"\0\0\0\0"))
    (problem,) = verify(tmp_path / "tiny.zip")
    assert problem.endswith(": the CRC-32 of `figures.csv` is not what the zip says")
    assert tool(tmp_path / "tiny.zip")


def test_what_the_tool_prints_commands_no_terminal(tmp_path: Path) -> None:
    hostile = {"record": "a\x1b]0;x\x07\n::error::b", "table": "\u202ex"}
    made = rebuilt("evidence", lambda rows: rows[-1].update(hostile))
    said = tool(tiny.folder(made, tmp_path / "tiny"))
    assert all(line.isprintable() for line in said.split("\n"))
    assert {line.partition(":")[0] for line in said.split("\n")} == {"error"}


def test_the_tool_is_a_program_by_itself(tmp_path: Path) -> None:
    place = tiny.folder(FILES, tmp_path / "tiny")
    for status, said in ((0, b""), (1, b"error: " + bytes(place) + b": SHA256SUMS ")):
        ended = subprocess.run(
            [sys.executable, "-I", TOOL, place], capture_output=True, check=False
        )
        assert (ended.returncode, ended.stderr[: len(said)]) == (status, said)
        (place / "more.txt").write_text("more")


def test_the_tool_uses_the_standard_library_alone_and_is_short() -> None:
    lines = TOOL.read_text(encoding="utf-8").splitlines()
    imported = {line.split()[1] for line in lines if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names
    assert len(lines) <= 100


def test_a_second_piece_may_follow_the_first(tmp_path: Path) -> None:
    made = rebuilt("evidence", more("value", "served"))
    place = tiny.folder(made, tmp_path / "tiny")
    assert verify(place) == []
    assert pc.max(tiny.tables()["evidence"]["piece"]).as_py() == 1
