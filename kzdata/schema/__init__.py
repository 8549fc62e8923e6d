"""What a project declares: its dataset, tables and fields, read from `schemas/`.

`kzdata.schema.values` says what text stands for in a field. Columns are `kzdata.columns`.
"""

from kzdata.schema.canonical import canonical
from kzdata.schema.dataset import Contributor, Dataset, License, SourceTable
from kzdata.schema.descriptor import descriptor
from kzdata.schema.fields import Category, Constraints, Field, MissingValue
from kzdata.schema.project import read
from kzdata.schema.tables import ForeignKey, Table

__all__ = [
    "Category",
    "Constraints",
    "Contributor",
    "Dataset",
    "Field",
    "ForeignKey",
    "License",
    "MissingValue",
    "SourceTable",
    "Table",
    "canonical",
    "descriptor",
    "read",
]
