"""The tables of names are what the script in the repository makes of CLDR."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from kzdata.readers.language import LANGUAGES, tables

pytest.importorskip("babel")

SCRIPT = Path(__file__).parents[2] / "tools" / "cldr_tables.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cldr_tables", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_what_the_script_writes(script: ModuleType, language: str) -> None:
    other_version = script.table(language)["source"] != tables(language, "cldr")["source"]
    path = script.FOLDER / language / "cldr.json"
    assert other_version or path.read_text(encoding="utf-8") == script.text(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_whole(language: str) -> None:
    table = tables(language, "cldr")
    assert (len(table["months"]), len(table["weekdays"])) == (12, 7)
    assert len(table["territories"]) == 250
