"""What JavaScript reads in a published package: hyparquet, and Frictionless Data's own library."""

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import kzdata
from tests.command import ROOT
from tests.docs.pages import Block, blocks
from tests.needed import needed

HERE = Path(__file__).parent / "node"
MODULES = HERE / "node_modules"
NODE = shutil.which("node") or ""

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("readers")]


@pytest.fixture(scope="session")
def readers() -> None:
    install = "`npm install --no-package-lock` there"
    needed(
        "Node.js with the readers of `tests/package/node`",
        install,
        there=bool(NODE) and MODULES.is_dir(),
    )


def printed(*arguments: str | Path) -> str:
    run = subprocess.run(
        [NODE, *arguments], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    return run.stdout


def read(form: str, folder: Path) -> dict[str, list[dict[str, Any]]]:
    tables: dict[str, list[dict[str, Any]]] = json.loads(printed(HERE / "read.js", form, folder))
    return tables


def as_javascript(table: pa.Table, *, big: bool) -> list[dict[str, Any]]:
    """The rows as JavaScript has them in JSON; `big`: integers of 64 bits are no numbers there."""
    return [
        {
            field.name: _as_javascript(value, big=big and field.type == pa.int64())
            for field, value in zip(table.schema, row.values(), strict=True)
        }
        for row in table.to_pylist()
    ]


def _as_javascript(value: Any, *, big: bool) -> Any:
    if isinstance(value, dt.datetime):
        return f"{value.isoformat()}.000Z"
    if isinstance(value, dt.date):
        return f"{value.isoformat()}T00:00:00.000Z"
    if isinstance(value, dt.time):
        seconds = (value.hour * 60 + value.minute) * 60 + value.second
        return str(seconds * 1_000_000)
    return str(value) if big and value is not None else value


def test_hyparquet_reads_the_same_values_of_every_type(package: Path) -> None:
    opened = kzdata.open(package)
    names = [table["name"] for table in opened.tables()]
    expected = {name: as_javascript(opened.load(name), big=True) for name in names}
    assert read("parquet", package) == expected


def test_frictionless_data_s_library_reads_the_same_but_for_spaces_that_begin_a_field() -> None:
    """It cuts them, whatever the dialect says, and knows the types of Table Schema v1."""
    names = [table["name"] for table in kzdata.tables()]
    expected = {
        name: [
            {field: _cut(value) for field, value in row.items()}
            for row in as_javascript(kzdata.load(name), big=False)
        ]
        for name in names
    }
    assert read("csv", ROOT / "data" / "package") == expected


def _cut(value: Any) -> Any:
    """The value without them; a field that CSV has to quote keeps them."""
    if not isinstance(value, str) or set(value) & set(',"\r\n'):
        return value
    return value.lstrip(" ") or None


@pytest.mark.parametrize("block", list(blocks("js")), ids=str)
def test_an_example_in_javascript_prints_what_its_comment_says(
    block: Block, tmp_path: Path
) -> None:
    (tmp_path / "node_modules").symlink_to(MODULES)
    example = tmp_path / "example.mjs"
    example.write_text(block.text, "utf-8")
    shown = [line.partition("// ")[2] for line in block.text.splitlines() if "console.log" in line]
    assert shown
    assert printed(example).splitlines() == shown
