"""The promise: every typographic variant of a true quotation is found, no forgery of one ever is.

True quotations are the sentences and clauses of the project's own sources.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kzdata.quotations import nearest
from kzdata.quotations.locate import Text, find
from kzdata.selectors import Quotation, Span

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SOURCES = {path.name: Text(path.read_text(encoding="utf-8")) for path in SEEDS}

_CLAUSE = re.compile(r"[^.,;:!?\n“”—–(]{12,}[.,;:!?)”]?")
_SENTENCE = re.compile(r"[^.!?\n]{20,}[.!?]”?")

True_ = tuple[str, Span]


def quotations() -> list[True_]:
    """The true quotations: each stands once in its source, at this span, in whole words."""
    found: dict[True_, None] = {}
    for name, source in SOURCES.items():
        for pattern in (_CLAUSE, _SENTENCE):
            for match in pattern.finditer(source.text):
                exact = match[0].strip()
                start = match.start() + match[0].index(exact)
                if source.text.count(exact) == 1:
                    found[name, Span(start, start + len(exact))] = None
    return list(found)


TRUE = quotations()


def straight(text: str) -> str:
    return re.sub("[“”«»]", '"', re.sub("[‘’]", "'", re.sub("[—–]", "-", text)))


def curly(text: str) -> str:
    return re.sub('["“”]', "„", re.sub("['’]", "‘", text)).replace("-", "\u2011")


VARIANTS: dict[str, Callable[[str], str]] = {
    "as it stands": str,
    "line ends": lambda text: text.replace(" ", "\n"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "more spaces": lambda text: f" {text} ".replace(" ", " \t\u2009 "),
    "straight": straight,
    "curly": curly,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": lambda text: re.sub(r"(\w\w)(\w)", "\\1\u00ad\\2", text),
    "zero width": lambda text: text.replace("a", "a\u200b"),
    "ligatures": lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ"),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_typographic_variant_is_found_where_the_words_stand(name: str) -> None:
    assert len(TRUE) > 200
    for source, span in TRUE:
        exact = VARIANTS[name](SOURCES[source].text[slice(*span)])
        located = find(SOURCES[source], Quotation(exact))
        assert located.spans == (span,), exact


def changed(
    pattern: str, replacement: Callable[[re.Match[str]], str]
) -> Callable[[str], Iterator[str]]:
    def forge(text: str) -> Iterator[str]:
        for match in re.finditer(pattern, text):
            yield text[: match.start()] + replacement(match) + text[match.end() :]

    return forge


COUNTRIES = r"\b(Kazakhstan|Kazakh|Lebanon|Belarus|Belarusian|Iraq|Russia|China|Almaty)\b"

FORGERIES: dict[str, Callable[[str], Iterator[str]]] = {
    "digit": changed(r"\d", lambda match: str((int(match[0]) + 1) % 10)),
    "ten times": changed(r"\d+", lambda match: match[0] + "0"),
    "number word": changed(r"\b(four|five|six|ten|Twenty|Two)\b", lambda match: "three"),
    "negation": changed(r"\b(is|are|was|were|has|have|had|can)\b", lambda match: f"{match[0]} not"),
    "no negation": changed(r"(?<=\w )(not|no) ", lambda match: ""),
    "country": changed(COUNTRIES, lambda match: "Uzbekistan"),
    "word dropped": changed(r"(?<=\w) \w+(?= \w)", lambda match: ""),
    "word added": changed(r"(?<=\w) (?=\w)", lambda match: " very "),
    "case": changed(r"[A-Za-z]", lambda match: match[0].swapcase()),
    "letter dropped": changed(r"(?<=\w)\w(?=\w)", lambda match: ""),
    "letter doubled": changed(r"\w", lambda match: match[0] * 2 + "x"),
    "accent": changed(r"[é]", lambda match: "e"),
    "comma dropped": changed(r"(?<=\w),(?= \w)", lambda match: ""),
    "full stop": changed(r"(?<=\w)[,.]$", lambda match: "!"),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_no_forgery_is_ever_found(name: str) -> None:
    forged = 0
    for source, span in TRUE:
        for exact in FORGERIES[name](SOURCES[source].text[slice(*span)]):
            located = find(SOURCES[source], Quotation(exact))
            assert located.spans == (), exact
            assert located.problem in ("missing", "cuts-word"), exact
            forged += 1
    assert forged


@pytest.mark.parametrize("name", ["digit", "number word", "negation", "no negation", "country"])
def test_a_forgery_is_shown_beside_what_the_source_says(name: str) -> None:
    long_enough = [(source, span) for source, span in TRUE if span.end - span.start >= 25]
    for source, span in long_enough:
        for exact in FORGERIES[name](SOURCES[source].text[slice(*span)]):
            near = nearest.passage(SOURCES[source], exact)
            assert near is not None, exact
            assert near.kind == "something else", exact
            assert near.span.overlaps(span), exact
