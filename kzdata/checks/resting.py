"""What the quoted cells of one record rest on: its claims before their readers, one by one.

Which fields make up a claim is `kzdata.checks.claims`; what is said of one that fails, `wording`.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from kzdata.checks import wording
from kzdata.checks.citations import Found
from kzdata.checks.claims import Part, Plan
from kzdata.checks.judging import judged
from kzdata.checks.work import Row
from kzdata.findings import Fault
from kzdata.readers.names import Directory
from kzdata.readers.verdicts import Cited, Piece, Read, Verdict, pieces

_BLAME: Final = ("number", "value", "length", "bound", "unit", "words")
"""The parts of a claim, in the order in which they are blamed."""

Rest = tuple[Found, Read]
"""A citation, and the words in it in which a value was read."""


class _Evidence(NamedTuple):
    """Located citations by their number in the record, and their spans as readers want them."""

    found: Mapping[int, Found]
    pieces: Sequence[Piece]

    def serving(self, parts: Sequence[Part]) -> "_Evidence":
        """What of it is cited for the fields of these parts."""
        serve = {
            number: one
            for number, one in self.found.items()
            if any(one.citation.serves(part.field) for part in parts)
        }
        return _Evidence(serve, [piece for piece in self.pieces if piece.source in serve])


class Resting:
    """The claims of one record; `cells` are what its quoted fields rest on, as far as they hold."""

    def __init__(
        self, row: Row, found: Sequence[Found], directories: Mapping[str, Directory]
    ) -> None:
        self.cells: dict[str, list[Rest]] = {}
        self._row = row
        self._quoted = row.quoted
        self._evidence = _Evidence(dict(enumerate(found)), pieces(map(_cited, found)))
        self._divided = any(one.citation.fields is not None for one in found)
        self._directories = directories

    def check(self, plan: Plan) -> Fault | None:
        """The fault of one claim, if any; else `cells` gets what its fields rest on."""
        parts = [part for part in plan.parts if part.field in self._quoted]
        if not parts:
            return None
        evidence = self._evidence.serving(parts) if self._divided else self._evidence
        if not evidence.found:
            return wording.without_evidence(parts[0].field, self._row)
        for part in parts:
            if part.terms is not None and not part.terms.get(self._quoted[part.field]):
                return wording.without_terms(part.field, self._row)
        verdict = self._judged(plan, self._quoted, evidence)
        if not verdict.accepted:
            blamed = self._culprit(plan, parts, evidence)
            return wording.unsupported(plan, blamed, self._row, verdict, evidence.found)
        return self._rest(parts, verdict, evidence.found)

    def _judged(self, plan: Plan, quoted: Mapping[str, str], evidence: _Evidence) -> Verdict:
        return judged(plan, quoted, self._row.key, evidence.pieces, self._directories)

    def _rest(
        self, parts: Sequence[Part], verdict: Verdict, found: Mapping[int, Found]
    ) -> Fault | None:
        """Note what the fields of a claim that holds rest on, each on words cited for itself."""
        for part in parts:
            self.cells[part.field] = []
        for read in dict.fromkeys(verdict.support):
            one = found[read.source]
            for part in parts:
                if read.part in ("", part.part) and one.citation.serves(part.field):
                    self.cells[part.field].append((one, read))
        for part in parts:
            if not self.cells[part.field]:
                return wording.without_evidence(part.field, self._row)
        if verdict.outcome == "weak":
            return wording.weak(parts[0].field, self._row, verdict, found)
        return None

    def _culprit(self, plan: Plan, parts: Sequence[Part], evidence: _Evidence) -> Part:
        """The part without which the rest of the claim would hold: the one that is wrong.

        Where several are, the first with which it does not; where all hold but for the unit that
        the schema states, the unit of the number's field.
        """
        blamed = sorted(parts, key=lambda part: _BLAME.index(part.part))
        for part in blamed if len(parts) > 1 else ():
            rest = {other.field: self._quoted[other.field] for other in parts if other is not part}
            if self._judged(plan, rest, evidence).accepted:
                return part
        stated: dict[str, str] = {}
        for part in blamed:
            stated[part.field] = self._quoted[part.field]
            if not self._judged(plan._replace(unit=()), stated, evidence).accepted:
                return part
        return blamed[0]._replace(part="unit")


def _cited(found: Found) -> Cited:
    """The cited words as readers want them."""
    document = found.document
    return Cited(document.text.text, document.language, found.spans, document.date)
