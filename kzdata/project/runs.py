"""What Python calls for the commands `kzdata validate`, `kzdata sift` and `kzdata build`."""

from concurrent.futures import Executor
from pathlib import Path

from kzdata.catalog.opening import located
from kzdata.errors import CallError
from kzdata.project import sift as sifting
from kzdata.project.check import Checked, check
from kzdata.project.publish import publish
from kzdata.project.sift import Sifted
from kzdata.project.workers import Workers


def validate(
    project: str | Path,
    *,
    jobs: int | None = 1,
    executor: Executor | None = None,
    cache: bool | None = None,
) -> Checked:
    """The findings on the project in a folder, and what it would publish. Nothing is written.

    Sources are read batch by batch by this process; by `jobs` processes of this machine, None being
    as many as pay; or by any `executor` of `concurrent.futures`. The result is the same. A script
    that asks for more than one process keeps what it does under `if __name__ == "__main__":`, as
    `multiprocessing` asks. With `cache`, what is found in sources for their records is kept in the
    user's cache, and reused where neither has changed; None is where it pays. Raises CallError
    where there is no such folder.

    >>> import kzdata
    >>> from tempfile import mkdtemp
    >>> from kzdata.project.start import start
    >>> folder = Path(mkdtemp()) / "example"
    >>> start(folder)
    >>> kzdata.validate(folder).clean
    True
    """
    return check(_folder(project), workers=_workers(jobs, executor, cache))


def sift(
    project: str | Path,
    *,
    jobs: int | None = 1,
    executor: Executor | None = None,
    cache: bool | None = None,
) -> Sifted:
    """Move the records that `validate` refuses from `data/records` to `data/refused`.

    Lines of JSON Lines and rows of Parquet are moved as they were written, and
    `data/refused/_reasons.jsonl` says what is wrong with each; YAML stays. Back come how many were
    `moved`, what is `checked` of the rest, and the `reasons`: rule and field of each fault of those
    that were moved. `jobs`, `executor` and `cache` are those of `validate`.

    >>> import kzdata
    >>> from tempfile import mkdtemp
    >>> from kzdata.project.start import start
    >>> folder = Path(mkdtemp()) / "example"
    >>> start(folder)
    >>> sifted = kzdata.sift(folder)
    >>> sifted.moved, sifted.checked.clean
    (0, True)
    """
    return sifting.sift(_folder(project), workers=_workers(jobs, executor, cache))


def build(
    project: str | Path,
    *,
    jobs: int | None = 1,
    executor: Executor | None = None,
    cache: bool | None = None,
) -> Checked:
    """Check the project in a folder and publish it to its `data/package`, whole or not at all.

    `jobs`, `executor` and `cache` are those of `validate`.

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
    checked = validate(project, jobs=jobs, executor=executor, cache=cache)
    publish(_folder(project), checked)
    return checked


def _folder(project: object) -> Path:
    """The folder of a project; `CallError` where there is none."""
    folder = located(project, "a project")
    if not folder.is_dir():
        raise CallError(f"there is no folder `{folder}`")
    return folder


def _workers(jobs: object, executor: object, cache: object) -> Workers:
    """Who reads the sources; `CallError` for arguments of another kind."""
    if not isinstance(jobs, int | None) or isinstance(jobs, bool):
        raise CallError(f"`jobs` is a whole number or None, not {jobs!r:.60}")
    if not isinstance(executor, Executor | None):
        raise CallError(f"`executor` is one of `concurrent.futures` or None, not {executor!r:.60}")
    if not isinstance(cache, bool | None):
        raise CallError(f"`cache` is True, False or None, not {cache!r:.60}")
    return Workers(jobs, executor, cache)
