"""The lexicon of each language, made of the tables of its `numbers.toml`."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any, cast

from kzdata.readers.language import code, tables
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.compounds import Compounds
from kzdata.readers.lexicon.phrases import expanded, lengths, of_bounds, stems, word_list, words
from kzdata.readers.lexicon.romans import romans_of
from kzdata.readers.lexicon.romans import terms_of as roman_terms
from kzdata.readers.lexicon.rulings import (
    aloft_of,
    amounts_of,
    below_zero_of,
    changes_of,
    least_of,
    refusals_of,
    shares_of,
    topics_of,
)
from kzdata.readers.lexicon.terms import inflected, inverse, terms
from kzdata.readers.readings import Bound


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; where it has no tables, the rules common to all.

    >>> lexicon("en").term("seventy").value
    Fraction(70, 1)
    """
    known = code(language)
    return _lexicon(tables(known, "numbers")) if known == language else lexicon(known)


def _lexicon(table: Mapping[str, Any]) -> Lexicon:
    figures, bounds = table.get("figures", {}), table.get("bounds", {})
    slots = bounds.get("slots", {})
    front = of_bounds(bounds.get("front", {}), slots)
    behind = of_bounds(bounds.get("behind", {}), slots)
    glued = table.get("compounds", {})
    return Lexicon(
        style=figures.get("style", "spaced"),
        marks=tuple((a, b) for a, b in figures.get("marks", ((",", "."), (".", ","), (" ", ",")))),
        suffixes={word: Fraction(value) for word, value in inverse(figures.get("suffixes", {}))},
        only_money=words(figures, "only_money"),
        glued_units=words(figures, "glued_units"),
        ordinal_letters=words(figures, "ordinal_letters"),
        ordinal_endings=words(figures, "ordinal_endings"),
        ordinal_tails=figures.get("ordinal_tails", False),
        measure_tails=stems(figures, "measure_tails"),
        cardinal_endings=dict(inverse(figures.get("cardinal_endings", {}))),
        pronoun_endings=words(figures, "pronoun_endings"),
        tail_bounds={w: cast("Bound", b) for w, b in inverse(figures.get("tail_bounds", {}))},
        fold_tails=words(figures, "fold_tails"),
        scale_tails={w: Fraction(v) for w, v in inflected(figures, "scale_stems", "endings")},
        terms=terms(table.get("words", {})) | roman_terms(table.get("romans", {})),
        romans=romans_of(table.get("romans", {})),
        compounds=Compounds(glued) if glued else None,
        hyphen_joins=table.get("hyphen_joins", False),
        comma_joins=table.get("comma_joins", False),
        front=front,
        behind=behind,
        front_ends=lengths((phrase[-1], len(phrase)) for phrase in front),
        behind_starts=lengths((phrase[0], len(phrase)) for phrase in behind),
        reach=bounds.get("reach", 0),
        far=words(bounds, "far"),
        close=words(bounds, "close"),
        apposed=words(bounds, "apposed"),
        loose=words(bounds, "loose"),
        comparing=words(bounds, "comparing"),
        halts=words(bounds, "halts"),
        differences=words(bounds, "differences"),
        substantives=word_list(str(bounds.get("substantives", ""))),
        difference_endings=stems(bounds, "difference_endings"),
        during=words(bounds, "during"),
        measuring=words(bounds, "measuring"),
        touching=frozenset(tuple(p.split()) for p in bounds.get("touching", ())),
        below_zero=below_zero_of(bounds.get("below_zero", {})),
        least=least_of(bounds.get("least", {})),
        topics=topics_of(bounds.get("topics", {})),
        aloft=aloft_of(bounds.get("aloft", {})),
        near=words(bounds, "near"),
        inner=frozenset(tuple(p.split()) for p in bounds.get("inner", ())),
        negatives=words(bounds, "negatives"),
        modals=words(bounds, "modals"),
        denied_by=words(bounds, "denied_by"),
        denied_links=words(bounds, "denied_links"),
        denied_verbs=tuple(bounds.get("denied_verbs", ())),
        denied_endings=stems(bounds, "denied_endings"),
        denied_ends=words(bounds, "denied_ends"),
        shares=shares_of(table.get("shares", {})),
        priced=words(bounds, "priced"),
        price_ends=frozenset(p[-1] for p in front if not words(bounds, "priced").isdisjoint(p)),
        ablative=words(bounds, "ablative"),
        ablative_endings=stems(bounds, "ablative_endings"),
        about_endings=stems(table, "about_endings"),
        no_about=words(table, "no_about"),
        victims=words(table, "victims"),
        rank_tails=stems(figures, "rank_tails"),
        during_units=words(bounds, "during_units"),
        half_behind=frozenset(tuple(p.split()) for p in bounds.get("half_behind", ())),
        half_ends=frozenset(p.split()[-1] for p in bounds.get("half_behind", ())),
        ranked=words(table, "ranked"),
        fates=words(table, "fates"),
        half_starts=frozenset(p.split()[0] for p in bounds.get("half_behind", ())),
        abbreviations=words(bounds, "abbreviations"),
        fillers=words(bounds, "fillers"),
        thresholds=words(bounds, "thresholds"),
        currencies=words(table, "currencies") | words(table, "codes"),
        amounts=amounts_of(table.get("amounts", {})),
        codes=words(table, "codes"),
        money_letters=words(table, "money_letters"),
        partitives=words(table, "partitives"),
        selecting=words(table, "selecting"),
        owners=stems(table, "owners"),
        copulas=words(table, "copulas"),
        when=words(table, "when"),
        measures=words(table, "measures"),
        auxiliaries=words(table, "auxiliaries"),
        tallies=words(table, "tallies"),
        subject_articles=words(table, "subject_articles"),
        subject_borders=words(table, "subject_borders"),
        relatives=words(table, "relatives"),
        counted_endings=stems(table, "counted_endings"),
        impersonal=stems(table, "impersonal"),
        many_endings=stems(table, "many_endings"),
        anaphors=words(table, "anaphors"),
        anaphor_endings=stems(table, "anaphor_endings"),
        gapped={word: group for group in table.get("gapped", ()) for word in group.split()},
        of_what=words(table, "of_what"),
        referring={of: words(table["referring"], of) for of in table.get("referring", {})},
        compared=frozenset(expanded(table.get("compared", ()), slots)),
        portions=words(table, "portions"),
        openers=words(table, "openers"),
        estimates=words(table, "estimates"),
        trades=word_list(str(table.get("trades", ""))),
        paid_over=words(table, "paid_over"),
        versus=words(table, "versus"),
        norms={lead: words(table["norms"], lead) for lead in table.get("norms", ())},
        amid=words(table, "amid"),
        adversatives=words(table, "adversatives"),
        contrasts=words(table, "contrasts"),
        further=words(table, "further"),
        excess=frozenset(expanded(table.get("excess", ()), slots)),
        object_endings=stems(table, "object_endings"),
        units_in_front=words(table, "units_in_front"),
        pointed=figures.get("pointed", False),
        percents=words(table, "percents"),
        percent_leads=words(table, "percent_leads"),
        percent_phrases=frozenset(tuple(p.split()) for p in table.get("percent_phrases", ())),
        ranges=(*_ranges(table, "paths", slots), *_ranges(table, "ranges", slots)),
        path_words=(
            frozenset(front for front, _, _ in _ranges(table, "paths", slots)),
            frozenset(middle for _, middle, _ in _ranges(table, "paths", slots)),
        ),
        inverted=words(table, "inverted"),
        inverted_over={
            over: frozenset(measures.split())
            for written, measures in table.get("inverted_over", {}).items()
            for over in written.split()
        },
        window=table.get("window", 4),
        stops=words(table, "stops"),
        linking=words(table, "linking"),
        conjunctions=words(table, "conjunctions"),
        list_words=words(table, "list_words"),
        verbs=words(table, "verbs"),
        verb_endings=stems(table, "verb_endings"),
        no_verbs=words(table, "no_verbs"),
        lone_endings=stems(table, "lone_endings"),
        adverbs=words(table, "adverbs"),
        changes=changes_of(table.get("changes", {})),
        refuse=refusals_of(table.get("refuse", {})),
    )


def _ranges(
    table: Mapping[str, Any], name: str, slots: Mapping[str, str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """The words in front of, between and behind the two ends of a range, slots filled in."""
    for wording in table.get(name, ()):
        yield from product(*(expanded([part], slots) for part in wording))
