"""Numbers as Table Schema v2 writes them, and as they are held: no rounding in silence.

Arrow reads the plain ones by the million (`kzdata.columns.quick`); this is what they mean.
"""

import re
from decimal import Decimal

from kzdata.schema.fields import Field
from kzdata.schema.values.misfits import Misfit

INTEGER = re.compile(r"[+-]?[0-9]+")
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
SPECIAL = {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}

_INT64 = 2**63
_MOST_DIGITS = 19
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*")
_DIGITS = re.compile(r"[0-9]+")


def integer(field: Field, text: str) -> int | Misfit:
    """The integer of 64 bits that `text` writes (Table Schema v2, `integer`)."""
    bare = _bare(field, text, decimal="")
    if isinstance(bare, Misfit) and bare.why:
        return bare
    if isinstance(bare, Misfit) or not INTEGER.fullmatch(bare):
        part = "an exponent" if "e" in text.lower() else "a fraction"
        return Misfit(f"it is written with {part}" if NUMBER.fullmatch(text) else "")
    digits = bare.lstrip("+-").lstrip("0")
    value = int(bare) if len(digits) <= _MOST_DIGITS else _INT64
    return value if -_INT64 <= value < _INT64 else Misfit("it does not fit in 64 bits")


def number(field: Field, text: str) -> float | Misfit:
    """The float that `text` writes, where the float's shortest form is that very number.

    XML Schema's decimal with an exponent, or NaN, INF, -INF in any case (Table Schema v2,
    `number`). A number that no float of 64 bits holds exactly to the last written digit is
    refused rather than rounded.
    """
    if text.lower() in SPECIAL:
        return SPECIAL[text.lower()]
    bare = _bare(field, text, decimal=field.decimal_char)
    return bare if isinstance(bare, Misfit) else exact(bare)


def exact(text: str) -> float | Misfit:
    """The float whose shortest form equals the number that `text` writes with a decimal point.

    >>> exact("0.10")
    0.1
    >>> exact("0.1000000000000000055")
    Misfit(why='as a float it would become 0.1')
    """
    if not NUMBER.fullmatch(text):
        return Misfit()
    written, held = Decimal(text), float(text)
    if Decimal(repr(held)) != written:
        return Misfit(f"as a float it would become {held!r}")
    return held + 0.0


def whole(written: str) -> str:
    """A number with nothing but noughts behind its point in the digits of an integer.

    For what JSON or Arrow wrote as a number: in a text `1.000` may be a thousand.

    >>> whole("12.0"), whole("1e3"), whole("12.5"), whole("nan")
    ('12', '1000', '12.5', 'nan')
    """
    if written.isdigit() or not NUMBER.fullmatch(written):
        return written
    value = Decimal(written)
    fits = value.adjusted() < _MOST_DIGITS and value == value.to_integral_value()
    return str(int(value)) if fits else written


def _bare(field: Field, text: str, decimal: str) -> str | Misfit:
    """The text without what may stand around and within a number, its decimal mark a point."""
    sign, digits = "", text
    if not field.bare_number:
        core = re.search(r"[0-9](?:.*[0-9])?", text, re.ASCII | re.DOTALL)
        if core is None:
            return Misfit()
        digits = core[0]
        before = text[: core.start()]
        if decimal and before.endswith(decimal):
            before, digits = before.removesuffix(decimal), decimal + digits
        sign = before[-1:] if before[-1:] in ("+", "-") else ""
    elif text[:1] in ("+", "-"):
        sign, digits = text[0], text[1:]
    whole, mark, rest = digits.partition(decimal) if decimal else (digits, "", "")
    if "." in rest or ("." in whole and field.group_char != "."):
        return Misfit()
    if field.group_char and field.group_char in whole:
        commas = whole.replace(field.group_char, ",")
        if not _GROUPED.fullmatch(commas) or "," in whole.replace(field.group_char, ""):
            return Misfit(f"`{field.group_char}` does not part groups of three digits")
        whole = commas.replace(",", "")
    return sign + whole + ("." if mark else "") + rest
