"""The package that a command of the consumer's side is about."""

import kzdata


def package(place: str | None) -> "kzdata.Package":
    """The package at `place`, or the one that kzdata brings along."""
    from kzdata.shelf import bundled  # noqa: PLC0415 - imports pyarrow

    return bundled() if place is None else kzdata.open(place)
