"""The interface never says a word that judges the people it serves, in English or in Spanish.

The list is the one of docs/WORDS.md, "What we do not say": names for people, obedience frames, blame for not
coming, marks and grades. It holds for every label, hint, print and title; what staff type themselves is
another matter and no test's.
"""

import re

import pytest

from alongside.project import languages
from alongside.project.languages import Sentence
from tests.house import checks

pytestmark = pytest.mark.no_database

# Each is a pattern for the whole word with its inflections.
ENGLISH = (
    r"non-?complian(t|ce)", r"complian(t|ce)", r"uncooperative", r"refus(e|es|ed|ing|al)",
    r"resistan(t|ce)", r"unmotivated", r"no[- ]shows?", r"fail(s|ed)? to attend", r"disengaged?",
    r"drop(s|ped)? out", r"lost to follow-?up", r"hard to reach", r"manipulat(ive|es?|ing)",
    r"attention[- ]seeking", r"aggressive(ly)?", r"difficult", r"demanding", r"needy",
    r"alleg(e|es|ed|edly)", r"admit(s|ted|ting)?", r"unreliable", r"victims?", r"rescu(e|es|ed|ing)",
    r"prostitut(e|es|ed|ion)", r"illegals?", r"addict(s|ed)?", r"suffer(s|ed|ing)?", r"trigger(s|ed|ing)?",
    r"low-functioning", r"terminat(e|es|ed|ion)", r"discharg(e|es|ed)", r"(un)?successful(ly)?",
    r"frequent flyers?", r"caseloads?", r"burdens?", r"overdue", r"late", r"incomplete", r"missing",
    r"scores?", r"risk levels?", r"clients?",
)  # fmt: skip
SPANISH = (
    r"(in)?cumpli(miento|dor|dora|ó)", r"no cooper(a|ó|ativ[oa])", r"se neg(ó|aba)", r"niega", r"rehus[aó]",
    r"rechaz(a|ó|ado|ada)", r"resistente", r"desmotivad[oa]", r"no se present(ó|a)", r"inasistencias?",
    r"faltó", r"desvinculad[oa]", r"abandon(ó|a|ado|ada|o)", r"manipulador(a|as|es)?",
    r"llamar la atención", r"agresiv[oa]s?", r"difícil(es)?", r"exigente", r"necesitad[oa]",
    r"aleg(a|ó|an)", r"admit(e|ió|ir|ido|ida)", r"poco (confiable|fiable)", r"víctimas?",
    r"rescat(e|es|ó|ad[oa]s?)", r"prostitu(ta|tas|ción|id[oa])", r"ilegal(es)?", r"adict[oa]s?",
    r"sufr(e|ió|en|ir)", r"padec(e|ió|en|er)", r"detonantes?", r"bajo funcionamiento",
    r"dad[oa]s? de (alta|baja)", r"exitos[oa]s?", r"sin éxito", r"fracas(o|ó|ado|ada)", r"atrasad[oa]s?",
    r"retrasad[oa]s?", r"retrasos?", r"vencid[oa]s?", r"incomplet[oa]s?", r"faltantes?", r"puntaj(e|es)",
    r"puntuaci(ón|ones)", r"calificaci(ón|ones)", r"niveles? de riesgo", r"carga de casos", r"clientes?",
    r"clientas?",
)  # fmt: skip

# Sentences where such a word means something else, each with its reason.
EXCUSED_ENGLISH = {
    "Victims' rights advocacy": "the service's name in law and in grants",
}
EXCUSED_SPANISH = {
    "Defensa de los derechos de las víctimas": "the service's name in law and in grants",
}


def found_in(texts: set[str], words: tuple[str, ...], excused: dict[str, str]) -> list[str]:
    """Sentences that say one of these words without an excuse."""
    said = re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)
    return [f"{match[0]}: {text}" for text in sorted(texts - set(excused)) if (match := said.search(text))]


def in_english() -> set[str]:
    """Every sentence of our sources."""
    return {
        text
        for each in languages.sentences(checks.ROOT / "alongside")
        for text in (each.text, each.plural)
        if text
    }


def in_spanish() -> set[str]:
    """Every sentence of the Spanish catalogue."""
    kept = languages.read(languages.catalogue_of(checks.ROOT, "es"))
    return {words for entry in kept for words in (entry.msgstr, *entry.msgstr_plural.values()) if words}


def test_the_interface_says_no_such_word_in_english() -> None:
    assert found_in(in_english(), ENGLISH, EXCUSED_ENGLISH) == []


def test_the_interface_says_no_such_word_in_spanish() -> None:
    assert found_in(in_spanish(), SPANISH, EXCUSED_SPANISH) == []


def test_no_excuse_is_left_over() -> None:
    assert set(EXCUSED_ENGLISH) - in_english() == set()
    assert set(EXCUSED_SPANISH) - in_spanish() == set()


@pytest.mark.parametrize(
    "text",
    [
        "Your clients",
        "She refused help",
        "2 no-shows",
        "Overdue since May",
        "Missing answers",
        "Risk level: high",
    ],
)
def test_a_planted_word_is_found_in_english(text: str) -> None:
    assert found_in({text}, ENGLISH, EXCUSED_ENGLISH) != []


@pytest.mark.parametrize(
    "text", ["Sus clientes", "Se negó a hablar", "Cita vencida", "Faltantes", "La víctima"]
)
def test_a_planted_word_is_found_in_spanish(text: str) -> None:
    assert found_in({text}, SPANISH, EXCUSED_SPANISH) != []


@pytest.mark.parametrize("text", ["Later", "Translate", "Kept for later", "Más tarde", "No hace falta"])
def test_words_that_only_look_alike_are_fine(text: str) -> None:
    assert found_in({text}, ENGLISH, {}) + found_in({text}, SPANISH, {}) == []


def test_the_sentences_are_really_read() -> None:
    assert Sentence("What happened") in languages.sentences(checks.ROOT / "alongside")
    assert "Qué pasó" in in_spanish()
