"""`kzdata cache`."""

import click

from kzdata.cli import options, output
from kzdata.findings import many
from kzdata.remote import cache


@click.group("cache", epilog=options.examples("kzdata cache list"))
def command() -> None:
    """List, verify or remove downloaded packages, and what builds keep."""


@command.command("list", epilog=options.examples("kzdata cache list"))
def list_() -> int:
    """List the packages, by SHA-256, bytes and file, and what builds keep."""
    for entry in cache.entries():
        output.say(f"{entry.sha256}  {entry.size}  {entry.path}")
    if kept := cache.kept():
        size = sum(one.size for one in kept)
        output.say(f"{_outcomes(len(kept))}, {size}  {cache.outcomes()}")
    return 0


@command.command("verify", epilog=options.examples("kzdata cache verify"))
def verify() -> int:
    """Hash every package in the cache again."""
    problems = cache.verify()
    for problem in problems:
        output.say(f"error: {problem}")
    if not problems:
        output.say("ok: every package in the cache has the SHA-256 that it is named for")
    return int(bool(problems))


@command.command(
    "remove", epilog=options.examples("kzdata cache remove 3f9a", "kzdata cache remove --all")
)
@click.argument("sha256", required=False)
@click.option("--all", "everything", is_flag=True, help="Remove all packages and outcomes.")
def remove(sha256: str | None, everything: bool) -> int:
    """Remove the package whose SHA-256 begins so, or all that is kept."""
    if (sha256 is None) != everything:
        raise click.UsageError("give the beginning of a SHA-256, or --all")
    for entry in cache.remove(sha256):
        output.say(f"removed {entry.path}")
    if everything and (forgotten := cache.forget()):
        output.say(f"removed {_outcomes(forgotten)}")
    return 0


def _outcomes(count: int) -> str:
    return f"{many(count, 'outcome')} of builds"
