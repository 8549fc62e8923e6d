"""`kzdata verify`."""

from pathlib import Path
from typing import Any

import click

from kzdata import escapes
from kzdata.cli import options, output
from kzdata.constraints.broken import Judge
from kzdata.verification import verify
from kzdata.verification.package import Reread, by_hash_alone


@click.command(
    "verify",
    epilog=options.examples(
        "kzdata verify data/package",
        "kzdata verify data/package --sources seeds",
    ),
)
@click.argument("place", metavar="PACKAGE")
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of the source texts: the words are looked up and every value is read again.",
)
@options.as_json
def command(place: str, sources: Path | None, as_json: bool) -> int:
    """Check a published PACKAGE: hashes, schema, keys, and every piece of evidence.

    With --sources every quoted value is read again by the readers, which takes the build extra, as
    does the constraint `jsonSchema`. README, page and citation are held to their hashes alone.
    """
    problems = verify(place, sources, reread=_reader() if sources else None, shapes=_shape)
    if as_json:
        output.hand(escapes.json(problems))
    elif problems:
        output.say(*(f"error: {problem}" for problem in problems))
    else:
        output.say(f"ok: {place}")
        if unread := by_hash_alone(place):
            output.say(f"held to their hashes alone: {', '.join(unread)}")
    return int(bool(problems))


def _shape(schema: dict[str, Any]) -> Judge:
    """What judges texts by a `jsonSchema`: it takes the build extra."""
    from kzdata.checks.json_schema import shape  # noqa: PLC0415 - only where it is asked for

    return shape(schema)


def _reader() -> Reread:
    """What reads the values again: it takes the build extra."""
    from kzdata.project.reread import reread  # noqa: PLC0415 - only where it is asked for

    return reread
