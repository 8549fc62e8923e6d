"""Signs that stand for words in all languages: of money, per cent, bounds and arithmetic."""

from typing import Final

from kzdata.readers.readings import Bound

CURRENCY_SIGNS = "$€£¥¢฿₡₦₩₪₫₭₮₱₲₴₵₸₹₺₼₽₾₿"

UNIT_SIGNS = frozenset({"%", "‰", *CURRENCY_SIGNS})

NUMBER_SIGNS = "№", "#"
"""What ends the word in front of a number that names something."""

BOUNDS: Final[dict[str, Bound]] = {
    "~": "about", "≈": "about", "≃": "about", "≅": "about", "∼": "about",
    ">": "more_than", "<": "less_than",
    ">=": "at_least", "≥": "at_least", "⩾": "at_least",
    "<=": "at_most", "≤": "at_most", "⩽": "at_most",
}  # fmt: skip
"""What a mark says of the number behind it."""

UNCLEAR: Final = frozenset(
    (
        "≠", "±", "∓", "+/-", "+-", "≳", "≲", "⪆", "⪅", "≪", "≫", "≮", "≯", "≰", "≱", "∝",
        "=>", "=<", "<>", ">>", "<<", ">>>", "<<<",
    )
)  # fmt: skip
"""Marks beside which no number is read."""

RECKONING: Final = frozenset("+xх×✕✖*·⋅∙÷⁄∕^")
"""Marks between two numbers that make another of them: `4 x 100`."""

PARTING: Final = frozenset({" / ", "/ ", " /", " * ", " : "})
"""The same that stand in no token."""
