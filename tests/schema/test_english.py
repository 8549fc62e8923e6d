"""Names of months, weekdays and halves of the day are English, whatever the process has."""

import _strptime
import datetime as dt
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kzdata.schema import Field
from kzdata.schema.values import english, examples
from kzdata.schema.values.misfits import Misfit
from kzdata.schema.values.parse import parse

ITALIAN = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
DAYS = "lunedì martedì mercoledì giovedì venerdì sabato domenica"

AFTERNOON = dt.datetime.fromisoformat("2022-05-06T15:30")

NAMED = [
    ("date", "%d %B %Y", "6 January 2022", dt.date(2022, 1, 6)),
    ("date", "%d%b%Y", "1Nov2022", dt.date(2022, 11, 1)),
    ("date", "%a %d %b %y", "thu 06 JAN 22", dt.date(2022, 1, 6)),
    ("date", "%A, %d/%m/%Y", "Monday, 6/1/2022", dt.date(2022, 1, 6)),
    ("time", "%I:%M %p", "12:05 am", dt.time(0, 5)),
    ("time", "%I %p", "12 PM", dt.time(12)),
    ("datetime", "%d %B %Y %H:%M%p", "6 May 2022 15:30AM", AFTERNOON),
]
"""The type, the format, a text, and its value."""


@pytest.fixture
def italian(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `strptime` asks of a process whose locale is Italian."""
    names: Any = _strptime.LocaleTime()
    names.f_month = ["", *ITALIAN.split(), "dicembre"]
    names.a_month = [name[:3] for name in names.f_month]
    names.f_weekday = DAYS.split()
    names.a_weekday = [name[:3] for name in names.f_weekday]
    names.am_pm = ["", ""]
    monkeypatch.setattr(_strptime, "_TimeRE_cache", _strptime.TimeRE(names))
    monkeypatch.setattr(_strptime, "_regex_cache", {})
    assert dt.datetime.strptime("6 gennaio 2022", "%d %B %Y").month == 1  # noqa: DTZ007


@pytest.mark.usefixtures("italian")
@pytest.mark.parametrize(("type_", "form", "text", "value"), NAMED)
def test_names_are_read_in_english_in_an_italian_process(
    type_: str, form: str, text: str, value: object
) -> None:
    assert parse(Field.model_validate({"name": "f", "type": type_, "format": form}), text) == value


@pytest.mark.usefixtures("italian")
def test_names_are_not_read_in_the_process_s_language() -> None:
    field = Field(name="f", type="date", format="%d %B %Y")
    assert isinstance(parse(field, "6 gennaio 2022"), Misfit)


def test_an_example_is_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    class Moment(dt.datetime):
        def strftime(self, form: str) -> str:
            assert not english.named(form)
            return super().strftime(form)

    monkeypatch.setattr(examples, "_MOMENT", Moment(2022, 1, 6, 15, 30))
    field = Field(name="f", type="date", format="%a %A %b %B %p %%B %Y")
    assert examples.example(field) == "Thu Thursday Jan January PM %B 2022"


DIRECTIVES = st.lists(st.sampled_from("YymdjbBaAHIMSfpz%"), max_size=7, unique=True)
BETWEEN = st.sampled_from(["", " ", ", ", ".", "-", "T", "|", "(+", "\\", "\t"])
WORDS = st.sampled_from(
    ["January", "JAN", "may", "Dec", "Thursday", "mon", "AM", "pm", "2022", "22", "6", "06", "12",
     "31", "366", " 7", "59", "60", "61", "0.5", "+06:00", "Z", "z", " ", ", ", ".", "-", "T", "|",
     "(+", "\\", "%", "é", "\u0661", "ſep", "\xa0"]
)  # fmt: skip


@given(st.data())
def test_in_english_all_is_read_as_before(data: st.DataObject) -> None:
    """`strptime` in a process of no locale is the measure, as tests have it."""
    directives = data.draw(DIRECTIVES)
    form = "".join(part for one in directives for part in (f"%{one}", data.draw(BETWEEN)))
    assume(english.named(form))
    moment = data.draw(st.datetimes(dt.datetime(1970, 1, 1), dt.datetime(2068, 12, 31)))  # noqa: DTZ001
    text = data.draw(
        st.just(moment.replace(tzinfo=dt.UTC).strftime(form)) | st.lists(WORDS).map("".join)
    )
    text = data.draw(st.sampled_from([str, str.upper, str.lower]))(text)
    assert outcome(*(english.numbered(text, form) or (None, form))) == (
        outcome(text, form) if text.isascii() else None
    )


def outcome(text: str | None, form: str) -> dt.datetime | None:
    """What `strptime` reads, or None where it reads nothing."""
    try:
        return None if text is None else dt.datetime.strptime(text, form)  # noqa: DTZ007
    except ValueError:
        return None
