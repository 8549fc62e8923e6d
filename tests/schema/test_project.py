"""Reading `schemas/`: what a sound project gives, and each rule on a project with one fault."""

from pathlib import Path

import pytest

from kzdata import schema
from kzdata.findings import Finding

DATASET = """\
name: tiny
title: Tiny
description: A tiny dataset.
version: 1.0.0
created: 2026-11-22
licenses: [{name: CC-BY-4.0, path: "https://creativecommons.org/licenses/by/4.0/"}]
contributors: [{title: Ann, roles: [creator]}]
sources: {table: articles, file: seed, sha256: sha256, language: language}
tables: [articles, figures]
"""
ARTICLES = """\
name: articles
fields:
  - {name: article_id}
  - {name: seed}
  - {name: sha256}
  - {name: language}
primaryKey: article_id
uniqueKeys: [seed]
"""
FIGURES = """\
name: figures
missingValues: ["", "-"]
fields:
  - {name: figure_id, basis: assigned}
  - {name: article_id}
  - {name: value, type: integer, constraints: {minimum: "0"}}
  - {name: kind, categories: [{value: a, terms: [some a]}, b]}
  - {name: extra}
primaryKey: [figure_id]
foreignKeys:
  - fields: article_id
    reference: {resource: articles, fields: article_id}
"""


def written(root: Path, **changed: str) -> Path:
    folder = root / "schemas"
    folder.mkdir()
    texts = {"dataset": DATASET, "articles": ARTICLES, "figures": FIGURES} | changed
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return root


def read(root: Path) -> tuple[schema.Dataset | None, list[Finding]]:
    findings: list[Finding] = []
    return schema.read(root, findings), findings


def test_a_sound_project_gives_its_tables_in_order(tmp_path: Path) -> None:
    dataset, findings = read(written(tmp_path))
    assert findings == []
    assert dataset is not None
    assert [table.name for table in dataset.tables] == ["articles", "figures"]


def test_a_field_inherits_the_missing_values_of_its_table(tmp_path: Path) -> None:
    dataset, _ = read(written(tmp_path))
    assert dataset is not None
    assert dataset.table("figures").field("value").missing_texts == ("", "-")


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("figure_id", None),
        ("article_id", "verbatim"),
        ("value", "quantity.number"),
        ("kind", "term"),
    ],
)
def test_a_field_is_read_as_its_type_suggests(
    tmp_path: Path, name: str, reading: str | None
) -> None:
    dataset, _ = read(written(tmp_path))
    assert dataset is not None
    assert dataset.table("figures").field(name).reading == reading


GROUPED = "{name: a, type: integer, group: x, terms: [men]}"
UNIT = "{name: b, reading: quantity.unit, group: x, categories: [{value: m, terms: [men]}]}"


@pytest.mark.parametrize(
    "extra",
    [
        "{name: extra, categories: [{value: a, label: None}, b, {value: label None}]}",
        "{name: extra, constraints: {unique: 'true'}}",
        f"{GROUPED}\n  - {UNIT.replace('group: x', 'group: y')}",
    ],
    ids=["a label that reads None", "a unique field", "terms beside the unit of another group"],
)
def test_what_only_looks_like_a_fault_is_none(extra: str, tmp_path: Path) -> None:
    _, findings = read(written(tmp_path, **figures(extra)))
    assert findings == []


@pytest.mark.parametrize(
    ("field", "referred"),
    [("{name: extra}", "figure_id"), ("{name: extra, constraints: {unique: 'true'}}", "extra")],
    ids=["primary key", "unique field"],
)
def test_a_foreign_key_may_lead_to_a_key_of_its_own_table(
    field: str, referred: str, tmp_path: Path
) -> None:
    key = f"  - {{fields: extra, reference: {{fields: {referred}}}}}\n"
    _, findings = read(written(tmp_path, **figures(field, key)))
    assert findings == []


def figures(field: str, rest: str = "") -> dict[str, str]:
    return {"figures": FIGURES.replace("{name: extra}", field) + rest}


FAULTS = {
    "no licence": (
        {"dataset": DATASET.replace("licenses:", "license:")},
        ["schema-missing-key", "schema-unknown-key"],
        1,
    ),
    "empty list": (
        {"dataset": DATASET.replace("[{title: Ann, roles: [creator]}]", "[]")},
        ["schema-wrong-value"],
        7,
    ),
    "version": (
        {"dataset": DATASET.replace("1.0.0", "1.0")},
        ["schema-wrong-value"],
        4,
    ),
    "date": ({"dataset": DATASET.replace("11-22", "13-22")}, ["schema-wrong-value"], 5),
    "licence with a space": (
        {"dataset": DATASET.replace("CC-BY-4.0,", "CC BY 4.0,")},
        ["schema-wrong-value"],
        6,
    ),
    "link": (
        {"dataset": DATASET.replace("https:", "file:")},
        ["schema-wrong-value"],
        6,
    ),
    "climbing table": (
        {"dataset": DATASET.replace("articles, figures", "articles, figures, ../x")},
        ["bad-name"],
        9,
    ),
    **{
        f"table `{name}`": (
            {
                "dataset": DATASET.replace("articles, figures", f"articles, figures, {name}"),
                name: ARTICLES.replace("name: articles", f"name: {name}"),
            },
            ["bad-name"],
            9,
        )
        for name in ("evidence", "set_aside", "source", "aux", "a" * 248)
    },
    "table twice": (
        {"dataset": DATASET.replace("articles, figures", "articles, figures, figures")},
        ["schema-duplicate-field"],
        9,
    ),
    "table of sources": (
        {"dataset": DATASET.replace("table: articles", "table: article")},
        ["schema-unknown-table"],
        8,
    ),
    "field of sources": (
        {"dataset": DATASET.replace("file: seed", "file: sed")},
        ["schema-unknown-field"],
        8,
    ),
    **{
        f"{part} of sources of type {kind}": (
            {
                "dataset": DATASET.replace("language: language", "language: language, date: on"),
                "articles": ARTICLES.replace(
                    f"{{name: {name}}}", f"{{name: {name}, type: {kind}}}"
                ).replace("primaryKey", f"  - {{name: on, type: {on}}}\nprimaryKey"),
            },
            ["schema-wrong-value"],
            8,
        )
        for part, name, kind, on in (
            ("file", "seed", "any", "date"),
            ("hash", "sha256", "integer", "year"),
            ("language", "language", "list", "string"),
            ("date", "on", "datetime", "datetime"),
        )
    },
    "key of sources in two parts": (
        {
            "articles": ARTICLES.replace(
                "primaryKey: article_id\nuniqueKeys: [seed",
                "primaryKey: [article_id, seed]\nuniqueKeys: [article_id",
            )
        },
        ["schema-wrong-value"],
        8,
    ),
    "file not listed": ({"units": ARTICLES}, ["schema-not-listed"], 0),
    "other name": (
        {"articles": ARTICLES.replace("name: articles", "name: article")},
        ["schema-wrong-value"],
        1,
    ),
    "text for a list": (
        {"articles": "name: articles\nfields: seed\nprimaryKey: seed\n"},
        ["schema-wrong-value"],
        2,
    ),
    "null": ({"articles": ARTICLES.replace("{name: seed}", "~")}, ["schema-wrong-value"], 4),
    "unknown key": (figures("{name: extra, requird: true}"), ["schema-unknown-key"], 8),
    "fieldsMatch": (figures("{name: extra}", "fieldsMatch: [exact]"), ["schema-unknown-key"], 13),
    "unknown type": (figures("{name: extra, type: strin}"), ["schema-wrong-value"], 8),
    "yes for true": (
        figures("{name: extra, constraints: {required: yes}}"),
        ["schema-wrong-value"],
        8,
    ),
    "count with a zero": (
        figures("{name: extra, constraints: {minLength: 03}}"),
        ["schema-wrong-value"],
        8,
    ),
    "field name": (figures("{name: as of}"), ["bad-name"], 8),
    **{
        f"field `{name}`": (figures(f"{{name: {name}}}"), ["bad-name"], 8)
        for name in ("evidence", "inferred", "known_as", "source")
    },
    "field twice": (figures("{name: value}"), ["schema-duplicate-field"], 8),
    "no primary key": (
        {"figures": FIGURES.replace("primaryKey: [figure_id]\n", "")},
        ["no-primary-key"],
        1,
    ),
    "primary key": (
        {"figures": FIGURES.replace("[figure_id]", "[figureid]")},
        ["schema-unknown-field"],
        9,
    ),
    "unique key": (
        figures("{name: extra}", "uniqueKeys: [[extr]]\n"),
        ["schema-unknown-field"],
        13,
    ),
    "own field of a foreign key": (
        {"figures": FIGURES.replace("- fields: article_id", "- fields: article")},
        ["schema-unknown-field"],
        11,
    ),
    "key with a field twice": (
        {"figures": FIGURES.replace("[figure_id]", "[figure_id, figure_id]")},
        ["schema-wrong-value"],
        9,
    ),
    "foreign table": (
        {"figures": FIGURES.replace("resource: articles", "resource: article")},
        ["schema-unknown-table"],
        12,
    ),
    "foreign field": (
        {"figures": FIGURES.replace("fields: article_id}", "fields: article}")},
        ["schema-unknown-field"],
        12,
    ),
    "foreign key not to a key": (
        {"figures": FIGURES.replace("fields: article_id}", "fields: language}")},
        ["foreign-key-mismatch"],
        12,
    ),
    "foreign key of another type": (
        {"figures": FIGURES.replace("fields: article_id\n", "fields: value\n")},
        ["foreign-key-mismatch"],
        11,
    ),
    "foreign key of another length": (
        {"figures": FIGURES.replace("fields: article_id\n", "fields: [article_id, extra]\n")},
        ["foreign-key-mismatch"],
        11,
    ),
    "format": (figures("{name: extra, format: mail}"), ["format-not-supported"], 8),
    "format of the locale": (
        figures("{name: extra, type: date, format: '%c'}"),
        ["format-not-supported"],
        8,
    ),
    "format without a year": (
        figures("{name: extra, type: date, format: '%d/%m'}"),
        ["format-not-supported"],
        8,
    ),
    "format with a part twice": (
        figures("{name: x, type: date, format: '%Y%Y%m%d', constraints: {minimum: '1'}}"),
        ["format-not-supported"],
        8,
    ),
    "key of another type": (figures("{name: extra, delimiter: ';'}"), ["key-not-for-field"], 8),
    "reading of an assigned field": (
        figures("{name: extra, basis: assigned, reading: name}"),
        ["key-not-for-field"],
        8,
    ),
    "terms that are not there": (
        figures("{name: extra, reading: term}"),
        ["key-not-for-field"],
        8,
    ),
    "reading of another type": (
        figures("{name: extra, type: boolean, reading: date}"),
        ["key-not-for-field"],
        8,
    ),
    "group of no quantity": (figures("{name: extra, group: dead}"), ["key-not-for-field"], 8),
    "terms of no quantity": (figures("{name: extra, terms: [people]}"), ["key-not-for-field"], 8),
    "terms beside the field of the unit": (
        figures(f"{GROUPED}\n  - {UNIT}"),
        ["key-not-for-field"],
        8,
    ),
    "order of no categories": (
        figures("{name: extra, categoriesOrdered: true}"),
        ["key-not-for-field"],
        8,
    ),
    "one mark for two": (
        figures("{name: extra, type: number, groupChar: .}"),
        ["schema-wrong-value"],
        8,
    ),
    "mark of two characters": (
        figures("{name: extra, type: number, decimalChar: ',,'}"),
        ["schema-wrong-value"],
        8,
    ),
    "mark that is a digit": (
        figures("{name: extra, type: integer, groupChar: '0'}"),
        ["schema-wrong-value"],
        8,
    ),
    "mark of the exponent": (
        figures("{name: extra, type: number, decimalChar: e}"),
        ["schema-wrong-value"],
        8,
    ),
    "empty delimiter": (
        figures("{name: extra, type: list, delimiter: ''}"),
        ["schema-wrong-value"],
        8,
    ),
    "true and false": (
        figures("{name: extra, type: boolean, trueValues: ['0']}"),
        ["schema-wrong-value"],
        8,
    ),
    "constraint of another type": (
        figures("{name: extra, type: integer, constraints: {pattern: a}}"),
        ["constraint-not-for-type"],
        8,
    ),
    "bound of another type": (
        figures("{name: extra, type: integer, constraints: {minimum: small}}"),
        ["constraint-not-of-type"],
        8,
    ),
    "enum of another type": (
        figures("{name: extra, type: integer, constraints: {enum: ['1', x]}}"),
        ["constraint-not-of-type"],
        8,
    ),
    "example of another type": (
        figures("{name: extra, type: integer, example: x}"),
        ["constraint-not-of-type"],
        8,
    ),
    "enum beside the categories": (
        figures("{name: extra, categories: [a], constraints: {enum: [b]}}"),
        ["constraint-not-of-type"],
        8,
    ),
    "categories of a date": (
        figures("{name: extra, type: date, categories: ['2022-01-06']}"),
        ["category-not-of-type"],
        8,
    ),
    "category of another type": (
        figures("{name: extra, type: integer, categories: [high]}"),
        ["category-not-of-type"],
        8,
    ),
    "category twice": (figures("{name: extra, categories: [a, a]}"), ["schema-wrong-value"], 8),
    "label twice": (
        figures("{name: extra, categories: [{value: a, label: A}, {value: b, label: A}]}"),
        ["schema-wrong-value"],
        8,
    ),
    "category that stands for no value": (
        figures("{name: extra, categories: [a, '-']}"),
        ["category-not-of-type"],
        8,
    ),
    "look-ahead": (
        figures('{name: extra, constraints: {pattern: "(?=a)b"}}'),
        ["pattern-not-supported"],
        8,
    ),
    "unclosed quotation in a pattern": (
        figures("{name: extra, constraints: {pattern: '\\Qabc'}}"),
        ["pattern-not-supported"],
        8,
    ),
    "remote reference": (
        figures(
            "{name: extra, type: object, constraints: "
            """{jsonSchema: '{"$ref": "http://example.org/a.json"}'}}"""
        ),
        ["pattern-not-supported"],
        8,
    ),
    **{
        f"JSON Schema of {what}": (
            figures(f"{{name: extra, type: array, constraints: {{jsonSchema: '{written}'}}}}"),
            ["schema-wrong-value"],
            8,
        )
        for what, written in {
            "no number": '{"items": {"multipleOf": NaN}}',
            "a number that no float holds": '{"items": {"multipleOf": 1e400}}',
            "a number that would be rounded": '{"items": {"maximum": 0.1000000000000000055}}',
            "a key that stands twice": '{"maxItems": 1, "maxItems": 2}',
        }.items()
    },
    "JSON Schema as YAML": (
        figures("{name: extra, type: object, constraints: {jsonSchema: {type: object}}}"),
        ["schema-wrong-value"],
        8,
    ),
}


@pytest.mark.parametrize(("changed", "rules", "line"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_found_where_it_stands(
    tmp_path: Path, changed: dict[str, str], rules: list[str], line: int
) -> None:
    dataset, findings = read(written(tmp_path, **changed))
    assert dataset is None
    assert sorted(finding.rule for finding in findings) == rules
    assert findings[0].place.line == line


@pytest.mark.parametrize(
    ("changed", "help_"),
    [
        (figures("{name: extra, descripton: x}"), "did you mean `description`?"),
        (figures("{name: extra, constraints: {requird: 'true'}}"), "did you mean `required`?"),
        (figures("{name: extra, type: integr}"), "did you mean `integer`?"),
        ({"figures": FIGURES.replace("[figure_id]", "figureid")}, "did you mean `figure_id`?"),
        (
            {
                "dataset": DATASET.replace("language: language", "language: language, date: on"),
                "articles": ARTICLES.replace(
                    "primaryKey", "  - {name: on, type: datetime}\nprimaryKey"
                ),
            },
            "declare `on` as a date",
        ),
        ({"units": ARTICLES}, "add `units` to `tables` in dataset.yaml, or remove the file"),
    ],
    ids=["key", "constraint", "type", "field", "date of sources", "table that is not listed"],
)
def test_help_names_what_was_meant(tmp_path: Path, changed: dict[str, str], help_: str) -> None:
    _, findings = read(written(tmp_path, **changed))
    assert [finding.help for finding in findings] == [help_]


def test_an_unknown_key_is_shown_at_the_key(tmp_path: Path) -> None:
    _, findings = read(written(tmp_path, **figures("{name: extra, requird: true}")))
    place = findings[0].place
    shown = place.excerpt[place.column - 1 :][: place.length]
    assert (place.path, shown) == ("schemas/figures.yaml", "requird")


def test_all_faults_are_found_in_one_run(tmp_path: Path) -> None:
    changed = figures("{name: as of, type: strin}", "uniqueKeys: [[nothing]]\n")
    changed["articles"] = ARTICLES.replace("primaryKey: article_id\n", "")
    _, findings = read(written(tmp_path, **changed))
    assert {finding.rule for finding in findings} >= {"schema-wrong-value", "no-primary-key"}


def test_an_empty_file_is_a_fault(tmp_path: Path) -> None:
    dataset, findings = read(written(tmp_path, figures=""))
    assert dataset is None
    assert findings
