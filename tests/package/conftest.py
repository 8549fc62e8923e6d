from pathlib import Path

import pytest

from kzdata.package.write import write
from tests.package import sample


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, published; nobody writes there."""
    folder = tmp_path_factory.mktemp("package")
    write(sample.content(), folder)
    return folder
