"""Whatever a package holds, it is read or refused in one line: no other exception comes out."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzdata.catalog import descriptor, manifest
from kzdata.catalog.archive import Archive
from kzdata.catalog.citations import cite
from kzdata.errors import DataError
from tests.catalog import tiny

FILES = tiny.files()
ZIP = tiny.zipped(FILES)
DIGESTS = manifest.parse(FILES["SHA256SUMS"])
DESCRIBED: dict[str, Any] = json.loads(FILES["datapackage.json"])

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def refusal(read: Any, *arguments: Any) -> str:
    """What a reader refuses with; empty when it reads. Any other exception is the test's."""
    try:
        read(*arguments)
    except DataError as error:
        return str(error)
    return ""


@given(st.binary(max_size=300))
def test_any_bytes_are_a_manifest_or_refused(data: bytes) -> None:
    assert "\n" not in refusal(manifest.parse, data)


@given(st.lists(st.sampled_from([*FILES["SHA256SUMS"].decode().splitlines(), "", "x"])))
def test_any_lines_are_a_manifest_or_refused(lines: list[str]) -> None:
    data = "".join(f"{line}\n" for line in lines).encode()
    assert "\n" not in refusal(manifest.parse, data)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_descriptor_or_refused(data: bytes) -> None:
    assert "\n" not in refusal(descriptor.parse, data, DIGESTS)


def spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all values in a JSON value."""
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    return [path, *(spot for key, each in items for spot in spots(each, (*path, key)))]


SPOTS = [spot for spot in spots(DESCRIBED) if spot]


@settings(max_examples=400)
@given(st.sampled_from(SPOTS), JSON)
def test_a_descriptor_with_any_value_anywhere_is_read_or_refused(
    spot: tuple[Any, ...], value: Any
) -> None:
    changed = copy.deepcopy(DESCRIBED)
    at: Any = changed
    for key in spot[:-1]:
        at = at[key]
    at[spot[-1]] = value
    assert "\n" not in refusal(descriptor.parse, json.dumps(changed).encode(), DIGESTS)
    assert all(cite(changed, style) for style in ("text", "bibtex", "csl-json", "ris"))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_a_zip_with_any_bytes_near_its_end_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, back: int, data: bytes
) -> None:
    place = tmp_path_factory.getbasetemp() / "any.zip"
    start = max(0, len(ZIP) - back - len(data))
    place.write_bytes(ZIP[:start] + data + ZIP[start + len(data) :])
    assert "\n" not in refusal(Archive, place)
