"""`kzdata add`."""

from collections.abc import Sequence
from pathlib import Path

import click

from kzdata.cli import options, output, places
from kzdata.project.start import add
from kzdata.seeds import FOLDER


@click.command(
    "add",
    epilog=options.examples(
        "kzdata add article.txt",
        "kzdata add download.txt my-dataset --name 2024-04-14.txt",
    ),
)
@click.argument(
    "texts",
    metavar="FILE... [PROJECT]",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
)
@click.option("--name", help="The file name in seeds/; the text's own unless given.")
def command(texts: Sequence[Path], name: str | None) -> int:
    """Copy each text FILE into the seeds of the PROJECT, with its line in SHA256SUMS.

    The PROJECT is the working folder, unless the last argument is another folder.
    """
    *first, last = texts
    project, added = (last, first) if last.is_dir() else (Path(), texts)
    if not added:
        raise click.UsageError("give a text to add")
    if name is not None and len(added) > 1:
        raise click.UsageError("`--name` is for one text alone")
    for text in added:
        digest = add(project, text, name)
        seed = places.file(f"{FOLDER}/{text.name if name is None else name}", project)
        output.say(f"added {seed}, SHA-256 {digest}")
    return 0
