"""A project as a whole: checking it, and publishing what is clean.

`check.check` is what `kzdata validate` does and the first half of `kzdata build`; `publish` is the
second.
"""
