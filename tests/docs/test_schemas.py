"""The page on schemas: its dataset is whole and clean, and it names every key that there is."""

import shlex
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from kzdata.schema import dataset, fields, tables
from tests.command import ROOT, run
from tests.docs.pages import blocks

PAGE = ROOT / "docs/schemas.md"
MODELS: list[type[BaseModel]] = [
    dataset.Manifest,
    dataset.License,
    dataset.Contributor,
    dataset.SourceTable,
    tables.Table,
    tables.ForeignKey,
    tables.Reference,
    fields.Field,
    fields.Constraints,
    fields.Category,
]


def shown(language: str) -> list[str]:
    return [block.text for block in blocks(language) if block.page == PAGE]


def test_the_dataset_of_the_page_is_clean_and_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in zip(("flood-en.txt", "flood-ru.txt"), shown("text"), strict=True):
        Path(name).write_text(text, "utf-8")
    commands, further = shown("sh")
    assert "kzdata add ../flood-en.txt ../flood-ru.txt" in commands
    assert run("init", "floods") == 0
    monkeypatch.chdir("floods")
    for name in ("seeds/example.txt", "data/records/example.yaml"):
        Path(name).unlink()
    Path("seeds/SHA256SUMS").write_text("")
    assert run("add", "../flood-en.txt", "../flood-ru.txt") == 0
    schema, records = shown("yaml")
    Path("schemas/figures.yaml").write_text(schema, "utf-8")
    Path("data/records/floods.yaml").write_text(records, "utf-8")
    capsys.readouterr()
    for command in further.splitlines():
        name, *args = shlex.split(command, comments=True)
        assert name == "kzdata"
        assert run(*args) == 0
    out = capsys.readouterr().out
    assert out.startswith("ok: 2 sources, 5 records, ")
    assert "⟦More than 3,400 people⟧" in out
    assert Path("dist/floods-0.1.0.zip").is_file()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_is_named(model: type[BaseModel]) -> None:
    page = PAGE.read_text("utf-8")
    keys = {info.alias or name for name, info in model.model_fields.items()}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


def test_every_reading_is_explained() -> None:
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert [
        reading
        for reading in get_args(fields.Reading)
        if not any(row.startswith(f"| `{reading}` |") for row in rows)
    ] == []
