from collections.abc import Iterator

import pytest

from tests.needed import needed
from tests.page.browser import PROGRAM, Browser


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One for all tests: it takes a second to start."""
    needed("Chromium", "Debian: `apt-get install chromium`", there=PROGRAM is not None)
    with Browser(tmp_path_factory.mktemp("profile")) as started:
        yield started
