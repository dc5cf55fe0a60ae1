"""What a participant reads, hears or takes home keeps to the style that docs/WORDS.md asks for.

Short sentences, easy words, no promise that the worst day breaks, nothing that tells what kind of place we are, and
never a word about them in the third person. A sentence that needs one of these words is excused with its reason.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from alongside.agency.words import phrases
from alongside.consent import for_them
from alongside.consent.choices import INFORMATION
from alongside.consent.outing import OURS, found_in
from alongside.consent.reference import PAPER
from alongside.journey.reference import QUESTIONS
from alongside.project.languages import in_jinja, in_template
from tests.house.checks import ROOT

pytestmark = pytest.mark.no_database

# Read by staff, or by another office: not to a participant.
FOR_STAFF = re.compile(r"journey\.minor(\.title)?$|consent\.exception\.|consent\.stop_letter|label\.")
LONGEST = {"en": 18, "es": 22}
HARDEST = 6

PRONOUN = re.compile(r"\b(they|them|their|theirs|participants?)\b", re.IGNORECASE)
ABSOLUTE = {
    "en": re.compile(r"\b(nobody|never|always|as long as|forever|any day|any hour)\b", re.IGNORECASE),
    "es": re.compile(
        r"\b(nunca|jamás|siempre|nadie|para siempre|cualquier día|cualquier hora)\b", re.IGNORECASE
    ),
}
# Warm words of ours that a limit, a form or a label has no use for.
POETRY = re.compile(r"\b(walk|walks|carry|carries|weather|strands?|door|journey)\b", re.IGNORECASE)
# Words that only one part of the Spanish-speaking world says, or that make everybody a man.
NOT_OUR_SPANISH = re.compile(
    r"persona de referencia|derivaci|\bjuntos\b|\bnosotros\b|\bun abogado\b|\btribunal|en conjunto|\bsu sí\b",
    re.IGNORECASE,
)

# Somebody else is meant, and the sentence says who.
EXCUSED_PRONOUNS = {
    "Put them in your order; only the words of a goal are needed.": "goals",
    "You choose what they know about you.": "the backup",
    "I can help you ask them.": "the lawyer, the doctor, the court",
    "We can ask them together.": "whoever can tell",
    "If an interpreter helps, they hear what we say.": "the interpreter",
    "We ask them to keep it private.": "the interpreter",
    "Here they are: ____.": "laws",
    "Here they are.": "rules",
    "They are mostly about a child, or an adult who needs care, being hurt.": "laws",
    "We call them": "the office on this paper",
    "We tell them in person": "the office on this paper",
    "We send them a message": "the office on this paper",
    "We give them a letter or paper": "the office on this paper",
    "We tell them in a meeting": "the office on this paper",
    "On a web page only they can open": "the office on this paper",
    "Which words should we use when we speak about you: she, he, they, or others?": "the word itself is asked about",
    "You do not have to say where they are.": "people they care about",
    "They may keep it, report it, or tell others.": "the office on this paper",
    "If it is safe, we ask them to stop using it.": "the office on this paper",
}
# The house or a law makes it true.
EXCUSED_ABSOLUTES = {
    "You never have to tell us your status.": "nothing here asks for it, and no field has a place for it",
    "Aquí nadie lo decide a solas: otra persona lo revisa.": "the database asks for a second person",
    "Nadie más lo recibe si usted no da permiso: ni su familia, ni su jefe, ni la policía, ni migración.": "its limits"
    " are told in the next breath",
}
# Around the paper, for whoever prints it.
ON_THE_SCREEN = {
    "These parts can name a person, a debt or a place. They are left out unless you tick them.",
    "A PDF of ours cannot show these letters: %(letters)s. Print this page from the browser: it shows them where your"
    " computer has them. Look at them here first.",
}
EXCUSED_SPANISH = {"“Nosotros” es el nombre de arriba.": "the paper says who speaks"}
EXCUSED_GRADES = {
    "For example an ID card, a birth certificate, a school paper.": "each paper by the name it goes by"
}


def read_by_them(language: str) -> Iterator[tuple[str, str]]:
    """Every text that is written for a participant, each with where it stands."""
    with translation.override(language):
        yield from ((key, str(text)) for key, text in phrases().items() if not FOR_STAFF.match(key))
        for labels in (INFORMATION, for_them.OWN, for_them.METHODS, for_them.PURPOSES, for_them.SIGNERS):
            yield from ((f"paper label {key}", str(text)) for key, text in labels.items() if text)
    for key, question in QUESTIONS.items():
        asked = getattr(question, language)
        yield from ((f"question {key}", text) for text in (asked.text, asked.hint) if text)
    yield from (
        (f"permission paper, line {n}", line) for n, line in enumerate(PAPER[language][1].splitlines())
    )


def sentences(text: str) -> list[str]:
    return [
        each.strip()
        for line in text.splitlines()
        for each in re.split(r"(?<=[.?!])[”\"]?\s+|[”\"]?$", line)
        if each.strip()
    ]


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text)


def syllables(word: str) -> int:
    found = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$", word.lower())
    return max(1, found - bool(silent and found > 1))


def grade(text: str) -> float:
    """The school grade by Flesch and Kincaid; short labels have none."""
    words = words_of(text)
    if len(words) < 8:
        return 0
    return 0.39 * len(words) / len(sentences(text)) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def saying(pattern: re.Pattern[str], language: str, excused: dict[str, str]) -> list[str]:
    return [
        f"{where}: {each}"
        for where, text in read_by_them(language)
        for each in sentences(text)
        if pattern.search(each) and each not in excused
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_sentence_is_long(language: str) -> None:
    told = [(where, each) for where, text in read_by_them(language) for each in sentences(text)]
    assert [pair for pair in told if len(words_of(pair[1])) > LONGEST[language]] == []


def test_every_text_is_easy_to_read() -> None:
    assert [
        (where, text, round(grade(text), 1))
        for where, text in read_by_them("en")
        if grade(text) > HARDEST and text not in EXCUSED_GRADES
    ] == []


def test_it_speaks_to_them() -> None:
    assert saying(PRONOUN, "en", EXCUSED_PRONOUNS) == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_promises_nothing_for_ever(language: str) -> None:
    assert saying(ABSOLUTE[language], language, EXCUSED_ABSOLUTES) == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_does_not_tell_what_kind_of_place_we_are(language: str) -> None:
    assert [
        (where, found) for where, text in read_by_them(language) if (found := found_in(text, OURS[language]))
    ] == []


def test_it_is_warm_without_pictures() -> None:
    assert saying(POETRY, "en", {}) == []


def test_its_spanish_is_that_of_here() -> None:
    assert saying(NOT_OUR_SPANISH, "es", EXCUSED_SPANISH) == []


def own_papers() -> list[Path]:
    """The pages for their own hands, with every part that stands on them."""
    pages = {path for kind in ("templates", "jinja2") for path in ROOT.glob(f"alongside/*/{kind}/**/*.html")}
    named = {"/".join(path.parts[-len(path.relative_to(ROOT).parts) + 3 :]): path for path in pages}
    found = [path for path in pages if '"agency/own_print.html"' in path.read_text()]
    for path in found:
        parts = re.findall(r'{% include "([^"]+)"', path.read_text())
        found += [named[part] for part in parts if part in named and named[part] not in found]
    return found


def test_every_paper_speaks_to_them() -> None:
    papers = own_papers()
    assert {"print_moves.html", "print_release.html", "moves.html", "print_goal.html"} <= {
        path.name for path in papers
    }
    said = [
        (path.name, each.text)
        for path in papers
        for each in (in_jinja if "jinja2" in path.parts else in_template)(path.read_text())
    ]
    assert [pair for pair in said if PRONOUN.search(pair[1]) and pair[1] not in ON_THE_SCREEN] == []


@pytest.mark.parametrize("text", ["They can stop it.", "Ask the participant."])
def test_a_planted_word_about_them_is_found(text: str) -> None:
    assert PRONOUN.search(text)


def test_a_hard_sentence_is_found() -> None:
    assert (
        grade(
            "Confidentiality obligations necessitate documentation of individualized authorizations beforehand."
        )
        > HARDEST
    )


def test_no_excuse_is_left_over() -> None:
    said = {
        each
        for language in ("en", "es")
        for _where, text in read_by_them(language)
        for each in sentences(text)
    }
    excused = {*EXCUSED_PRONOUNS, *EXCUSED_ABSOLUTES, *EXCUSED_SPANISH, *EXCUSED_GRADES}
    assert excused - said == set()
