"""Why a text is no value of its field's type. Other modules of this folder read the texts."""

from typing import NamedTuple


class Misfit(NamedTuple):
    """What is wrong with the text, in words that follow `is not a number: ...`; may be empty."""

    why: str = ""
