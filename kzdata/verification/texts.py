"""Whether the quoted words stand in the sources, where these are at hand."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow.compute as pc

from kzdata.catalog.cells import Piece
from kzdata.catalog.folder import Folder
from kzdata.catalog.package import Package
from kzdata.errors import CallError, DataError
from kzdata.evidence_table import CONTEXT, EVIDENCE
from kzdata.verification.files import CARRIED
from kzdata.verification.pieces import SHOWN, where


def read(package: Package, folder: Path | None, problems: list[str]) -> dict[str, str] | None:
    """The sources' texts by file name, from `folder` or the package; None when there are none.

    A source that is missing, is not the one of the package's list, or is no UTF-8, is told in
    `problems`. Raises `CallError` when `folder` is none.
    """
    if folder is not None and not folder.is_dir():
        raise CallError(f"there is no folder of sources at `{folder}`")
    if folder is None and not any(name.startswith(f"{CARRIED}/") for name in package.digests):
        return None
    place = package.sources_table()
    listed = package.load(place["table"], columns=[place["file"], place["sha256"]])
    texts: dict[str, str] = {}
    for name, sha256 in zip(*(column.to_pylist() for column in listed.columns), strict=True):
        try:
            data = _bytes(package, folder, name)
            if hashlib.sha256(data).hexdigest() != sha256:
                problems.append(f"the source `{name}` is not the text that was quoted")
                continue
            texts[name] = data.decode("utf-8")
        except (DataError, UnicodeDecodeError) as error:
            problems.append(f"the source {name!r:.80} cannot be read: {error}")
    return texts


def _bytes(package: Package, folder: Path | None, name: str | None) -> bytes:
    if not name:
        raise DataError("it has no name")
    if folder is None:
        return bytes(package.checked(f"{CARRIED}/{name}"))
    return bytes(Folder(folder).view(name))


def problems(package: Package, texts: Mapping[str, str]) -> Iterator[str]:
    """A line for each piece whose words do not stand at their place, a few a source."""
    evidence = package.load(EVIDENCE, columns=Piece._fields)
    cited = evidence.filter(evidence["exact"].is_valid())
    for source in sorted(cited["source"].unique().to_pylist()):
        if source not in texts:
            yield f"the source {source!r:.80} is quoted, and is not in the list of sources"
            continue
        pieces = cited.filter(pc.equal(cited["source"], source)).to_pylist()
        wrong = (Piece(**piece) for piece in pieces)
        told = 0
        for piece in wrong:
            if (fault := _fault(piece, texts[source])) and (told := told + 1) <= SHOWN:
                yield f"{where(piece)}: {fault} in `{source}`"


def _fault(piece: Piece, text: str) -> str | None:
    start, end = piece.start or 0, piece.end or 0
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if text[start:end] != piece.exact:
        return f"its words do not stand at {start} to {end}"
    if (piece.prefix or "") != prefix:
        return f"its prefix is not what stands before {start}"
    if (piece.suffix or "") != suffix:
        return f"its suffix is not what stands behind {end}"
    return None
