"""What kzdata publishes, kzdata opens: the two sides share no code."""

from pathlib import Path

import pytest

import kzdata
from kzdata.package.write import write
from tests.package import sample


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="as usual"),
        pytest.param({"csv": False}, id="no csv"),
        pytest.param({"redistribute": "full"}, id="full texts"),
    ],
)
def test_a_package_opens_with_the_tables_that_were_written(
    changes: dict[str, object], tmp_path: Path
) -> None:
    content = sample.content(**changes)
    write(content, tmp_path)
    opened = kzdata.open(tmp_path)
    for name, table in content.tables.items():
        loaded = opened.load(name)
        assert loaded.cast(table.schema).equals(table), name
        for field in table.schema:
            assert (loaded.schema.field(field.name).metadata or {}) == (field.metadata or {})


def test_the_words_behind_a_cell_are_found_again(package: Path) -> None:
    shown = str(kzdata.open(package).evidence("things", "a", "integer"))
    assert "20 of 1,200" in shown
