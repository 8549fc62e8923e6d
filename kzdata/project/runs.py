"""What Python calls for the commands `kzdata validate` and `kzdata build`."""

from concurrent.futures import Executor
from pathlib import Path

from kzdata.project.check import Checked, check
from kzdata.project.publish import publish


def validate(
    project: str | Path, *, jobs: int | None = 1, executor: Executor | None = None
) -> Checked:
    """The findings on the project in a folder, and what it would publish. Nothing is written.

    Sources are read batch by batch by this process; by `jobs` processes of this machine, None being
    as many as pay; or by any `executor` of `concurrent.futures`. The result is the same. A script
    that asks for more than one process keeps what it does under `if __name__ == "__main__":`, as
    `multiprocessing` asks.

    >>> import kzdata
    >>> from tempfile import mkdtemp
    >>> from kzdata.project.start import start
    >>> folder = Path(mkdtemp()) / "example"
    >>> start(folder)
    >>> kzdata.validate(folder).clean
    True
    """
    return check(Path(project), jobs=jobs, executor=executor)


def build(
    project: str | Path, *, jobs: int | None = 1, executor: Executor | None = None
) -> Checked:
    """Check the project in a folder and publish it to its `data/package`, whole or not at all.

    `jobs` and `executor` are those of `validate`.

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
    checked = validate(project, jobs=jobs, executor=executor)
    publish(Path(project), checked)
    return checked
