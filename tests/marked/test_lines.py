"""Many lines of JSON at once say what each of them says alone."""

import json as stdlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzdata.marked import json, lines

if TYPE_CHECKING:
    from kzdata.findings import Finding

GOOD = '{"id": "a", "value": 2.50, "deep": [{"exact": "b: c"}]}'


def same(given_: list[str]) -> None:
    """Assert that the lines together give the values and findings that each gives alone."""
    together: list[Finding] = []
    alone: list[Finding] = []
    numbers = range(1, len(given_) + 1)
    values = lines.loads(given_, numbers, "a.jsonl", together)
    expected = [
        json.loads_strict(line, "a.jsonl", number, alone)
        for line, number in zip(given_, numbers, strict=True)
    ]
    assert stdlib.dumps(values) == stdlib.dumps(expected)
    assert together == alone


@pytest.mark.parametrize(
    "line",
    [
        '{"a": 1, "a": 2}',
        '{"a": 1, "\\u0061": 2}',
        '{"a" : 1, "a" : 2}',
        '{"a"\t: 1, "a"\r: 2}',
        '{"a": {"b": 1, "b": 1}}',
        '{"a": ":", "a": ": "}',
        '{"a": "\\":", "a": 1}',
        '{"a": NaN}',
        "NaN",
        "NaN,NaN",
        '{"a": -Infinity}',
        '{"a": "\\ud800"}',
        '{"a": "\\ud83d\\ude00"}',
        '{"a": "\\uD83D\\uDE00\\ud83d\\ude00"}',
        '{"a": "\\\\ud83d\\ude00"}',
        '{"a": "\\\\\\ud83d\\ude00"}',
        '{"a": "\\ud83d\\\\ude00"}',
        '{"a": "\\ude00\\ud83d"}',
        '{"a": "\\ud83d\\ud83d\\ude00"}',
        '{"a": "\\ud83\\ud83d\\ude00d\\ude00"}',
        '{"a": "x',
        '{"a": 1}, {"b": 2}',
        '{"a": 1}]',
        '{"a": [{}',
        '"x',
        'y",NaN,{}',
        "[" * 65 + "]" * 65,
        '[{"a":' * 33 + "1" + "}]" * 33,
        "[" * 100_000,
        '{"a": ' + "9" * 5_000 + "}",
        '{"a": -0, "b": 1E400, "c": 1.0e-5}',
        "null",
        "[]",
        "\ufeff{}",
        "",
    ],
)
def test_a_line_beside_good_ones_is_read_as_alone(line: str) -> None:
    same([line])
    same([GOOD, line, GOOD])


@pytest.mark.parametrize(
    "faulty",
    [
        ['{"a": [{}', "{}]}", "{}, {}"],
        ['"x', 'y",NaN,{}'],
        ['{"a": 1', '"b": 2}', "{}, {}"],
        ["{}, NaN, {}", "[{}", "{}]"],
        ["[NaN", "1]", "1, NaN, 1"],
        ['{"a": "b', 'c"}', "NaN"],
        ["[]", "], [", "[]"],
    ],
)
def test_faults_of_two_lines_do_not_make_up_for_each_other(faulty: list[str]) -> None:
    same(faulty)
    same([GOOD, *faulty, GOOD])


def test_the_key_that_one_line_loses_is_not_the_colon_that_another_lacks() -> None:
    same(['{"a": 1, "a": 2}', '{"b" : 1}', '{"c": ":"}', '{"d": "e :"}'])


KEYS = st.sampled_from(["a", "b", "exact", ":", " :", '"', "é"])
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text('a: ,"\\\té\u200b😀[{', max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def written(draw: st.DrawFn) -> str:
    """An object, in one of the ways to write it, perhaps with a piece cut out or put in."""
    line = stdlib.dumps(
        draw(st.dictionaries(KEYS, VALUES, max_size=4)),
        ensure_ascii=draw(st.booleans()),
        separators=draw(st.sampled_from([(", ", ": "), (",", ":"), (" , ", " : ")])),
    )
    if draw(st.integers(0, 3)) == 0:
        at = draw(st.integers(0, len(line)))
        put = draw(
            st.sampled_from(
                [
                    "",
                    "\\",
                    "\\ud83d",
                    "\\ude00",
                    ",NaN,",
                    '"',
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    '"a": 1, ',
                ]
            )
        )
        line = line[:at] + put + line[at + draw(st.integers(0, 3)) :]
    return line


@given(st.lists(written(), min_size=1, max_size=5))
@example(['{"a": 1, "b": 2, "a": 3}', '{"a": ":"}'])
def test_any_lines_together_are_read_as_each_alone(given_: list[str]) -> None:
    same(given_)


@given(st.lists(st.text(st.sampled_from('[]{}",:0NaN\\ ')), min_size=1, max_size=4))
def test_any_text_is_read_as_each_line_alone(given_: list[str]) -> None:
    same(given_)
