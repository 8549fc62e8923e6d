"""The page on releases says the rule that the code holds."""

from pathlib import Path

from kzdata.release.kinds import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "releases.md"


def test_the_page_has_each_kind_of_change_with_its_step_and_reason() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rule = [line for line in lines if line.startswith("| ") and line.count("|") == 5]
    assert rule[1:] == [
        f"| {kind.what} | `{kind.name}` | {kind.step.word} | {kind.why} |"
        for kind in KINDS.values()
    ]
