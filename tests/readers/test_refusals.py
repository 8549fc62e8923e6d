"""Words beside a number that rule it out, and how they are looked for: they pass no rule over."""

import pytest

from kzdata.readers import quantities
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.lexicons import lexicon
from kzdata.readers.lexicon.traits import GATES
from kzdata.readers.numbers import stretches
from kzdata.readers.quantities.statements import find
from kzdata.readers.text.chunks import Remembered
from tests.phrases.phrases import load


def _beside(known: Lexicon) -> list[str]:
    """Texts with each word that a rule names in front of and behind a number."""
    rules = known.refuse
    words = {
        word
        for named in (
            rules.identifiers, rules.before, rules.alone_before, rules.after, rules.wholes,
            rules.year_before, rules.year_after, rules.year_stems, rules.months, rules.titles,
            rules.year_named, rules.year_owners, rules.year_nouns, rules.year_leads,
            known.subjects.copulas,
            rules.month_words, rules.shares, rules.words, known.linking, known.verbs,
        )
        for word in named
    }  # fmt: skip
    words |= {word for pair in rules.ratios | rules.year_compared for word in pair}
    words |= {word for sides in rules.words.values() for side in sides for word in side}
    numbers = ("5", "1905", *sorted(rules.words))
    texts = [f"so {word} {number} {word} so" for word in sorted(words) for number in numbers]
    pairs = [(word, behind) for word in known.clock.hours for behind in rules.after]
    texts += [f"so 5 {' '.join(pair)} so" for pair in sorted(pairs)]
    texts += [f"so {' '.join(pair)} 5 so" for pair in sorted(rules.ratios)]
    texts += [f"so {' '.join(pair)} 1905 so" for pair in sorted(rules.year_compared)]
    return [*texts, *_TOLD, "at № 5, # 5 of Expo 24,"]


_TOLD = (
    "It passed the 80 million mark", "It cannot hold more than 20 people", "two acres and a half",
    "one in five farms", "gli esuberi non sono 300", "12 gradi sotto zero", "un chilo e mezzo",
    "света не было три дня", "человек двадцать", "каждый пятый житель", "стоят от 1500 рублей",
    "метров на двадцать", "депутаттың 76-сы", "жиырма жылдай", "30-дан астамы", "жүзге тартады",
)  # fmt: skip
"""What rules tell of a number by more than the words that refuse it."""


@pytest.mark.parametrize("language", ["en", "ru", "kk", "it"])
def test_a_look_at_the_words_of_a_text_hides_no_rule(language: str) -> None:
    """Numbers without a word that a rule is about are as they are when every rule is asked."""
    known = lexicon(language)
    traits = Remembered(lambda word: known.traits[word] | GATES)
    asked = Lexicon({}, **{**vars(known), "traits": traits})
    sentences = [phrase.text for phrase in load("held_out") if phrase.language == language]
    read = [stretches.of_numbers(known).words(text) for text in (*_beside(known), *sentences)]
    found = [find(words, known) for words in read]
    assert found == [find(words, asked) for words in read]
    assert any(found)


MONTHS_BEFORE = [
    ("ru", "6 января 12 человек погибли", [12]),
    ("ru", "января 12 человек погибли", [12]),
    ("ru", "в январе 2003 начали", []),
    ("kk", "6 қаңтар 12 адам", [12]),
    ("kk", "қаңтардың 12 күні", []),
    ("it", "il 6 gennaio 12 persone", [12]),
    ("en", "on 6 January 12 people", []),
    ("en", "January 12", []),
]


@pytest.mark.parametrize(("language", "text", "numbers"), MONTHS_BEFORE)
def test_a_number_behind_a_month_is_its_day_where_days_may_stand_there(
    language: str, text: str, numbers: list[int]
) -> None:
    assert [quantity.number for quantity in quantities.read(text, language)] == numbers


LIKE_YEARS = [
    ("en", "The toll rose to 1900.", [1900]),
    ("en", "The index fell 3% to 1900.", [3, 1900]),
    ("en", "a height of 1900 m", [1900]),
    ("en", "The ascent to 1900 m", [1900]),
    ("en", "Sales of 1950 units", [1950]),
    ("en", "Of 1950 patients 30 died.", [1950, 30]),
    ("en", "a fine of 1900 euros", [1900]),
    ("en", "It rose in the year to 2003.", []),
    ("en", "It rose from 1990 to 2000.", []),
    ("en", "the end of 2003 troops left", []),
    ("en", "the spring of 2016 in a garage", []),
    ("ru", "Число погибших выросло до 1900.", [1900]),
    ("ru", "до 1900 м", [1900]),
    ("ru", "вырастет до 2030 года", []),
    ("it", "Il bilancio è salito a 1950.", [1950]),
]


@pytest.mark.parametrize(("language", "text", "numbers"), LIKE_YEARS)
def test_four_digits_that_something_rose_to_or_that_are_measured_are_a_number(
    language: str, text: str, numbers: list[int]
) -> None:
    assert [quantity.number for quantity in quantities.read(text, language)] == numbers


YEARS_OF_THINGS = [
    ("The 2011 census counted 512 residents.", [512]),
    ("A 2019 study found that 12 of 40 sites are safe.", [12, 40]),
    ("Russia's 2022 invasion killed 12,000 people.", [12000]),
    ("Its 2023 earnings fell 3%.", [3]),
    ("The 2022 protests left 238 dead.", [238]),
    ("the 2004 Indian Ocean tsunami", []),
    ("the 2019 one was watched", []),
    ("2019 study: 12 sites are unsafe", [12]),
    ("the revolution and 2022 invasion, which cost 300 lives", [300]),
    ("Prices rose above 2019 levels.", []),
    ("The deadline is 2030.", []),
    ("The target date is now 2035.", []),
    ("The deadline was moved to 2030.", []),
    ("Founded: 1921", []),
    ("For FY 2024 it had 300 ships.", [300]),
    ("In Q3 2025 profits reached 40 million.", [40_000_000]),
    ("Employees: 3,400 (2022: 3,100).", [3400, 3100]),
    ("Employees (2022 homes: 3,100).", [2022, 3100]),
    ("Johnson's 2019 majority was 80.", [80]),
    ("The 1900 soldiers left.", [1900]),
    ("The 1900 new homes stand.", [1900]),
    ("the 1900 dead and a 1900 metre climb", [1900, 1900]),
    ("1900 study participants left.", [1900]),
    ("Strikers held 1900 protests.", [1900]),
    ("By the deadline 1900 men had come.", [1900]),
]


@pytest.mark.parametrize(("text", "numbers"), YEARS_OF_THINGS)
def test_four_digits_that_say_of_which_year_a_thing_is_count_nothing(
    text: str, numbers: list[int]
) -> None:
    assert [quantity.number for quantity in quantities.read(text, "en")] == numbers


YEARS_IN_NAMES = [
    ("en", "Expo 2017 drew 4 million visitors.", [4_000_000]),
    ("en", "Agenda 2030 has 17 goals, Vision 2030 has 96.", [17, 96]),
    ("en", "At Euro 2024 he scored three goals.", [3]),
    ("en", "The Tokyo 2020 Games had 339 events.", [339]),
    ("en", "Emissions were 40 per cent lower compared with 1990.", [40]),
    ("en", "Some 2,100 cases, compared with 1990 cases before", [2100, 1990]),
    ("en", "In Kazakhstan 2000 people marched.", [2000]),
    ("en", "It cited 347 U.S. 483 in its ruling.", []),
    ("en", "They hired 347 U.S. workers.", [347]),
    ("it", "Expo 2015 ha attirato 21 milioni di visitatori.", [21_000_000]),
    ("it", "L'Agenda 2030 prevede 17 obiettivi.", [17]),
    ("it", "Nella stagione 2023 ha segnato 12 gol.", [12]),
    ("it", "Il bilancio 2022 chiude in rosso.", []),
    ("it", "Gli animalisti 2000 li contano.", [2000]),
    ("ru", "Экспо 2017 посетили 4 миллиона человек.", [4_000_000]),
    ("ru", "Повестка 2030 включает 17 целей.", [17]),
    ("kk", "Экспо 2017 көрмесіне 40 ел келді.", [40]),
]


@pytest.mark.parametrize(("language", "text", "numbers"), YEARS_IN_NAMES)
def test_a_year_in_a_name_or_of_what_is_compared_counts_nothing(
    language: str, text: str, numbers: list[int]
) -> None:
    assert [quantity.number for quantity in quantities.read(text, language)] == numbers


YEARS_IN_BRACKETS = [
    ("en", "Population (2019): 300", [300]),
    ("en", "As before (Lee, 2018; Kim, 2020), 40 relapsed", [40]),
    ("en", "This was shown early on (Lee, 2018).", []),
    ("en", "Smith et al. (2019) reported 12 cases.", [12]),
    ("ru", "Население (2019): 300 человек", [300]),
    ("it", "Popolazione (2019): 300 abitanti", [300]),
    ("kk", "Халқы (2019): 300 адам", [300]),
    ("en", "both sexes (2300) and 12 more", [2300, 12]),
    ("en", "12 bills (with 1900 pages)", [12, 1900]),
]


@pytest.mark.parametrize(("language", "text", "numbers"), YEARS_IN_BRACKETS)
def test_a_year_alone_in_brackets_counts_nothing(
    language: str, text: str, numbers: list[int]
) -> None:
    assert [quantity.number for quantity in quantities.read(text, language)] == numbers


YEARS_OF_MONTHS = [
    ("en", "It happened on the 6th of January, 2022."),
    ("en", "on 6 January, 2022"),
    ("en", "In January, 2022 people died"),
    ("ru", "6 января, 2022"),
    ("it", "il 6 gennaio, 2022"),
    ("kk", "6 қаңтар, 2022"),
]


@pytest.mark.parametrize(("language", "text"), YEARS_OF_MONTHS)
def test_a_year_behind_a_month_and_a_comma_is_no_number(language: str, text: str) -> None:
    assert quantities.read(text, language) == []
