"""The command line. One file a command: arguments, one function, print, exit status.

A command's module is imported when the command is called, so that `kzdata list` needs nothing of
the build.
"""

import importlib
import sys
from typing import Never

import click

from kzdata import own_process
from kzdata.cli import output
from kzdata.errors import BUILD_EXTRA, KzdataError, MachineError
from kzdata.nearest import likeliest

SECTIONS = {
    "Use a dataset": {
        "list": "List the tables of a package.",
        "show": "Print a table.",
        "evidence": "Show the words behind a row or a cell.",
        "cite": "Say how to cite a dataset.",
        "fetch": "Download a released package into the cache.",
        "cache": "List, verify or remove downloaded packages.",
        "verify": "Check a published package against its hashes, keys and evidence.",
    },
    "Make one": {
        "init": "Start a project in a new folder.",
        "add": "Copy texts into seeds/, each with its line in SHA256SUMS.",
        "read": "Say what the readers read in a text, with its places.",
        "validate": "Check a project: schemas, sources, records, evidence.",
        "explain": "Explain a rule, or list all rules.",
        "sift": "Move refused records aside, so that the others can be published.",
        "coverage": "Say what cells rest on, and what sources say that nobody used.",
        "build": "Check a project and publish its package.",
    },
    "Release it": {
        "diff": "Compare two packages, and say which version step the change needs.",
        "release": "Write the released archive of a package.",
    },
}
"""The commands in the order in which one comes to need them."""

COMMANDS = {name: line for section in SECTIONS.values() for name, line in section.items()}


class _Commands(click.Group):
    """The commands by name; each one's module is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"kzdata.cli.{cmd_name}_command").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """What the arguments call; of a command that is not there, the likeliest."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            help = likeliest(args[0], COMMANDS) or "`kzdata --help` lists all"
            raise click.UsageError(f"there is no command `{args[0]}`; {help}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()))


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with `kzdata list`, or with `kzdata init my-dataset`; each command has a --help.",
)
@click.version_option(package_name="kzdata")
def kzdata() -> None:
    """Publish datasets in which every cell shows the words of its source.

    Exit status: 0 fine, 1 the data is wrong, 2 the call is wrong, 3 the machine failed.
    """


def main() -> Never:
    """Run the command line and exit with its status; what goes wrong on purpose is one line."""
    with output.patient():
        status = _status()
    sys.exit(status)


def _status() -> int:
    """The exit status of the command line, once it was run."""
    try:
        with own_process.ours():
            status = _run()
    except click.exceptions.Exit as ended:
        status = ended.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        status = 130
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        status = 2
    except click.ClickException as error:
        status = _failed(error.format_message(), 2)
    except KzdataError as error:
        status = _failed(str(error), error.exit_status)
    except ModuleNotFoundError as error:
        if error.name not in BUILD_EXTRA:
            raise
        status = _failed("this command needs more: pip install 'kzdata[build]'", 2)
    except OSError as error:
        output.lose()
        named = f"`{error.filename}`: " if error.filename else ""
        status = _failed(f"{named}{error.strerror or error}", 3)
    return status


def _run() -> int:
    """Not by `kzdata.main`, which would take care of exceptions in click's own way."""
    if sys.stdout is None:
        raise MachineError("standard output is closed: send it to /dev/null if nobody reads it")
    with kzdata.make_context("kzdata", sys.argv[1:]) as context:
        status: int | None = kzdata.invoke(context)
    sys.stdout.flush()
    return status or 0


def _failed(message: str, status: int) -> int:
    output.say(f"error: {message}", error=True)
    return status
