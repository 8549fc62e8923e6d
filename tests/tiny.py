"""A small project of the design's form, whole and clean, for tests to break on purpose."""

import hashlib
from pathlib import Path

FIRST = """ALMATY – Over 150 soldiers from six regions completed the training in 2019, Ann Bee said.
“We were ready,” said Bee. On January 6, 2022, twenty officers were sent to Lebanon.
The training took six months. Another course took six months as well.
"""

SECOND = """More than 800 people have served in Lebanon and in the Congo.
There are 14 missions worldwide, four involving officers.
"""

DATASET = """name: tiny
title: Tiny
description: A dataset for tests.
version: 1.0.0
created: 2026-01-02
licenses:
  - {name: CC0-1.0, title: CC0, path: "https://creativecommons.org/publicdomain/zero/1.0/"}
contributors:
  - {title: Nobody, roles: [creator]}
ledger: reported
sources: {table: articles, file: seed, sha256: sha256, language: language}
tables: [articles, figures]
"""

ARTICLES = """name: articles
title: Articles
description: The sources.
fields:
  - {name: article_id, basis: assigned}
  - {name: seed, basis: assigned, constraints: {required: true, unique: true}}
  - {name: sha256, basis: assigned}
  - {name: language, basis: assigned}
primaryKey: article_id
"""

FIGURES = """name: figures
title: Figures
description: What the sources count.
fields:
  - {name: figure_id, basis: assigned, constraints: {pattern: "[a-z-]+"}}
  - {name: article_id, basis: assigned, constraints: {required: true}}
  - {name: value, type: integer, reading: quantity.number, constraints: {minimum: 1, maximum: 9999}}
  - name: bound
    reading: quantity.bound
    categories: [exactly, more_than, at_least, less_than, at_most, about]
  - name: unit
    reading: quantity.unit
    categories:
      - {value: person, terms: [soldiers, officers, people]}
      - {value: mission, terms: [missions]}
      - {value: nothing}
  - {name: as_written, reading: quantity.words}
  - {name: country_code, reading: country}
  - {name: day, type: date}
  - {name: took, type: duration}
  - {name: speaker, reading: name, constraints: {maxLength: 40}}
  - {name: said}
primaryKey: figure_id
foreignKeys:
  - fields: article_id
    reference: {resource: articles, fields: article_id}
"""

RECORDS = """source: first
articles:
  - {article_id: first, seed: a.txt, language: en}
figures:
  - figure_id: trained
    article_id: first
    value: 150
    bound: more_than
    unit: person
    as_written: Over 150
    evidence: Over 150 soldiers
  - figure_id: sent
    article_id: first
    value: 20
    bound: exactly
    unit: person
    country_code: LB
    day: 2022-01-06
    evidence: On January 6, 2022, twenty officers were sent to Lebanon
  - figure_id: ready
    article_id: first
    speaker: Bee
    said: We were ready
    evidence: "“We were ready,” said Bee"
"""

MORE = """source: second
articles:
  - {article_id: second, seed: b.txt, language: en}
figures:
  - figure_id: served
    article_id: second
    value: 800
    bound: more_than
    unit: person
    evidence: More than 800 people
set_aside:
  - {evidence: 14 missions worldwide, reason: not about people}
"""

FILES = {
    "seeds/a.txt": FIRST,
    "seeds/b.txt": SECOND,
    "schemas/dataset.yaml": DATASET,
    "schemas/articles.yaml": ARTICLES,
    "schemas/figures.yaml": FIGURES,
    "data/records/a.yaml": RECORDS,
    "data/records/b.yaml": MORE,
}


def sums(root: Path) -> str:
    """SHA256SUMS of the seeds as they are."""
    seeds = sorted(path for path in (root / "seeds").iterdir() if path.suffix == ".txt")
    return "".join(f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in seeds)


def write(root: Path) -> Path:
    """Write the project into `root`, and give it back."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "seeds/SHA256SUMS").write_text(sums(root), encoding="utf-8")
    return root
