"""`kzdata fetch`."""

import click

import kzdata
from kzdata.cli import options, output


@click.command(
    "fetch",
    epilog=options.examples(
        "kzdata fetch 1.0.0 --index https://example.org/data/releases.json",
    ),
)
@click.argument("what")
@click.option("--sha256", help="The SHA-256 of the file, for a URL or DOI that does not carry it.")
@click.option("--index", help="The URL of a releases.json, for a version.")
def command(what: str, sha256: str | None, index: str | None) -> int:
    """Download a package into the cache: WHAT is a version, a URL or a DOI.

    The hash is checked before anything is read; what was fetched before needs no network.
    """
    package = kzdata.fetch(what, sha256=sha256, index=index)
    output.say(f"{package.name} {package.version}: {package.place}")
    return 0
