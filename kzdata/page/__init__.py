"""The page of a package: its tables, with the words behind every cell, in one file of HTML."""

from kzdata.page.document import page

__all__ = ["page"]
