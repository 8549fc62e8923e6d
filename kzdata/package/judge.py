"""An outside judge of a package: frictionless-py, on the descriptor and the CSV tables.

The gate is `kzdata.checks`; this asks a program that shares no code with it. The data of Parquet
files are left to quicker peers: frictionless takes two minutes for 100,000 rows of them.
"""

import json
from pathlib import Path
from typing import Any

from kzdata.catalog import tableschema

Json = dict[str, Any]

ROWS = 1_000
"""How many rows of each table the judge reads, a tenth of a second's work; the gate read all."""


_NOT_LOOKED_UP = ("array", "geojson", "number", "object")
"""Of which types frictionless (5.21) looks up no values: Python hashes none, and NaN is no NaN."""


def judge(folder: Path, *, rows: int = ROWS) -> list[str]:
    """What frictionless finds wrong with the package at `folder`, a line each; none when valid.

    The whole descriptor is judged, and the first `rows` rows of each CSV table with their types,
    constraints and keys. Nothing is fetched: it knows the profile that the descriptor names.
    """
    import frictionless  # noqa: PLC0415 - takes 0.4 s, and only this function needs it

    described = json.loads((folder / tableschema.NAME).read_bytes())
    try:
        package = frictionless.Package.from_descriptor(
            _known(described, rows),
            basepath=str(folder.absolute()),  # To it, too, `s3:data` is an address.
        )
    except frictionless.FrictionlessException as error:
        return [problem.message for problem in (error.reasons or [error.error])]
    for resource in list(package.resources):
        if resource.format != "csv":
            package.remove_resource(resource.name)
    if not package.resources:
        return []
    report = package.validate(limit_rows=rows)
    found = [error.message for error in report.errors]
    found += [f"`{task.name}`: {error.message}" for task in report.tasks for error in task.errors]
    return found


def _known(described: Json, most: int) -> Json:
    """The descriptor without what frictionless does not know, cannot or is too slow to look up.

    It does not know `jsonSchema`, a constraint of the standard (5.21), and reads a table whole when
    a foreign key leads there, so keys to tables of more than `most` rows are left to the gate.
    """
    resources = described.get("resources", [])
    long = {each["name"] for each in resources if each.get("kzdata:rows", 0) > most}
    for resource in resources:
        schema = resource["schema"]
        odd = {field["name"] for field in schema["fields"] if field["type"] in _NOT_LOOKED_UP}
        for field in schema["fields"]:
            constraints = field.get("constraints", {})
            for left_out in ("jsonSchema", *(("unique",) if field["name"] in odd else ())):
                constraints.pop(left_out, None)
        if odd.intersection(schema["primaryKey"]):
            del schema["primaryKey"]
        foreign = [
            key
            for key in schema.pop("foreignKeys", [])
            if key["reference"].get("resource", resource["name"]) not in long
            and not odd.intersection(key["fields"])
        ]
        unique = [key for key in schema.pop("uniqueKeys", []) if not odd.intersection(key)]
        keys = {"foreignKeys": foreign, "uniqueKeys": unique}
        schema.update({name: each for name, each in keys.items() if each})
    return described
