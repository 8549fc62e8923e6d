"""Putting a record's claim before its reader."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

from kzdata.checks.claims import Plan, claim
from kzdata.readers.names import Directory
from kzdata.readers.verdicts import Outcome, Piece, Verdict
from kzdata.readers.verdicts.judgement import judge, judge_entity

_WORST: Final[tuple[Outcome, ...]] = ("unread", "contradicted", "ambiguous", "weak", "entailed")


def judged(
    plan: Plan,
    quoted: Mapping[str, str],
    key: str,
    cited: Sequence[Piece],
    directories: Mapping[str, Directory],
) -> Verdict:
    """The verdict on those fields of a plan whose text is given, of the record of this key.

    Each item of a list is a claim of its own, and the worst verdict counts.
    """
    part = plan.parts[0]
    if part.listed and part.field in quoted:
        items = [str(item) for item in json.loads(quoted[part.field])]
        verdicts = [_judged(plan, {part.field: item}, key, cited, directories) for item in items]
        return _together(verdicts)
    return _judged(plan, quoted, key, cited, directories)


def _judged(
    plan: Plan,
    quoted: Mapping[str, str],
    key: str,
    cited: Sequence[Piece],
    directories: Mapping[str, Directory],
) -> Verdict:
    part = plan.parts[0]
    if part.entity:
        own = key if part.own else ""
        return judge_entity(quoted[part.field], directories[part.entity], cited, own=own)
    return judge(plan.reader, claim(plan, quoted), cited)


def _together(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdicts on the items of a list as one. That a list has rivals is in its nature.

    No words say that a list is empty.
    """
    if not verdicts:
        return Verdict("unread")
    worst = min(verdicts, key=lambda verdict: _WORST.index(verdict.outcome))
    if not worst.accepted:
        return worst
    return Verdict("entailed", tuple(read for verdict in verdicts for read in verdict.support))
