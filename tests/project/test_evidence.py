"""Evidence comes out in the order of its records, whether it was held in memory or on disk."""

import random

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.checks.proofs import EVIDENCE
from kzdata.project.evidence import Evidence


def table(cells: list[tuple[int, str]]) -> pa.Table:
    rows = [
        {"table": "t", "record": f"{place:03}", "field": field, "piece": 1, "basis": "assigned"}
        for place, field in cells
    ]
    return pa.Table.from_pylist(rows, schema=EVIDENCE)


def filled(groups: list[list[int]]) -> Evidence:
    evidence = Evidence()
    for group in groups:
        cells = [(place, field) for place in group for field in ("a", "b")]
        evidence.add(table(cells), pa.array([place for place, _ in cells], pa.int64()))
    return evidence


@pytest.mark.parametrize("held", [0, 2_000, 1 << 30])
@given(st.permutations(range(30)), st.integers(1, 20))
def test_rows_come_in_the_order_of_their_records(held: int, places: list[int], size: int) -> None:
    groups = [places[at : at + size] for at in range(0, len(places), size)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kzdata.project.evidence.HELD", held)
        patch.setattr("kzdata.project.evidence.PART", 7)
        evidence = filled(groups)
        first = [row[1:3] for row in evidence]
        again = [row[1:3] for row in evidence]
    assert first == [(f"{place:03}", field) for place in range(30) for field in ("a", "b")]
    assert again == first
    assert evidence.cells == {("t", "assigned"): len(first)}


def test_without_evidence_there_are_no_rows() -> None:
    assert list(Evidence()) == []
    assert list(filled([[]])) == []


def test_a_part_is_no_larger_than_it_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kzdata.project.evidence.HELD", 1)
    monkeypatch.setattr("kzdata.project.evidence.PART", 10)
    places = random.Random(4).sample(range(95), 95)
    evidence = filled([places[:50], places[50:]])
    assert [len(part) for part in evidence.tables()] == [20] * 9 + [10]
