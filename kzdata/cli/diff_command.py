"""`kzdata diff`."""

import click

import kzdata
from kzdata.cli import options, output
from kzdata.release.diff import diff
from kzdata.release.forms import FORMS


@click.command(
    "diff",
    epilog=options.examples(
        "kzdata diff dist/my-dataset-0.1.0.zip data/package",
        "kzdata diff dist/my-dataset-0.1.0.zip data/package --format markdown",
    ),
)
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="text",
    show_default=True,
    help="How the changes are printed.",
)
def command(old: str, new: str, form: str) -> int:
    """Compare two packages, and say which step of the version the change needs.

    OLD and NEW are folders, zip files, URLs, or versions that were fetched.
    """
    output.hand(FORMS[form](diff(kzdata.open(old), kzdata.open(new))))
    return 0
