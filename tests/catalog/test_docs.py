"""What the pages for users show is what happens."""

import doctest
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_examples_of_the_page_on_use_run() -> None:
    failed, tried = doctest.testfile(
        str(DOCS / "use.md"), module_relative=False, encoding="utf-8", verbose=False
    )
    assert (failed, tried > 5) == (0, True)
