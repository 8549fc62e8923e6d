"""GeoJSON (RFC 7946) and TopoJSON: which JSON objects have their shape."""

from typing import Any

from kzdata.schema.fields import Field
from kzdata.schema.values.misfits import Misfit
from kzdata.schema.values.structures import dump, load

_DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
"""How deep a geometry's positions lie in its `coordinates` (RFC 7946, section 3.1)."""

_TOPOLOGY_TYPES = {*_DEPTHS, "GeometryCollection"}


def geojson(field: Field, text: str) -> str | Misfit:
    """The object in its one form, where it has the shape of GeoJSON or, by format, TopoJSON."""
    value = load(text)
    if isinstance(value, Misfit):
        return value
    topology = field.format == "topojson"
    if not (_is_topology(value) if topology else _is_geojson(value)):
        return Misfit(f"not the shape of a {'TopoJSON' if topology else 'GeoJSON'} object")
    return dump(value)


def _is_geojson(value: Any) -> bool:
    kind = _kind(value)
    if kind == "FeatureCollection":
        return isinstance(value.get("features"), list) and all(map(_is_feature, value["features"]))
    return _is_feature(value) if kind == "Feature" else _is_geometry(value)


def _is_feature(value: Any) -> bool:
    if _kind(value) != "Feature" or not {"geometry", "properties"} <= value.keys():
        return False
    properties_fit = value["properties"] is None or isinstance(value["properties"], dict)
    return properties_fit and (value["geometry"] is None or _is_geometry(value["geometry"]))


def _is_geometry(value: Any) -> bool:
    kind = _kind(value)
    if kind == "GeometryCollection":
        return isinstance(value.get("geometries"), list) and all(
            map(_is_geometry, value["geometries"])
        )
    return kind in _DEPTHS and _are_positions(value.get("coordinates"), _DEPTHS[kind])


def _are_positions(value: Any, depth: int) -> bool:
    if not isinstance(value, list):
        return False
    if depth:
        return all(_are_positions(item, depth - 1) for item in value)
    return len(value) >= 2 and all(type(item) in (int, float) for item in value)


def _is_topology(value: Any) -> bool:
    return (
        _kind(value) == "Topology"
        and isinstance(value.get("arcs"), list)
        and all(_are_positions(arc, 1) for arc in value["arcs"])
        and isinstance(value.get("objects"), dict)
        and all(_kind(item) in _TOPOLOGY_TYPES for item in value["objects"].values())
    )


def _kind(value: Any) -> str:
    kind = value.get("type") if isinstance(value, dict) else None
    return kind if isinstance(kind, str) else ""
