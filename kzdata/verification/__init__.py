"""Verifying a package whole: files, descriptor, schema, keys, and every piece of evidence.

Reading one table needs less, and is `kzdata.catalog`. Hashes, evidence and words are checked by
none of this code in `tools/verify.py` as well, so that nobody has to trust us.
"""

from kzdata.verification.package import verify

__all__ = ["verify"]
