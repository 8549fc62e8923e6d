"""What the gate makes of the hand-made phrases, as Markdown: `python -m tests.phrases.report`.

A table of each half by language and by reader, then every miss by kind. It measures nothing itself.
"""

import sys
from collections.abc import Callable, Iterator

from tests.phrases.phrases import halves
from tests.phrases.tally import Trial, accepted, rejected, trials

_HEAD = """\
| phrases | right claims accepted | forged claims rejected |
|---|---:|---:|"""


def markdown(half: str) -> str:
    """The figures of one half of the list and its misses."""
    tried = trials(half)
    lines = [f"## {half.replace('_', ' ')}", "", _HEAD, _row("all", tried)]
    lines += _rows(tried, lambda trial: trial.phrase.language)
    lines += _rows(tried, lambda trial: trial.phrase.right.reader)
    return "\n".join([*lines, "", *_misses(tried), ""])


def _rows(tried: tuple[Trial, ...], key: Callable[[Trial], str]) -> Iterator[str]:
    for name in dict.fromkeys(map(key, tried)):
        yield _row(f"`{name}`", tuple(trial for trial in tried if key(trial) == name))


def _row(name: str, tried: tuple[Trial, ...]) -> str:
    return f"| {name} | {accepted(tried)} | {rejected(tried)} |"


def _misses(tried: tuple[Trial, ...]) -> Iterator[str]:
    missed = sorted((trial for trial in tried if trial.missed), key=_place)
    if not missed:
        yield "No claim was misjudged."
        return
    yield "| kind | | claim | evidence | sentence |"
    yield "|---|---|---|---|---|"
    yield from map(_miss, missed)


def _place(trial: Trial) -> tuple[str, str, str]:
    return trial.phrase.right.reader, trial.phrase.kind, trial.phrase.language


def _miss(trial: Trial) -> str:
    said = "right, refused" if trial.right else "**forged, accepted**"
    claim = ", ".join(f"{key} {_shown(part)}" for key, part in trial.claim.parts.items())
    cells = (
        f"{trial.phrase.kind} ({trial.phrase.language})",
        said,
        f"{trial.claim.reader}: {claim}",
        " … ".join(trial.claim.evidence),
        trial.phrase.text,
    )
    return f"| {' | '.join(map(_plain, cells))} |"


def _shown(part: str | tuple[str, ...]) -> str:
    return part if isinstance(part, str) else " / ".join(part)


def _plain(cell: str) -> str:
    return " ".join(cell.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write("\n".join(map(markdown, halves())))
