"""Which language a text is read in, and the tables of words that its readers work from.

The tables are data files, `languages/<code>/<name>.toml` (written by hand) or `.json` (generated),
each loaded when it is first asked for. What the words mean is the business of each reader.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "it", "kk", "ru")
"""The languages that have tables, by BCP 47 primary subtag."""

_FOLDER = Path(__file__).with_name("languages")


@cache
def code(language: str) -> str:
    """The subtag of a language that has tables, or the empty string: rules common to all.

    Case and whatever follows the primary subtag are disregarded (RFC 5646, section 2.1).

    >>> code("kk-Cyrl-KZ"), code("en"), code("de")
    ('kk', 'en', '')
    """
    primary = language.replace("_", "-").partition("-")[0].lower()
    return primary if primary in LANGUAGES else ""


@cache
def tables(language: str, name: str) -> dict[str, Any]:
    """What `languages/<code>/<name>` holds, shared by all callers; empty where there is no file.

    >>> tables("de", "numbers")
    {}
    """
    folder = _FOLDER / (code(language) or "und")
    toml, generated = folder / f"{name}.toml", folder / f"{name}.json"
    if toml.is_file():
        return tomllib.loads(toml.read_text(encoding="utf-8"))
    if generated.is_file():
        import json  # noqa: PLC0415 - only readers of generated tables pay for it

        loaded: dict[str, Any] = json.loads(generated.read_text(encoding="utf-8"))
        return loaded
    return {}
