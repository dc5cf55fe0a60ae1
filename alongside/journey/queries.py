"""What can be read about welcome and intake. Who is within reach is the wall's matter."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from alongside.journey.choices import reads_as
from alongside.journey.languages import page_language, wording_in
from alongside.journey.models import (
    Answer,
    Closing,
    Question,
    QuestionVersion,
    QuestionWording,
    Section,
    SectionWording,
    Welcome,
)
from alongside.journey.rules import Said, fingerprint
from alongside.participants.models import Details
from alongside.participants.queries import details as details_of


@dataclass(frozen=True)
class Part:
    """A section of the intake, in one language."""

    id: UUID
    key: str
    title: str
    about: str


@dataclass(frozen=True)
class Asked:
    """A question in one language, and the languages it can be asked in."""

    id: UUID
    key: str
    text: str
    hint: str
    how: str
    topic: str
    feeds: str
    languages: frozenset[str]
    section: UUID
    hidden: bool = False
    language: str = ""
    version: int = 1


def welcomed_on(participant: UUID) -> Welcome | None:
    """When we last talked about what we are and what the limits are; None if not yet."""
    rows = Welcome.objects.filter(participant_id=participant).select_related("by")
    return rows.order_by("-at", "-id").first()


def parts(language: str = "", *, hidden: bool = False) -> list[Part]:
    """The sections, in the agency's order, each in this language or else in English; hidden ones where asked."""
    rows = SectionWording.objects.select_related("section")
    rows = rows if hidden else rows.filter(section__hidden=False)
    found: dict[UUID, dict[str, SectionWording]] = {}
    for row in rows.order_by("section__place", "section__key"):
        found.setdefault(row.section_id, {})[row.language] = row
    chosen = [wording_in(language or page_language(), wordings) for wordings in found.values()]
    return [Part(row.section_id, row.section.key, row.title, row.about) for row in chosen]


def questions(section: UUID | None = None, language: str = "", *, hidden: bool = False) -> list[Asked]:
    """The questions of a section (or of all), in the agency's order; hidden ones where asked."""
    rows = QuestionWording.objects.select_related("question")
    rows = rows if hidden else rows.filter(question__hidden=False)
    if section is not None:
        rows = rows.filter(question__section_id=section)
    found: dict[UUID, dict[str, QuestionWording]] = {}
    for row in rows.order_by("question__section__place", "question__place", "question__key"):
        found.setdefault(row.question_id, {})[row.language] = row
    return [_asked(wordings, language or page_language()) for wordings in found.values()]


def _asked(wordings: dict[str, QuestionWording], language: str) -> Asked:
    row = wording_in(language, wordings)
    question = row.question
    return Asked(
        question.id,
        question.key,
        row.text,
        row.hint,
        row.how,
        question.topic,
        question.feeds,
        frozenset(wordings),
        question.section_id,
        question.hidden,
        row.language,
        row.version,
    )


def question_named(key: str) -> Question | None:
    """One question of the agency's, hidden or not."""
    return Question.objects.filter(key=key).select_related("section").first()


def wordings_of(question: UUID) -> dict[str, QuestionWording]:
    """A question in each language it is worded in."""
    return {row.language: row for row in QuestionWording.objects.filter(question_id=question)}


def worded_before(question: UUID) -> list[QuestionVersion]:
    """How a question was worded before, the latest first."""
    rows = QuestionVersion.objects.filter(question_id=question).select_related("by")
    return list(rows.order_by("-until", "language"))


def all_wordings() -> list[QuestionWording]:
    """Every question that is asked, in every language, in the agency's order."""
    rows = QuestionWording.objects.filter(question__hidden=False).select_related("question")
    return list(rows.order_by("question__section__place", "question__place", "question__key", "language"))


def set_up() -> dict[str, list[dict[str, object]]]:
    """Sections and questions with their wordings, as another agency may take them over. Nobody is in it."""
    sections = Section.objects.order_by("place", "key").prefetch_related("wordings")
    asked = Question.objects.order_by("section__place", "place", "key").select_related("section")
    return {
        "sections": [
            {
                "key": row.key,
                "place": row.place,
                "hidden": row.hidden,
                "wordings": {
                    each.language: {"title": each.title, "about": each.about}
                    for each in sorted(row.wordings.all(), key=lambda each: each.language)
                },
            }
            for row in sections
        ],
        "questions": [
            {
                "key": row.key,
                "section": row.section.key,
                "topic": row.topic,
                "why": row.why,
                "place": row.place,
                "hidden": row.hidden,
                "wordings": {
                    each.language: {"text": each.text, "hint": each.hint, "how": each.how}
                    for each in sorted(row.wordings.all(), key=lambda each: each.language)
                },
            }
            for row in asked.prefetch_related("wordings")
        ],
    }


def standing(participant: UUID) -> dict[UUID, Answer]:
    """The latest answer to each question that was touched."""
    rows = Answer.objects.filter(participant_id=participant).select_related("by")
    return {row.question_id: row for row in rows.order_by("question_id", "-version").distinct("question_id")}


@dataclass(frozen=True)
class Stands:
    """What stands in a section just now, and the number a form carries of it."""

    said: dict[UUID, Said]
    answers: dict[UUID, Answer]
    details: Details | None
    version: int

    def by_whom(self, question: Asked) -> tuple[str, datetime | None]:
        """Who wrote what stands for a question, and when."""
        answer = self.answers.get(question.id)
        if self.details and question.feeds and (answer is None or answer.at < self.details.changed_at):
            return self.details.changed_by.name, self.details.changed_at
        return (answer.by.name, answer.at) if answer else ("", None)


def stands(participant: UUID, asked: list[Asked]) -> Stands:
    """What stands for these questions. A detail that was told elsewhere stands here too."""
    wanted = {question.id for question in asked}
    answers = {key: row for key, row in standing(participant).items() if key in wanted}
    details = details_of(participant) if any(question.feeds for question in asked) else None
    said = {question.id: _said(question, answers.get(question.id), details) for question in asked}
    seen: list[object] = [row.id for row in answers.values()]
    if details:
        seen.append(f"details {details.version}")
    return Stands(said, answers, details, fingerprint(seen))


def _said(question: Asked, answer: Answer | None, details: Details | None) -> Said:
    words = answer.words if answer else ""
    if question.feeds and details:
        words = str(getattr(details, question.feeds))
    return Said(words, answer.choice if answer else "")


@dataclass(frozen=True)
class Told:
    """One question that was touched, as colleagues read it."""

    question: str
    words: str
    choice: str
    reads: str
    at: datetime
    by: str


@dataclass(frozen=True)
class ToldPart:
    """What was said in one section; untouched questions are not in it."""

    key: str
    title: str
    told: list[Told] = field(default_factory=list)


def intake_summary(participant: UUID, details: Details | None = None) -> list[ToldPart]:
    """Everything they chose to say, and what they chose not to. Give `details` where they are at hand."""
    answers = standing(participant)
    if not answers:
        return []
    details = details or details_of(participant)
    told: dict[UUID, list[Told]] = {}
    # A question that is asked no more, or in other words, keeps what was said to it, as it was asked.
    for question in questions(hidden=True):
        answer = answers.get(question.id)
        if answer is None:
            continue
        said = _said(question, answer, details)
        if said.anything:
            told.setdefault(question.section, []).append(_told(question, said, answer))
    return [ToldPart(part.key, part.title, told[part.id]) for part in parts(hidden=True) if part.id in told]


def _told(question: Asked, said: Said, answer: Answer) -> Told:
    return Told(
        answer.asked_as or question.text,
        said.words,
        said.choice,
        reads_as(said.choice),
        answer.at,
        answer.by.name,
    )


def chosen_not_to(participant: UUID) -> dict[str, str]:
    """Details they chose not to give, by name: no other form asks for these again."""
    rows = Answer.objects.filter(participant_id=participant).exclude(question__feeds="")
    latest = rows.order_by("question_id", "-version").distinct("question_id")
    found = latest.select_related("question")
    return {row.question.feeds: reads_as(row.choice) for row in found if row.choice}


def closing_of(participant: UUID) -> Closing | None:
    """What they wished to have kept when we last parted, and their words for the end."""
    rows = Closing.objects.filter(participant_id=participant).select_related("change", "by")
    return rows.order_by("-at").first()
