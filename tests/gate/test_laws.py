"""What holds for every project: a forged number never passes, and no cell is without its words."""

import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from kzdata.package.published import tables as published
from kzdata.project.check import check
from kzdata.project.publish import content
from kzdata.readers.verdicts import Cited, pieces
from kzdata.readers.verdicts.judgement import judge
from kzdata.selectors import Span
from tests import small

SENTENCE = (
    "More than 800 of the 1,500 people who served in 14 UN missions, four of them in Africa, left"
    " in 2003; half a million stayed, about 2.5 percent, and nobody else in six months."
)
SAID = {
    Fraction(number): bound
    for number, bound in {
        "800": "more_than",
        "1500": "exactly",
        "14": "exactly",
        "4": "exactly",
        "500000": "exactly",
        "2.5": "about",
        "6": "exactly",
    }.items()
}
WHOLE = pieces([Cited(SENTENCE, "en", (Span(0, len(SENTENCE)),))])


def decimals(places: int) -> st.SearchStrategy[str]:
    return st.decimals(0, 10**7, places=places, allow_nan=False).map(str)


@given(st.integers(-(10**7), 10**7).map(str) | decimals(1) | st.sampled_from([*map(str, SAID)]))
@example("2003")
@example("500")
@example("1")
def test_a_forged_number_never_passes(number: str) -> None:
    accepted = judge("quantity", {"number": number}, WHOLE).accepted
    assert accepted == (Fraction(number) in SAID)


@given(
    st.sampled_from(sorted(map(str, SAID))),
    st.sampled_from(["exactly", "more_than", "at_least", "less_than", "at_most", "about"]),
)
def test_a_forged_bound_never_passes(number: str, bound: str) -> None:
    accepted = judge("quantity", {"number": number, "bound": bound}, WHOLE).accepted
    assert accepted == (SAID[Fraction(number)] == bound)


@given(
    st.sampled_from(["800", "1500", "14", "4", "500000", "2.5", "6"]),
    st.integers(0, len(SENTENCE)),
    st.integers(0, len(SENTENCE)),
)
def test_no_cut_says_what_the_sentence_does_not(number: str, one: int, other: int) -> None:
    """Whatever stretch is cited, a number has the bound that it has in its context."""
    cut = pieces([Cited(SENTENCE, "en", (Span(min(one, other), max(one, other)),))])
    for bound in ("exactly", "more_than", "about"):
        if judge("quantity", {"number": number, "bound": bound}, cut).accepted:
            assert SAID[Fraction(number)] == bound


TEXT = "Twelve people came to Lebanon. “We saw 30 missions,” said Ann Bee.\n"
FIELDS = (
    small.NUMBER,
    small.UNIT,
    {"name": "country", "reading": "country"},
    {"name": "who", "reading": "name"},
    {"name": "tags", "type": "list"},
    {"name": "code", "basis": "assigned"},
)
VALUES: dict[str, list[tuple[Any, Any]]] = {
    "value": [(12, "Twelve people"), (30, "30 missions"), (None, "Ann Bee")],
    "country": [("LB", "Lebanon"), (None, "Ann Bee")],
    "who": [("Ann Bee", "Ann Bee"), (None, "Lebanon")],
    "tags": [(["Ann", "Bee"], "said Ann Bee"), (None, "Lebanon")],
    "code": [("x", "Lebanon"), (None, "Lebanon")],
}


@st.composite
def records(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Records that are true, each field of which is quoted, inferred or left out."""
    found: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 4))):
        record: dict[str, Any] = {"id": f"r{number}", "evidence": [], "inferred": {}}
        for field, choices in VALUES.items():
            value, words = draw(st.sampled_from(choices))
            record[field] = value
            if value is not None and field != "code":
                if draw(st.booleans()):
                    record["inferred"][field] = "so it seems"
                if field not in record["inferred"] or draw(st.booleans()):
                    record["evidence"].append({"exact": words, "fields": [field]})
        found.append(record)
    return found


@given(records())
def test_every_cell_that_is_published_has_words_or_a_reason_and_nothing_else_has(
    written: list[dict[str, Any]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        checked = check(small.write(Path(folder), {"a": TEXT}, {"t": FIELDS}, {"t": written}))
    assert checked.findings == ()
    made = content(checked)
    cells = {
        (name, row[made.dataset.table(name).primary_key[0]], field)
        for name, table in made.tables.items()
        for row in table.to_pylist()
        for field, value in row.items()
        if value is not None
    }
    evidence = [row for rows in made.evidence() for row in rows.to_pylist()]
    assert {(row["table"], row["record"], row["field"]) for row in evidence} == cells
    assert all((row["basis"] == "quoted") == (row["reading"] is not None) for row in evidence)
    assert all((row["basis"] == "inferred") == (row["reason"] is not None) for row in evidence)
    keys = [(row["table"], row["record"], row["field"], row["piece"]) for row in evidence]
    assert keys == sorted(set(keys))
    assert {table.name for table in published(made)} == {"articles", "t", "evidence"}
