"""The law of verifying: of a sound package no cell of the evidence can be changed unnoticed."""

import tempfile
from pathlib import Path
from typing import Any

import pyarrow as pa
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kzdata import verify
from tests.catalog import tiny
from tests.verification.test_verify import Row, rebuilt

EVIDENCE = tiny.tables()["evidence"].to_pylist()
COLUMNS = {
    name: sorted({row[name] for row in EVIDENCE if row[name] is not None}) for name in EVIDENCE[0]
}
"""The values that stand in each column."""
TEXTS = st.text(st.characters(codec="utf-8"), max_size=3)
NUMBERS = st.sampled_from([-1, 0, 1, 2**40]) | st.integers(0, len(tiny.SOURCE))


@st.composite
def changes(draw: st.DrawFn) -> tuple[int, str, Any]:
    """A row of the evidence, a column of it, and a value that does not stand there."""
    row = draw(st.integers(0, len(EVIDENCE) - 1))
    name = draw(st.sampled_from([*COLUMNS]))
    is_number = tiny.PIECES[name] == pa.int64()
    others = st.sampled_from([None, *COLUMNS[name]]) | (NUMBERS if is_number else TEXTS)
    return row, name, draw(others.filter(lambda value: value != EVIDENCE[row][name]))


def is_shorter(old: Row, name: str, value: Any) -> bool:
    """Whether a reading begins as it did: what a reader read is then looked for in less."""
    return name == "reading" and bool(old[name] and value) and old[name].startswith(value)


@given(changes())
@settings(max_examples=60)
def test_no_change_of_the_evidence_passes(change: tuple[int, str, Any]) -> None:
    row, name, value = change
    assume(not is_shorter(EVIDENCE[row], name, value))
    made = rebuilt("evidence", lambda rows: rows[row].update({name: value}))
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder, "seeds")
        seeds.mkdir()
        (seeds / tiny.SOURCE_NAME).write_text(tiny.SOURCE, encoding="utf-8")
        assert verify(tiny.folder(made, Path(folder, "tiny")), seeds)
