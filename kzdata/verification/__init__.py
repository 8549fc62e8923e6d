"""Verifying a package whole: files, descriptor, schema, keys, and every piece of evidence.

Reading one table needs less, and is `kzdata.catalog`. The same checks, by none of this code, are in
`tools/verify.py`, so that nobody has to trust us.
"""

from kzdata.verification.package import verify

__all__ = ["verify"]
