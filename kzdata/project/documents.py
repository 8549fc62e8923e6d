"""The project's sources, with the language and the date that the table of sources gives."""

from collections.abc import Mapping

from kzdata.checks.work import Document
from kzdata.findings import Finding, Place, Rule
from kzdata.project.columns import Columns, texts
from kzdata.quotations.locate import Text
from kzdata.schema import Dataset
from kzdata.seeds import Source

SOURCE_WITHOUT_ROW = Rule(
    name="source-without-row",
    doc="""\
Checks that every file of seeds/SHA256SUMS is a row of the table of sources.

A source that no row describes has no language, and nobody can cite it.

Example: a new file in seeds/ for which data/records has no article.

Instead: add a row for it.""",
)


def documents(
    dataset: Dataset,
    columns: Mapping[str, Columns],
    sources: Mapping[str, Source],
    faulty: frozenset[tuple[str, int, str | None]],
) -> dict[str, Document | None]:
    """The documents by the key of their row; None where the file, or its name, is at fault.

    `faulty` are cells by table, row and field.
    """
    listed = dataset.sources
    table = dataset.table(listed.table)
    mine = columns[listed.table]
    keys = texts(table, mine, table.primary_key[0])
    names = texts(table, mine, listed.file)
    languages = texts(table, mine, listed.language)
    days = texts(table, mine, listed.date) if listed.date else [None] * len(keys)
    return {
        key: Document(name, Text(sources[name].text), language or "", _day(day))
        if name in sources and (table.name, row, listed.file) not in faulty
        else None
        for row, (key, name, language, day) in enumerate(
            zip(keys, names, languages, days, strict=True)
        )
        if key and name
    }


def _day(text: str | None) -> str | None:
    """A whole date; a partial one is no day to count from."""
    return text if text and len(text) == len("2022-01-16") else None


def unlisted(sources: Mapping[str, Source], known: Mapping[str, Document | None]) -> list[Finding]:
    """A finding for each source that is no row of the table of sources."""
    named = {document.name for document in known.values() if document}
    return [
        SOURCE_WITHOUT_ROW(
            f"`{name}` is no row of the table of sources",
            at=Place(path=f"seeds/{name}"),
            help="add a row for it to data/records",
        )
        for name in sources
        if name not in named
    ]
