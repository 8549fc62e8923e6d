"""What to say when a name is not there: the nearest names that are."""

# Imported late on purpose: a plain `load` needs none of it.
# ruff: noqa: PLC0415

from collections.abc import Iterable

from kzdata.errors import CallError


def nearest(name: str, names: Iterable[str]) -> str:
    """The likeliest of `names`; empty when none is like `name`.

    >>> nearest("requird", ["required", "unique"])
    'required'
    """
    import difflib

    return "".join(difflib.get_close_matches(name, list(names), n=1))


def likeliest(name: str, names: Iterable[str]) -> str:
    """Help that names the likeliest of `names`; empty when none is like `name`.

    >>> likeliest("requird", ["required", "unique"])
    'did you mean `required`?'
    """
    found = nearest(name, names)
    return f"did you mean `{found}`?" if found else ""


def unknown(kind: str, name: object, known: Iterable[object], where: str = "") -> CallError:
    """The error for a `name` that is none of `known`, the names of their `kind` in `where`.

    >>> unknown("table", "figurs", ["figures", "units"])
    CallError('no table `figurs`; the nearest is `figures`')
    >>> unknown("table", "x", ["figures", "units"])
    CallError('no table `x`; there are `figures`, `units`')
    """
    import difflib

    there = [str(each) for each in known]
    if close := difflib.get_close_matches(str(name), there, n=3, cutoff=0.5):
        few, words = close, "the nearest is" if len(close) == 1 else "the nearest are"
    else:
        few, words = there[:10], "there are" if len(there) > 1 else "there is"
    listed = ", ".join(f"`{each}`" for each in few)
    more = ", …" if not close and len(there) > len(few) else ""
    place = f" in `{where}`" if where else ""
    return CallError(f"no {kind} `{name}`{place}; {words} {listed or 'none'}{more}")
