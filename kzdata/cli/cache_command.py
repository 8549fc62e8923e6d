"""`kzdata cache`."""

import click

from kzdata.remote import cache


@click.group("cache")
def command() -> None:
    """List, verify or remove downloaded packages."""


@command.command("list")
def list_() -> int:
    """List the packages in the cache: SHA-256, bytes, file."""
    for entry in cache.entries():
        click.echo(f"{entry.sha256}  {entry.size}  {entry.path}")
    return 0


@command.command("verify")
def verify() -> int:
    """Hash every package in the cache again."""
    problems = cache.verify()
    for problem in problems:
        click.echo(f"error: {problem}")
    return int(bool(problems))


@command.command("remove")
@click.argument("sha256", required=False)
@click.option("--all", "everything", is_flag=True, help="Remove every package.")
def remove(sha256: str | None, everything: bool) -> int:
    """Remove the package whose SHA-256 begins with SHA256, or all."""
    if (sha256 is None) != everything:
        raise click.UsageError("give the beginning of a SHA-256, or --all")
    for entry in cache.remove(sha256):
        click.echo(f"removed {entry.path}")
    return 0
