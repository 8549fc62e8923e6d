"""The dataset: what `schemas/dataset.yaml` declares, with its tables.

Only shapes are held here; whether its parts name each other rightly is `kzdata.schema.key_rules`.
"""

from typing import Literal

from pydantic import Field as Key

from kzdata.errors import CallError
from kzdata.schema.scalars import Day, Flag, LicenceName, Link, Model, Text, Version
from kzdata.schema.tables import Table


class License(Model):
    """A licence by its Open Definition id (Data Package v2, `licenses`)."""

    name: LicenceName
    title: Text | None = None
    path: Link | None = None


class Contributor(Model):
    """Somebody who made the dataset (Data Package v2, `contributors`)."""

    title: Text
    roles: tuple[Text, ...] = Key(min_length=1)
    organization: Text | None = None
    path: Link | None = None
    email: Text | None = None


class SourceTable(Model):
    """The table that lists the sources, and the names of its fields that the build needs."""

    table: Text
    file: Text
    sha256: Text
    language: Text
    date: Text | None = None


class _Declared(Model):
    name: Text
    title: Text
    description: Text
    version: Version
    created: Day
    licenses: tuple[License, ...] = Key(min_length=1)
    contributors: tuple[Contributor, ...] = Key(min_length=1)
    keywords: tuple[Text, ...] = ()
    homepage: Link | None = None
    redistribute: Literal["excerpts", "full"] = "excerpts"
    ledger: Literal["decided", "reported"] = "decided"
    csv: Flag = True
    sources: SourceTable


class Manifest(_Declared):
    """`schemas/dataset.yaml` as it is written: the tables by name."""

    tables: tuple[Text, ...] = Key(min_length=1)


class Dataset(_Declared):
    """The dataset with its tables, in the order in which dataset.yaml names them."""

    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """The table of this name; `CallError` when there is none."""
        for table in self.tables:
            if table.name == name:
                return table
        raise CallError(f"dataset `{self.name}` has no table `{name}`")
