"""What R reads in a published package, with nothing but what comes with it."""

import csv
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.command import ROOT
from tests.docs.pages import Block, blocks
from tests.needed import needed

SCRIPT = Path(__file__).parent / "r" / "read.R"
R = shutil.which("Rscript") or ""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def jsonlite() -> None:
    """R, and the one package by which the tests see what it read."""
    asked = [R, "-e", "requireNamespace('jsonlite') || quit(status = 1)"]
    there = bool(R) and subprocess.run(asked, capture_output=True, check=False).returncode == 0
    needed("R", "Debian: `apt-get install r-base-core r-cran-jsonlite`", there=there)


def printed(script: Path, *arguments: Path) -> str:
    run = subprocess.run(
        [R, "--encoding=UTF-8", script, *arguments],
        cwd=ROOT, env={"LC_ALL": "C.UTF-8"}, check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    return run.stdout


@pytest.mark.usefixtures("jsonlite")
def test_r_reads_the_same_texts_but_for_line_ends_in_them(package: Path) -> None:
    """It takes CR LF for LF, also within a text."""
    tables: dict[str, list[dict[str, Any]]] = json.loads(printed(SCRIPT, package))
    assert set(tables) == {file.stem for file in package.glob("*.csv")}
    for name, read in tables.items():
        with (package / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert read == [
            {field: text.replace("\r\n", "\n") or None for field, text in row.items()}
            for row in rows
        ]


@pytest.mark.usefixtures("jsonlite")
def test_what_the_readme_says_of_csv_keeps_the_code_of_namibia(
    package: Path, tmp_path: Path
) -> None:
    table = (package / "documents.csv").read_text("utf-8").replace("The document", "NA")
    (tmp_path / "documents.csv").write_text(table, "utf-8")
    readme = (package / "README.md").read_text("utf-8")
    (call,) = re.findall(r"^frame <- (read\.csv.*)$", readme, re.MULTILINE)
    example = tmp_path / "example.R"
    example.write_text(f"setwd('{tmp_path}')\nis.na({call}$title)\n", "utf-8")
    assert printed(example) == "[1] FALSE\n"


@pytest.mark.usefixtures("jsonlite")
@pytest.mark.parametrize("block", list(blocks("r")), ids=str)
def test_an_example_in_r_prints_what_its_comment_says(block: Block, tmp_path: Path) -> None:
    example = tmp_path / "example.R"
    example.write_text(block.text, "utf-8")
    shown = [line.partition("# ")[2] for line in block.text.splitlines() if "# " in line]
    assert shown
    assert printed(example).splitlines() == shown
