"""The gate accepts what the words of a phrase say, and nothing that they do not."""

from collections import Counter

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from tests.phrases.phrases import Claim, halves, load
from tests.phrases.report import markdown
from tests.phrases.tally import accepted, rejected, trials

PARTS = {
    "quantity": {"number", "bound", "unit", "vague"},
    "ordinal": {"number"},
    "duration": {"value", "bound", "vague"},
    "date": {"value"},
    "country": {"value", "ambiguous"},
    "name": {"value", "known_as"},
    "term": {"value"},
    "quote": {"found"},
}
BOUNDS = {"exactly", "more_than", "at_least", "less_than", "at_most", "about"}
PHRASES = [phrase for half in halves() for phrase in load(half)]


@pytest.mark.parametrize("half", halves())
def test_the_gate_accepts_what_is_said(half: str) -> None:
    assert accepted(trials(half)).ratio >= 0.99


@pytest.mark.parametrize("half", halves())
def test_the_gate_rejects_what_is_not_said(half: str) -> None:
    assert rejected(trials(half)).ratio >= 0.997


@pytest.mark.parametrize("half", halves())
def test_every_miss_is_listed(half: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(markdown(half), extension=".md", encoding="utf-8", basename=half)


def test_evidence_stands_once_in_its_sentence() -> None:
    cited = [
        (phrase.text, piece)
        for phrase in PHRASES
        for claim in (phrase.right, *phrase.forged)
        if claim.reader != "quote"
        for piece in claim.evidence
    ]
    assert [(text, piece) for text, piece in cited if text.count(piece) != 1] == []


def test_claims_name_parts_that_their_reader_knows() -> None:
    claims = [claim for phrase in PHRASES for claim in (phrase.right, *phrase.forged)]
    assert [claim for claim in claims if not set(claim.parts) <= PARTS[claim.reader]] == []
    assert {claim.parts["bound"] for claim in claims if "bound" in claim.parts} <= BOUNDS


def test_four_forgeries_or_more_differ_from_the_right_claim() -> None:
    for phrase in PHRASES:
        different = {_key(claim) for claim in phrase.forged} - {_key(phrase.right)}
        assert len(different) == len(phrase.forged) >= 4, phrase.text


def test_no_claim_is_listed_twice() -> None:
    twice = Counter((phrase.text, _key(phrase.right)) for phrase in PHRASES)
    assert max(twice.values()) == 1


def test_no_sentence_stands_in_both_halves() -> None:
    of_half = [{phrase.text for phrase in load(half)} for half in halves()]
    assert sum(map(len, of_half)) == len(set().union(*of_half))


def _key(claim: Claim) -> tuple[object, ...]:
    return claim.reader, claim.evidence, tuple(sorted(claim.parts.items()))
