"""What Table Schema v2 lets a schema ask of each value of a field, judged on Arrow columns.

It knows neither how schemas are written nor how they are published: `kzdata.checks` asks it about
records, `kzdata.verification` about packages, and both judge by the same code.
"""

from kzdata.constraints.broken import TYPES, Asked, Broken, Declared, broken, missing

__all__ = ["TYPES", "Asked", "Broken", "Declared", "broken", "missing"]
