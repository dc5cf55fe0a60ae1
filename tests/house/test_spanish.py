"""The Spanish of the catalogue: one word for one thing, the field's own, and *usted* to everybody.

The glossary stands in docs/WORDS.md. Here it is held: wherever an English sentence says a term, its Spanish says the
word of the glossary, and words that mislead or belong to another Spanish are nowhere. An exception stands beside its
reason.
"""

import re
import tomllib
from collections.abc import Iterator

import pytest

from alongside.consent.reference import PAPER
from alongside.project import languages
from tests.house import checks

pytestmark = pytest.mark.no_database

# A term as English says it, and what its Spanish may say: one word, in its forms; two where staff and people differ.
TERMS = {
    r"alias(es)?": r"nombres? (que )?(la persona )?el(egid|igi|ij)",
    r"attorneys?|lawyers?|legal help": r"abogad|legal|leyes",
    r"backups?": r"suplentes?|supl[eií]",
    r"barriers?": r"barrera",
    r"benefits": r"beneficios",
    r"case managers?": r"persona de apoyo|manejo de casos|case manager|sin asignar|"
    r"llev(a|an|ar|ará|e|aba|ando) (el|su|los) casos?|llev[ae]n? casos",
    r"case management agency": r"agencia de manejo de casos",
    r"case management(?! agency)": r"\bcaso\b",
    r"certif(ication|ied)": r"certificación",
    r"child welfare": r"protección infantil \(CPS\)",
    r"circle": r"círculo",
    r"commitments?": r"compromiso",
    r"confidential": r"confidencial",
    r"courts?": r"\bcortes?\b",
    r"directory": r"directorio",
    r"donors?": r"donante",
    r"drafts?": r"borrador",
    r"drop-ins?": r"sin cita",
    r"gaps?": r"servicios? que falt",
    r"goals?": r"\bmetas?\b",
    r"guardians?": r"tutor legal|cuida por ley",
    r"holding": r"en espera",
    r"hotline": r"línea de ayuda",
    r"housing": r"vivienda",
    r"huddles?": r"charlas? breve",
    r"immigration": r"inmigra|migra",
    r"intakes?": r"entrevistas? inicial",
    r"interpreters?": r"intérprete|interpreta",
    r"law enforcement": r"orden público",
    r"matters": r"asunto",
    r"on call": r"de guardia",
    r"partners?": r"agencias? aliadas?|\bagencia\b|aliadas",
    r"permissions?": r"permiso",
    r"prosecut(ion|or)": r"fiscal",
    r"records?": r"expediente|registro",
    r"refer(ral|rals)?": r"referi",
    r"roles?": r"\brol(es)?\b",
    r"seasons?": r"temporada",
    r"shelters?": r"albergue",
    r"steps?": r"\bpasos?\b",
    r"subpoenas?": r"citatorio judicial",
    r"supervisors?|supervision": r"supervis",
    r"survivors?": r"sobreviviente",
    r"timeline": r"línea del tiempo",
    r"trafficking": r"trata",
    r"training": r"capacita",
    r"umbrella.s name|umbrella name": r"nombre general",
    r"waiting list|waitlist(ed)?": r"lista de espera",
}
EXCUSED_TERMS = {
    (
        r"backups?",
        "It goes now and cannot come back. A backup made before today holds it, sealed, until that backup is replaced.",
    ): "a copy of data",
    (
        r"gaps?",
        "Two or three that describe what happened. ___ is a gap to fill in; a line with - offers to take it out.",
    ): "a blank in a sentence",
    (
        r"holding",
        "Work without contact is advocacy, planning, waiting with, holding.",
    ): "holding a person, not a goal",
}

# Words that mislead, belong to another Spanish, or were bent after the English.
FORBIDDEN = {
    r"persona de referencia": "a job reference",
    r"derivaci(ón|ones)|derivar": "not said in the United States: referido",
    r"funci(ón|ones)": "a feature: rol",
    r"formación": "capacitación",
    r"tribunal(es)?": "corte",
    r"refugio": "asylum: albergue",
    r"(en )?conjunto|en compañía": "with whom",
    r"(con )?su sí": "permiso",
    r"quiet[oa]s?": "says not what stopped",
    r"muy de cerca": "as one who is watched",
    r"regular(es)?": "so-so",
    r"qué poco alcanza": "lo mínimo que basta",
    r"(la|una) suplente": "of every gender",
    r"alias": "the police's word: nombre elegido",
    r"la otra parte|no se puede recoger|traer adelante|dejar ir": "court language, or a calque",
    r"(un|una|un o una) colegas?|l[oa]s colegas": "alguien del equipo",
    r"uno de ustedes|dos de nosotros|juntos|un consejero": "masculine alone",
    r"en el momento": "para este momento",
    r"línea de tiempo|cronología": "línea del tiempo",
    r"añadir|añade": "agregar",
    r"letras (o más)": "caracteres",
    r"segunda persona (esté|está|estuvo)": "otra persona lo aprueba",
    r"estorba": "scolds",
    r"encargad[oa]": "the foreman",
    r"estatus(?! migratorio)": "that of immigration",
    r"mira(r)? de nuevo|quién miró": "volver a ver; quién abrió",
}
# The forms that bring the article, and two sentences of the sign-in's own pages, where a day is put in as it is.
ARTICLES = {"%(day)s", "%(hour)s", "Added on %(on)s.", "Last used on %(on)s."}
EXCUSED_WORDS: dict[str, str] = {}
TU = r"tú|ti|tus?|te|contigo|tuy[oa]s?|vos|vosotr[oa]s|os"


def entries() -> Iterator[tuple[str, str]]:
    """Every English sentence with its Spanish, each form by itself."""
    for entry in languages.read(languages.catalogue_of(checks.ROOT, "es")):
        if entry.msgid_plural:
            yield from zip((entry.msgid, entry.msgid_plural), entry.msgstr_plural.values(), strict=True)
        else:
            yield entry.msgid, entry.msgstr


def suggested() -> Iterator[tuple[str, str]]:
    """What we suggest in Spanish outside the catalogue: questions, sections, cards and pauses, and the paper."""
    for place in (
        "journey/data/questions",
        "journey/data/sections",
        "practice/data/cards",
        "practice/data/pauses",
    ):
        told = tomllib.loads((checks.ROOT / "alongside" / f"{place}.toml").read_text())
        for key, each in told.items():
            yield from ((f"{place} {key}", words) for words in each.get("es", {}).values())
    yield from (("the paper of a permission", words) for words in PAPER["es"])


def other_terms(pairs: Iterator[tuple[str, str]]) -> list[str]:
    """Where the Spanish calls a thing otherwise than the glossary."""
    wrong = []
    for english, spanish in pairs:
        text = re.sub(r"%\(\w+\)s|\{\w+\}|<[^>]*>", "", english)
        for term, called in TERMS.items():
            if (
                re.search(rf"(?<![\w-])(?:{term})(?![\w-])", text, re.IGNORECASE)
                and not re.search(called, spanish, re.IGNORECASE)
                and (term, english) not in EXCUSED_TERMS
            ):
                wrong.append(f"{term}: {english!r} = {spanish!r}")
    return wrong


def forbidden_words(pairs: Iterator[tuple[str, str]]) -> list[str]:
    """Where the Spanish says a word that it should not."""
    said = re.compile(rf"(?<![\w-])(?:{'|'.join([*FORBIDDEN, TU])})(?![\w-])", re.IGNORECASE)
    return [
        f"{found[0]}: {english!r} = {spanish!r}"
        for english, spanish in pairs
        if english not in EXCUSED_WORDS and (found := said.search(spanish))
    ]


def european_figures(pairs: Iterator[tuple[str, str]]) -> list[str]:
    """Thousands are grouped as in the United States and Mexico: 32,000."""
    return [each for _english, each in pairs if re.search(r"(?<!CFR )\b\d{1,3}\.\d{3}\b", each)]


def false_ago(pairs: Iterator[tuple[str, str]]) -> list[str]:
    """“Hace 3 días” is three days ago; for how long something lasts it is “desde hace”."""
    return [
        spanish
        for english, spanish in pairs
        if re.search(r"hace (%|\{|\d)", spanish)
        and not re.search(r"desde hace (%|\{|\d)", spanish)
        and not re.search(r"\bago\b", english)
    ]


def double_articles(pairs: Iterator[tuple[str, str]]) -> list[str]:
    """A day and an hour bring their article along ("el 12 de febrero"): one before them would stand twice."""
    return [
        spanish
        for english, spanish in pairs
        if re.search(r"\b(el|la|los|las|del|al) %\(", spanish, re.IGNORECASE) and english not in ARTICLES
    ]


def test_one_word_stands_for_one_thing() -> None:
    assert other_terms(entries()) == []


def test_no_word_that_misleads_is_said() -> None:
    assert forbidden_words(entries()) == []
    assert len(list(suggested())) > 80
    assert forbidden_words(suggested()) == []


def test_figures_and_spans_of_time_are_those_of_this_country() -> None:
    assert european_figures(entries()) + false_ago(entries()) == []


def test_an_article_stands_once_before_a_day() -> None:
    assert double_articles(entries()) == []


def test_no_excuse_is_left_over() -> None:
    english = {each for each, _spanish in entries()}
    assert {each for _term, each in EXCUSED_TERMS} | set(EXCUSED_WORDS) | ARTICLES <= english


def test_planted_faults_are_found() -> None:
    planted = [
        ("Write a referral", "Escribir una derivación"),
        ("%(n)s days with us", "con nosotros hace %(n)s días"),
        ("50,000 rows", "50.000 filas"),
        ("Your words", "Tus palabras"),
    ]
    assert len(other_terms(iter(planted))) == 1
    assert len(forbidden_words(iter(planted))) == 2
    assert european_figures(iter(planted)) == ["50.000 filas"]
    assert double_articles(iter([("until %(day)s", "hasta el %(day)s")])) == ["hasta el %(day)s"]
    assert false_ago(iter(planted)) == ["con nosotros hace %(n)s días"]
