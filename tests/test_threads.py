"""Many rows are looked at in threads, few in line; what comes back is the same."""

import os
import threading

import pyarrow as pa
import pytest

from kzdata import threads
from kzdata.checks import constraints, keys
from kzdata.schema import Table

ROWS = 50
TABLE = Table.model_validate(
    {
        "name": "t",
        "fields": [
            {"name": "id", "constraints": {"pattern": "[a-z]"}},
            {"name": "n", "type": "integer", "constraints": {"minimum": "3", "unique": "true"}},
            {"name": "up", "constraints": {"required": "true"}},
        ],
        "primaryKey": "id",
        "uniqueKeys": [["n", "up"], ["up"]],
        "foreignKeys": [{"fields": "up", "reference": {"fields": "id"}}],
    }
)
COLUMNS = {
    "id": pa.array([str(number % 40) for number in range(ROWS)]),
    "n": pa.array([number % 7 for number in range(ROWS)]),
    "up": pa.array([None if number % 9 == 0 else str(number % 45) for number in range(ROWS)]),
}


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if there were two, which the machine of the tests may lack."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.parametrize(("rows", "main"), [(ROWS, True), (threads.LARGE, False)])
def test_many_rows_are_looked_at_outside_the_main_thread(rows: int, main: bool) -> None:
    found = threads.each(lambda _: threading.current_thread(), [1, 2], rows)
    assert all((thread is threading.main_thread()) is main for thread in found)


def test_what_was_given_first_comes_first() -> None:
    gate = threading.Event()

    def work(number: int) -> int:
        assert gate.wait(10) if number == 0 else gate.set() is None
        return number

    assert threads.each(work, [0, 1], threads.LARGE) == [0, 1]


def test_faults_and_their_order_are_those_found_in_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def faults() -> list[object]:
        return [constraints.check(TABLE, COLUMNS), keys.check([TABLE], {"t": COLUMNS})]

    in_line = faults()
    monkeypatch.setattr(threads, "LARGE", 0)
    assert faults() == in_line
    assert in_line[0]
