"""Verify a package of kzdata, with the standard library alone: `verify.py PACKAGE [SOURCES]`.

It shares no code with kzdata. Every file of the folder or zip must have its SHA-256, every cell of
the CSV tables evidence, whose words must stand in SOURCES. Schemas and Parquet are not judged here.
"""

import csv
import io
import json
import sys
import zipfile
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

Row = dict[str, str]
csv.field_size_limit(2**31 - 1)


def files_of(place: Path) -> dict[str, bytes]:
    """The package's files by name; a zip must be, byte for byte, the plain one of its files."""
    if place.is_dir():
        paths = [path for path in place.rglob("*") if path.is_symlink() or not path.is_dir()]
        if any(path.is_symlink() or not path.is_file() for path in paths):
            raise ValueError("there is a link, or no regular file")
        return {path.relative_to(place).as_posix(): path.read_bytes() for path in paths}
    packed, plain, members = io.BytesIO(place.read_bytes()), io.BytesIO(), {}
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(plain, "w") as new:
        for entry in old.infolist():
            if entry.compress_type != zipfile.ZIP_STORED or entry.filename in members:
                raise ValueError(f"{entry.filename} is compressed, or stands twice")
            members[entry.filename] = old.read(entry)
        for name, data in sorted(members.items()):
            info = zipfile.ZipInfo(name, old.infolist()[0].date_time)
            info.create_system, info.external_attr = 3, 0o100644 << 16
            new.writestr(info, data)
    if plain.getvalue() != packed.getvalue():
        raise ValueError("it is not the plain zip of its files")
    return {name.partition("/")[2]: data for name, data in members.items()}


def check_hashes(files: dict[str, bytes]) -> None:
    """SHA256SUMS has a line for every other file, with its digest, and no more."""
    lines = [f"{sha256(files[n]).hexdigest()}  {n}\n" for n in sorted({*files} - {"SHA256SUMS"})]
    if files.get("SHA256SUMS") != "".join(lines).encode():
        raise ValueError("SHA256SUMS does not fit the files")


def check_cells(tables: dict[str, list[Row]], keys: dict[str, list[str]]) -> list[str]:
    """Each non-empty cell has evidence, and there is evidence of nothing else."""
    cells = set()
    for name, rows in tables.items():
        for row in rows if name != "evidence" else ():
            key = [row[field] for field in keys[name]]
            record = json.dumps(key, ensure_ascii=False) if key[1:] else key[0]
            cells |= {(name, record, field) for field, value in row.items() if value}
    known = {(row["table"], row["record"], row["field"]) for row in tables["evidence"]}
    return [f"{cell}: no evidence, or no such cell" for cell in sorted(cells ^ known)]


def is_sound(piece: Row, texts: dict[str, str]) -> bool:
    """Whether a piece agrees with itself and, where that is at hand, with its source."""
    _, exact, _ = words = [piece[name] for name in ("prefix", "exact", "suffix")]
    known = piece["basis"] in {"quoted", "inferred" if piece["reason"] else "", "assigned"}
    if not exact or not known:
        return known and piece["basis"] != "quoted"
    start, end = int(piece["start"]), int(piece["end"])
    at = int(piece["reading_start"] or start) - start
    agrees = end - start == len(exact) and at >= 0 and exact[at:].startswith(piece["reading"])
    text, cuts = texts.get(piece["source"]), (max(0, start - 32), start, end, end + 32)
    return agrees and (text is None or [text[a:b] for a, b in pairwise(cuts)] == words)


def main(place: Path, sources: Path | None = None) -> list[str]:
    """What is wrong with the package, a line each."""
    files, texts = files_of(place), {}
    check_hashes(files)
    described = json.loads(files["datapackage.json"])
    at = described["kzdata:sources"]
    forms = [each for each in described["resources"] if each["format"] == "csv"]
    texts_of = {each["name"]: files[each["path"]].decode() for each in forms}
    tables = {n: list(csv.DictReader(io.StringIO(t, newline=""))) for n, t in texts_of.items()}
    wrong = check_cells(tables, {each["name"]: each["schema"]["primaryKey"] for each in forms})
    for row in tables[at["table"]] if sources else ():
        name = Path(row[at["file"]])
        data = b"" if name.anchor or ".." in name.parts else Path(sources or "", name).read_bytes()
        texts[row[at["file"]]] = data.decode()
        if sha256(data).hexdigest() != row[at["sha256"]]:
            wrong.append(f"{row[at['file']]}: not the source that was quoted")
    bad = [piece for piece in tables["evidence"] if not is_sound(piece, texts)]
    return wrong + [f"{p['table']} {p['record']} {p['field']}: unsound evidence" for p in bad]


if __name__ == "__main__":
    try:
        found = main(*map(Path, sys.argv[1:3]))
    except (ValueError, LookupError, TypeError, OSError, EOFError, zipfile.BadZipFile) as error:
        found = [f"{sys.argv[1]}: {error}"]
    shown = ("".join(c if c.isprintable() else ascii(c)[1:-1] for c in line) for line in found)
    sys.exit("\n".join(f"error: {line}" for line in shown) or 0)
