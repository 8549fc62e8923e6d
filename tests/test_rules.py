"""Every rule is found, has a name of its own, explains itself, and is broken by some test."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

import kzdata
from kzdata.findings import Rule
from kzdata.rules import rules

PACKAGE = Path(kzdata.__file__).parent
TESTS = Path(__file__).parent


def declared() -> list[str]:
    """The name of each `Rule(...)` in the source of the package."""
    return [
        str(keyword.value.value)
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rule"
        for keyword in node.keywords
        if keyword.arg == "name" and isinstance(keyword.value, ast.Constant)
    ]


RULES = list(rules().values())
TEXT = "\n".join(path.read_text("utf-8") for path in TESTS.rglob("*.py") if path != Path(__file__))


def test_all_rules_are_found_and_each_has_a_name_of_its_own() -> None:
    names = declared()
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert sorted(names) == list(rules())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_s_name_is_in_kebab_case(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.name)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_why_an_example_and_what_to_do(rule: Rule) -> None:
    parts = rule.doc.strip().split("\n\n")
    assert len(parts) == 4, parts
    assert parts[0].startswith(("Checks", "Says"))
    assert max(map(len, rule.doc.splitlines())) <= 88


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_broken_by_a_test(rule: Rule) -> None:
    assert f'"{rule.name}"' in TEXT
