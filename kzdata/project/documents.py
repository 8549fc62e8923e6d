"""The project's sources, with the language and the date that the table of sources gives."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.checks.citations import NO_SUCH_SOURCE, unknown_source
from kzdata.checks.keys import DOMAIN, HELPED
from kzdata.checks.work import Listed
from kzdata.findings import Fault, Finding, Place, Rule
from kzdata.nearest import likeliest
from kzdata.project.columns import Columns, Faulty, texts
from kzdata.readers.language import LANGUAGES, code
from kzdata.records.columns import Records
from kzdata.schema import Dataset
from kzdata.schema.values.times import DATE
from kzdata.seeds import Source

SOURCE_WITHOUT_ROW = Rule(
    name="source-without-row",
    doc="""\
Checks that every file of seeds/SHA256SUMS is a row of the table of sources.

A source that no row describes has no language, and nobody can cite it.

Example: a new file in seeds/ for which data/records has no article.

Instead: add a row for it.""",
)

LANGUAGE_WITHOUT_READERS = Rule(
    name="language-without-readers",
    severity="warning",
    doc="""\
Checks that the language of each source is given, and is one that the readers know: en,
it, kk or ru, alone or with more behind it (`kk-Cyrl`).

In other languages only digits and what is common to all are read: `more than`, names of
months, numbers in words and most dates are not, so that right values are refused.

Example: `language: russian`, where the code is `ru`.

Instead: correct the code; for a language that has no readers, list the values under
`inferred` and say why.""",
)


class Documents(NamedTuple):
    """What may be cited: sources by file name, in order of name; and by which key each is cited.

    `names` has a file name for each of the `keys`, null where the file, or its name, is at fault.
    Sources that no row names are there without a language.
    """

    listed: Mapping[str, Listed]
    keys: pa.Array
    names: pa.Array

    def cited(self, keys: pa.Array) -> pa.Array:
        """The file names of sources given by key; null for an unknown one and a faulty one."""
        return self.names.take(pc.index_in(keys, self.keys))

    def by_file(self) -> Mapping[str, str]:
        """The key of each source by its file name."""
        pairs = zip(self.names.to_pylist(), self.keys.to_pylist(), strict=True)
        return {name: key for name, key in pairs if name}


def documents(
    dataset: Dataset,
    columns: Mapping[str, Columns],
    sources: Mapping[str, Source | None],
    faulty: Faulty,
) -> Documents:
    """The documents of the project; `faulty` are cells by table, row and field."""
    declared = dataset.sources
    table = dataset.table(declared.table)
    mine = columns[declared.table]
    keys = texts(table, mine, table.primary_key[0])
    names = texts(table, mine, declared.file)
    languages = texts(table, mine, declared.language)
    days = texts(table, mine, declared.date) if declared.date else [None] * len(keys)
    listed = {name: Listed(source) for name, source in sorted(sources.items()) if source}
    by_key: dict[str, str | None] = {}
    for row, (key, name, language, on) in enumerate(zip(keys, names, languages, days, strict=True)):
        if not (key and name):
            continue
        sound = name in listed and (table.name, row, declared.file) not in faulty
        by_key[key] = name if sound else None
        if sound:
            listed[name] = listed[name]._replace(language=language or "", date=day(on))
    return Documents(listed, pa.array(by_key, pa.string()), pa.array(by_key.values(), pa.string()))


def without_readers(
    dataset: Dataset, columns: Mapping[str, Columns]
) -> Iterator[tuple[str, Fault]]:
    """A fault for each language without readers, at the first source that is said to be in it."""
    declared = dataset.sources
    languages = texts(dataset.table(declared.table), columns[declared.table], declared.language)
    for language in sorted({one for one in languages if not code(one or "")}, key=str):
        row = languages.index(language)
        message = f"`{declared.language}` is `{language}`, a language that has no readers"
        if language is None:
            message = f"`{declared.language}` is null, so that no words are read, only digits"
        help = "there are " + ", ".join(f"`{one}`" for one in LANGUAGES)
        fault = Fault(LANGUAGE_WITHOUT_READERS, row, declared.language, message, help)
        yield declared.table, fault


def day(text: str | None) -> str | None:
    """The day that a source bears, where its date is a whole one: nothing is counted from others.

    >>> day("2022-01-16"), day("2022-01"), day("16.01.2022")
    ('2022-01-16', None, None)
    """
    return text if text and DATE.fullmatch(text) else None


def unlisted(
    dataset: Dataset, known: Documents, refused: Iterable[str], faulty: Faulty
) -> list[Finding]:
    """A finding for each source that is no row of the table of sources, but for those refused.

    Where a row's file is at fault nobody can tell which source it is of: then there are none.
    """
    table, field = dataset.sources.table, dataset.sources.file
    if any((name, column) == (table, field) for name, _, column in faulty):
        return []
    left_out = frozenset(refused)
    return [
        SOURCE_WITHOUT_ROW(
            f"`{name}` is no row of the table of sources",
            at=Place(path=f"seeds/{name}"),
            help=f"add a row of `{table}` with `{field}: {name}` to data/records",
        )
        for name, listed in known.listed.items()
        if listed.language is None and name not in left_out
    ]


def unknown_keys(records: Records, known: Documents) -> Sequence[str]:
    """The keys that evidence names as its source and that no source has, each once."""
    pieces = (*(table.pieces for table in records.tables.values()), records.set_aside.pieces)
    keys = pa.concat_arrays([pc.unique(one["source"]) for one in pieces])
    unknown = pc.unique(keys.filter(pc.invert(pc.is_in(keys, known.keys)))).drop_null()
    found: list[str] = unknown.to_pylist()
    return found


def told_once(
    findings: Iterable[Finding], known: Documents, unknown: Sequence[str]
) -> Iterator[Finding]:
    """The findings, one for each of the `unknown` sources: a file may name it for many records.

    A source that is called by its file, or nearly by its key, is told its key.
    """
    told: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.rule == NO_SUCH_SOURCE.name:
            told[finding.message].append(finding)
        else:
            yield finding
    meant = _meant(unknown, known) if told else {}
    for message, (first, *others) in told.items():
        further = (record for one in others for record in one.records)
        records = tuple(dict.fromkeys((*first.records, *further)))
        yield replace(first, records=records, help=meant.get(message, first.help))


def _meant(unknown: Sequence[str], known: Documents) -> Mapping[str, str]:
    """What helps, by the message on a key that no source has."""
    files = known.by_file()
    keys = known.keys.to_pylist() if len(known.keys) <= DOMAIN else []
    helps = {key: near for key in unknown[:HELPED] if (near := likeliest(key, keys))}
    for key in files.keys() & unknown:
        helps[key] = f"that is its file: name its key, `{files[key]}`"
    return {unknown_source(key): help for key, help in helps.items()}
