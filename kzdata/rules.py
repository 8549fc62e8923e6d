"""Every rule that kzdata knows, by name, gathered from the modules that declare them."""

import importlib
import pkgutil
from collections.abc import Mapping

import kzdata
from kzdata.findings import Rule

_NOT_RULES = ("kzdata.cli", "kzdata.__main__")
"""Modules that have no rules; the last would run the command line."""


def rules() -> Mapping[str, Rule]:
    """The rules by name, in the order of their names.

    >>> rules()["quote-not-found"].severity
    'error'
    """
    found: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(kzdata.__path__, "kzdata."):
        if not module.name.startswith(_NOT_RULES):
            values = vars(importlib.import_module(module.name)).values()
            found |= {value.name: value for value in values if isinstance(value, Rule)}
    return dict(sorted(found.items()))
