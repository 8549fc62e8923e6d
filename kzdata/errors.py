"""The exceptions that a caller of kzdata may meet, each with its exit status.

Data that is wrong is no exception: it becomes a `kzdata.findings.Finding`. What lives here is for a
call that is wrong, for data that a consumer asked for and that cannot be trusted, and for a machine
that fails.
"""

BUILD_EXTRA = frozenset(("pydantic", "pydantic_core", "yaml", "frictionless", "jsonschema"))
"""The modules that `pip install 'kzdata[build]'` brings, and nothing but the build needs."""


class KzdataError(Exception):
    """Whatever kzdata raises on purpose: one line that says what, where and what to do."""

    exit_status = 3


class DataError(KzdataError):
    """The data is wrong: a package that is damaged, forged or not of this form."""

    exit_status = 1


class CallError(KzdataError):
    """The call is wrong: an unknown table, a missing argument, an option that does not fit."""

    exit_status = 2


class MachineError(KzdataError):
    """The machine failed: the disk, the network, a permission."""

    exit_status = 3
