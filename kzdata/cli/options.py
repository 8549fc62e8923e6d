"""Arguments that several commands share, and the examples at the end of their help."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from pathlib import Path
from typing import Any

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

_WORK = (
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        help="How many processes read sources; as many as pay unless given.",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Let a Dask cluster read sources; its workers see the project under the same path.",
    ),
    click.option(
        "--cache/--no-cache",
        default=None,
        help="Reuse what was found before in unchanged sources; where it pays unless given.",
    ),
)


def examples(*calls: str) -> str:
    r"""The end of a command's help: calls as they are typed, one a line.

    >>> examples("kzdata list")
    '\x08\nExamples:\n  kzdata list'
    """
    return "\n  ".join(("\b\nExamples:", *calls))


def work(command: Callable[..., int]) -> Callable[..., int]:
    """Options of who reads sources: the command is called with its `workers`."""

    @wraps(command)
    def called(
        *args: Any, jobs: int | None, scheduler: str | None, cache: bool | None, **others: Any
    ) -> int:
        # What is needed of a project is imported when a command needs it.
        from kzdata.project.workers import Workers, cluster  # noqa: PLC0415

        if jobs is not None and scheduler is not None:
            raise click.UsageError("give `--jobs` or `--scheduler`: a cluster has its own workers")
        with nullcontext() if scheduler is None else cluster(scheduler) as executor:
            return command(*args, workers=Workers(jobs, executor, cache), **others)

    for option in reversed(_WORK):
        called = option(called)
    return called
