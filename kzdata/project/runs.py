"""What Python calls for the commands `kzdata validate` and `kzdata build`."""

from concurrent.futures import Executor
from pathlib import Path

from kzdata.project.check import Checked, check
from kzdata.project.publish import publish


def validate(project: str | Path, *, executor: Executor | None = None) -> Checked:
    """The findings on the project in a folder, and what it would publish. Nothing is written.

    Any `executor` may do the reading of sources, batch by batch; the result is the same.

    >>> import kzdata
    >>> from tempfile import mkdtemp
    >>> from kzdata.project.start import start
    >>> folder = Path(mkdtemp()) / "example"
    >>> start(folder)
    >>> kzdata.validate(folder).clean
    True
    """
    return check(Path(project), executor=executor)


def build(project: str | Path, *, executor: Executor | None = None) -> Checked:
    """Check the project in a folder and publish it to its `data/package`, whole or not at all.

    Raises DataError when it has errors (`validate` says which), MachineError when the disk fails.

    >>> import kzdata
    >>> from tempfile import mkdtemp
    >>> from kzdata.project.start import start
    >>> folder = Path(mkdtemp()) / "example"
    >>> start(folder)
    >>> checked = kzdata.build(folder)
    >>> kzdata.verify(folder / "data/package", folder / "seeds")
    []
    """
    checked = validate(project, executor=executor)
    publish(Path(project), checked)
    return checked
