import os

import pytest

from tests.page import browser


@pytest.fixture(scope="session")
def chromium() -> None:
    """Chromium is there: CI has it; elsewhere a test that needs it is left out, with the reason."""
    if browser.PROGRAM is None:
        reason = "needs Chromium, which is not installed (Debian: `apt-get install chromium`)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
