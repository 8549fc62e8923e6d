"""README.md: what the package holds: a dictionary of its tables, how to load them, the terms.

All text of the dataset's own is escaped for Markdown.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from kzdata.escapes import markdown
from kzdata.package.descriptor import Files
from kzdata.package.published import Published
from kzdata.schema import Dataset, License

NAME = "README.md"

Cell = tuple[str, str, str]
"""A cell by its table, record and field."""

_URL = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")

_OPENING = """\
Open `index.html` to read the tables and, behind each cell,
the words of the source that it rests on.
"""

_LOADING = """\
## Loading it

`datapackage.json` describes every file (Data Package v2). In Python, after `pip install kzdata`:

```python
import kzdata

package = kzdata.open("this-folder")
table = package.load("{table}")  # a pyarrow.Table; as_="pandas", "polars" or "duckdb" give theirs
package.evidence("{table}", {record}, "{field}")  # the words behind a cell
```

With pandas, DuckDB and R:

```python
import pandas

frame = pandas.read_parquet("{table}.parquet")
```

```sql
SELECT * FROM '{table}.parquet';
```

```r
frame <- arrow::read_parquet("{table}.parquet")
```

`sha256sum -c SHA256SUMS` checks that no file was changed.
"""

_CSV = """\
In CSV null is the empty field, and `NA` a text as any other, such as the code of Namibia:

```r
frame <- read.csv("{table}.csv", na.strings = "", encoding = "UTF-8")
```

```python
frame = pandas.read_csv("{table}.csv", keep_default_na=False, na_values=[""])
```

A text stands as it is there. A spreadsheet program runs one that begins with `=`, `+`, `-` or `@`
as a formula: open there what `kzdata show TABLE --package this-folder --format spreadsheet` prints.
"""

_TERMS = """\
This licence covers the selection, structure and coding of the data. The quoted words belong to the
publishers and authors of the sources that they are taken from; they are quoted here as evidence.
"""


def text(dataset: Dataset, tables: Sequence[tuple[Published, Files]], cell: Cell | None) -> str:
    """The README of a package that holds `tables`, showing how by one quoted `cell`, if any."""
    return "\n".join(_parts(dataset, tables, cell))


def _parts(
    dataset: Dataset, tables: Sequence[tuple[Published, Files]], cell: Cell | None
) -> Iterator[str]:
    yield f"# {markdown(dataset.title)}\n"
    yield f"{markdown(dataset.description)}\n"
    yield f"Version `{dataset.version}`. {_OPENING}"
    yield "| Table | Rows | What it holds |\n|---|---:|---|"
    for table, files in tables:
        link = f"[{markdown(table.title)}](#{table.name})"
        yield f"| {link} | {files.rows} | {markdown(table.description)} |"
    yield ""
    shown = cell or (dataset.tables[0].name, "...", "...")
    yield _loading(shown, dataset)
    if dataset.csv:
        yield _CSV.format(table=shown[0])
    yield "## The tables\n"
    for table, _ in tables:
        yield from _table(table)
    yield "## Licence\n"
    yield from (f"{_licence(licence)}\n" for licence in dataset.licenses)
    yield _TERMS


def _loading(cell: Cell, dataset: Dataset) -> str:
    table, record, field = cell
    (key,) = (each.primary_key for each in dataset.tables if each.name == table)
    return _LOADING.format(table=table, record=_record(record, key), field=field)


def _record(name: str, key: Sequence[str]) -> str:
    """A record by its name in the evidence table, as Python has it, if it can stand in a README."""
    if name == "..." or "`" in name or not name.isprintable():
        return '"..."'
    parts = json.loads(name) if len(key) > 1 else [name]
    written = ", ".join(json.dumps(part, ensure_ascii=False) for part in parts)
    return f"({written})" if len(key) > 1 else written


def _table(table: Published) -> Iterator[str]:
    yield f'<a id="{table.name}"></a>\n\n### {markdown(table.title)}\n'
    key = _names(table.schema["primaryKey"])
    yield f"`{table.name}`, by {key}. {markdown(table.description)}\n"
    yield "| Field | Type | Unit | What it says |\n|---|---|---|---|"
    yield from (_field(field) for field in table.schema["fields"])
    yield ""
    for key in table.schema.get("foreignKeys", []):
        target = key["reference"].get("resource") or table.name
        fields = _names(key["reference"]["fields"])
        yield f"{_names(key['fields'])} leads to {fields} of `{target}`.\n"


def _field(field: dict[str, Any]) -> str:
    said = [f"{markdown(field['title'])}."] if field.get("title") else []
    said += [markdown(field["description"])] if field.get("description") else []
    said += [_categories(field["categories"])] if field.get("categories") else []
    unit = markdown(field.get("kzdata:unit", ""))
    return f"| `{field['name']}` | {field['type']} | {unit} | {' '.join(said)} |"


def _categories(categories: Sequence[Any]) -> str:
    """The values of a field by value and label; a category without a label is its value alone."""
    named = [each if isinstance(each, dict) else {"value": each} for each in categories]
    shown = [
        f"{value} ({label})" if label else value
        for value, label in ((str(each["value"]), each.get("label")) for each in named)
    ]
    return f"One of: {markdown(', '.join(shown))}."


def _licence(licence: License) -> str:
    name = markdown(licence.title or licence.name)
    return f"{name}: <{licence.path}>" if _URL.fullmatch(licence.path or "") else name


def _names(fields: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in fields)
