"""Datasets in which every cell shows the words of its source.

The tables that kzdata brings along, the words behind their cells, and packages from elsewhere. What
a name stands for is imported when it is first asked for: `import kzdata` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kzdata.errors import BUILD_EXTRA
from kzdata.errors import CallError as CallError
from kzdata.errors import DataError as DataError
from kzdata.errors import KzdataError as KzdataError
from kzdata.errors import MachineError as MachineError

if TYPE_CHECKING:
    from kzdata.catalog.cells import Evidence as Evidence
    from kzdata.catalog.package import Package as Package
    from kzdata.findings import Finding as Finding
    from kzdata.project.check import Checked as Checked
    from kzdata.project.runs import build as build
    from kzdata.project.runs import sift as sift
    from kzdata.project.runs import validate as validate
    from kzdata.project.sift import Sifted as Sifted
    from kzdata.shelf import cite as cite
    from kzdata.shelf import evidence as evidence
    from kzdata.shelf import fetch as fetch
    from kzdata.shelf import load as load
    from kzdata.shelf import open as open  # noqa: A004 (the name of the public function)
    from kzdata.shelf import sources as sources
    from kzdata.shelf import tables as tables
    from kzdata.verification import verify as verify

_HOMES = {
    "Checked": "kzdata.project.check",
    "Evidence": "kzdata.catalog.cells",
    "Finding": "kzdata.findings",
    "Package": "kzdata.catalog.package",
    "Sifted": "kzdata.project.sift",
    "build": "kzdata.project.runs",
    "cite": "kzdata.shelf",
    "evidence": "kzdata.shelf",
    "fetch": "kzdata.shelf",
    "load": "kzdata.shelf",
    "open": "kzdata.shelf",
    "sift": "kzdata.project.runs",
    "sources": "kzdata.shelf",
    "tables": "kzdata.shelf",
    "validate": "kzdata.project.runs",
    "verify": "kzdata.verification",
}

__all__ = sorted([*_HOMES, "CallError", "DataError", "KzdataError", "MachineError"])  # noqa: PLE0605 (a list, though not a literal one)


def __getattr__(name: str) -> Any:
    """The public name, from its home (PEP 562); `__version__` is that which is installed."""
    if name == "__version__":
        return import_module("importlib.metadata").version("kzdata")
    if name not in _HOMES:
        raise AttributeError(f"module `kzdata` has no attribute `{name}`")
    try:
        value = getattr(import_module(_HOMES[name]), name)
    except ModuleNotFoundError as error:
        if error.name not in BUILD_EXTRA:
            raise
        raise CallError(f"`kzdata.{name}` needs more: pip install 'kzdata[build]'") from error
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
