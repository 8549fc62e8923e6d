"""Signs that stand for words in all languages: of currencies, of per cent, of what is numbered."""

CURRENCY_SIGNS = "$€£¥¢฿₡₦₩₪₫₭₮₱₲₴₵₸₹₺₼₽₾₿"

UNIT_SIGNS = frozenset({"%", "‰", *CURRENCY_SIGNS})

NUMBER_SIGNS = "№", "#"
"""What ends the word in front of a number that names something."""
