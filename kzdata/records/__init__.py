"""Records as curators and programs wrote them, read into columns.

`read.read` gives every table's records as Arrow columns of raw values, with their evidence, the
reasons of inferred fields and other names beside them; `places` finds a record's place again, when
a fault needs it. What the values mean is decided later, by `kzdata.columns` and `kzdata.checks`.
"""
