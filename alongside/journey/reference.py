"""Put the suggested sections and questions in place, once. An agency's own wording is never touched."""

from alongside.journey.models import Question, QuestionWording, Section, SectionWording
from alongside.journey.reference_questions import QUESTIONS

SECTIONS: list[tuple[str, dict[str, tuple[str, str]]]] = [
    (
        "reaching-me",
        {
            "en": (
                "How to reach me",
                "What to call you, your languages, and safe ways to be in touch.",
            ),
            "es": (
                "Cómo comunicarse conmigo",
                "Cómo llamarle, sus idiomas y formas seguras de contacto.",
            ),
        },
    ),
    (
        "how-i-am",
        {
            "en": ("How I am", "Anything about you that you would like us to know."),
            "es": ("Cómo soy y cómo estoy", "Lo que quiera que sepamos de usted."),
        },
    ),
    (
        "what-matters",
        {
            "en": ("What matters to me", "Where to begin, and how things are now. One part is enough."),
            "es": (
                "Lo que me importa",
                "Por dónde empezar y cómo están las cosas. Con una parte basta.",
            ),
        },
    ),
    (
        "paperwork",
        {
            "en": (
                "Paperwork I may want help with",
                "Papers, offices and courts, if you want help there.",
            ),
            "es": (
                "Trámites en los que quizá quiera ayuda",
                "Papeles, oficinas y tribunales, si usted quiere.",
            ),
        },
    ),
    (
        "what-helps",
        {
            "en": ("What helps", "On hard days and on good ones."),
            "es": ("Lo que ayuda", "En los días duros y en los buenos."),
        },
    ),
]


def load() -> None:
    """Add what is not there yet."""
    Section.objects.bulk_create(
        [Section(key=key, place=10 * place) for place, (key, _wordings) in enumerate(SECTIONS, 1)],
        ignore_conflicts=True,
    )
    sections = {row.key: row for row in Section.objects.all()}
    SectionWording.objects.bulk_create(
        [
            SectionWording(section=sections[key], language=language, title=title, about=about)
            for key, wordings in SECTIONS
            for language, (title, about) in wordings.items()
        ],
        ignore_conflicts=True,
    )
    Question.objects.bulk_create(
        [
            Question(
                key=each.key,
                section=sections[each.section],
                topic=each.topic,
                feeds=each.feeds,
                place=10 * place,
            )
            for place, each in enumerate(QUESTIONS, 1)
        ],
        ignore_conflicts=True,
    )
    asked = {row.key: row for row in Question.objects.all()}
    QuestionWording.objects.bulk_create(
        [
            QuestionWording(question=asked[each.key], language=language, text=text, hint=hint, how=how)
            for each in QUESTIONS
            for language, (text, hint, how) in (("en", each.en), ("es", each.es))
        ],
        ignore_conflicts=True,
    )
