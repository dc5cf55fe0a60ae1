"""Put the suggested sections and questions in place, once. An agency's own wording is never touched."""

from dataclasses import dataclass

from alongside.journey.models import Question, QuestionWording, Section, SectionWording
from alongside.keeping.data_files import entries


@dataclass(frozen=True)
class Headed:
    """What a section says in one language."""

    title: str
    about: str


@dataclass(frozen=True)
class Asked:
    """What a question says in one language, and to the worker, how to ask it."""

    text: str
    hint: str = ""
    how: str = ""


@dataclass(frozen=True)
class Suggested:
    """One question we suggest."""

    section: str
    en: Asked
    es: Asked
    topic: str = ""
    feeds: str = ""
    hidden: bool = False


SECTIONS = entries("journey", "sections", dict[str, Headed])
QUESTIONS = entries("journey", "questions", Suggested)


def load() -> None:
    """Add what is not there yet."""
    Section.objects.bulk_create(
        [Section(key=key, place=10 * place) for place, key in enumerate(SECTIONS, 1)], ignore_conflicts=True
    )
    sections = {row.key: row for row in Section.objects.all()}
    SectionWording.objects.bulk_create(
        [
            SectionWording(section=sections[key], language=language, title=each.title, about=each.about)
            for key, wordings in SECTIONS.items()
            for language, each in wordings.items()
        ],
        ignore_conflicts=True,
    )
    Question.objects.bulk_create(
        [
            Question(
                key=key,
                section=sections[each.section],
                topic=each.topic,
                feeds=each.feeds,
                place=10 * place,
                hidden=each.hidden,
            )
            for place, (key, each) in enumerate(QUESTIONS.items(), 1)
        ],
        ignore_conflicts=True,
    )
    asked = {row.key: row for row in Question.objects.all()}
    QuestionWording.objects.bulk_create(
        [
            QuestionWording(
                question=asked[key], language=language, text=said.text, hint=said.hint, how=said.how
            )
            for key, each in QUESTIONS.items()
            for language, said in (("en", each.en), ("es", each.es))
        ],
        ignore_conflicts=True,
    )
