"""A table of a package before it is read: what its columns are, and a stream for whoever asks."""

from typing import TYPE_CHECKING

import pyarrow as pa

from kzdata.catalog.listings import Listing

if TYPE_CHECKING:
    from kzdata.catalog.descriptor import TableInfo
    from kzdata.catalog.package import Package


class TableView:
    """A table of a package, not yet read: `package["figures"]`. Prints its columns.

    Whatever speaks Arrow reads it: `polars.DataFrame(package["figures"])`.
    """

    def __init__(self, package: "Package", info: "TableInfo") -> None:
        self._package = package
        self.info = info

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._package.load(self.info.name).__arrow_c_stream__(requested_schema)

    def fields(self) -> Listing:
        """The columns: `name`, `type` (Table Schema's), `title`, `unit` and `description`."""
        names = ("name", "type", "title", "unit", "description")
        rows = {name: [getattr(field, name) for field in self.info.fields] for name in names}
        title = f"{self.info.name}: {self.info.title}" if self.info.title else self.info.name
        return Listing(pa.table(rows), title, names)

    def __repr__(self) -> str:
        return repr(self.fields())

    def _repr_html_(self) -> str:
        return self.fields()._repr_html_()
