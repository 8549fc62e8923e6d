"""Datasets in which every cell shows the words of its source.

The tables that kzdata brings along, the words behind their cells, and packages from elsewhere. What
a name stands for is imported when it is first asked for: `import kzdata` costs nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kzdata.catalog.cells import Evidence as Evidence
    from kzdata.catalog.package import Package as Package
    from kzdata.errors import CallError as CallError
    from kzdata.errors import DataError as DataError
    from kzdata.errors import KzdataError as KzdataError
    from kzdata.errors import MachineError as MachineError
    from kzdata.shelf import cite as cite
    from kzdata.shelf import evidence as evidence
    from kzdata.shelf import fetch as fetch
    from kzdata.shelf import load as load
    from kzdata.shelf import open as open  # noqa: A004 (the name of the public function)
    from kzdata.shelf import sources as sources
    from kzdata.shelf import tables as tables
    from kzdata.verify import verify as verify

_HOMES = {
    "CallError": "kzdata.errors",
    "DataError": "kzdata.errors",
    "Evidence": "kzdata.catalog.cells",
    "KzdataError": "kzdata.errors",
    "MachineError": "kzdata.errors",
    "Package": "kzdata.catalog.package",
    "cite": "kzdata.shelf",
    "evidence": "kzdata.shelf",
    "fetch": "kzdata.shelf",
    "load": "kzdata.shelf",
    "open": "kzdata.shelf",
    "sources": "kzdata.shelf",
    "tables": "kzdata.shelf",
    "verify": "kzdata.verify",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 (a list, though not a literal one)


def __getattr__(name: str) -> Any:
    """The public name, from its home (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module `kzdata` has no attribute `{name}`")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__


class _Public(ModuleType):
    """The class of this module, in which a public name is never hidden by the room that shares it.

    `kzdata.evidence` is a function, and a module too, which the import of a room would otherwise
    put in the function's place. Such a room is reached by `from kzdata.evidence import KEY`.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Public
