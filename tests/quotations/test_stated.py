"""What is decided beside a stated place is what the fold of the whole source decides."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzdata.quotations import stated
from kzdata.quotations.edges import cuts
from kzdata.quotations.folding import fold, folded
from kzdata.quotations.locate import Text, find, find_all
from kzdata.quotations.placing import Located
from kzdata.selectors import Quotation, Span


def plainly(text: str, quotation: Quotation) -> Located:
    """The definition: every place in the whole fold, and of these the one that fits."""
    source, words = fold(text), folded(quotation.exact)
    prefix, suffix = folded(quotation.prefix), folded(quotation.suffix)
    if not any(map(str.isalnum, words)):
        return Located((), "empty")
    starts = [n for n in range(len(source.text)) if source.text.startswith(words, n)]
    spans = {n: span for n in starts if (span := source.span(n, n + len(words)))}
    whole = {n: at for n, at in spans.items() if not cuts(source.text, n, n + len(words))}
    if not whole:
        return Located((), "cuts-word" if spans else "missing", tuple(spans.values())[:8])
    fitting = [
        span
        for n, span in whole.items()
        if source.text[:n].endswith((prefix, f"{prefix} "))
        and source.text[n + len(words) :].startswith((suffix, f" {suffix}"))
        and quotation.start in (None, span.start)
        and quotation.end in (None, span.end)
    ]
    if len(fitting) == 1:
        return Located(tuple(fitting))
    if fitting:
        return Located((), "ambiguous", tuple(fitting[:8]))
    placed = quotation.start is not None or quotation.end is not None
    return Located((), "misplaced" if placed else "elsewhere", tuple(whole.values())[:8])


PARTS = ["11", "800", "a", "b", " ", "  ", " ", "\n", ",", ".", "“", "—", "…", "ﬁ", "é", "\u200b"]
MARKS = ["\u0301", "\u200d", "\xad", "和"]
mixed = st.lists(st.sampled_from(PARTS), max_size=12).map("".join)
marked = st.lists(st.sampled_from(PARTS + MARKS), max_size=12).map("".join)
"""With marks, which a prefix or suffix may be cut from: those are compared as they are typed."""


def same(text: str, quotation: Quotation, beside: int) -> None:
    """Assert that a window of so many characters changes no answer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stated, "_BESIDE", beside)
        assert find(Text(text), quotation) == plainly(text, quotation)


@given(marked, marked, marked, st.integers(-1, 1), st.integers(0, 9))
@example("a 11  ", "800", "  b", 0, 1)
@example("a  ", "11", "  800 b", 0, 1)
@example("11", "11\u200d", "111111", 0, 0)
def test_a_stated_start_is_checked_as_in_the_whole(
    before: str, exact: str, after: str, shift: int, beside: int
) -> None:
    text, start = before + exact + after, len(before) + shift
    for typed in (exact.strip(), folded(exact)):
        same(text, Quotation(typed, start=start), beside)
        same(text, Quotation(typed, start=start, end=start + len(exact)), beside)


@given(mixed, mixed, mixed, st.integers(0, 12), st.integers(0, 12), st.integers(0, 9))
def test_a_stated_prefix_and_suffix_are_checked_as_in_the_whole(
    before: str, exact: str, after: str, left: int, right: int, beside: int
) -> None:
    text, start = before + exact + after, len(before)
    prefix, suffix = before[max(0, start - left) :], after[:right]
    for typed in (exact.strip(), folded(exact)):
        same(text, Quotation(typed, prefix, suffix, start), beside)
        same(text, Quotation(typed, folded(prefix), folded(suffix), start), beside)
        same(text, Quotation(typed, suffix, prefix, start), beside)


LONG = "It was so. “Yes,” he said — and went on.\n\n" * 50

TYPED = [
    ("more than\n800 people", "more than 800 people"),
    ("“Blue\u00a0helmets” left", '"Blue helmets" left'),
    ("oﬃcers — and others…", "officers - and others..."),
    ("800 Kazakh people", "800 Kazakh people"),
    ("peace\u00adkeepers", "peacekeepers"),
]


@pytest.mark.parametrize(("stands", "typed"), TYPED)
def test_a_source_is_not_folded_for_words_that_stand_where_they_are_stated(
    stands: str, typed: str
) -> None:
    source = Text(f"{LONG}{stands}\n\n{LONG}")
    span = Span(len(LONG), len(LONG) + len(stands))
    cited = [Quotation(typed, start=span.start), Quotation(typed, "went on.", "It was", *span)]
    first = Quotation("It was so", start=0)
    assert find_all(source, [*cited, first]) == [Located((span,))] * 2 + [Located((Span(0, 9),))]
    assert source._folded is None


@pytest.mark.parametrize("between", [" ", "\n", " \n\n", "\u2009", "\u200b", " \u200b ", ","])
def test_no_number_is_cut_at_a_stated_place(between: str) -> None:
    text = f"{LONG}They spoke of 11{between}800 people.\n\n{LONG}"
    start = text.index("800 people")
    for exact in ("800 people", "800\npeople"):
        assert find(Text(text), Quotation(exact, start=start)).problem == "cuts-word"
