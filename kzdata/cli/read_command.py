"""`kzdata read`."""

import sys
from datetime import datetime
from pathlib import Path

import click

from kzdata import escapes
from kzdata.cli import options, output
from kzdata.decoding import decode
from kzdata.errors import DataError
from kzdata.findings import Finding
from kzdata.readers.language import LANGUAGES, code
from kzdata.readers.told import Told, told


@click.command(
    "read",
    epilog=options.examples(
        "kzdata read article.txt --language en --date 2024-04-14",
        "echo 'More than 800 people' | kzdata read - --language en",
    ),
)
@click.argument(
    "text", metavar="FILE", type=click.Path(dir_okay=False, exists=True, allow_dash=True)
)
@click.option("--language", required=True, help="The text's language, by BCP 47: en, ru, kk, it.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The text's date, from which weekdays and the like are counted, as the gate does.",
)
@options.as_json
def command(text: str, language: str, date: datetime | None, as_json: bool) -> int:
    """Say what the readers read in a text: numbers, durations, dates, countries, quotations.

    FILE holds the text; `-` is standard input. Places are code points from 0, the end not included.
    What a date leaves open is X: `January 6` is XXXX-01-06. An unsure one may mean another date, or
    none, and the gate asks for words that decide it.
    """
    if not code(language):
        known = ", ".join(LANGUAGES)
        raise click.UsageError(f"the readers have no tables for `{language}`; they know {known}")
    words = _text(text)
    found = told(words, language, date.date().isoformat() if date else None)
    if as_json:
        output.hand(escapes.json([_entry(one, words) for one in found]))
    else:
        output.hand("".join(f"{_line(one, words)}\n" for one in found))
    return 0


def _text(path: str) -> str:
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    findings: list[Finding] = []
    text = decode(data, path, findings, written=False)
    if text is None:
        raise DataError(": ".join(filter(None, (findings[0].message, findings[0].help))))
    return text


def _line(one: Told, text: str) -> str:
    start, end = one.words
    unsaid = "counted from another day" if one.reader == "date" else "vague"
    said = [] if one.reader == "quotation" else [one.value or unsaid]
    said += [one.bound] if one.bound not in {None, "exactly"} else []
    said += [] if one.sure else ["unsure"]
    said += [f"of `{_shown(text[slice(*unit)])}`" for unit in one.units[:1]]
    told = f": {', '.join(map(str, said))}" if said else ""
    return f"{start}-{end} {one.reader} `{_shown(text[start:end])}`{told}"


def _shown(words: str) -> str:
    return escapes.terminal(" ".join(words.split()))


def _entry(one: Told, text: str) -> dict[str, object]:
    start, end = one.words
    said = {"reader": one.reader, "start": start, "end": end, "words": text[start:end]}
    units = [text[slice(*unit)] for unit in one.units]
    return said | {"value": one.value, "bound": one.bound, "units": units, "sure": one.sure}
