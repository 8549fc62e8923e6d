"""Signs that stand for words in all languages, of money, bounds and arithmetic; codes of money."""

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

PARTING: Final = frozenset({" / ", "/ ", " /", " * ", " : ", '"'})
"""The same that stand in no token; seconds have the mark `9"58`."""

_CODES = (
    "USD EUR GBP RUB KZT CHF CNY JPY AUD CAD NZD SGD HKD INR PKR LKR NPR BDT ZAR NGN GHS KES "
    "UGX TZS ETB EGP AED SAR QAR KWD OMR ILS TRY SEK NOK DKK ISK PLN CZK HUF RON BGN RSD UAH "
    "BYN MDL GEL AMD AZN KGS UZS TJS TMT MNT BRL MXN CLP COP ARS PEN UYU MYR IDR PHP THB VND "
    "KRW TWD FJD PGK RMB BWP MZN XOF XAF JOD LBP IRR IQD AFN MAD DZD TND Rs Rs. Re Sh Sh. Tk Dh "
    "RM kr "
)
CURRENCY_CODES = frozenset(_CODES.split())
"""Codes of ISO 4217 and what else papers write for money beside a number: `EUR 1900`, `Rs 1900`."""
