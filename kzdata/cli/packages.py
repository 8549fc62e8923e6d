"""The package that a command of the consumer's side is about."""

from pathlib import Path

import kzdata
from kzdata.cli import output


def package(place: str | None) -> "kzdata.Package":
    """The package at `place`, or the one that kzdata brings along.

    Who stands in a project of their own is told, beside what is printed, that it is not theirs.
    """
    from kzdata.catalog.opening import BUILT  # noqa: PLC0415 - imports pyarrow
    from kzdata.shelf import PLACES, bundled  # noqa: PLC0415

    if place is not None:
        return kzdata.open(place)
    opened = bundled()
    ours = [each.resolve() for each in PLACES]
    if Path("schemas/dataset.yaml").is_file() and Path(BUILT).resolve() not in ours:
        told = f"note: this is `{opened.name}`, which kzdata brings along"
        output.say(f"{told}; that of this project is `--package {BUILT}`", error=True)
    return opened
