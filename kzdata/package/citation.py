"""CITATION.cff: how the dataset wants to be cited (Citation File Format 1.2.0)."""

import json
from collections.abc import Iterable, Iterator

from kzdata.schema import Dataset

NAME = "CITATION.cff"

_AUTHORS = {"author", "creator"}

_SPDX = {
    "CC0-1.0": "CC0-1.0",
    "CC-BY-4.0": "CC-BY-4.0",
    "CC-BY-SA-4.0": "CC-BY-SA-4.0",
    "ODbL-1.0": "ODbL-1.0",
    "ODC-BY-1.0": "ODC-By-1.0",
    "ODC-PDDL-1.0": "PDDL-1.0",
}
"""Licences by their Open Definition identifier, as SPDX names them, which the format asks for."""


def text(dataset: Dataset) -> str:
    """The file's text. Strings are written as JSON does, which is YAML too."""
    return "".join(f"{line}\n" for line in _lines(dataset))


def _lines(dataset: Dataset) -> Iterator[str]:
    yield "cff-version: 1.2.0"
    yield 'message: "If you use this dataset, please cite it as below."'
    yield "type: dataset"
    yield f"title: {_quoted(dataset.title)}"
    yield f"abstract: {_quoted(dataset.description)}"
    yield "authors:"
    yield from (f"  - name: {_quoted(name)}" for name in authors(dataset))
    yield f"version: {_quoted(dataset.version)}"
    yield f"date-released: {_quoted(dataset.created.isoformat())}"
    yield from _licence(dataset)
    if dataset.homepage:
        yield f"url: {_quoted(dataset.homepage)}"
    if dataset.keywords:
        yield "keywords:"
        yield from (f"  - {_quoted(keyword)}" for keyword in _once(dataset.keywords))


def authors(dataset: Dataset) -> list[str]:
    """The contributors who are authors or creators; all of them where nobody is called so."""
    named = [person for person in dataset.contributors if _AUTHORS & set(person.roles)]
    return _once(person.title for person in named or dataset.contributors)


def _once(names: Iterable[str]) -> list[str]:
    """The names in their order, on one line each, none twice, as the format asks."""
    return list(dict.fromkeys(" ".join(name.split()) for name in names))


def _licence(dataset: Dataset) -> Iterator[str]:
    for licence in dataset.licenses[:1]:
        if licence.name in _SPDX:
            yield f"license: {_SPDX[licence.name]}"
        elif licence.path:
            yield f"license-url: {_quoted(licence.path)}"


def _quoted(value: str) -> str:
    return json.dumps(" ".join(value.split()), ensure_ascii=False)
