"""The sources of a page: as much of each as the package may show, with what is quoted marked."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

import pyarrow as pa

from kzdata.escapes import html
from kzdata.page import bounds
from kzdata.page.origins import Origins
from kzdata.seeds import Source
from kzdata.selectors import Span

_COLUMNS = ("source", "start", "end", "prefix", "suffix")

_GAP = ' <span class="gap">[…]</span> '


def articles(
    sources: Sequence[Source],
    origins: Origins,
    evidence: Sequence[pa.Table],
    *,
    full: bool,
) -> Iterator[str]:
    """Each source with its quotations marked: only the words that the evidence holds, or `full`.

    Of a text that is too long, these are its beginning and the words that the evidence holds.
    """
    found = _spans(evidence, [source.name for source in sources])
    for number, source in enumerate(sources, start=1):
        quoted, shown = found[source.name]
        text = source.text
        if full:
            shown = merged([Span(0, min(len(text), bounds.SOURCE)), *shown])
        origin = origins[source.name]
        yield f'<article class="source" aria-labelledby="s-{number}">'
        yield f'<h3 id="s-{number}">{html(origin.title)}</h3>'
        yield f'<p class="meta">{html(source.name)} · SHA-256 <code>{source.sha256}</code></p>'
        if full and len(text) > bounds.SOURCE:
            yield f"<p>{_cut(source.name, len(text))}</p>"
        words = marked(text, quoted, shown)
        yield f'<div class="text"{origin.lang} dir="auto">{words}</div></article>'


def _cut(name: str, size: int) -> str:
    """What is shown of a text that is too long, and where it is whole."""
    place = f'<a href="{html(quote(f"sources/{name}"))}">sources/{html(name)}</a>'
    first = f"The first {bounds.SOURCE:,} of {size:,} characters"
    return f"{first}, and beyond them only what is quoted; {place} holds them all."


def _spans(
    evidence: Sequence[pa.Table], names: Sequence[str]
) -> dict[str, tuple[list[Span], list[Span]]]:
    """By source: what is quoted, and the same with the words around it; each merged, in order."""
    quoted: dict[str, set[Span]] = {name: set() for name in names}
    shown: dict[str, set[Span]] = {name: set() for name in names}
    for rows in evidence:
        columns = (rows[name].to_pylist() for name in _COLUMNS)
        for name, start, end, prefix, suffix in zip(*columns, strict=True):
            quoted[name].add(Span(start, end))
            shown[name].add(Span(start - len(prefix or ""), end + len(suffix or "")))
    return {name: (merged(quoted[name]), merged(shown[name])) for name in names}


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same stretches in order, those that touch or overlap as one.

    >>> merged([Span(8, 9), Span(0, 3), Span(2, 5)])
    [Span(start=0, end=5), Span(start=8, end=9)]
    """
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


def marked(text: str, quoted: Sequence[Span], shown: Sequence[Span]) -> str:
    """The stretches of `text` in `shown`, those in `quoted` marked, what is left out as `[…]`."""
    parts: list[str] = []
    waiting, last = deque(quoted), 0
    for window in shown:
        parts.append(_GAP if window.start > last else "")
        at = window.start
        while waiting and waiting[0].end <= window.end:
            start, end = waiting.popleft()
            parts.append(f"{html(text[at:start])}<mark>{html(text[start:end])}</mark>")
            at = end
        parts.append(html(text[at : window.end]))
        last = window.end
    return "".join([*parts, _GAP if last < len(text) else ""])
