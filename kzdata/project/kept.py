"""Outcomes of batches, kept from one build to the next: what did not change is not read again.

They lie in the user's own cache and never in a project: whoever writes a project could else bring
the verdicts along. A batch is known by the SHA-256 of everything that its outcome comes from, this
library among it. Nothing kept is executed, and what cannot be read is as if it were not there.
"""

import functools
import hashlib
import json
import os
import sys
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow as pa

from kzdata import seeds
from kzdata.checks import citations, gate, wording
from kzdata.checks.proofs import PROOFS
from kzdata.checks.work import USED, Aside, Batch, Outcome
from kzdata.columns import streams
from kzdata.errors import MachineError
from kzdata.findings import Fault, Label, Place, Rule
from kzdata.ledger import ENTRIES
from kzdata.remote import cache
from kzdata.selectors import Span

MOST = 4 * 1024**3
"""How many bytes are kept; beyond it, what was not used for longest goes."""

_RULES: Mapping[str, Rule] = {
    rule.name: rule
    for module in (citations, wording)
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}
"""The rules that a batch's faults may be by."""


def outcome(batch: Batch, folder: Path) -> Outcome:
    """The outcome of a batch, kept or new.

    Its sources are read and their hashes checked in any case; where one is not what is listed,
    nothing that is kept counts.
    """
    if not all(seeds.load(listed.source, []) for listed in batch.sources.values()):
        return gate.check(batch)
    path = folder / f"{key(batch)}{cache.OUTCOME}"
    kept = _read(path)
    if kept is None:
        kept = gate.check(batch)
        with suppress(MachineError):  # A full disk costs time at the next build, and not this one.
            _write(kept, path)
    return kept


def key(batch: Batch) -> str:
    """The SHA-256 of all that the outcome of a batch comes from, in hex."""
    digest = hashlib.sha256(_library())
    sources = [
        (name, listed.source.sha256, listed.language, listed.date)
        for name, listed in batch.sources.items()
    ]
    digest.update(repr((batch.stated, sources, batch.home, list(batch.tables))).encode())
    for records in (*batch.tables.values(), batch.aside):
        for table in records:
            digest.update(hashlib.sha256(streams.write(_copied(table))).digest())
    return digest.hexdigest()


def _copied(table: pa.Table) -> pa.Table:
    """The same rows in memory of their own: a slice's last bits are those of its neighbours."""
    return pa.concat_tables([table, table.slice(0, 0)]).combine_chunks()


def prune(folder: Path) -> None:
    """Remove what was not used for longest, beyond `MOST` bytes."""
    with suppress(OSError):
        found = [(path.stat(), path) for path in folder.glob(f"*{cache.OUTCOME}")]
        total = 0
        for status, path in sorted(found, key=lambda one: -one[0].st_mtime):
            total += status.st_size
            if total > MOST:
                path.unlink(missing_ok=True)


@functools.cache
def _library() -> bytes:
    """What reads the sources: this library as it is installed, and what Python knows of letters."""
    root = Path(__file__).parents[1]
    files = sorted(path for path in root.rglob("*") if path.suffix in (".py", ".toml", ".json"))
    read = [(path.relative_to(root).as_posix(), path.stat()) for path in files]
    seen = [(name, status.st_size, status.st_mtime_ns) for name, status in read]
    return repr((seen, sys.version_info, unicodedata.unidata_version)).encode()


def _write(outcome: Outcome, path: Path) -> None:
    """Keep an outcome, whole or not at all; one with refused sources is not kept."""
    if outcome.refused or outcome.findings:
        return
    said = {
        "faults": [(table, _plain(fault)) for table, fault in outcome.faults],
        "aside": outcome.aside,
        "unsettled": sorted(outcome.unsettled),
        "tables": list(outcome.evidence),
    }
    tables = map(streams.write, (*outcome.evidence.values(), outcome.ledger, outcome.used))
    parts = pa.table({"part": pa.array([json.dumps(said).encode(), *tables], pa.binary())})
    data = streams.write(parts)
    cache.publish(path.name, lambda file: file.write(data), place=path.parent)


def _read(path: Path) -> Outcome | None:
    """A kept outcome; None where there is none that can be read."""
    try:
        data = path.read_bytes()
        os.utime(path)
        first, *parts = streams.read(data)["part"].to_pylist()
        said = json.loads(first)
        *proofs, ledger, used = map(streams.read, parts)
        evidence = dict(zip(said["tables"], proofs, strict=True))
        expected = [*(PROOFS for _ in proofs), ENTRIES, USED]
        if [table.schema for table in (*proofs, ledger, used)] != expected:
            return None
        return Outcome(
            evidence=evidence,
            faults=[(table, _fault(fault)) for table, fault in said["faults"]],
            findings=[],
            refused=frozenset(),
            ledger=ledger,
            used=used,
            aside=[
                Aside(row, piece, name, Span(*words)) for row, piece, name, words in said["aside"]
            ],
            unsettled=frozenset(said["unsettled"]),
        )
    except (OSError, ValueError, LookupError, TypeError, pa.ArrowException):
        return None


def _plain(fault: Fault) -> dict[str, Any]:
    """A fault in what JSON knows."""
    also = [asdict(label) for label in fault.also]
    return fault._asdict() | {"rule": fault.rule.name, "also": also}


def _fault(plain: dict[str, Any]) -> Fault:
    also = tuple(
        Label(place=Place(**label["place"]), message=label["message"]) for label in plain["also"]
    )
    return Fault(**(plain | {"rule": _RULES[plain["rule"]], "also": also}))
