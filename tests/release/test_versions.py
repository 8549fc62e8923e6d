"""Versions: their order, and the steps between them."""

import pytest
from pydantic import ValidationError

from kzdata.errors import DataError
from kzdata.release.versions import Step, asked, parse, taken
from kzdata.schema import scalars
from kzdata.schema.scalars import Model

ORDER = [
    *("0.1.0", "0.9.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta"),
    *("1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0"),
]
"""Clause 11 of Semantic Versioning 2.0.0, with its own example."""


def test_versions_are_ordered_by_precedence() -> None:
    assert sorted(set(ORDER), key=lambda each: parse(each).precedence) == ORDER


STEPS = [
    ("1.0.0", "2.0.0", Step.MAJOR),
    ("1.9.9", "1.10.0", Step.MINOR),
    ("1.0.0", "1.0.1", Step.PATCH),
    ("1.0.0", "1.1.0-rc.1", Step.MINOR),
    ("1.0.0", "1.0.0", Step.NONE),
]


@pytest.mark.parametrize(("old", "new", "step"), STEPS)
def test_the_first_number_that_differs_is_the_step(old: str, new: str, step: Step) -> None:
    assert taken(parse(old), parse(new)) is step


@pytest.mark.parametrize("step", Step)
def test_before_one_no_more_than_a_minor_step_is_asked(step: Step) -> None:
    assert asked(step, parse("0.1.0")) is min(step, Step.MINOR)
    assert asked(step, parse("1.0.0")) is step


LONG = f"1.0.{'9' * 96}"

VERSIONS = ["1.0.20261122093000", "1.0.0-0.a.01b.--", "1.0.0+001", "1.0.0-a+b.-", LONG]

NONE = [
    *("", "1", "1.0", "v1.0.0", "01.0.0", "1.0.0\n", "١.0.0", "1.0.0-", "1.0.0-01", "1.0.0-a..b"),
    *("1.0.0+", f"{LONG}9"),
]


class Declared(Model):
    """A model with a version, as dataset.yaml has one."""

    version: scalars.Version


@pytest.mark.parametrize("text", VERSIONS)
def test_a_version_that_a_dataset_may_have_can_be_released_and_ordered(text: str) -> None:
    assert parse(Declared(version=text).version).precedence > parse("0.9.0").precedence


@pytest.mark.parametrize("text", NONE)
def test_a_version_that_cannot_be_released_is_none_of_a_dataset(text: str) -> None:
    with pytest.raises(ValidationError):
        Declared(version=text)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_semantic_version_is_refused(text: str) -> None:
    with pytest.raises(DataError, match="is no semantic version"):
        parse(text)
