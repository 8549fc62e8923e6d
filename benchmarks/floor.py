"""The floor under a whole build: read and hash every input, write and hash the same tables.

All with hashlib and pyarrow, and nothing is checked. Only that is timed: what is read back from the
built package to be written again is not.
"""

import hashlib
import io
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from kzdata.package.parquet import GROUP


class _Clock:
    """Adds up the wall and processor seconds of what runs inside `timed`."""

    def __init__(self) -> None:
        self.wall = self.processor = 0.0

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Count what happens inside."""
        wall, processor = time.perf_counter(), time.process_time()
        yield
        self.wall += time.perf_counter() - wall
        self.processor += time.process_time() - processor


def floor(project: str, folder: str) -> dict[str, float]:
    """What it takes, in seconds, to read the inputs of a built project and write its tables.

    They are written to `folder`. `read` and `written` are bytes.
    """
    clock = _Clock()
    root, out = Path(project), Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    with clock.timed():
        read = sum(_digested(root / name) for name in ("seeds", "data/records"))
    written = 0
    for path in sorted((root / "data/package").glob("*.parquet")):
        csv = path.with_suffix(".csv").exists()
        written += _rewritten(path, out / path.name, csv, clock)
    return {"wall": clock.wall, "processor": clock.processor, "read": read, "written": written}


def _digested(folder: Path) -> int:
    """Hash every file below a folder; how many bytes there are."""
    size = 0
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            hashlib.sha256(data).hexdigest()
            size += len(data)
    return size


def _rewritten(path: Path, copy: Path, with_csv: bool, clock: _Clock) -> int:
    """Write a table again, with the options of the build, and hash it; how many bytes that is."""
    text = copy.with_suffix(".csv")
    digest = hashlib.sha256()
    with pq.ParquetFile(path) as file, text.open("wb") as csv:
        with clock.timed():
            writer = pq.ParquetWriter(
                copy,
                file.schema_arrow,
                compression="zstd",
                compression_level=3,
                write_statistics=True,
                write_page_index=True,
                store_schema=True,
            )
        for number in range(file.num_row_groups):
            rows = file.read_row_group(number)
            plain = _plain(rows)
            with clock.timed():
                writer.write_table(rows, row_group_size=GROUP)
                data = _csv(plain, header=number == 0)
                digest.update(data)
                if with_csv:
                    csv.write(data)
        with clock.timed():
            writer.close()
            csv.flush()
            hashlib.sha256(copy.read_bytes()).hexdigest()
            if with_csv:
                hashlib.sha256(text.read_bytes()).hexdigest()
    return copy.stat().st_size + text.stat().st_size


def _csv(rows: pa.Table, *, header: bool) -> memoryview:
    lines = io.BytesIO()
    form = pyarrow.csv.WriteOptions(include_header=header, quoting_style="needed")
    pyarrow.csv.write_csv(rows, lines, form)
    return lines.getbuffer()


def _plain(rows: pa.Table) -> pa.Table:
    """The rows with columns that pyarrow writes as CSV: what is nested becomes its JSON."""
    columns = {name: _column(rows[name]) for name in rows.column_names}
    return pa.table(columns)


def _column(column: pa.ChunkedArray) -> Any:
    if pa.types.is_dictionary(column.type):
        return column.cast(column.type.value_type)
    if pa.types.is_nested(column.type):
        return [None if one is None else json.dumps(one, default=str) for one in column.to_pylist()]
    return column
