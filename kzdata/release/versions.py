"""Semantic versions, and the steps between them. What a change asks for is `kinds`."""

from enum import IntEnum
from typing import NamedTuple

from kzdata.errors import DataError
from kzdata.semver import SEMVER


class Step(IntEnum):
    """How far a version goes beyond another one."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    @property
    def word(self) -> str:
        """The step's name, in lower case."""
        return self.name.lower()


class Version(NamedTuple):
    """A semantic version: its three numbers, and the identifiers of a pre-release."""

    major: int
    minor: int
    patch: int
    pre: tuple[str, ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether it is no pre-release."""
        return not self.pre

    @property
    def precedence(self) -> tuple[object, ...]:
        """What versions are ordered by (Semantic Versioning 2.0.0, clause 11).

        >>> names = ["1.0.0", "1.0.0-rc.10", "1.0.0-rc.2", "0.9.0"]
        >>> sorted(names, key=lambda name: parse(name).precedence)
        ['0.9.0', '1.0.0-rc.2', '1.0.0-rc.10', '1.0.0']
        """
        parts = tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in self.pre)
        return (self.major, self.minor, self.patch, self.is_final, parts)


def parse(text: str) -> Version:
    """The version that `text` is; `DataError` when it is no semantic version (2.0.0, clause 2).

    Build metadata says nothing of the order (clause 10) and is left out.
    """
    found = SEMVER.fullmatch(text)
    if not found:
        raise DataError(f"the version {text!r:.60} is no semantic version such as `1.0.0`")
    major, minor, patch, pre, _ = found.groups()
    return Version(int(major), int(minor), int(patch), tuple(pre.split(".")) if pre else ())


def taken(old: Version, new: Version) -> Step:
    """The step from `old` to `new`, by the first of the three numbers in which they differ.

    >>> taken(parse("1.0.0"), parse("1.1.0"))
    <Step.MINOR: 2>
    """
    steps = (Step.MAJOR, Step.MINOR, Step.PATCH)
    pairs = zip(steps, old[:3], new[:3], strict=True)
    return next((step for step, before, after in pairs if before != after), Step.NONE)


def asked(step: Step, old: Version) -> Step:
    """The step that a change takes after `old`: before 1.0.0 a major change takes a minor one.

    What is below 1.0.0 promises no stable form (Semantic Versioning 2.0.0, clause 4).

    >>> asked(Step.MAJOR, parse("0.3.0")), asked(Step.MAJOR, parse("1.0.0"))
    (<Step.MINOR: 2>, <Step.MAJOR: 3>)
    """
    return min(step, Step.MINOR) if old.major == 0 else step
