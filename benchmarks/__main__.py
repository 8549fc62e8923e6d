"""`python -m benchmarks`: measure; `... corpus DIR` generates a project; `... report` reports."""

import argparse
import importlib
import sys

COMMANDS = ("corpus", "report")


def main() -> None:
    """Do what the first argument says; without a command, measure."""
    given = sys.argv[1:]
    name = given.pop(0) if given[:1] and given[0] in COMMANDS else "run"
    # Imported by name: a run must stay small, and `corpus` is not.
    part = importlib.import_module(f"benchmarks.{name}")
    shown = "python -m benchmarks" if name == "run" else f"python -m benchmarks {name}"
    parser = argparse.ArgumentParser(
        prog=shown, description=part.__doc__, epilog=__doc__ if name == "run" else None
    )
    part.options(parser)
    part.run(parser.parse_args(given))


if __name__ == "__main__":
    main()
