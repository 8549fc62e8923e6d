"""Findings as people and programs want to see them: a terminal, JSON, SARIF, GitHub, JUnit."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kzdata.errors import CallError
from kzdata.findings import Finding, Rule, in_order
from kzdata.render import github, json, junit, sarif, text

FORMATS = ("text", "json", "sarif", "github", "junit")
"""The forms that `render` knows."""

WIDTH = 100
"""How many columns a line of the text form fills when nobody says."""


def render(
    findings: Sequence[Finding],
    form: str = "text",
    *,
    rules: Mapping[str, Rule],
    base: Path | None = None,
    width: int = WIDTH,
    colour: bool = False,
) -> str:
    """The findings in one of `FORMATS`, sorted and each once, with a line end behind the last line.

    `rules`, by name, explain themselves in SARIF, which says besides what `base` is that paths are
    relative to; `width` (columns of a terminal) and `colour` are for text. Without findings the
    text is empty and each other form is a whole document. Raises CallError for a form that is none.

    >>> from kzdata.findings import Place
    >>> rule = Rule(name="no-such-seed", doc="A record cites a source that is not there.")
    >>> found = rule("`x.txt` is no seed", at=Place(path="a.yaml"))
    >>> print(render([found], "text", rules={rule.name: rule}))
    error[no-such-seed]: `x.txt` is no seed
     --> a.yaml
    <BLANKLINE>
    error: 1 error in 1 file
    <BLANKLINE>
    """
    shown = in_order(findings)
    match form:
        case "text":
            return text.report(shown, width=width, colour=colour)
        case "json":
            return json.report(shown)
        case "sarif":
            return sarif.report(shown, rules, base)
        case "github":
            return github.report(shown)
        case "junit":
            return junit.report(shown)
        case _:
            known = ", ".join(f"`{name}`" for name in FORMATS)
            raise CallError(f"`{form}` is no form of findings; there are {known}")
