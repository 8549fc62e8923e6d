"""Which language a text is read in, and the tables of words that its readers work from.

The tables are data files, `languages/<code>/<name>.toml` (written by hand) or `.json` (generated),
each loaded when it is first asked for. What the words mean is the business of each reader.
"""

from functools import cache
from typing import Any, Final

LANGUAGES: Final = ("en", "it", "kk", "ru")
"""The languages that have tables, by BCP 47 primary subtag."""


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
    known = code(language)
    if not known:
        return {}
    # What finds and parses a file is imported with the first that is needed: it takes as long as
    # all that is here.
    if written := _file(f"{known}/{name}.toml"):
        import tomllib  # noqa: PLC0415

        return tomllib.loads(written.decode())
    if generated := _file(f"{known}/{name}.json"):
        import json  # noqa: PLC0415

        loaded: dict[str, Any] = json.loads(generated)
        return loaded
    return {}


def _file(name: str) -> bytes | None:
    import pkgutil  # noqa: PLC0415

    try:
        return pkgutil.get_data(__package__, f"languages/{name}")
    except FileNotFoundError:
        return None
