"""How to cite a package, from what its descriptor says: four styles, each with its own escapes."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from kzdata import escapes
from kzdata.nearest import unknown

_AUTHORS = {"author", "creator"}


class Work(NamedTuple):
    """What a citation says; what is not known is empty."""

    name: str
    title: str
    version: str
    authors: tuple[str, ...]
    date: str
    url: str

    @property
    def year(self) -> str:
        """The year of publication."""
        return self.date[:4]


def cite(descriptor: Mapping[str, Any], style: str = "text") -> str:
    """The citation of the package that `descriptor` (a Data Package 2.0) describes.

    `style` is `text`, `bibtex` (`@misc`), `csl-json` (a list of one item, CSL 1.0.2) or `ris`
    (`TY  - DATA`). Raises `CallError` for any other.

    >>> print(cite({"name": "tiny", "title": "Tiny", "version": "1.0.0",
    ...             "created": "2026-01-31T00:00:00Z", "contributors": [{"title": "Ann"}]}))
    Ann (2026). Tiny (version 1.0.0) [Data set].
    """
    if style not in _STYLES:
        raise unknown("style of citation", style, _STYLES)
    return _STYLES[style](work(descriptor))


def work(descriptor: Mapping[str, Any]) -> Work:
    """What a descriptor says that a citation needs; authors by their roles, or all, each once."""
    people = [each for each in _dicts(descriptor, "contributors") if each.get("title")]
    writers = [each for each in people if _is_author(each.get("roles"))]
    names = (" ".join(str(each["title"]).split()) for each in writers or people)

    def said(key: str) -> str:
        return " ".join(str(descriptor.get(key) or "").split())

    return Work(
        name=said("name"),
        title=said("title") or said("name"),
        version=said("version"),
        authors=tuple(dict.fromkeys(names)),
        date=said("created")[:10],
        url=said("homepage"),
    )


def _is_author(roles: object) -> bool:
    return isinstance(roles, list) and any(role in roles for role in _AUTHORS)


def _dicts(descriptor: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    value = descriptor.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(work: Work) -> str:
    who = f"{'; '.join(work.authors)} " if work.authors else ""
    when = f"({work.year}). " if work.year else ""
    version = f" (version {work.version})" if work.version else ""
    where = f" {work.url}" if work.url else ""
    return escapes.terminal(f"{who}{when}{work.title}{version} [Data set].{where}")


def _bibtex(work: Work) -> str:
    fields = {
        "author": " and ".join(f"{{{escapes.bibtex(name)}}}" for name in work.authors),
        "title": f"{{{escapes.bibtex(work.title)}}}" if work.title else "",
        "year": escapes.bibtex(work.year),
        "version": escapes.bibtex(work.version),
        "url": escapes.bibtex_url(work.url),
        "note": "Data set",
    }
    key = "".join(
        c for c in f"{work.name}-{work.version}" if c.isascii() and (c.isalnum() or c in "-.")
    )
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{key.strip('-')},\n{lines}}}"


def _csl(work: Work) -> str:
    item: dict[str, Any] = {
        "id": f"{work.name}-{work.version}".strip("-"),
        "type": "dataset",
        "title": work.title,
        "version": work.version,
        "author": [{"literal": name} for name in work.authors],
        "URL": work.url,
    }
    if parts := [int(part) for part in work.date.split("-") if part.isdecimal()]:
        item["issued"] = {"date-parts": [parts]}
    return escapes.json([{k: v for k, v in item.items() if v}]).rstrip("\n")


def _ris(work: Work) -> str:
    lines = [
        ("TY", "DATA"),
        *(("AU", name) for name in work.authors),
        ("TI", work.title),
        ("PY", work.year),
        ("DA", work.date.replace("-", "/")),
        ("ET", work.version),
        ("UR", work.url),
    ]
    said = [f"{tag}  - {escapes.terminal(value)}" for tag, value in lines if value]
    return "\n".join([*said, "ER  - "])


_STYLES: dict[str, Callable[[Work], str]] = {
    "text": _text,
    "bibtex": _bibtex,
    "csl-json": _csl,
    "ris": _ris,
}
