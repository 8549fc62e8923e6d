"""Arguments that several commands share."""

from pathlib import Path

import click

project = click.argument(
    "project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
)
"""The folder of a project; the working folder unless given."""

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")

package = click.option(
    "--package",
    "place",
    help="A folder, zip, cached version or URL; else the package that kzdata brings along.",
)

jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="How many processes read sources; as many as pay unless given.",
)
"""How many processes do the work."""

scheduler = click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Let a Dask cluster read sources; its workers see the project under the same path.",
)
"""Whose workers do the work instead."""
