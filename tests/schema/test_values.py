"""What text stands for a value: the lexical forms of Table Schema v2, type by type."""

import datetime as dt
from operator import ge
from typing import Any

import pytest

from kzdata.constraints.durations import always
from kzdata.schema import Field
from kzdata.schema.fields import TYPES
from kzdata.schema.values.examples import example
from kzdata.schema.values.misfits import Misfit
from kzdata.schema.values.parse import parse
from tests.growth import LINEAR, growth


def field(type_: str, **keys: Any) -> Field:
    return Field.model_validate({"name": "f", "type": type_, **keys})


at = dt.datetime.fromisoformat

PLAIN = {"groupChar": ",", "bareNumber": "false"}
GERMAN = {"decimalChar": ",", "groupChar": "."}
POINT = {"lon": 90.5, "lat": -45.0}

READ = [
    ("string", {}, "NO", "NO"),
    ("string", {"format": "email"}, "ann@example.org", "ann@example.org"),
    ("string", {"format": "uri"}, "https://example.org/a%20b", "https://example.org/a%20b"),
    ("string", {"format": "binary"}, "YQ==", "YQ=="),
    ("string", {"format": "uuid"}, "123e4567-e89b-12d3-a456-426614174000",
     "123e4567-e89b-12d3-a456-426614174000"),
    ("integer", {}, "+007", 7),
    ("integer", {}, "-9223372036854775808", -(2**63)),
    ("integer", {"groupChar": ","}, "-1,234,567", -1234567),
    ("integer", PLAIN, "EUR 95", 95),
    ("integer", PLAIN, "-95%", -95),
    ("number", {}, "+100000.00", 100000.0),
    ("number", {}, ".5", 0.5),
    ("number", {}, "5.", 5.0),
    ("number", {}, "1E-7", 1e-7),
    ("number", {}, "-0", 0.0),
    ("number", {}, "-inf", float("-inf")),
    ("number", GERMAN, "1.234,5", 1234.5),
    ("number", {"bareNumber": "false"}, "€.5", 0.5),
    ("number", {"bareNumber": "false"}, "-12.5 %", -12.5),
    ("boolean", {}, "True", True),
    ("boolean", {"falseValues": ["no"]}, "no", False),
    ("object", {}, '{"b": 1.50, "a": [1e2]}', '{"a":[100.0],"b":1.5}'),
    ("array", {}, '[ "ü" ]', '["ü"]'),
    ("list", {}, "a,b", ["a", "b"]),
    ("list", {}, "", []),
    ("list", {"delimiter": ";", "itemType": "integer"}, "1;2", [1, 2]),
    ("list", {"itemType": "date"}, '["2022-01-06"]', [dt.date(2022, 1, 6)]),
    ("datetime", {}, "2024-01-26T15:00:00.3", at("2024-01-26T15:00:00.3")),
    ("datetime", {"format": "%d/%m/%Y %H:%M"}, "12/11/2018 09:15", at("2018-11-12T09:15")),
    ("datetime", {"format": "%Y-%m-%dT%H:%M:%S%z"}, "2024-01-26T15:00:00-05:00",
     dt.datetime(2024, 1, 26, 20, tzinfo=dt.UTC)),
    ("datetime", {"format": "any"}, "20240126T150000", at("2024-01-26T15:00")),
    ("date", {}, "0001-01-01", dt.date(1, 1, 1)),
    ("date", {"format": "%d %B %Y"}, "6 January 2022", dt.date(2022, 1, 6)),
    ("time", {}, "15:00:00", dt.time(15)),
    ("time", {"format": "%H:%M:%S.%f"}, "15:00:00.5", dt.time(15, 0, 0, 500000)),
    ("year", {}, "0476", 476),
    ("yearmonth", {}, "2022-01", "2022-01"),
    ("duration", {}, "P6M", "P6M"),
    ("duration", {}, "-P0Y03DT1.50S", "-P3DT1.5S"),
    ("duration", {}, "P0D", "PT0S"),
    ("geopoint", {}, "90.50, -45", POINT),
    ("geopoint", {"format": "array"}, "[90.50, -45.0]", POINT),
    ("geopoint", {"format": "object"}, '{"lat": -45, "lon": 90.5}', POINT),
    ("geojson", {}, '{"type": "Point", "coordinates": [1, 2]}',
     '{"coordinates":[1,2],"type":"Point"}'),
    ("geojson", {}, '{"type":"Feature","geometry":null,"properties":{}}',
     '{"geometry":null,"properties":{},"type":"Feature"}'),
    ("geojson", {"format": "topojson"}, '{"type":"Topology","arcs":[],"objects":{}}',
     '{"arcs":[],"objects":{},"type":"Topology"}'),
    ("any", {}, " 1:30 ", " 1:30 "),
]  # fmt: skip

REFUSED = [
    ("string", {"format": "email"}, "ann@"),
    ("string", {"format": "uri"}, "example.org"),
    ("string", {"format": "binary"}, "YQ="),
    ("string", {"format": "uuid"}, "123e4567"),
    ("integer", {}, "7.0"),
    ("integer", {}, "1_000"),
    ("integer", {}, "٣"),
    ("integer", {}, "9223372036854775808"),
    ("integer", {}, "9" * 5000),
    ("integer", {"groupChar": ","}, "1,23"),
    ("integer", {"groupChar": ","}, "1,2345"),
    ("integer", PLAIN, "10-15"),
    ("integer", PLAIN, "EUR"),
    ("number", {}, "0x10"),
    ("number", {}, "infinity"),
    ("number", {}, "1e400"),
    ("number", {}, "0.1000000000000000055"),
    ("number", {}, "12345678901234567890"),
    ("number", {}, "1,5"),
    ("number", GERMAN, "1,234.5"),
    ("number", {"decimalChar": ","}, "1.5"),
    ("boolean", {}, "yes"),
    ("object", {}, "[1]"),
    ("object", {}, '{"a": 1, "a": 2}'),
    ("object", {}, '{"a": NaN}'),
    ("object", {}, '{"a": 0.1000000000000000055}'),
    ("object", {}, '{"a": "\\ud800"}'),
    ("array", {}, '{"a": 1}'),
    ("array", {}, "[" * 65 + "]" * 65),
    ("array", {}, "[" * 100_000),
    ("list", {"itemType": "integer"}, "1,x"),
    ("list", {}, "[null]"),
    ("datetime", {}, "2024-01-26 15:00:00"),
    ("datetime", {}, "2024-01-26T15:00:00Z"),
    ("datetime", {}, "2024-01-26T24:00:00"),
    ("datetime", {"format": "any"}, "2024-01-26T15:00:00Z"),
    ("datetime", {"format": "%Y-%m-%dT%H:%M:%S%z"}, "0001-01-01T00:00:00+05:00"),
    ("date", {}, "2022-02-30"),
    ("date", {}, "2022-1-6"),
    ("date", {}, "20220106"),
    ("date", {"format": "%d/%m/%Y"}, "2022-01-06"),
    ("time", {}, "15:00"),
    ("time", {}, "15:00:00.5"),
    ("time", {"format": "any"}, "15:00:00Z"),
    ("year", {}, "22"),
    ("year", {}, "12022"),
    ("yearmonth", {}, "2022-13"),
    ("duration", {}, "P"),
    ("duration", {}, "P1DT"),
    ("duration", {}, "P2.5Y"),
    ("duration", {}, "P5W"),
    ("duration", {}, "P9999999999Y"),
    ("geopoint", {}, "1"),
    ("geopoint", {}, "181,0"),
    ("geopoint", {}, "0,91"),
    ("geopoint", {}, "NaN,1"),
    ("geopoint", {"format": "object"}, '{"lon": 1}'),
    ("geojson", {}, '{"type": "Point", "coordinates": [1]}'),
    ("geojson", {}, '{"type": "Topology"}'),
    ("geojson", {}, "[]"),
    ("geojson", {"format": "topojson"}, '{"type": "Point", "coordinates": [1, 2]}'),
]


@pytest.mark.parametrize(
    ("type_", "keys", "text", "value"),
    READ,
    ids=lambda part: part if isinstance(part, str) else None,
)
def test_a_text_of_the_type_is_read(
    type_: str, keys: dict[str, Any], text: str, value: Any
) -> None:
    assert parse(field(type_, **keys), text) == value


@pytest.mark.parametrize(("type_", "keys", "text"), REFUSED, ids=lambda part: str(part)[:30])
def test_a_text_of_another_type_is_refused(type_: str, keys: dict[str, Any], text: str) -> None:
    assert isinstance(parse(field(type_, **keys), text), Misfit)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("P1Y", "P12M", True),
        ("P12M", "P1Y", True),
        ("P31D", "P1M", True),
        ("P30D", "P1M", False),
        ("P1M", "P30D", False),
        ("PT36H", "P1DT12H", True),
        ("-P1D", "PT0S", False),
        ("P400Y", "P146097D", True),
    ],
)
def test_durations_are_ordered_where_every_calendar_agrees(
    one: str, other: str, expected: bool
) -> None:
    assert always(ge, one, other) is expected


@pytest.mark.parametrize(
    ("type_", "keys"),
    [
        *((type_, {}) for type_ in TYPES),
        *(("string", {"format": form}) for form in ("email", "uri", "binary", "uuid")),
        *(("geopoint", {"format": form}) for form in ("array", "object")),
        *((type_, {"format": "any"}) for type_ in ("date", "time", "datetime")),
        ("geojson", {"format": "topojson"}),
        ("date", {"format": "%d %B %Y"}),
        ("time", {"format": "%I %p"}),
        ("datetime", {"format": "%Y-%m-%dT%H:%M:%S%z"}),
        ("number", GERMAN),
        ("boolean", {"trueValues": ["yes"]}),
        ("boolean", {"trueValues": [], "falseValues": ["no"]}),
        ("list", {"itemType": "date"}),
    ],
    ids=str,
)
def test_an_example_is_a_value_of_its_type(type_: str, keys: dict[str, Any]) -> None:
    plain = field(type_, **keys)
    assert not isinstance(parse(plain, example(plain)), Misfit)


def test_to_find_the_key_that_stands_twice_takes_a_time_that_grows_with_the_keys() -> None:
    def refuse(size: int) -> None:
        members = ",".join(f'"k{n}": 0' for n in [*range(size), size - 1])
        misfit = parse(field("object"), f"{{{members}}}")
        assert misfit == Misfit(f"key `k{size - 1}` stands in it twice")

    assert growth(refuse, 4_000) < LINEAR
