"""Wrong values for the cells of the real records, as they are made by mistake and on purpose."""

from collections.abc import Iterable, Iterator

from kzdata.checks.claims import refers_to
from kzdata.schema import Dataset, Field, Table


def forgeries(
    dataset: Dataset, table: Table, field: Field, value: str, keys: Iterable[str]
) -> list[str]:
    """Wrong values for a cell, none equal to the true one; `keys` are those of another table."""
    kind = field.reading or ""
    if kind == "quantity.number":
        made = _numbers(value)
    elif field.categories:
        made = (*(category.value for category in field.categories), "none-of-these")
    elif kind == "date":
        made = _dates(value)
    elif kind == "country":
        made = iter(("FR", "BY", "LB", "CG", "CD", "KZ", "KG", "EH", "RU"))
    elif refers_to(table, field.name):
        made = iter(keys)
    else:
        made = _words(value)
    return [one for one in dict.fromkeys(made) if one != value]


def _numbers(value: str) -> Iterator[str]:
    number = int(value)
    yield from (str(number * 10), str(number + 1), str(number - 1), value[::-1])


def _dates(value: str) -> Iterator[str]:
    year, *rest = value.split("-")
    yield "-".join([str(int(year) + 1), *rest])
    yield "-".join([str(int(year) - 1), *rest])
    if rest:
        month, day = rest
        yield f"{year}-{int(month) % 12 + 1:02d}-{day}"
        yield f"{year}-{month}-{int(day) % 28 + 1:02d}"
        yield f"{year}-{day}-{month}" if int(day) <= 12 else f"{year}-{month}-01"


def _words(value: str) -> Iterator[str]:
    """One letter changed in the middle, the first word dropped or doubled, another name, a cut."""
    middle = len(value) // 2
    for place in (middle, len(value) - 1, 0):
        changed = "x" if value[place] != "x" else "y"
        yield value[:place] + changed + value[place + 1 :]
    first, _, rest = value.partition(" ")
    yield f"{first} {value}"
    if value[-2:].isalnum():
        yield value[:-1]
    yield "Ban Ki-moon"
    if rest:
        yield f"{first} not {rest}"
