"""Whole projects made from a seed: sources, schemas, and records, true but for those planted.

The same seed gives the same bytes, and the first sources of a large project are those of a small
one. The texts are `prose`, the false records `forgeries`.
"""

import argparse
import hashlib
import json
import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import pyarrow as pa
import pyarrow.parquet

from benchmarks.forgeries import FORGERIES, Record
from benchmarks.prose import Claim, Text, Writer

ARTICLE = 10
"""How many records rest on one article."""

BOOK = 1_750
"""How many rest on one book."""

FILE = 50_000
"""How many records one file holds."""

PLANTED = "planted.jsonl"
"""The list of false records, in the project's folder."""

_SCHEMAS = Path(__file__).parent / "schemas"

_PIECE = pa.struct([("exact", pa.string()), ("start", pa.int64()), ("end", pa.int64())])
COLUMNS = {
    "articles": pa.schema(
        [
            *((name, pa.string()) for name in ("article_id", "seed", "sha256", "title")),
            ("published_on", pa.date32()),
            ("language", pa.string()),
            ("source", pa.string()),
            ("evidence", pa.list_(_PIECE)),
        ]
    ),
    "claims": pa.schema(
        [
            *((name, pa.string()) for name in ("claim_id", "article_id")),
            ("value", pa.int64()),
            *((name, pa.string()) for name in ("bound", "unit", "as_written", "event")),
            ("happened_on", pa.date32()),
            ("source", pa.string()),
            ("evidence", pa.list_(_PIECE)),
        ]
    ),
}


class Corpus(NamedTuple):
    """What was written: how many sources and records, bytes of each, and how many are false."""

    sources: int
    records: int
    source_bytes: int
    record_bytes: int
    planted: int


def write(
    folder: Path,
    records: int,
    *,
    form: str = "jsonl",
    books: int = 0,
    false: float = 0.0,
    seed: int = 5,
) -> Corpus:
    """Write a project: `records` of them over articles, and `BOOK` more over each of the books.

    `form` is that of the records, `jsonl` or `parquet`; `false` is the share of records that are
    false, and listed in `PLANTED`. The folder must not exist, or be a project written here.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / PLANTED).exists():
        raise SystemExit(f"`{folder}` is not empty, and was not written by this program")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(_SCHEMAS, folder / "schemas")
    (folder / "seeds").mkdir()
    articles = _Sink(folder, "articles", form)
    claims = _Sink(folder, "claims", form)
    sources = source_bytes = planted = 0
    with ExitStack() as stack:
        sums = stack.enter_context((folder / "seeds/SHA256SUMS").open("w", newline="\n"))
        listed = stack.enter_context((folder / PLANTED).open("w"))
        for key, text in _texts(records, books, seed):
            data = text.text.encode()
            name, digest = f"{sources // 1000:03}/{key}.txt", hashlib.sha256(data).hexdigest()
            path = folder / "seeds" / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
            sums.write(f"{digest}  {name}\n")
            articles.add(_article(key, name, digest, text))
            chance = random.Random(f"records-{seed}-{key}")
            for number, claim in enumerate(text.claims):
                record = _claim(f"{key}-{number:04}", key, text.text, claim, chance)
                if chance.random() < false:
                    planted += _plant(record, chance, claims, listed)
                claims.add(record)
            sources += 1
            source_bytes += len(data)
    written = articles.finish() + claims.finish()
    return Corpus(sources, claims.records, source_bytes, written, planted)


def _texts(records: int, books: int, seed: int) -> Iterator[tuple[str, Text]]:
    """The texts by the key of their source."""
    for number in range(books):
        yield f"b-{number:04}", Writer(f"book-{seed}-{number}").book(BOOK)
    for number, first in enumerate(range(0, records, ARTICLE)):
        wanted = min(ARTICLE, records - first)
        yield f"a-{number:06}", Writer(f"article-{seed}-{number}").article(wanted)


def _article(key: str, name: str, digest: str, text: Text) -> Record:
    start, end = text.dateline
    dateline = {"exact": text.text[start:end], "start": start, "end": end}
    return {
        "article_id": key,
        "seed": name,
        "sha256": digest,
        "title": text.title,
        "published_on": text.published,
        "language": "en",
        "source": key,
        "evidence": [{"exact": text.title, "start": 0, "end": len(text.title)}, dateline],
    }


def _claim(key: str, source: str, text: str, claim: Claim, chance: random.Random) -> Record:
    stated: dict[str, Any] = claim._asdict()
    spans = stated.pop("spans")
    pieces = [_piece(text, start, end, chance) for start, end in spans]
    return {
        "claim_id": key,
        "article_id": source,
        **{field: value for field, value in stated.items() if value is not None},
        "source": source,
        "evidence": pieces if len(pieces) > 1 else pieces[0],
    }


def _piece(text: str, start: int, end: int, chance: random.Random) -> object:
    """A quotation: the words with their offsets, the words alone, or with other white space."""
    exact = text[start:end].replace("\n", " ")
    form = chance.random()
    if form < 0.4:
        return {"exact": exact, "start": start, "end": end}
    return exact if form < 0.9 else exact.replace(" ", "\n", 1)


def _plant(record: Record, chance: random.Random, claims: "_Sink", listed: TextIO) -> int:
    forgery = chance.choice(FORGERIES)
    forgery.forge(record, chance)
    file, line = claims.place()
    planted = {
        "file": file,
        "line": line,
        "claim_id": record["claim_id"],
        "forgery": forgery.name,
        "rule": forgery.rule,
    }
    listed.write(json.dumps(planted) + "\n")
    return 1


class _Sink:
    """Takes the records of one table and writes them, `FILE` to a file."""

    def __init__(self, folder: Path, table: str, form: str) -> None:
        self.records = 0
        self._bytes = 0
        self._root, self._table, self._form = folder, table, form
        self._waiting: list[Record] = []
        (folder / "data/records" / table).mkdir(parents=True)

    def place(self) -> tuple[str, int]:
        """The file and line, counted from 1, at which the next record will stand."""
        number, line = divmod(self.records, FILE)
        return f"data/records/{self._table}/{number:04}.{self._form}", line + 1

    def add(self, record: Record) -> None:
        if len(self._waiting) == FILE:
            self._flush()
        self._waiting.append(record)
        self.records += 1

    def finish(self) -> int:
        """The number of bytes written in all."""
        self._flush()
        return self._bytes

    def _flush(self) -> None:
        if not self._waiting:
            return
        number = (self.records - 1) // FILE
        path = self._root / "data/records" / self._table / f"{number:04}.{self._form}"
        if self._form == "parquet":
            rows = [{**record, "evidence": _listed(record)} for record in self._waiting]
            table = pa.Table.from_pylist(rows, COLUMNS[self._table])
            pa.parquet.write_table(table, path, compression="zstd")
        else:
            dumped = (json.dumps(r, ensure_ascii=False, default=str) for r in self._waiting)
            path.write_text("\n".join(dumped) + "\n", "utf-8")
        self._bytes += path.stat().st_size
        self._waiting.clear()


def _listed(record: Record) -> list[object]:
    """The record's evidence as a list of structures, which is what a Parquet column holds."""
    pieces = record["evidence"]
    listed = pieces if isinstance(pieces, list) else [pieces]
    return [{"exact": one} if isinstance(one, str) else one for one in listed]


def options(parser: argparse.ArgumentParser) -> None:
    """The arguments of `python -m benchmarks corpus`."""
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=1_000, help="records over articles")
    parser.add_argument("--books", type=int, default=0, help=f"books, of {BOOK} records each")
    parser.add_argument("--form", choices=("jsonl", "parquet"), default="jsonl")
    parser.add_argument("--false", type=float, default=0.0, help="share of false records")
    parser.add_argument("--seed", type=int, default=5)


def run(chosen: argparse.Namespace) -> None:
    """Write the project that was asked for, and say what it holds."""
    written = write(
        chosen.folder,
        chosen.records,
        form=chosen.form,
        books=chosen.books,
        false=chosen.false,
        seed=chosen.seed,
    )
    print(
        f"{chosen.folder}: {written.records:,} records ({written.record_bytes / 1e6:,.1f} MB) over "
        f"{written.sources:,} sources ({written.source_bytes / 1e6:,.1f} MB), "
        f"{written.planted:,} of them false"
    )
