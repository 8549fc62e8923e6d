"""Evidence of the shapes that programs mostly write, understood quickly.

All else is `kzdata.records.annotations`, which says the same of these.
"""

from collections.abc import Sequence

from kzdata.decoding import forbidden

_KEYS = frozenset(("exact", "prefix", "suffix", "start", "end", "source"))

Words = tuple[str, str, str, str, int | None, int | None]
"""The source or no text, the exact words, those before and behind them, start and end."""


def pieces(evidence: object, source: object, *, escaped: bool) -> Sequence[Words] | None:
    """The pieces of a record's evidence, where all are texts or mappings with words and offsets.

    None for evidence of another shape, and for all that is or may be malformed, be it the `source`
    that holds where a piece names none. `escaped` says that characters which no text may hold have
    not been looked for.

    >>> pieces(["Thirty", {"exact": "Twenty", "start": "7"}], "a", escaped=False)
    [('a', 'Thirty', '', '', None, None), ('a', 'Twenty', '', '', 7, None)]
    """
    if source is None:
        source = ""
    elif type(source) is not str or not source or source.isspace():
        return None
    if evidence is None:
        return ()
    found: list[Words] = []
    for item in evidence if type(evidence) is list else (evidence,):
        if type(item) is str:
            words: Words | None = (source, item, "", "", None, None)
        else:
            words = _words(item, source) if type(item) is dict else None
        if words is None or not words[1] or words[1].isspace():
            return None
        if escaped and not _is_visible(item, words):
            return None
        found.append(words)
    return found


def _is_visible(item: object, words: Words) -> bool:
    own = item.get("source") if isinstance(item, dict) else None
    return not forbidden(" ".join((*words[1:4], own or "")))


def _words(item: dict[str, object], otherwise: str) -> Words | None:
    get = item.get
    exact, prefix, suffix, source = (
        get("exact"),
        get("prefix", ""),
        get("suffix", ""),
        get("source", ""),
    )
    start, end = get("start"), get("end")
    if not (
        _KEYS.issuperset(item)
        and type(exact) is type(prefix) is type(suffix) is type(source) is str
        and (start is None or (isinstance(start, str) and _is_position(start)))
        and (end is None or (isinstance(end, str) and _is_position(end)))
    ):
        return None
    first = None if start is None else int(start)
    return source or otherwise, exact, prefix, suffix, first, None if end is None else int(end)


def _is_position(written: str) -> bool:
    return written.isdigit() and written.isascii() and len(written) < 16
