"""An outside judge of a package: frictionless-py, on the descriptor and the CSV tables.

The gate is `kzdata.checks`; this asks a program that shares no code with it. Parquet is left to the
peers that read it quickly (frictionless takes two minutes for 100,000 rows).
"""

import json
from pathlib import Path

ROWS = 10_000
"""How many rows of each table the judge reads: it takes a second for 10,000."""


def judge(folder: Path) -> list[str]:
    """What frictionless finds wrong with the package at `folder`, a line each; nothing when valid.

    No schema is loaded over the network: the profile that the descriptor names is known by heart.
    """
    import frictionless  # noqa: PLC0415 - takes 0.4 s, and only this function needs it

    described = json.loads((folder / "datapackage.json").read_bytes())
    described["resources"] = [
        resource for resource in described["resources"] if resource["format"] == "csv"
    ] 
    package = frictionless.Package.from_descriptor(described, basepath=str(folder))
    report = package.validate(limit_rows=ROWS)
    return [
        *(error.message for error in report.errors),
        *(f"`{task.name}`: {error.message}" for task in report.tasks for error in task.errors),
    ]
