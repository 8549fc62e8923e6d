"""Readers ask nothing but the text: no network, no clock, no locale, whatever the process has."""

import os
import subprocess
import sys

import pytest

TEXTS = {
    "en": "On Monday, three days after 6 January 2022, more than 800 people left Congo: “No.”",
    "ru": "Вчера, 6 января, более 1,2 млн человек за полтора года уехали из Ливана: «Нет».",
    "kk": "Дүйсенбіде, 6 қаңтарда 800-ден астам адам алты айға Ливанға кетті.",
    "it": "Ieri, lunedì 6 gennaio, più di 1.200 militari sono partiti per sei mesi in Libano.",
}

PROGRAM = f"""
import datetime, locale, socket, sys, time

def refuse(*_, **__):
    raise AssertionError("a reader asked for more than the text")

class Day(datetime.date):
    today = refuse

class Moment(datetime.datetime):
    now = utcnow = today = refuse

sys.addaudithook(lambda name, _: name.startswith("socket.") and refuse())
datetime.date, datetime.datetime = Day, Moment
for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime"):
    setattr(time, name, refuse)
for name in ("setlocale", "getlocale", "localeconv", "strcoll", "strxfrm"):
    setattr(locale, name, refuse)

from kzdata.readers import countries, dates, durations, quantities, quoted
from kzdata.readers.dates.completion import complete

for language, text in {TEXTS!r}.items():
    for reader in (quantities, durations, dates, countries, quoted):
        for one in reader.read(text, language):
            print(ascii(one))
            if reader is dates:
                print(complete(one, year="2022", reference=None))
                print(complete(one, year=None, reference="2022-01-12"))
"""


def printed(**settings: str) -> str:
    command = [sys.executable, "-c", PROGRAM]
    return subprocess.run(
        command, env=os.environ | settings, check=True, capture_output=True, text=True
    ).stdout


@pytest.mark.parametrize(
    "settings",
    [
        {"TZ": "Asia/Almaty", "LANG": "kk_KZ.UTF-8", "LC_ALL": "kk_KZ.UTF-8"},
        {"TZ": "Pacific/Apia", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    ],
)
def test_readers_say_the_same_wherever_and_whenever_they_run(settings):
    found = printed(TZ="UTC", LANG="C", LC_ALL="C")
    assert len(found.splitlines()) > 30
    assert printed(**settings) == found
