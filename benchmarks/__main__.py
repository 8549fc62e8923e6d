"""`python -m benchmarks`."""

import argparse

from benchmarks import corpus

PARTS = {"corpus": corpus}


def main() -> None:
    """Read the arguments and do what the subcommand says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, part in PARTS.items():
        command = commands.add_parser(name, help=part.__doc__, description=part.__doc__)
        part.options(command)
        command.set_defaults(run=part.run)
    chosen = parser.parse_args()
    chosen.run(chosen)


if __name__ == "__main__":
    main()
