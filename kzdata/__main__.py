"""The command line as a process: `kzdata`, or `python -m kzdata`."""

from typing import Never

from kzdata import own_process
from kzdata.cli import main as command


def main() -> Never:
    """Run the command line in a process that does nothing else, and exit with its status."""
    own_process.begin()
    command()


if __name__ == "__main__":
    main()
