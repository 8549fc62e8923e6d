"""How often each rule is broken, and in which field: what is left to read of a long report."""

from collections import Counter
from collections.abc import Iterable

from kzdata.escapes import terminal


def tally(broken: Iterable[tuple[str, str]]) -> list[str]:
    """A line for each rule and field that are given, those given most often first.

    >>> tally([("json-syntax", ""), ("wrong-type", "day"), ("wrong-type", "day")])
    ['2 wrong-type: `day`', '1 json-syntax']
    """
    counts = Counter(broken)
    width = len(str(max(counts.values(), default=0)))
    return [
        terminal(f"{count:>{width}} {rule}" + (f": `{field}`" if field else ""))
        for (rule, field), count in counts.most_common()
    ]
