import pytest

from tests.needed import needed
from tests.page import browser


@pytest.fixture(scope="session")
def chromium() -> None:
    there = browser.PROGRAM is not None
    needed("Chromium", "Debian: `apt-get install chromium`", there=there)
