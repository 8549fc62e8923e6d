"""Patterns of a schema: which of them RE2 can run, and how they are made to match a whole value.

No other engine ever runs them: RE2 takes a time linear in the text, whatever the pattern.
"""

import pyarrow as pa
import pyarrow.compute as pc


def whole(pattern: str) -> str:
    r"""The expression that matches a value only from its first character to its last.

    >>> whole("a|b")
    '\\A(?:a|b)\\z'
    """
    return rf"\A(?:{pattern})\z"


def fault(pattern: str) -> str | None:
    """Why RE2 cannot run `pattern`, in its own words; None when it can.

    >>> fault("[A-Z]{2}") is None, fault("(?=a)")
    (True, 'invalid perl operator: (?=')
    """
    for expression in (pattern, whole(pattern)):
        try:
            pc.match_substring_regex(pa.array([""]), expression)
        except (pa.ArrowInvalid, UnicodeEncodeError) as error:
            return str(error).removeprefix("Invalid regular expression: ")
    return None
