"""`kzdata release`."""

from pathlib import Path

import click

from kzdata.cli import options, output
from kzdata.release.release import release


@click.command("release", epilog=options.examples("kzdata release"))
@options.project
@click.option("--out", type=click.Path(path_type=Path), help="The folder of releases.")
@click.option("--previous", help="The release to compare with: a zip, a version or a URL.")
def command(project: Path, out: Path | None, previous: str | None) -> int:
    """Write the released archive of a PROJECT, its SHA-256, the index and the changelog entry.

    The project must be clean and its package built. Refused is a version that does not go far
    enough for what changed since the previous release. Releases lie in PROJECT/dist by default.
    """
    released = release(project, out, previous)
    output.say(released.told, f"{released.sha256}  {released.path}")
    return 0
