"""What only some tests need and pip cannot bring: a browser, and other languages."""

import os

import pytest


def needed(what: str, install: str, *, there: bool) -> None:
    """CI has it, and fails without; elsewhere a test that needs it is left out, and says why."""
    if there:
        return
    reason = f"needs {what}, which is not installed ({install})"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
