"""Hostile packages: each is refused with a message of its own, before anything is believed."""

import base64
import json
import os
import random
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow.parquet import ParquetFile

from kzdata.catalog import descriptor
from kzdata.catalog.opening import open_package
from kzdata.catalog.parquet import Parquet
from kzdata.errors import DataError, KzdataError
from tests.catalog import tiny
from tests.growth import LINEAR, growth

FILES = tiny.files()
ZIP = tiny.zipped(FILES)
Files = dict[str, bytes]


def read_all(place: Path) -> None:
    """Open a package and load all that is in it."""
    package = open_package(place)
    for name in package:
        package.load(name)
    package.evidence("figures", "served")
    package.sources()


def described(change: Callable[[dict[str, Any]], None]) -> Files:
    """The package with a changed descriptor."""
    package = json.loads(FILES["datapackage.json"])
    change(package)
    return tiny.sealed({**FILES, "datapackage.json": json.dumps(package).encode()})


def resource(**changes: Any) -> Files:
    """The package whose first resource is changed; a value of `...` takes the key away."""

    def change(package: dict[str, Any]) -> None:
        first = package["resources"][0]
        first.update(changes)
        for key in [key for key, value in first.items() if value is ...]:
            del first[key]

    return described(change)


def package(**changes: Any) -> Files:
    """The package whose descriptor is changed."""
    return described(lambda it: it.update(changes))


def field(**changes: Any) -> Files:
    """The package in which a field of `figures` is changed, in both forms."""

    def change(package: dict[str, Any]) -> None:
        for each in package["resources"]:
            if each["name"].startswith("figures"):
                each["schema"]["fields"][0].update(changes)

    return described(change)


def schema(name: str = "figures", **changes: Any) -> Files:
    """The package in which the schema of a table is changed, in both forms."""

    def change(package: dict[str, Any]) -> None:
        for each in package["resources"]:
            if each["name"].startswith(name):
                each["schema"].update(changes)

    return described(change)


def text(data: str | bytes) -> Files:
    """The package whose descriptor is `data`."""
    raw = data if isinstance(data, bytes) else data.encode()
    return tiny.sealed({**FILES, "datapackage.json": raw})


def sums(line: bytes) -> Files:
    """The package with one more line in its manifest."""
    return {**FILES, "SHA256SUMS": FILES["SHA256SUMS"] + line}


def parquet(data: bytes) -> Files:
    """The package with another `figures.parquet`."""
    return tiny.resealed({**FILES, "figures.parquet": data})


def without(name: str) -> Files:
    """The package without a file."""
    return {key: data for key, data in FILES.items() if key != name}


HASH = b"0" * 64
FIGURES = FILES["figures.parquet"]
ROWS = tiny.tables()["figures"]


def footer_claims(rows: int) -> bytes:
    """A Parquet file of one column, in which a run of one value stands for `rows` rows."""
    table = pa.table({name: pa.nulls(rows, pa.string()) for name in ROWS.column_names})
    return tiny.parquet_bytes(table, row_group_size=rows)


def of_values(values: pa.Array) -> Files:
    """The package with these as the three values of the table of figures."""
    return parquet(tiny.parquet_bytes(ROWS.set_column(2, "value", values)))


FAR = pa.array([0, 0, 2**31 - 1], pa.int32()).view(pa.date32())

PACKAGES: dict[str, tuple[Files, str]] = {
    "no-manifest": (without("SHA256SUMS"), "`SHA256SUMS` is missing"),
    "no-descriptor": (without("datapackage.json"), "`datapackage.json` is missing"),
    "missing-file": (without("figures.parquet"), "`figures.parquet` is missing"),
    "manifest-empty": ({**FILES, "SHA256SUMS": b""}, "empty or cut short"),
    "manifest-cut": ({**FILES, "SHA256SUMS": FILES["SHA256SUMS"][:-1]}, "cut short"),
    "manifest-not-utf8": (sums(HASH + b"  \xff\n"), "not UTF-8"),
    "manifest-no-hash": (sums(b"figures.csv\n"), "is not a SHA-256"),
    "manifest-upper-case": (sums(b"A" * 64 + b"  x\n"), "is not a SHA-256"),
    "manifest-binary-mark": (sums(HASH + b" *x\n"), "is not a SHA-256"),
    "manifest-twice": (sums(HASH + b"  README.md\n"), "lists `README.md`"),
    "manifest-itself": (sums(HASH + b"  SHA256SUMS\n"), "lists `SHA256SUMS`"),
    "manifest-case": (sums(HASH + b"  readme.MD\n"), "differ in case or normal form alone"),
    "manifest-normal-form": (
        sums(f"{'0' * 64}  \xe9.txt\n{'0' * 64}  e\u0301.txt\n".encode()),
        "differ in case or normal form alone",
    ),
    "manifest-climbs": (sums(HASH + b"  ../x\n"), "'../x' climbs out of the package"),
    "manifest-absolute": (sums(HASH + b"  /etc/passwd\n"), "is an absolute path"),
    "manifest-backslash": (sums(HASH + b"  a\\b\n"), "holds a backslash"),
    "manifest-drive": (sums(HASH + b"  C:x\n"), "names a drive or stream"),
    "manifest-nul": (sums(HASH + b"  a\0b\n"), "holds a control or invisible character"),
    "manifest-device": (sums(HASH + b"  con.txt\n"), "names a device"),
    "manifest-hidden": (sums(HASH + b"  .git/config\n"), "begins with a dot"),
    "manifest-dot": (sums(HASH + b"  a./b\n"), "ends in a space or dot"),
    "manifest-empty-part": (sums(HASH + b"  a//b\n"), "has an empty part"),
    "manifest-long": (sums(HASH + b"  " + b"a" * 256 + b"\n"), "more than 255 characters"),
    "manifest-huge": (
        {**FILES, "SHA256SUMS": b"".join(HASH + b"  %d\n" % n for n in range(10_001))},
        "lists 10,001 files",
    ),
    "changed-table": (
        {**FILES, "figures.parquet": FIGURES[:-1]},
        "the SHA-256 of `figures.parquet`",
    ),
    "changed-descriptor": (
        {**FILES, "datapackage.json": b"{}"},
        "the SHA-256 of `datapackage.json`",
    ),
    "json-broken": (text("{"), "is not JSON in UTF-8"),
    "json-not-utf8": (text(b'{"a": "\xff"}'), "is not JSON in UTF-8"),
    "json-deep": (text("[" * 200_000), "nested too deeply"),
    "json-twice": (text('{"name": "a", "name": "b"}'), "the key `name` stands twice"),
    "json-nan": (text('{"name": NaN}'), "NaN is no JSON number"),
    "json-digits": (text('{"name": ' + "9" * 5000 + "}"), "is not JSON in UTF-8"),
    "json-list": (text("[]"), "is no JSON object"),
    "profile-none": (package(**{"$schema": None}), "the profile `$schema` is None"),
    "profile-unknown": (package(**{"$schema": "https://example.org/p.json"}), "example.org/p.json"),
    "profile-v1": (package(profile="tabular-data-package"), "belongs to Data Package 1"),
    "name-missing": (package(name=""), "has no text as its `name`"),
    "resources-none": (package(resources=[]), "`resources` is no list, or an empty one"),
    "resources-text": (package(resources=["a.csv"]), "resource 0 is no object"),
    "resource-name": (resource(name="../x"), "of other characters"),
    "resource-twice": (resource(name="figures"), "two resources are named `figures`"),
    "path-url": (resource(path="https://example.org/a.csv"), "is a URL"),
    "path-climbs": (resource(path="../a.csv"), "climbs out of the package"),
    "path-absolute": (resource(path="/etc/passwd"), "which is an absolute path"),
    "path-list": (resource(path=["a.csv", "b.csv"]), "has no `path` to one file"),
    "path-unlisted": (resource(path="other.csv"), "which the manifest does not list"),
    "path-none": (resource(path=...), "has no `path` to one file: None"),
    "data-inline": (resource(data=[[1]]), "has `data`, which kzdata does not publish"),
    "compressed": (resource(compression="gz"), "has `compression`"),
    "resource-profile": (resource(profile="https://example.org/p.json"), "has `profile`"),
    "resource-schema": (resource(**{"$schema": "https://example.org/p.json"}), "has `$schema`"),
    "schema-remote": (resource(schema="https://example.org/s.json"), "names a `schema` elsewhere"),
    "dialect-remote": (
        resource(dialect="https://example.org/d.json"),
        "names a `dialect` elsewhere",
    ),
    "schema-none": (resource(schema=...), "has no `schema` with `fields`"),
    "schemas-differ": (
        resource(schema={"fields": [{"name": "a", "type": "string"}]}),
        "different schemas",
    ),
    "hash-other": (resource(hash=f"sha256:{'0' * 64}"), "not the manifest's SHA-256"),
    "hash-none": (resource(hash=...), "not the manifest's SHA-256"),
    "hash-md5": (resource(hash="0" * 32), "not the manifest's SHA-256"),
    "encoding": (resource(encoding="utf-16"), "has the encoding 'utf-16'"),
    "encoding-number": (resource(encoding=8), "has no text as its `encoding`"),
    "csv-alone": (
        described(lambda it: it["resources"].pop(1)),
        "has no Parquet form `articles.parquet`",
    ),
    "format": (resource(format="xlsx"), "has the format 'xlsx'"),
    "rows-text": (
        described(lambda it: it["resources"][1].update({"kzdata:rows": "many"})),
        "`kzdata:rows` that is no number",
    ),
    "fields-none": (schema(fields=[]), "has no fields, or two of one name"),
    "fields-text": (schema(fields=["a"]), "is no object: 'a'"),
    "field-twice": (field(name="value"), "has no fields, or two of one name"),
    "field-type": (field(type="pickle"), "has the type 'pickle'"),
    "field-unit": (field(**{"kzdata:unit": 5}), "has no text as its `kzdata:unit`"),
    "key-unknown": (schema(primaryKey=["nothing"]), "is not of its fields"),
    "key-number": (schema(primaryKey=5), "names no fields: 5"),
    "unique-number": (schema(uniqueKeys=5), "`uniqueKeys` that is no list"),
    "foreign-text": (schema(foreignKeys=["articles"]), "without a reference"),
    "foreign-number": (
        schema(foreignKeys=[{"fields": ["value"], "reference": {"fields": 1}}]),
        "names no fields: 1",
    ),
    "foreign-lengths": (
        schema(
            foreignKeys=[
                {"fields": ["value"], "reference": {"resource": "x", "fields": ["a", "b"]}}
            ]
        ),
        "of unlike lengths",
    ),
    "sources-unsaid": (package(**{"kzdata:sources": 5}), "does not say where its sources stand"),
    "sources-elsewhere": (
        package(**{"kzdata:sources": {"table": "units", "file": "a", "sha256": "b"}}),
        "the table of sources is not as the descriptor says",
    ),
    "parquet-empty": (parquet(b""), "`figures.parquet` is damaged"),
    "parquet-cut": (parquet(FIGURES[:-9]), "`figures.parquet` is damaged"),
    "parquet-is-csv": (parquet(FILES["figures.csv"]), "`figures.parquet` is damaged"),
    "parquet-footer-size": (
        parquet(FIGURES[:-8] + struct.pack("<I", 2**31) + b"PAR1"),
        "`figures.parquet` is damaged",
    ),
    "parquet-columns": (parquet(FILES["articles.parquet"]), "has other columns"),
    "parquet-rows-bomb": (parquet(footer_claims(50_000_000)), "claims 50,000,000 rows"),
    "parquet-kind": (
        parquet(tiny.parquet_bytes(ROWS.set_column(2, "value", pa.array([b"x"] * 3)))),
        "the column `value` is a binary, unknown here",
    ),
    "parquet-day": (of_values(FAR), "a day or time outside the years 1 to 9999, in row 3"),
    "parquet-days-in-a-list": (
        of_values(pa.ListArray.from_arrays([0, 1, 2, 3], FAR)),
        "a day or time outside the years 1 to 9999, in row 3",
    ),
    "parquet-moment": (
        of_values(pa.array([2**62] * 3, pa.timestamp("us"))),
        "a day or time outside the years 1 to 9999, in row 1",
    ),
    "parquet-zone": (
        of_values(pa.array([0] * 3, pa.timestamp("us", "Mars/X"))),
        "the column `value` is a timestamp[us, tz=Mars/X], unknown here",
    ),
    "parquet-duration": (
        of_values(pa.array([2**62] * 3, pa.duration("s"))),
        "the column `value` is a duration[s], unknown here",
    ),
    "parquet-half": (
        of_values(pa.array([1.0, 2.0, 3.0]).cast(pa.float16())),
        "the column `value` is a halffloat, unknown here",
    ),
    "parquet-lists-of-lists": (
        of_values(pa.array([[[1]], None, []])),
        "the column `value` is a list<element: list<element: int64>>, unknown here",
    ),
    "parquet-structure": (
        of_values(pa.array([{"a": "x"}, None, None])),
        "the column `value` is a struct<a: string>, unknown here",
    ),
    "parquet-extension": (
        parquet(
            tiny.parquet_bytes(ROWS.set_column(2, "value", pa.array([b"x" * 16] * 3, pa.uuid())))
        ),
        "the column `value` is a extension<arrow.uuid>, unknown here",
    ),
}


@pytest.mark.parametrize(("files", "words"), PACKAGES.values(), ids=PACKAGES)
@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_hostile_package_is_refused(files: Files, words: str, form: str, tmp_path: Path) -> None:
    place = tmp_path / "place"
    if form == "folder":
        tiny.folder(files, place)
    else:
        place.write_bytes(tiny.zipped(files))
    with pytest.raises(DataError) as raised:
        read_all(place)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["place"]


def test_to_find_the_key_that_stands_twice_takes_a_time_that_grows_with_the_keys() -> None:
    def refuse(size: int) -> None:
        members = ",".join(f'"k{n}": 0' for n in [*range(size), size - 1])
        with pytest.raises(DataError, match=f"the key `k{size - 1}` stands twice"):
            descriptor.parse(f"{{{members}}}".encode(), {})

    assert growth(refuse, 4_000) < LINEAR


def test_a_dictionary_that_unfolds_without_end_is_refused() -> None:
    table = pa.table({"a": pa.array(["x" * 1_000_000]).take(pa.array([0] * 400))})
    data = tiny.parquet_bytes(table, row_group_size=400)
    file = Parquet(memoryview(data), "`bomb.parquet`")
    before = pa.total_allocated_bytes()
    with pytest.raises(DataError, match="would unfold to 400,000,000 bytes"):
        file.read()
    assert pa.total_allocated_bytes() - before < 50_000_000


def varint(number: int) -> bytes:
    """How a Parquet footer writes a number: zigzag, seven bits a byte, the lowest first."""
    rest, written = number << 1, bytearray()
    while rest > 0x7F:
        written.append(rest & 0x7F | 0x80)
        rest >>= 7
    return bytes([*written, rest])


def belied(data: bytes, size: int) -> bytes:
    """The Parquet file with 1 for each `size` in its footer, written in as many bytes."""
    old = varint(size)
    start = len(data) - 8 - struct.unpack("<I", data[-8:-4])[0]
    assert old in data[start:]
    return data[:start] + data[start:].replace(old, b"\x82" + b"\x80" * (len(old) - 2) + b"\0")


def test_more_text_than_a_column_has_place_for_is_refused() -> None:
    """The file is large enough to hold so much: 7 MB of text that no packing shortens."""
    long = base64.b64encode(random.Random(0).randbytes(7_000_000)).decode()
    folded = pa.DictionaryArray.from_arrays(pa.array([0] * 240, pa.int32()), pa.array([long]))
    options = {"dictionary_pagesize_limit": 2**28, "store_schema": False}
    data = tiny.parquet_bytes(pa.table({"text": folded}), row_group_size=240, **options)
    with pytest.raises(DataError, match="a row group with 2,240,000,640 bytes of text: too many"):
        Parquet(memoryview(data), "`a.parquet`").read()


def test_a_dictionary_that_unfolds_without_end_is_refused_though_the_footer_hides_it() -> None:
    table = pa.table({"a": pa.array(["x" * 1_000_000]).take(pa.array([0] * 400))})
    data = tiny.parquet_bytes(table, row_group_size=400)
    stated = Parquet(memoryview(data), "`bomb.parquet`").footer.row_group(0)
    lie = belied(data, stated.total_byte_size)
    file = Parquet(memoryview(lie), "`bomb.parquet`")
    assert file.footer.row_group(0).total_byte_size == 1
    assert file.footer.row_group(0).column(0).total_uncompressed_size == 1
    before = pa.total_allocated_bytes()
    with pytest.raises(DataError, match="would unfold to 400,000,000 bytes"):
        file.read()
    assert pa.total_allocated_bytes() - before < 50_000_000


def texts_in_lists(times: int) -> bytes:
    """A Parquet file of one list in which a text of a million letters stands so often."""
    items = pa.DictionaryArray.from_arrays(pa.array([0] * times, pa.int32()), ["x" * 1_000_000])
    table = pa.table({"a": pa.array(["k"]), "b": pa.ListArray.from_arrays([0, times], items)})
    return tiny.parquet_bytes(table, store_schema=False)


def test_texts_in_lists_that_unfold_without_end_are_refused() -> None:
    file = Parquet(memoryview(texts_in_lists(400)), "`bomb.parquet`")
    before = pa.total_allocated_bytes()
    with pytest.raises(DataError, match="would unfold to 400,000,001 bytes"):
        file.read()
    assert pa.total_allocated_bytes() - before < 50_000_000


def test_texts_in_lists_that_unfold_within_the_bound_are_read() -> None:
    for times in (2, 250):
        file = Parquet(memoryview(texts_in_lists(times)), "`a.parquet`")
        assert file.read(["b"])["b"].type == file.schema.field("b").type
        assert file.read()["b"].to_pylist() == [["x" * 1_000_000] * times]


def test_categories_that_would_take_too_much_as_texts_are_refused() -> None:
    values = pa.DictionaryArray.from_arrays(pa.array([0] * 400, pa.int32()), ["x" * 1_000_000])
    file = Parquet(memoryview(tiny.parquet_bytes(pa.table({"a": values}))), "`bomb.parquet`")
    with pytest.raises(DataError, match="would unfold to 400,000,000 bytes"):
        file.read()


def test_items_of_lists_that_stand_for_more_than_the_file_can_hold_are_refused() -> None:
    items = pa.DictionaryArray.from_arrays(pa.array(bytes(20_000_000), pa.int8()), [7])
    table = pa.table({"a": pa.ListArray.from_arrays([0, 20_000_000], items.cast(pa.int64()))})
    with pytest.raises(DataError, match="claims 20,000,000 items of lists"):
        Parquet(memoryview(tiny.parquet_bytes(table)), "`bomb.parquet`")


def test_pages_that_decompress_without_end_are_refused_though_the_footer_hides_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kzdata.catalog.footer.SPARE", 1_000_000)
    data = tiny.parquet_bytes(pa.table({"a": ["x" * 3_000_000]}), use_dictionary=False)
    stated = ParquetFile(BytesIO(data)).metadata.row_group(0).total_byte_size
    with pytest.raises(DataError, match=r"would decompress to 3,000,0\d\d: too many"):
        Parquet(memoryview(belied(data, stated)), "`bomb.parquet`")


@pytest.mark.parametrize("packed", [True, False], ids=["dictionary", "plain"])
@pytest.mark.parametrize("rows", [0, 1])
def test_a_table_without_rows_or_values_is_read(rows: int, packed: bool) -> None:
    table = pa.table({"a": pa.nulls(rows, pa.string()), "b": pa.nulls(rows, pa.list_(pa.int64()))})
    data = tiny.parquet_bytes(table, use_dictionary=packed)
    assert Parquet(memoryview(data), "`a.parquet`").read().to_pylist() == table.to_pylist()


PAGE = b"\x15\x00\x15\x3c\x15\x46"
"""How the header begins of a page of data, of 30 bytes that are packed in 35."""

HEADERS = {
    "no header": (b"\x15\x00\x15\x3c\x15\x46", b"\0\0\0\0\0\0"),
    "less than no bytes": (b"\x15\x46", b"\x15\x45"),
    "list": (b"\x15\x00\x15", b"\x19\x00\x15"),
    "number without end": (b"\x3c\x15\x46\x2c\x15\x06\x15\x00\x15\x06", b"\xff" * 10),
    "text without end": (b"\x18\x08", b"\x18\x7f"),
}


@pytest.mark.parametrize(("old", "new"), HEADERS.values(), ids=HEADERS)
def test_a_page_whose_header_is_none_is_refused(old: bytes, new: bytes) -> None:
    data = tiny.parquet_bytes(pa.table({"a": [1, 2, 3]}), use_dictionary=False, store_schema=False)
    assert data[4:].startswith(PAGE)
    assert old in data[4:40]
    with pytest.raises(DataError, match=r"is damaged: (a page|a number|the header)"):
        Parquet(memoryview(data[:4] + data[4:].replace(old, new, 1)), "`a.parquet`")


def test_texts_that_each_repeat_the_one_before_are_not_unpacked() -> None:
    """Parquet's DELTA_BYTE_ARRAY grows as a dictionary does, and has none."""
    table = pa.table({"a": pa.array(["x" * 1_000_000]).take(pa.array([0] * 400))})
    packing = {"use_dictionary": False, "column_encoding": {"a": "DELTA_BYTE_ARRAY"}}
    file = Parquet(memoryview(tiny.parquet_bytes(table, **packing)), "`bomb.parquet`")
    with pytest.raises(DataError, match="is damaged: Not yet implemented"):
        file.read()


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"\xa4" * 8, b"\xff" * 8), (b"\1\0\0\0b", b"\1\0\0\0\xff")],
    ids=["index", "text that is not UTF-8"],
)
def test_a_dictionary_that_cannot_be_is_refused(old: bytes, new: bytes) -> None:
    data = tiny.parquet_bytes(pa.table({"a": ["a", "b", "c", "c"] * 8}), compression="none")
    assert old in data
    with pytest.raises(DataError, match="is damaged"):
        Parquet(memoryview(data.replace(old, new)), "`a.parquet`").read()


BROKEN = pa.Array.from_buffers(pa.string(), 1, pa.array([b"\xff"], pa.binary()).buffers())


@pytest.mark.parametrize(
    "column",
    [
        pa.DictionaryArray.from_arrays(pa.array([0], pa.int32()), BROKEN),
        pa.ListArray.from_arrays(pa.array([0, 1], pa.int32()), BROKEN),
    ],
    ids=["category", "list"],
)
def test_texts_within_a_column_that_are_no_utf8_are_refused(column: pa.Array) -> None:
    file = Parquet(memoryview(tiny.parquet_bytes(pa.table({"a": column}))), "`a.parquet`")
    with pytest.raises(DataError, match=r"is damaged: .*Invalid UTF8"):
        file.read()


def test_a_dictionary_that_unfolds_within_the_bound_is_read() -> None:
    table = pa.table({"a": pa.array(["x" * 1_000_000]).take(pa.array([0] * 200)), "b": range(200)})
    data = tiny.parquet_bytes(table, row_group_size=200)
    small = Parquet(memoryview(data), "`a.parquet`")
    assert small.read(["b", "a"]).equals(table.select(["b", "a"]))


@pytest.mark.slow
def test_flipped_bytes_in_parquet_are_read_or_refused_and_never_crash() -> None:
    outcomes = []
    for at in range(len(FIGURES)):
        data = bytearray(FIGURES)
        data[at] ^= 0xFF
        try:
            outcomes.append(repr(Parquet(memoryview(bytes(data)), "`figures.parquet`").read()))
        except KzdataError as error:
            outcomes.append(str(error))
    assert len(outcomes) == len(FIGURES)


def entries(data: bytes) -> list[int]:
    """Where the lines of the zip's directory begin."""
    at = struct.unpack("<I", data[-6:-2])[0]
    found = []
    while data[at : at + 4] == b"PK\1\2":
        found.append(at)
        at += 46 + struct.unpack("<H", data[at + 28 : at + 30])[0]
    return found


def patched(*changes: tuple[int, bytes], line: int = 1) -> bytes:
    """The zip with bytes changed in a line of its directory."""
    data = bytearray(ZIP)
    start = entries(ZIP)[line]
    for offset, new in changes:
        data[start + offset : start + offset + len(new)] = new
    return bytes(data)


def other(**options: Any) -> bytes:
    """The package as another zip of the standard library."""
    file = BytesIO()
    method = options.pop("method", zipfile.ZIP_STORED)
    with zipfile.ZipFile(file, "w", method) as new:
        for name, data in options.pop("members", sorted(FILES.items())):
            info = zipfile.ZipInfo(options.get("top", "tiny/") + name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3
            info.external_attr = options.get("mode", 0o100644) << 16
            info.compress_type = method
            info.extra = options.get("extra", b"")
            new.writestr(info, data)
    return file.getvalue()


def doubled() -> bytes:
    """A zip with two entries of one name."""
    with pytest.warns(UserWarning, match="Duplicate"):
        return other(members=[*sorted(FILES.items())[:2], sorted(FILES.items())[1]])


def offset_of(line: int) -> bytes:
    return ZIP[entries(ZIP)[line] + 42 : entries(ZIP)[line] + 46]


ZIPS: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "is not a zip file"),
    "not-a-zip": (lambda: b"PAR1" * 100, "is not a zip file"),
    "cut": (lambda: ZIP[:-1], "it is cut short"),
    "half": (lambda: ZIP[: len(ZIP) // 2], "it is cut short"),
    "trailing": (lambda: ZIP + b"x", "or something follows it"),
    "leading": (lambda: b"#!/bin/sh\n" + ZIP, "begins with its first member"),
    "comment": (lambda: ZIP[:-2] + b"\1\0x", "it is cut short, or something follows"),
    "comment-claimed": (lambda: ZIP[:-2] + b"\1\0", "or has a comment"),
    "volumes": (lambda: ZIP[:-18] + b"\1\0" + ZIP[-16:], "several zip volumes"),
    "zip64": (lambda: ZIP[:-6] + b"\xff" * 4 + ZIP[-2:], "is a zip64 file"),
    "directory-moved": (lambda: ZIP[:-6] + b"\1\0\0\0" + ZIP[-2:], "does not end where the zip"),
    "more-lines": (
        lambda: ZIP[:-14] + b"\x63\0\x63\0" + ZIP[-10:],
        "fewer lines than it says",
    ),
    "fewer-lines": (lambda: ZIP[:-14] + b"\1\0\1\0" + ZIP[-10:], "bytes that belong to no member"),
    "no-members": (lambda: ZIP[:-14] + b"\0\0\0\0" + ZIP[-10:], "has no members"),
    "encrypted": (lambda: patched((8, b"\1")), "is encrypted"),
    "descriptor-behind": (lambda: patched((8, b"\x08")), "states its size only behind"),
    "deflated": (lambda: other(method=zipfile.ZIP_DEFLATED), "is compressed (method 8)"),
    "bzip2": (lambda: other(method=zipfile.ZIP_BZIP2), "is compressed (method 12)"),
    "link": (lambda: other(mode=0o120777), "is a symbolic link"),
    "device": (lambda: other(mode=0o020644), "is no regular file"),
    "folder": (lambda: other(mode=0o040755), "is no regular file"),
    "executable": (lambda: other(mode=0o100755), "is not as kzdata writes it"),
    "extra": (lambda: other(extra=b"\1\0\4\0abcd"), "has an extra field or a comment"),
    "size-larger": (
        lambda: patched((20, b"\xff\xff\xff\x00"), (24, b"\xff\xff\xff\x00")),
        "past the",
    ),
    "two-sizes": (lambda: patched((24, b"\1\0\0\0")), "states two sizes"),
    "size-zip64": (lambda: patched((20, b"\xff" * 4), (24, b"\xff" * 4)), "is of a zip64 size"),
    "crc": (lambda: patched((16, b"abcd")), "do not agree"),
    "time": (lambda: patched((12, b"\1\1")), "do not agree"),
    "made-by": (lambda: patched((4, b"\x3f")), "is not as kzdata writes it"),
    "overlap": (lambda: patched((42, offset_of(0))), "overlaps what stands before it"),
    "gap": (lambda: patched((42, offset_of(2))), "bytes that belong to no member stand before"),
    "name-differs": (lambda: patched((46 + 11, b"X")), "do not agree"),
    "name-nul": (lambda: patched((46 + 12, b"\0")), "holds a control or invisible character"),
    "name-not-utf8": (lambda: patched((46 + 12, b"\xff")), "is not UTF-8"),
    "name-climbs": (lambda: other(top="../"), "climbs out of the package"),
    "name-absolute": (lambda: other(top="/tiny/"), "is an absolute path"),
    "name-backslash": (lambda: other(top="tiny\\"), "holds a backslash"),
    "name-drive": (lambda: other(top="C:/"), "names a drive"),
    "no-top": (lambda: other(top=""), "do not stand in one top folder"),
    "twice": (doubled, "stands twice"),
    "unsorted": (
        lambda: other(members=sorted(FILES.items(), reverse=True)),
        "not in order of the names",
    ),
    "unlisted": (
        lambda: tiny.zipped({**FILES, "zzz.exe": b"x"}),
        "`zzz.exe` is not in `SHA256SUMS`",
    ),
}


@pytest.mark.parametrize(("make", "words"), ZIPS.values(), ids=ZIPS)
def test_a_zip_of_another_framing_is_refused(
    make: Callable[[], bytes], words: str, tmp_path: Path
) -> None:
    place = tmp_path / "tiny.zip"
    place.write_bytes(make())
    with pytest.raises(DataError) as raised:
        read_all(place)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def link_file(place: Path, outside: Path) -> None:
    (place / "figures.parquet").rename(outside / "elsewhere")
    (place / "figures.parquet").symlink_to(outside / "elsewhere")


def link_folder(place: Path, outside: Path) -> None:
    (outside / "there").mkdir()
    (place / "sources").symlink_to(outside / "there")


def pipe(place: Path, outside: Path) -> None:
    (place / "figures.parquet").unlink()
    os.mkfifo(place / "figures.parquet")


def directory(place: Path, outside: Path) -> None:
    (place / "figures.parquet").unlink()
    (place / "figures.parquet").mkdir()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (link_file, "`figures.parquet` is a symbolic link"),
        (pipe, "is no regular file: a device, pipe or socket"),
        (directory, "is a folder, not a file"),
    ],
)
def test_a_folder_holds_regular_files_alone(
    change: Callable[[Path, Path], None], words: str, tmp_path: Path
) -> None:
    place = tiny.folder(FILES, tmp_path / "tiny")
    change(place, tmp_path)
    with pytest.raises(DataError) as raised:
        read_all(place)
    assert words in str(raised.value)


def test_a_linked_folder_is_not_walked(tmp_path: Path) -> None:
    place = tiny.folder(FILES, tmp_path / "tiny")
    link_folder(place, tmp_path)
    with pytest.raises(DataError, match="'sources' is a symbolic link"):
        open_package(place).files.sizes()


def test_a_pipe_in_place_of_a_zip_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tiny.zip")
    with pytest.raises(DataError, match="is no regular file"):
        open_package(tmp_path / "tiny.zip")
