"""Scalars of a schema file, which arrive as text: what text stands for a flag, a count, a name.

The models that are made of them are `kzdata.schema.fields`, `.tables` and `.dataset`.
"""

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from kzdata.schema.values.misfits import Misfit
from kzdata.semver import SEMVER

FLAGS = {"true": True, "false": False}

_COUNT = re.compile(r"0|[1-9][0-9]{0,17}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LICENCE = re.compile(r"[A-Za-z0-9._+-]+")
_LINK = re.compile(r"https?://[^\s<>\"\\]+")


class Model(BaseModel):
    """Frozen, with the standard's camelCase keys, and no key that the model does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel)


def _wrong(expected: str) -> PydanticCustomError:
    return PydanticCustomError("schema_value", "{expected}", {"expected": expected})


def _flag(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in FLAGS:
        return FLAGS[value]
    raise _wrong("`true` or `false`")


def _count(value: object) -> object:
    if isinstance(value, str) and _COUNT.fullmatch(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _wrong("a whole number such as `12`")


def _day(value: object) -> object:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    if isinstance(value, dt.date):
        return value
    raise _wrong("a date such as `2026-11-22`")


def _text(value: object) -> object:
    if isinstance(value, str) and value.strip():
        return value
    raise _wrong("text that is not empty")


def _raw_text(value: object) -> object:
    if isinstance(value, str):
        return value
    raise _wrong("text")


def _json_object(value: object) -> object:
    # what reads JSON knows fields, which are made of these scalars
    from kzdata.schema.values import structures  # noqa: PLC0415

    found = structures.load(value) if isinstance(value, str) else Misfit()
    if isinstance(found, dict):
        return found
    why = f": {found.why}" if isinstance(found, Misfit) and found.why else ""
    raise _wrong(f'JSON as text, such as `\'{{"type": "object"}}\'`{why}')


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _matching(pattern: re.Pattern[str], expected: str) -> AfterValidator:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise _wrong(expected)
        return value

    return AfterValidator(check)


Flag = Annotated[bool, BeforeValidator(_flag)]
Count = Annotated[int, BeforeValidator(_count)]
Day = Annotated[dt.date, BeforeValidator(_day)]
RawText = Annotated[str, BeforeValidator(_raw_text)]
"""Text that may be empty, such as a missing value."""
Text = Annotated[str, BeforeValidator(_text)]
JsonObject = Annotated[dict[str, Any], BeforeValidator(_json_object)]
"""A JSON object in a text: YAML's scalars are all text here, and JSON Schema needs numbers."""
Names = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many)]
"""One name, or a list of them."""
Version = Annotated[Text, _matching(SEMVER, "a semantic version such as `1.0.0`")]
LicenceName = Annotated[Text, _matching(_LICENCE, "an Open Definition id such as `CC-BY-4.0`")]
Link = Annotated[Text, _matching(_LINK, "a link that starts with `https://`")]
