"""Which texts are semantic versions; their order and the steps between are `release.versions`."""

import re

_NUMBER = r"(0|[1-9]\d*)"
_PRE = r"(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)"
_BUILD = r"[0-9A-Za-z-]+"

SEMVER = re.compile(
    rf"(?!.{{101}}){_NUMBER}\.{_NUMBER}\.{_NUMBER}"
    rf"(?:-({_PRE}(?:\.{_PRE})*))?(?:\+({_BUILD}(?:\.{_BUILD})*))?",
    re.ASCII,
)
"""A whole version (Semantic Versioning 2.0.0, clauses 2, 9 and 10): groups are its three numbers,
the pre-release and the build. It has at most 100 characters, as it is part of a file's name."""
