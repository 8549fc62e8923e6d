"""Faults planted in the tiny project, one each: how, and the rule and place that tell of it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests import tiny

A, B = "data/records/a.yaml", "data/records/b.yaml"
DATASET, ARTICLES, FIGURES = (
    "schemas/dataset.yaml",
    "schemas/articles.yaml",
    "schemas/figures.yaml",
)
SUMS = "seeds/SHA256SUMS"
LINES = "data/records/figures.jsonl"
CONFLICT = '<<<<<<< HEAD\n{"id": "a"}\n=======\n{"id": "b"}\n>>>>>>> main\n'


Plant = Callable[[Path], object]


class Fault(NamedTuple):
    """A planted fault: what is done to the project, the rule, the file, and a part of the line.

    `line` is text of the line to which the finding must point; empty where the whole file is at
    fault. `count` is the number of findings: one, where the fault is one.
    """

    name: str
    plant: Plant
    rule: str
    path: str
    line: str = ""
    count: int = 1


def edit(path: str, old: str, new: str) -> Plant:
    def plant(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert text.count(old) >= 1, (path, old)
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return plant


def put(path: str, content: str | bytes) -> Plant:
    def plant(root: Path) -> None:
        data = content.encode() if isinstance(content, str) else content
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)

    return plant


def append(path: str, content: str) -> Plant:
    def plant(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(content)

    return plant


def remove(path: str) -> Plant:
    return lambda root: (root / path).unlink()


def link(path: str, target: str) -> Plant:
    def plant(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(target)

    return plant


def fifo(path: str) -> Plant:
    return lambda root: os.mkfifo(root / path)


def seed(name: str, content: bytes) -> Plant:
    """Replace a seed, and list it as it now is: the seed itself is at fault, not its hash."""

    def plant(root: Path) -> None:
        (root / "seeds" / name).write_bytes(content)
        (root / SUMS).write_text(tiny.sums(root), encoding="utf-8")

    return plant


def table(name: str, records: str) -> Plant:
    """Add a table to the dataset, with its schema and with records in JSON Lines."""

    def plant(root: Path) -> None:
        edit(DATASET, "figures]", f"figures, {name}]")(root)
        put(f"schemas/{name}.yaml", tiny.FIGURES.replace("figures", name, 1))(root)
        put(f"data/records/{name}.jsonl", records)(root)

    return plant


def carried(name: str) -> Plant:
    """Publish the whole texts, one of them under this name."""

    def plant(root: Path) -> None:
        edit(DATASET, "ledger:", "redistribute: full\nledger:")(root)
        (root / "seeds/b.txt").rename(root / "seeds" / name)
        edit(SUMS, "b.txt", name)(root)
        edit(B, "seed: b.txt", f"seed: {name!r}")(root)

    return plant


def swap_seeds(root: Path) -> None:
    one, other = root / "seeds/a.txt", root / "seeds/b.txt"
    texts = one.read_bytes(), other.read_bytes()
    one.write_bytes(texts[1])
    other.write_bytes(texts[0])


TEXT = [
    Fault("bad utf-8", put(A, b"source: first\nfigures: \xff\n"), "not-utf8", A, "figures"),
    Fault("byte-order mark", put(A, "\ufeffsource: first\n"), "byte-order-mark", A, "source"),
    Fault("conflict in yaml", append(A, CONFLICT), "merge-conflict", A, "<<<<<<< HEAD"),
    Fault("conflict in jsonl", put(LINES, CONFLICT), "merge-conflict", LINES, "<<<<<<< HEAD"),
    Fault("conflict in a schema", append(FIGURES, CONFLICT), "merge-conflict", FIGURES, "<<<<<<<"),
    Fault("conflict in the sums", append(SUMS, CONFLICT), "merge-conflict", SUMS, "<<<<<<< HEAD"),
    Fault("half a conflict", append(A, ">>>>>>> main\n"), "merge-conflict", A, ">>>>>>> main"),
    Fault("utf-16", put(A, "source: first\n".encode("utf-16")), "not-utf8", A),
    Fault("nul", put(A, b"source: fi\x00rst\n"), "forbidden-character", A, "source"),
    Fault(
        "bidi override",
        edit(A, "speaker: Bee", "speaker: \u202eBee"),
        "forbidden-character",
        A,
        "speaker",
    ),
    Fault(
        "zero-width space", edit(A, "speaker: Bee", "speaker: B\u200bee"), "forbidden-character", A
    ),
    Fault(
        "zero-width space as an escape",
        edit(A, "speaker: Bee", 'speaker: "B\\u200bee"'),
        "forbidden-character",
        A,
        "speaker",
    ),
    Fault("bad yaml", edit(A, "figures:", "figures: ["), "yaml-syntax", A),
    Fault("tab for indentation", edit(A, "    value: 150", "\tvalue: 150"), "yaml-syntax", A),
    Fault("unclosed quotation mark", edit(A, "source: first", 'source: "first'), "yaml-syntax", A),
    Fault("empty file of records", put(A, ""), "yaml-empty", A),
    Fault("empty file of white space", put(A, "\n\n"), "yaml-empty", A),
    Fault(
        "alias bomb",
        put(A, "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
        "yaml-alias",
        A,
        "a: &a",
        count=6,
    ),
    Fault(
        "merge key",
        edit(A, "  - figure_id: sent", "  - <<: {}\n    figure_id: sent"),
        "yaml-alias",
        A,
    ),
    Fault("tag", edit(A, "value: 150", "value: !!int 150"), "yaml-tag", A, "value"),
    Fault("two documents", append(A, "---\na: b\n"), "yaml-many-documents", A),
    Fault("directive", put(A, "%YAML 1.1\n---\nsource: first\n"), "yaml-directive", A),
    Fault(
        "duplicate key",
        edit(A, "    value: 150", "    value: 150\n    value: 151"),
        "duplicate-key",
        A,
        "151",
    ),
    Fault("deep nesting", put(A, "[" * 100_000 + "]" * 100_000), "too-deep", A),
    Fault(
        "deep nesting in blocks",
        put(A, "".join(" " * n + "a:\n" for n in range(200))),
        "too-deep",
        A,
    ),
    Fault("list as a key", put(A, "? [a]\n: b\n"), "key-not-text", A),
    Fault("records are no mapping", put(A, "- a\n"), "records-malformed", A, "- a"),
    Fault("table is no list", put(A, "source: first\nfigures: 20\n"), "records-malformed", A, "20"),
    Fault(
        "record is no mapping", put(A, "source: first\nfigures: [x]\n"), "records-malformed", A, "x"
    ),
]

FILES = [
    Fault("records in a link", link(A, "/etc/passwd"), "symbolic-link", A),
    Fault(
        "folder behind a link",
        link("data/records/more", "/etc"),
        "symbolic-link",
        "data/records/more",
    ),
    Fault("seed in a link", link("seeds/b.txt", "a.txt"), "symbolic-link", SUMS, "b.txt"),
    Fault(
        "fifo among records",
        fifo("data/records/c.yaml"),
        "not-a-regular-file",
        "data/records/c.yaml",
    ),
    Fault("schema missing", remove(FIGURES), "file-missing", FIGURES),
    Fault("dataset missing", remove(DATASET), "file-missing", DATASET),
    Fault(
        "csv among records",
        put("data/records/a.csv", "a\n"),
        "records-unknown-file",
        "data/records/a.csv",
    ),
    Fault(
        "json lines for no table",
        put("data/records/figure.jsonl", "{}\n"),
        "records-unknown-file",
        "data/records/figure.jsonl",
    ),
    Fault(
        "bad json",
        put("data/records/figures.jsonl", '{"figure_id": "x", "value": NaN}\n'),
        "json-syntax",
        "data/records/figures.jsonl",
        "NaN",
    ),
    Fault(
        "json line is no object",
        put("data/records/figures.jsonl", "[1]\n"),
        "records-malformed",
        "data/records/figures.jsonl",
        "[1]",
    ),
    Fault(
        "json duplicate key",
        put("data/records/figures.jsonl", '{"value": 1, "value": 2}\n'),
        "duplicate-key",
        "data/records/figures.jsonl",
        "value",
    ),
    Fault(
        "parquet cut short",
        put("data/records/figures.parquet", b"PAR1\x00\x00PAR1"),
        "records-malformed",
        "data/records/figures.parquet",
    ),
]

SEEDS = [
    Fault("missing seed", remove("seeds/b.txt"), "source-missing", SUMS, "b.txt"),
    Fault("changed seed", append("seeds/b.txt", "!"), "source-changed", SUMS, "b.txt"),
    Fault("seeds swapped", swap_seeds, "source-changed", SUMS, "a.txt", count=2),
    Fault("seed not listed", put("seeds/c.txt", "News.\n"), "source-not-listed", "seeds/c.txt"),
    Fault("sums missing", remove(SUMS), "file-missing", SUMS),
    Fault("sums malformed", append(SUMS, "not a line\n"), "sums-malformed", SUMS, "not a line"),
    Fault(
        "absolute path in the sums",
        append(SUMS, "0" * 64 + "  /etc/passwd\n"),
        "path-outside-project",
        SUMS,
        "/etc/passwd",
    ),
    Fault(
        "climbing path in the sums",
        append(SUMS, "0" * 64 + "  ../schemas/dataset.yaml\n"),
        "path-outside-project",
        SUMS,
        "../schemas",
    ),
    Fault("seed empty", seed("b.txt", b""), "source-empty", SUMS, "b.txt"),
    Fault("seed not utf-8", seed("b.txt", b"caf\xe9\n"), "not-utf8", "seeds/b.txt"),
    Fault(
        "seed with a byte-order mark",
        seed("b.txt", b"\xef\xbb\xbfNews.\n"),
        "byte-order-mark",
        "seeds/b.txt",
    ),
    Fault("seed without a row", put(B, "figures: []\n"), "source-without-row", "seeds/b.txt"),
    Fault("seed in two rows", edit(B, "seed: b.txt", "seed: a.txt"), "not-unique", B, "a.txt"),
    Fault(
        "hash of another file",
        edit(A, "seed: a.txt,", f"seed: a.txt, sha256: {'0' * 64},"),
        "sha256-differs",
        A,
        "000",
    ),
    Fault("row without a seed", edit(B, "seed: b.txt", "seed: z.txt"), "seed-unknown", B, "z.txt"),
    *(
        Fault(
            f"published under a name {what}",
            carried(name),
            "source-name-not-portable",
            f"seeds/{name}",
        )
        for what, name in {
            "of a device": "nul.txt",
            "that ends in a dot": "b.",
            "of another in capitals": "A.txt",
        }.items()
    ),
]

SCHEMAS = [
    Fault(
        "unknown key in the dataset",
        append(DATASET, "licence: x\n"),
        "schema-unknown-key",
        DATASET,
        "licence",
    ),
    Fault(
        "missing key in the dataset",
        edit(DATASET, "version: 1.0.0\n", ""),
        "schema-missing-key",
        DATASET,
    ),
    Fault(
        "version is no version", edit(DATASET, "1.0.0", "one"), "schema-wrong-value", DATASET, "one"
    ),
    Fault(
        "table name climbs",
        edit(DATASET, "figures]", "figures, ../x]"),
        "bad-name",
        DATASET,
        "../x",
    ),
    *(
        Fault(
            f"table named {name:.9}",
            table(name, '{"figure_id": "a", "article_id": "first", "value": 987}\n'),
            "bad-name",
            DATASET,
            name[:40],
        )
        for name in ("evidence", "set_aside", "source", "aux", "con.1", "a" * 248)
    ),
    *(
        Fault(
            f"field named {name}",
            edit(
                FIGURES,
                "  - {name: said}",
                f"  - {{name: {name}, basis: assigned}}\n  - {{name: said}}",
            ),
            "bad-name",
            FIGURES,
            f"name: {name}",
        )
        for name in ("source", "evidence", "inferred", "known_as")
    ),
    *(
        Fault(
            f"key that says nothing: {new}",
            edit(FIGURES, old, new),
            "key-not-for-field",
            FIGURES,
            new.strip("- {}").partition("\n")[0],
        )
        for old, new in (
            (
                "{name: took, type: duration}",
                "{name: took, type: duration, reading: quantity.bound}",
            ),
            ("{name: day, type: date}", "{name: day, type: date, reading: quantity.number}"),
            (
                "{name: country_code, reading: country}",
                "{name: country_code, type: boolean, reading: country}",
            ),
            ("{name: said}", "{name: said, terms: [word]}"),
            ("    reading: quantity.unit", "    terms: [word]\n    reading: quantity.unit"),
            ("{name: said}", "{name: said, group: first}"),
            (
                "type: integer, reading: quantity.number",
                "type: integer, terms: [zebras], reading: quantity.number",
            ),
        )
    ),
    Fault(
        "unknown type",
        edit(FIGURES, "type: integer", "type: int"),
        "schema-wrong-value",
        FIGURES,
        "int",
    ),
    Fault(
        "unknown reader",
        edit(FIGURES, "reading: country", "reading: land"),
        "schema-wrong-value",
        FIGURES,
        "land",
    ),
    Fault(
        "field twice",
        edit(FIGURES, "{name: said}", "{name: took}"),
        "schema-duplicate-field",
        FIGURES,
    ),
    Fault(
        "primary key of no field",
        edit(FIGURES, "primaryKey: figure_id", "primaryKey: id"),
        "schema-unknown-field",
        FIGURES,
        "id",
    ),
    Fault(
        "no primary key", edit(FIGURES, "primaryKey: figure_id\n", ""), "no-primary-key", FIGURES
    ),
    Fault(
        "foreign key to no table",
        edit(FIGURES, "resource: articles", "resource: article"),
        "schema-unknown-table",
        FIGURES,
        "article",
    ),
    Fault(
        "pattern with a look-ahead",
        edit(FIGURES, '"[a-z-]+"', '"(?=a)[a-z-]+"'),
        "pattern-not-supported",
        FIGURES,
        "(?=a)",
    ),
    Fault(
        "pattern with a back-reference",
        edit(FIGURES, '"[a-z-]+"', "'(a)\\1'"),
        "pattern-not-supported",
        FIGURES,
    ),
    Fault(
        "constraint not for its type",
        edit(FIGURES, "maxLength: 40", "minimum: 40"),
        "constraint-not-for-type",
        FIGURES,
    ),
    Fault(
        "schema not listed",
        put("schemas/other.yaml", "name: other\n"),
        "schema-not-listed",
        "schemas/other.yaml",
    ),
]

VALUES = [
    Fault("unknown field", edit(A, "value: 150", "valeu: 150"), "unknown-field", A, "valeu"),
    Fault("unknown table", edit(A, "figures:", "figure:"), "records-unknown-table", A, "figure:"),
    Fault("wrong type", edit(A, "value: 150", "value: many"), "wrong-type", A, "many"),
    Fault(
        "category unknown",
        edit(A, "bound: more_than", "bound: over"),
        "not-a-category",
        A,
        "over",
    ),
    Fault("below the minimum", edit(A, "value: 150", "value: 0"), "too-small", A, "0"),
    Fault("above the maximum", edit(A, "value: 150", "value: 10000"), "too-large", A, "10000"),
    Fault(
        "pattern", edit(A, "figure_id: ready", "figure_id: Ready"), "pattern-mismatch", A, "Ready"
    ),
    Fault(
        "required missing",
        edit(A, "    article_id: first\n    value", "    value"),
        "required-missing",
        A,
    ),
    Fault(
        "primary key twice",
        edit(A, "figure_id: ready", "figure_id: sent"),
        "primary-key-duplicate",
        A,
        "sent",
    ),
    Fault(
        "primary key missing",
        edit(A, "  - figure_id: ready\n    article_id", "  - article_id"),
        "primary-key-missing",
        A,
    ),
    Fault(
        "foreign key to no row",
        edit(A, "article_id: first\n    speaker", "article_id: third\n    speaker"),
        "foreign-key-unknown",
        A,
        "third",
    ),
    Fault(
        "1 MB line", edit(A, "speaker: Bee", "speaker: " + "B" * 1_000_000), "too-long", A, "BBB"
    ),
    Fault(
        "evil pattern, long value",
        edit(A, "figure_id: ready", "figure_id: " + "a" * 5000 + "!"),
        "pattern-mismatch",
        A,
        "aaa",
    ),
]

EVIDENCE = [
    Fault(
        "value not in evidence",
        edit(A, "value: 150", "value: 160"),
        "value-not-in-evidence",
        A,
        "160",
    ),
    Fault(
        "bound not in evidence",
        edit(A, "bound: more_than", "bound: at_least"),
        "value-not-in-evidence",
        A,
        "at_least",
    ),
    Fault(
        "unit not in evidence",
        edit(A, "unit: person", "unit: mission"),
        "value-not-in-evidence",
        A,
        "mission",
    ),
    Fault(
        "words not in evidence",
        edit(A, "as_written: Over 150", "as_written: Under 150"),
        "value-not-in-evidence",
        A,
        "Under",
    ),
    Fault(
        "country not in evidence",
        edit(A, "country_code: LB", "country_code: LY"),
        "value-not-in-evidence",
        A,
        "LY",
    ),
    Fault(
        "date not in evidence",
        edit(A, "day: 2022-01-06", "day: 2022-01-07"),
        "value-not-in-evidence",
        A,
        "01-07",
    ),
    Fault(
        "name not in evidence",
        edit(A, "speaker: Bee", "speaker: Boo"),
        "words-not-in-evidence",
        A,
        "Boo",
    ),
    Fault(
        "quotation changed by a letter",
        edit(A, "said: We were ready", "said: We were heady"),
        "words-not-in-evidence",
        A,
        "heady",
    ),
    Fault(
        "duration not read",
        edit(A, "    speaker: Bee", "    took: P6M\n    speaker: Bee"),
        "value-not-in-evidence",
        A,
        "P6M",
    ),
    Fault(
        "country ambiguous",
        edit(
            B,
            "    evidence: More",
            "    country_code: CD\n    evidence:\n      - exact: in the Congo\n"
            "        fields: [country_code]\n      - More",
        ),
        "ambiguous-reading",
        B,
        "CD",
    ),
    Fault(
        "quotation not found",
        edit(A, "evidence: Over 150 soldiers", "evidence: Over 150 troops"),
        "quote-not-found",
        A,
        "troops",
    ),
    Fault(
        "quotation stands twice",
        edit(
            A,
            "    evidence: Over 150 soldiers",
            "    evidence: [Over 150 soldiers, took six months]",
        ),
        "quote-ambiguous",
        A,
        "took six months",
    ),
    Fault(
        "quotation cut from a word",
        edit(A, "    evidence: Over 150 soldiers", "    evidence: [Over 150 soldiers, raining]"),
        "quote-cuts-word",
        A,
        "raining",
    ),
    Fault(
        "quotation of nothing",
        edit(A, "    evidence: Over 150 soldiers", "    evidence: [Over 150 soldiers, '…']"),
        "quote-empty",
        A,
        "…",
    ),
    Fault(
        "quotation misplaced",
        edit(
            A,
            "    evidence: Over 150 soldiers",
            "    evidence: {exact: Over 150 soldiers, start: 3}",
        ),
        "quote-misplaced",
        A,
        "soldiers",
    ),
    Fault(
        "bound cut off",
        edit(
            B,
            "    bound: more_than\n    unit: person\n    evidence: More than 800 people",
            "    bound: exactly\n    unit: person\n    evidence: 800 people",
        ),
        "value-not-in-evidence",
        B,
        "800",
    ),
    Fault("source unknown", edit(A, "source: first", "source: fist"), "no-such-source", A),
    Fault("no source", edit(B, "source: second\n", ""), "no-such-source", B),
    Fault(
        "source unknown, and words of it set aside",
        edit(B, "source: second", "source: secnd"),
        "no-such-source",
        B,
    ),
    Fault(
        "set aside with an unknown key",
        edit(B, "reason: not about people", "reason: not about people, raeson: x"),
        "set-aside-malformed",
        B,
        "raeson",
    ),
    Fault("no evidence", edit(A, "    evidence: Over 150 soldiers\n", ""), "no-evidence", A),
    Fault(
        "evidence malformed",
        edit(A, "evidence: Over 150 soldiers", "evidence: {exakt: Over 150 soldiers}"),
        "evidence-malformed",
        A,
    ),
    Fault(
        "inferred without a reason",
        edit(
            A,
            "    evidence: Over 150 soldiers",
            "    evidence: Over 150 soldiers\n    inferred: {country_code: guess}",
        ),
        "inferred-without-reason",
        A,
        "country_code",
    ),
    Fault(
        "reason for what is assigned",
        edit(
            A,
            "    evidence: Over 150 soldiers",
            "    evidence: Over 150 soldiers\n    inferred: {article_id: it is so}",
        ),
        "inferred-without-reason",
        A,
        "article_id: it",
    ),
    Fault(
        "category without terms",
        edit(A, "unit: person", "unit: nothing"),
        "category-without-terms",
        A,
        "nothing",
    ),
    Fault(
        "link to another source",
        edit(A, "article_id: first\n    value: 150", "article_id: second\n    value: 150"),
        "link-without-citation",
        A,
        "second",
    ),
    Fault(
        "set aside without a reason",
        edit(B, ", reason: not about people", ""),
        "set-aside-malformed",
        B,
    ),
    Fault(
        "open in the ledger",
        edit(DATASET, "ledger: reported", "ledger: decided"),
        "open-in-ledger",
        "seeds/a.txt",
        "six regions",
        count=5,
    ),
    Fault(
        "number of another thing",
        edit(
            B,
            "    value: 800\n    bound: more_than\n    unit: person\n"
            "    evidence: More than 800 people",
            "    value: 4\n    bound: exactly\n    unit: person\n"
            "    evidence: missions worldwide, four involving officers",
        ),
        "value-not-in-evidence",
        B,
    ),
]

FAULTS = [*TEXT, *FILES, *SEEDS, *SCHEMAS, *VALUES, *EVIDENCE]
