"""Given words are found whole, in any typography, and nowhere else."""

import pytest

from kzdata.quotations.folding import fold
from kzdata.readers import words
from kzdata.selectors import Span

FOUND = [
    ("KAZBAT", "of KAZBAT, KAZBAT’s and (KAZBAT)", 3),
    ("Kazakh", "Kazakhstan and Kazakhs", 0),
    ("Tokayev", "President Kassym- Jomart Tokayev's", 1),
    ("blue helmets", "“blue\u00a0helmets”, blue\n helmets", 2),
    ("Kassym-Jomart", "Kassym–Jomart", 1),
    ("Stéphane", "Ste\u0301phane", 1),
    ("Kazakhstan’s", "Kazakhstan's", 1),
    ("un", "UN", 0),
    ("20", "1,200 20,000 2.20 20.5 20:30 S20", 0),
    ("20", "20, 20. (20) 20-", 4),
    ("", "anything", 0),
    (" ", "anything else", 0),
    ("longer than the text", "text", 0),
]


@pytest.mark.parametrize(("needle", "text", "count"), FOUND)
def test_a_needle_is_found_as_whole_words(needle: str, text: str, count: int) -> None:
    assert len(words.find(needle, fold(text))) == count


def test_the_span_is_the_sources_own_words() -> None:
    (span,) = words.find("blue helmets", fold("the “blue\u00a0\u00adhelmets” of"))
    assert "the “blue\u00a0\u00adhelmets” of"[slice(*span)] == "blue\u00a0\u00adhelmets"


TERMS = [
    (["completed"], "Completed a mission", "en", ["Completed"]),
    (["completed"], "COMPLETED", "en", []),
    (["mission"], "missions", "en", []),
    (["UN", "CSTO"], "the CSTO and the UN, not un", "en", ["CSTO", "UN"]),
    (["ещё"], "Еще один", "ru", ["Еще"]),
    (["ещё"], "Еще один", "kk", []),
    (["binding"], "a non-binding motion, binding on all", "en", ["binding"]),
    (["war"], "anti-war marches in a post-war town", "en", []),
    (["led"], "UN-led", "en", ["led"]),
    (["guilty"], "found not guilty of murder", "en", []),
    (["not guilty"], "found not guilty of murder", "en", ["not guilty"]),
    (["ended"], "not yet ended, no longer ended, never ended", "en", []),
    (["ceasefire"], "No ceasefire was agreed, nor ceasefire talks", "en", []),
    (["vote"], "a no vote", "en", ["vote"]),
    (["bail", "risk"], "held without bail, not without risk", "en", ["risk"]),
    (["suspended"], "not only suspended without pay", "en", ["suspended"]),
    (["виновен", "обвинён"], "не виновен и ни в чём не обвинен", "ru", []),
    (["сознания", "потерь"], "без сознания, но не без потерь", "ru", ["потерь"]),
    (["завершён"], "ремонт ещё не завершён, не вполне завершён", "ru", []),
    (["врачи"], "не только врачи", "ru", ["врачи"]),
    (["колен"], "Геленой колен", "ru", ["колен"]),
    (["кінәлі"], "Ол кінәлі емес, кінәлі деп танылды", "kk", ["кінәлі"]),
    (["келісім"], "келісім жоқ; келісім жоққа тән емес", "kk", ["келісім"]),
    (["indagato", "colpevole"], "mai indagato, non colpevole", "it", []),
    (["feriti", "rischi"], "senza feriti ma non senza rischi", "it", ["rischi"]),
    (["conclusa"], "non ancora conclusa, non più conclusa", "it", []),
    (["guilty"], "She isn't guilty, he wasn’t found guilty, they cannot be guilty", "en", []),
    (["guilty"], "not-guilty, un-guilty, not “guilty”, never been proved guilty", "en", []),
    (["killed", "deaths"], "No one was killed, none of them killed, without any deaths", "en", []),
    (["guilty"], "He is not here and was found guilty, not only guilty", "en", ["guilty"] * 2),
    (["arrested"], "He was not hurt or arrested, nor was he arrested", "en", []),
    (["arrested"], "He denied being arrested and denied having been arrested", "en", []),
    (["arrested"], "He was hurt or arrested; refused and was arrested", "en", ["arrested"] * 2),
    (["merger"], "ruled out a merger, failed to be called a merger", "en", []),
    (["approved"], "is yet to be approved, unlikely to be approved", "en", []),
    (["arrestato"], "non è stato ferito o arrestato", "it", []),
    (["задержан"], "не был ранен или задержан", "ru", []),
    (["colpevole"], "non è stato giudicato colpevole, nessun colpevole", "it", []),
    (["intesa"], "nessun'intesa, non c’è l'intesa; c'è l'intesa", "it", ["intesa"]),
    (["виновен"], "не был виновен, не признан виновен; был признан виновен", "ru", ["виновен"]),
    (["перемирия"], "нет перемирия, не будет перемирия", "ru", []),
    (["кінәлі"], "кінәлі болған жоқ, кінәлі деп танылмады, кінәлі еместігі", "kk", []),
    (["кінәлі"], "кінәлі деп танылды", "kk", ["кінәлі"]),
    (["кінәлі"], "кінәлі деп тапқан жоқ, кінәлі деп таппады", "kk", []),
    (["кінәлі"], "кінәлі деуге болмайды", "kk", []),
    (["кінәлі"], "кінәлі екенін мойындады, кінәлі деп тапты", "kk", ["кінәлі", "кінәлі"]),
    ([], "nothing", "en", []),
]


@pytest.mark.parametrize(("terms", "text", "language", "found"), TERMS)
def test_a_term_may_begin_with_a_capital(
    terms: list[str], text: str, language: str, found: list[str]
) -> None:
    spans = words.find_term(tuple(terms), fold(text), language)
    assert [text[slice(*span)] for span in spans] == found


NAMES = [
    ("Olwen Price", "Dame Olwen Price-Hughes", 0),
    ("Hughes", "Dame Olwen Price-Hughes", 0),
    ("Jean", "Jean-Luc’s film", 0),
    ("Jean-Luc", "Jean-Luc’s film", 1),
    ("Мария Шульц", "Анна-Мария Шульц-Левина", 0),
    ("UN", "UN-led, non-UN, anti-UN", 2),
    ("Macron", "Macron—Then", 1),
    ("Connor", "Sinead O’Connor", 0),
    ("Annunzio", "Gabriele D’Annunzio", 0),
    ("Onu", "Dell’Onu e dell’Onu", 2),
    ("K. Rowling", "J. K. Rowling", 0),
    ("Rowling", "J. K. Rowling", 1),
    ("Рауф Гасан", "Рауф Гасан-заде, Рауф Гасанов", 0),
    ("Рашид", "от Рашид-бека", 0),
    ("Камал", "Камал-ад-Дин", 0),
    ("Роналду", "Роналду-младший", 0),
    ("Гасан-заде", "Рауф Гасан-заде", 1),
    ("Тоқаев", "Тоқаев-ке", 1),
    ("Газпром", "Газпром-арена", 1),
    ("John Smith", "John Smith Jr., John Smith, Jr., John Smith Sr, John Smith III", 0),
    ("John Smith", "John Smith & Co, John Smith and Sons, John Smith Ltd", 0),
    ("John Smith", "John Smith University, John Smith the Younger", 0),
    ("John Smith", "John Smith, PhD, and John Smith I think, John Smith & Mary", 3),
    ("Иван Петров", "Иван Петров мл., Иван Петров, младший, Иван Петров II", 0),
    ("Иван Петров", "Иван Петров, старший тренер, и Иван Петров, ст. лейтенант", 2),
    ("John Smith", "John Smith, senior vice president", 1),
    ("Иван Петров", "Иван Петров-мл., Иван Петров, ст.", 0),
    ("Иван Петров", "Иван Петров и Павел, Иван Петров старался", 2),
    ("Mario Rossi", "Mario Rossi & C., Mario Rossi Srl, ospedale Mario Rossi", 0),
    ("Mario Rossi", "Il sindaco Mario Rossi e figlio", 1),
    ("Apple", "Apple Inc.", 1),
]


@pytest.mark.parametrize(("name", "text", "count"), NAMES)
def test_a_name_is_no_part_of_a_longer_name(name: str, text: str, count: int) -> None:
    assert len(words.find_name(name, fold(text))) == count


def test_a_term_is_found_behind_a_hyphen() -> None:
    assert words.find_term(("month",), fold("a six-month tour"), "en") == [Span(6, 11)]
