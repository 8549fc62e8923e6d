"""The page as a whole: one file, no request to anywhere, and no script but its own.

It is plain HTML that reads without JavaScript; the script (`page.js`) shows a cell's words beside
it and filters the rows.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources

from kzdata.escapes import html
from kzdata.evidence_table import BASES
from kzdata.findings import many
from kzdata.page import bounds, cells, evidence, fragments
from kzdata.page.cells import Shown
from kzdata.page.excerpt import Excerpt
from kzdata.page.origins import Origins
from kzdata.schema import Dataset, License
from kzdata.seeds import Source

_LINK = ("https://", "http://")

_FILES = ("README.md", "datapackage.json", "SHA256SUMS", "CITATION.cff")


def page(dataset: Dataset, excerpt: Excerpt, sources: Sequence[Source]) -> str:
    """The page of a dataset: what the excerpt shows of it, and its sources, as HTML.

    Shown are as many rows and sources as `kzdata.page.bounds` says; the page tells what it leaves
    out. Everything that is not ours is escaped, and the page's own policy lets nothing else run.
    """
    lines = [*_head(dataset), *_body(dataset, excerpt, sources)]
    return "".join(f"{line}\n" for line in lines)


def _head(dataset: Dataset) -> Iterator[str]:
    style, script = _part("page.css"), _part("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{html(dataset.title)}</title>"
    yield f"<style>{style}</style>\n</head>"


def _body(dataset: Dataset, excerpt: Excerpt, sources: Sequence[Source]) -> Iterator[str]:
    shown = excerpt.shown()
    yield '<body>\n<a class="skip" href="#content">To the tables</a>'
    yield from _banner(dataset, shown, excerpt.shares)
    yield '<main id="content">'
    for table in shown:
        yield from cells.section(dataset, table)
    listed = next(each for each in shown if each.table.name == dataset.sources.table)
    origins = Origins(dataset.sources, listed.columns)
    yield from _words(shown, origins)
    yield from _sources(dataset, sources, origins, excerpt)
    yield "</main>"
    yield from _footer(dataset)
    yield f"<script>{_part('page.js')}</script>\n</body>\n</html>"


def _banner(dataset: Dataset, shown: Sequence[Shown], shares: Mapping[str, int]) -> Iterator[str]:
    yield f"<header>\n<h1>{html(dataset.title)}</h1>"
    yield f'<p class="lead">{html(dataset.description)}</p>'
    yield f'<p class="meta">Version {html(dataset.version)} · {dataset.created.isoformat()} · '
    yield " · ".join(_share(shares.get(basis, 0), basis) for basis in BASES)
    yield "</p>"
    yield '<nav aria-label="Contents"><ul>'
    for each in shown:
        title = html(each.table.title or each.table.name)
        yield f'<li><a href="#t-{html(each.table.name)}">{title}</a></li>'
    yield '<li><a href="#words">Evidence</a></li><li><a href="#sources">Sources</a></li></ul></nav>'
    yield '<p class="legend">Every cell leads to what it rests on: '
    yield '<a class="quoted" href="#words">quoted</a> from a source, '
    yield '<a class="inferred" href="#words">inferred</a> for a stated reason, or '
    yield '<a class="assigned" href="#words">assigned</a> by this dataset.</p>'
    yield '<form class="filter" role="search" hidden><label for="filter">Filter the rows</label>'
    yield '<input type="search" id="filter" autocomplete="off" spellcheck="false">'
    yield '<output for="filter" aria-live="polite"></output></form>\n</header>'


def _share(count: int, basis: str) -> str:
    return f"{many(count, 'cell')} {basis}"


def _words(shown: Sequence[Shown], origins: Origins) -> Iterator[str]:
    yield '<section id="words" aria-labelledby="words-heading"><h2 id="words-heading">Evidence</h2>'
    for each in shown:
        yield f"<h3>{html(each.table.title or each.table.name)}</h3>"
        for row in range(each.rows):
            name = ", ".join(each.key(row))
            own = each.pieces[row]
            yield from evidence.article(each.table.name, row, name, own, origins)
    yield "</section>"


def _sources(
    dataset: Dataset, sources: Sequence[Source], origins: Origins, excerpt: Excerpt
) -> Iterator[str]:
    full = dataset.redistribute == "full"
    yield '<section id="sources" aria-labelledby="sources-heading">'
    yield '<h2 id="sources-heading">Sources</h2>'
    kind = "The texts" if full else "The words that the cells rest on, and those around them"
    most = min(len(sources), bounds.SOURCES)
    left = f" The first {most:,} of {len(sources):,} sources." if most < len(sources) else ""
    if excerpt.citations > bounds.PIECES:
        left += f" Marked are the first {bounds.PIECES:,} of {excerpt.citations:,} quotations."
    yield f"<p>{kind}; what is quoted is marked.{left}</p>"
    yield from fragments.articles(sources[:most], origins, excerpt.cited(), full=full)
    yield "</section>"


def _footer(dataset: Dataset) -> Iterator[str]:
    licences = ", ".join(_licence(licence) for licence in dataset.licenses)
    yield f"<footer><p>{licences}, for the selection, structure and coding of the data. "
    yield "The quoted words belong to the publishers and authors of the sources.</p>"
    links = " · ".join(f'<a href="{name}">{name}</a>' for name in _FILES)
    yield f"<p>{links}</p></footer>"


def _licence(licence: License) -> str:
    name = html(licence.title or licence.name)
    linked = licence.path and licence.path.startswith(_LINK)
    return (
        f'<a rel="license noopener" href="{html(licence.path or "")}">{name}</a>'
        if linked
        else name
    )


def _part(name: str) -> str:
    return resources.files("kzdata.page").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
