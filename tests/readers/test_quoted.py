"""Passages in quotation marks: of every form, mixed, nested, broken, and in the real articles."""

from pathlib import Path

import pytest

from kzdata.readers import quoted

SEEDS = Path(__file__).parents[2] / "seeds"

PASSAGES = [
    ("curly", "en", "He said “yes” and “no”.", ["yes", "no"]),
    ("straight", "en", 'He said "yes" and "no".', ["yes", "no"]),
    ("angles", "ru", "«да» и «нет»", ["да", "нет"]),
    ("angles with spaces", "it", "« sì »", ["sì"]),
    ("low and high", "ru", "„так“", ["так"]),
    ("right on both sides", "sv", "”så” sade", ["så"]),
    ("angles turned", "de", "»so« sagte", ["so"]),
    ("single", "en", "the ‘blue helmets’ of it", ["blue helmets"]),
    ("single straight", "en", "the 'blue helmets' of it", ["blue helmets"]),
    ("nested", "en", "“no ‘UN’ marked”", ["no ‘UN’ marked"]),
    ("nested of one kind", "en", "“with “UN” on it”", ["with “UN” on it"]),
    ("nested straight", "en", '"with "UN" on it"', ['with "UN" on it']),
    ("nested to the end", "en", "\"He said 'no'\" twice", ["He said 'no'"]),
    ("closed by another", "en", "“wording “UN” ».", ["wording “UN”"]),
    ("side by side", "en", '"x""y"', ["x", "y"]),
    ("broken by speech", "en", '"Troops," he said, "left."', ["Troops,", "left."]),
    ("paragraphs", "en", "“One.\n\n“Two.” End", ["One.\n\n“Two."]),
    ("never closed", "en", "“One.\n\nTwo “three” four", ["three"]),
    ("never closed in a line", "en", "“one two “three” four", ["three"]),
    ("never opened", "en", "one” two “three”", ["three"]),
    ("apostrophes", "en", "it’s the soldiers’ ‘90s", []),
    ("elision", "it", "un po' di 'l'altro' e \"no\"", ["no"]),
    ("inches", "en", 'a 6" gun and "no"', ["no"]),
    ("nothing inside", "en", '“” "" « »', []),
]


@pytest.mark.parametrize(
    ("language", "text", "words"), [row[1:] for row in PASSAGES], ids=[row[0] for row in PASSAGES]
)
def test_passages(language: str, text: str, words: list[str]) -> None:
    assert [text[slice(*read.words)] for read in quoted.read(text, language)] == words


SEEDED = {
    "000_de5bbbbb6bd5cd6d.txt": [
        ("Troops in #Kazakhstan", "form of trolling?"),
        ("Any UN troop", "UN Security Council,"),
        ("this issue has", "been resolved."),
        ("the protection of", "government buildings"),
        ("was put on", "infrastructure facilities"),
        ("terrorists and", "extremists."),
        ("Except for the helmets", "equipment was used,"),
        ("the confusion over", "media on January 9."),
        ("Peacekeeping", "Company"),
    ],
    "001_266cceab4f8d3bc9.txt": [
        ("blue", "helmets"),
        ("embarrassing", "embarrassing"),
        ("had been mobilized", "terrorists and extremists"),
        ("except for the helmets", "wording “UN”"),
        ("illegal, but", "not a war crime"),
    ],
    "002_88626fe0ecefff9d.txt": [("The commander bears", "assigned by the command,")],
}


@pytest.mark.parametrize("name", SEEDED)
def test_the_articles_hold_the_passages_that_a_person_sees(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    passages = [text[slice(*read.words)] for read in quoted.read(text, "en")]
    assert len(passages) == len(SEEDED[name])
    for passage, (first, last) in zip(passages, SEEDED[name], strict=True):
        assert passage.startswith(first)
        assert passage.endswith(last)
