"""Releases: what changed between two packages, which version that asks for, and the released zip.

`diff.diff` compares two packages with pyarrow alone; `release.release` checks a project, holds its
version to the difference, and writes the zip, the index and the changelog. Downloading a release is
another room's.
"""
