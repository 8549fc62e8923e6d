"""What is read quickly is read as it is read slowly: the same columns, the same findings."""

import json as stdlib
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from kzdata.decoding import decode
from kzdata.findings import Finding
from kzdata.marked import json, lines
from kzdata.records import forms, rows, usual, vectors
from kzdata.records.columns import PIECES, Records
from kzdata.records.read import read as read_records
from kzdata.schema import read as read_schema
from tests import small

FIELDS = ({"name": "word"}, {"name": "value", "type": "integer"}, {"name": "tags", "type": "list"})


def each_alone(
    given_: list[str], numbers: list[int], path: str, found: list[Finding]
) -> list[object]:
    pairs = zip(given_, numbers, strict=True)
    return [json.loads_strict(line, path, number, found) for line, number in pairs]


def none_usual(_evidence: object, _source: object, *, escaped: bool) -> None:
    return None


def no_columns(kept: Mapping[str, pa.Array], count: int) -> tuple[pa.Table, list[int]]:
    return PIECES.empty_table(), list(range(count)) if kept else []


def told(records: Records, found: list[Finding]) -> object:
    """All that is read, as plain values."""
    tables = {
        name: (
            [[each.to_pylist() for each in chunk.fields.values()] for chunk in one.chunks],
            [chunk.origin.to_pylist() for chunk in one.chunks],
            [table.to_pylist() for table in (one.pieces, one.reasons, one.names)],
            one.rows,
        )
        for name, one in records.tables.items()
    }
    return tables, records.unread, sorted(map(repr, found))


def read(put: Callable[[Path], Any], fields: small.Fields) -> tuple[object, object]:
    """What is read quickly and what is read slowly of the records that `put` writes."""
    with tempfile.TemporaryDirectory() as folder:
        root = small.write(Path(folder), {"a": "Ten.\n"}, {"t": fields}, {})
        put(root)
        dataset = read_schema(root, [])
        assert dataset is not None
        quick: list[Finding] = []
        with mock.patch.object(forms, "PART", 60), mock.patch.object(rows, "CHUNK", 3):
            first = told(read_records(root, dataset, quick), quick)
            slow: list[Finding] = []
            with (
                mock.patch.object(lines, "loads", each_alone),
                mock.patch.object(usual, "pieces", none_usual),
                mock.patch.object(vectors, "pieces", no_columns),
            ):
                return first, told(read_records(root, dataset, slow), slow)


KEYS = st.sampled_from(
    ["exact", "exact", "exact", "start", "end", "prefix", "suffix", "source", "fields", "value_of"]
)
TEXTS = st.sampled_from(
    [
        "Ten",
        "word",
        "",
        " ",
        "\u3000",
        "\x85",
        "KAZ\u200bBAT",
        "a\rb",
        "\r",
        "\n",
        "\b",
        "\x1f",
        "é:",
    ]
)
SCALARS = TEXTS | st.none() | st.booleans() | st.sampled_from([0, 7, -1, 1.5, 10**15 - 1, 10**15])
ITEMS = TEXTS | st.dictionaries(KEYS | st.just("exakt"), SCALARS | st.just(["word"]), max_size=4)
EVIDENCE = ITEMS | st.lists(ITEMS | SCALARS, max_size=3) | SCALARS
RECORD = st.fixed_dictionaries(
    {"id": TEXTS},
    optional={
        "word": TEXTS | st.just(["a"]),
        "value": SCALARS,
        "evidence": EVIDENCE,
        "source": SCALARS,
        "inferred": st.dictionaries(st.sampled_from(["word", "wort"]), SCALARS, max_size=2),
        "known_as": TEXTS | st.lists(SCALARS, max_size=2),
        "valeu": SCALARS,
    },
)
FAULTS = [
    "",
    " ",
    "\u3000",
    "null",
    "[]",
    '{"id": "a", "id": "b"}',
    '{"id": NaN}',
    '{"id": "a"',
    '{"id": "\\ud800"}',
    '{"value": ' + "9" * 5_000 + "}",
    "[" * 70,
    "\ufeff{}",
    "\x00",
]


@settings(max_examples=150)
@given(
    st.lists(RECORD.map(stdlib.dumps) | st.sampled_from(FAULTS), max_size=6),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_lines_are_read_quickly_as_slowly(written: list[str], end: str, closed: bool) -> None:
    def put(root: Path) -> None:
        text = end.join(written) + end * closed
        (root / "data/records/t.jsonl").write_text(text, encoding="utf-8", newline="")

    quick, slow = read(put, FIELDS)
    assert quick == slow


PIECE = pa.struct(
    [
        ("exact", pa.string()),
        ("prefix", pa.large_string()),
        ("start", pa.int64()),
        ("end", pa.uint64()),
        ("source", pa.dictionary(pa.int8(), pa.string())),
        ("fields", pa.list_(pa.string())),
        ("value_of", pa.string()),
        ("exakt", pa.string()),
    ]
)
OFFSETS = st.none() | st.sampled_from([0, 7, 10**15 - 1, 10**15])
PARTS = st.fixed_dictionaries(
    {"exact": TEXTS | st.just("Ten") | st.none()},
    optional={
        "prefix": TEXTS,
        "start": OFFSETS | st.just(-1),
        "end": OFFSETS,
        "source": TEXTS,
        "fields": st.sampled_from([["word"], ["wort"], [], None, [None]]),
        "value_of": st.sampled_from(["word", "wort", None]),
    },
)
NARROW = [pa.int8(), pa.uint16(), pa.float16(), pa.float32(), pa.float64()]
"""Types that offsets may have besides: some hold nothing like the largest of them."""
PLACED = st.fixed_dictionaries(
    {"exact": st.just("Ten"), "start": st.sampled_from([0, 7, 100]), "end": st.just(3)}
)
ODD = st.fixed_dictionaries({"exact": st.just("Ten"), "start": TEXTS, "exakt": TEXTS | st.none()})
ODD_PIECE = pa.struct([("exact", pa.string()), ("start", pa.string()), ("exakt", pa.string())])
CODED = pa.dictionary(pa.int32(), pa.string())
MAP = pa.map_(pa.string(), pa.string())
COLUMNS: dict[str, list[tuple[pa.DataType, st.SearchStrategy[Any]]]] = {
    "evidence": [
        (pa.string(), TEXTS),
        (CODED, TEXTS),
        (PIECE, PARTS),
        (ODD_PIECE, ODD),
        *(
            (pa.struct([("exact", pa.string()), ("start", type_), ("end", type_)]), PLACED)
            for type_ in NARROW
        ),
        (pa.list_(PIECE), st.lists(st.none() | PARTS, max_size=3)),
        (pa.large_list(PIECE), st.lists(PARTS, max_size=3)),
        (pa.list_(pa.string()), st.lists(st.none() | TEXTS, max_size=3)),
        (pa.list_(pa.list_(pa.string())), st.lists(st.lists(TEXTS, max_size=1), max_size=2)),
        (pa.list_(pa.string(), 2), st.lists(TEXTS, min_size=2, max_size=2)),
        (pa.int8(), st.integers(0, 9)),
        (pa.null(), st.none()),
    ],
    "source": [(pa.string(), TEXTS), (CODED, TEXTS), (pa.int8(), st.integers(0, 9))],
    "inferred": [(MAP, st.lists(st.tuples(st.sampled_from(["word", "wort"]), TEXTS), max_size=2))],
    "known_as": [(pa.list_(pa.string()), st.lists(TEXTS | st.none(), max_size=2))],
    "word": [(pa.string(), TEXTS), (pa.binary(), st.just(b"Ten"))],
    "valeu": [(pa.int8(), st.integers(0, 9))],
}


@st.composite
def tables(draw: st.DrawFn) -> pa.Table:
    """Records as columns, of usual and of other types."""
    count = draw(st.integers(0, 5))
    columns = {"id": pa.array([str(number) for number in range(count)], pa.string())}
    for name, kinds in COLUMNS.items():
        if draw(st.booleans()):
            type_, values = draw(st.sampled_from(kinds))
            given_ = draw(st.lists(st.none() | values, min_size=count, max_size=count))
            columns[name] = pa.array(given_, type_)
    return pa.table(columns)


@settings(max_examples=200)
@given(tables())
@example(pa.table({"id": ["1"], "evidence": pa.array([[{"exact": "\r"}, {"exact": "\n"}]])}))
def test_columns_are_read_quickly_as_slowly(table: pa.Table) -> None:
    def put(root: Path) -> None:
        parquet.write_table(table, root / "data/records/t.parquet")

    with mock.patch.object(forms, "BATCH", 2):
        quick, slow = read(put, FIELDS)
    assert quick == slow


USUAL = {"exact": "Ten people", "start": 7, "end": 17}


def test_usual_evidence_goes_no_slow_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is read slowly would fail here."""
    root = small.write(tmp_path, {"a": "Ten.\n"}, {"t": FIELDS}, {})
    dataset = read_schema(root, [])
    assert dataset is not None
    (root / "data/records/records.yaml").unlink()
    records = [
        {"id": "a", "source": "a", "evidence": [USUAL, USUAL]},
        {"id": "b", "source": "a", "evidence": [USUAL]},
    ]
    (root / "data/records/t.jsonl").write_text("\n".join(map(stdlib.dumps, records)))
    parquet.write_table(pa.Table.from_pylist(records), root / "data/records/t.parquet")
    monkeypatch.setattr(rows.annotations, "pieces", None)
    monkeypatch.setattr(lines, "loads_strict", None)
    pieces = read_records(root, dataset, []).tables["t"].pieces.to_pylist()
    assert [(one["row"], one["piece"], one["start"]) for one in pieces] == [
        (row, piece, 7) for row, piece in ((0, 0), (0, 1), (1, 0), (2, 0), (2, 1), (3, 0))
    ]


@given(st.lists(st.sampled_from([b"a", b"\n", b"\r\n", b"\r", "é".encode(), b"\xe2", b"\x80\x93",
                                 "\u200b".encode(), b"\xef\xbb\xbf", b"\0", b"\t"])))  # fmt: skip
def test_each_line_that_is_no_record_is_told_whether_it_is_text_or_not(parts: list[bytes]) -> None:
    data = b"".join(parts)
    found: list[Finding] = []
    with mock.patch.object(forms, "PART", 3):
        blocks = list(forms.line_blocks(data, "t.jsonl", found))
    assert not any(block.records for block in blocks)
    for number, line in enumerate(data.split(b"\n"), 1):
        no_text: list[Finding] = []
        text = decode(line.removesuffix(b"\r"), "t.jsonl", no_text)
        here = [finding.message for finding in found if finding.place.line == number]
        if text is None:
            assert here == [finding.message for finding in no_text]
        else:
            assert bool(here) == bool(text.strip())
