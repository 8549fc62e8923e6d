"""Primary, unique and foreign keys: what is found, what is not compared, and what is said."""

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.checks import keys
from kzdata.columns import lexical, repeats
from kzdata.findings import Fault
from kzdata.schema import Table

Rows = list[tuple[str | None, ...]]


def table(name: str, fields: list[dict[str, Any]], **declared: Any) -> Table:
    return Table.model_validate({"name": name, "fields": fields, "primaryKey": "id", **declared})


def check(*given_: tuple[Table, Rows]) -> dict[str, list[Fault]]:
    columns: dict[str, dict[str, pa.Array]] = {}
    faults: dict[str, list[Fault]] = {}
    for each, rows in given_:
        columns[each.name], faults[each.name] = {}, []
        for number, field in enumerate(each.fields):
            raw = pa.array([row[number] for row in rows], pa.string())
            columns[each.name][field.name], found = lexical.column(field, raw)
            faults[each.name] += found
    return keys.check([each for each, _ in given_], columns, faults)


def said(faults: list[Fault]) -> list[tuple[str, int, str | None]]:
    return [(fault.rule.name, fault.row, fault.field) for fault in faults]


ID = {"name": "id"}
PLAIN = table("t", [ID])
PAIR = table("t", [ID, {"name": "n", "type": "integer"}], primaryKey=["id", "n"])


@pytest.mark.parametrize(
    ("declared", "rows", "expected"),
    [
        (PLAIN, [("a",), ("b",)], []),
        (PLAIN, [("a",), ("b",), ("a",), ("a",)],
         [("primary-key-duplicate", 2, "id"), ("primary-key-duplicate", 3, "id")]),
        (PLAIN, [("a",), (None,), (None,)],
         [("primary-key-missing", 1, "id"), ("primary-key-missing", 2, "id")]),
        (PAIR, [("a", "1"), ("a", "2"), ("b", "1")], []),
        (PAIR, [("a", "1"), ("a", "01")], [("primary-key-duplicate", 1, None)]),
        (PAIR, [("a", None)], [("primary-key-missing", 0, "n")]),
        (PAIR, [("a", "x")], []),
        (PLAIN, [], []),
    ],
    ids=["sound", "twice", "null", "pairs", "pair twice", "half", "wrong type", "no rows"],
)  # fmt: skip
def test_a_primary_key_is_whole_and_stands_once(
    declared: Table, rows: Rows, expected: list[tuple[str, int, str | None]]
) -> None:
    assert said(check((declared, rows))["t"]) == expected


UNIQUE = table("t", [ID, {"name": "a"}, {"name": "b"}], uniqueKeys=[["a", "b"]])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("1", "x", "y"), ("2", "x", "z")], []),
        ([("1", "x", "y"), ("2", "x", "y")], [("unique-key-duplicate", 1, None)]),
        ([("1", "x", None), ("2", "x", None)], []),
    ],
    ids=["sound", "twice", "null is not compared"],
)
def test_a_unique_key_stands_once(rows: Rows, expected: list[tuple[str, int, None]]) -> None:
    assert said(check((UNIQUE, rows))["t"]) == expected


UP = table("t", [ID, {"name": "up"}], foreignKeys=[{"fields": "up", "reference": {"fields": "id"}}])
OTHER = table(
    "o",
    [ID, {"name": "a"}, {"name": "n", "type": "integer"}],
    foreignKeys=[
        {"fields": ["a", "n"], "reference": {"resource": "t", "fields": ["id", "n"]}},
    ],
)


@pytest.mark.parametrize(
    ("tables", "name", "expected"),
    [
        ([(UP, [("a", None), ("b", "a"), ("c", "c")])], "t", []),
        ([(UP, [("a", None), ("b", "x")])], "t", [("foreign-key-unknown", 1, "up")]),
        ([(UP, [("a", "x"), ("b", "x")])], "t",
         [("foreign-key-unknown", 0, "up"), ("foreign-key-unknown", 1, "up")]),
        ([(PAIR, [("a", "1"), ("b", "2")]), (OTHER, [("1", "a", "1"), ("2", "b", "02")])], "o", []),
        ([(PAIR, [("a", "1"), ("b", "2")]), (OTHER, [("1", "a", "2")])], "o",
         [("foreign-key-unknown", 0, None)]),
        ([(PAIR, [("a", "1")]), (OTHER, [("1", "z", None), ("2", None, "9")])], "o", []),
        ([(PAIR, []), (OTHER, [("1", "a", "1")])], "o", [("foreign-key-unknown", 0, None)]),
    ],
    ids=["own", "unknown", "twice", "pair", "parts of two rows", "null", "empty table"],
)  # fmt: skip
def test_a_foreign_key_leads_to_a_row(
    tables: list[tuple[Table, Rows]], name: str, expected: list[tuple[str, int, str | None]]
) -> None:
    assert said(check(*tables)[name]) == expected


def test_a_category_may_refer_to_a_string() -> None:
    kind = table(
        "k",
        [ID, {"name": "kind", "categories": ["a", "b"]}],
        foreignKeys=[{"fields": "kind", "reference": {"resource": "t", "fields": "id"}}],
    )
    assert said(check((PLAIN, [("a",)]), (kind, [("1", "a"), ("2", "b")]))["k"]) == [
        ("foreign-key-unknown", 1, "kind")
    ]


def test_messages_name_both_keys() -> None:
    [twice] = check((UNIQUE, [("1", "x", "y"), ("2", "x", "y")]))["t"]
    assert twice.message == "`a` `x`, `b` `y` must be unique, but the record `id` `1` has it too"
    [unknown] = check((UP, [("kazbat", None), ("b", "kazbatt")]))["t"]
    assert unknown.message == "`up` `kazbatt` refers to no record of `t`"
    assert unknown.help == "the nearest record of `t` has `id` `kazbat`"


PARTS = st.tuples(st.sampled_from(["a", "b", "c", None]), st.sampled_from(["1", "2", "3", None]))


def test_keys_of_many_fields_outgrow_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "MOST", 3)
    monkeypatch.setattr(repeats, "MOST", 3)
    rows: Rows = [("a", "1"), ("b", "2"), ("a", "2"), ("a", "1")]
    assert said(check((PAIR, rows))["t"]) == [("primary-key-duplicate", 3, None)]
    source: Rows = [("1", "a", "2"), ("2", "b", "1")]
    assert said(check((PAIR, rows), (OTHER, source))["o"]) == [("foreign-key-unknown", 1, None)]


@given(st.lists(PARTS, max_size=12), st.lists(PARTS, max_size=12))
def test_composite_keys_are_what_tuples_say(mine: Rows, theirs: Rows) -> None:
    """The numbers that stand for keys agree with plain tuples in a set."""
    target = [row for row in dict.fromkeys(theirs) if None not in row]
    source: Rows = [(str(number), *row) for number, row in enumerate(mine)]
    found = check((PAIR, target), (OTHER, source))["o"]
    assert [fault.row for fault in found] == [
        number for number, row in enumerate(mine) if None not in row and row not in target
    ]
    duplicates = [
        number for number, row in enumerate(theirs) if None not in row and row in theirs[:number]
    ]
    primary = check((PAIR, theirs))["t"]
    assert [f.row for f in primary if f.rule is keys.PRIMARY_KEY_DUPLICATE] == duplicates
