"""What the agency asks: rewording, hiding, moving and adding questions. None is ever required."""

from collections.abc import Mapping, Sequence
from typing import Any

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import one_at_a_time
from alongside.access.roles import Can
from alongside.journey import rules
from alongside.journey.models import Question, QuestionVersion, QuestionWording, Section, SectionWording
from alongside.journey.rules import Worded
from alongside.participants.choices import Topic


@act(Can.EDIT_FORMS)
def save_question(
    *, by: Actor, key: str, section: str, wordings: Mapping[str, Worded], why: str = "", hidden: bool = False
) -> Question:
    """Word a question, hide it or add it. A `key` that is not there yet adds it, and then it needs its reason.

    The words before stay, so that what was said to them can be read beside them.
    Raises NeedsAReason or NeedsWords.
    """
    one_at_a_time("questions")
    question = Question.objects.filter(key=key).first()
    if question is None:
        if not why.strip():
            raise rules.NeedsAReason
        asked_in = Section.objects.get(key=section)
        last = Question.objects.filter(section=asked_in).order_by("-place").first()
        question = Question(key=key, section=asked_in, place=last.place + 10 if last else 10)
    if not any(worded.text.strip() for worded in wordings.values()):
        raise rules.NeedsWords
    question.why, question.hidden = why, hidden
    question.save()
    for language, worded in wordings.items():
        _word(by, question, language, worded)
    return question


def _word(by: Actor, question: Question, language: str, worded: Worded) -> None:
    row = QuestionWording.objects.filter(question=question, language=language).first()
    if row is None:
        if worded.text.strip():
            QuestionWording.objects.create(question=question, language=language, **worded._asdict())
        return
    # An emptied language keeps its words: a question is hidden as a whole, in every language.
    if not worded.text.strip() or worded == Worded(row.text, row.hint, row.how):
        return
    QuestionVersion.objects.create(
        question=question,
        language=language,
        version=row.version,
        text=row.text,
        hint=row.hint,
        how=row.how,
        until=clock.now(),
        by_id=by.id,
    )
    row.text, row.hint, row.how = worded
    row.version += 1
    row.save()


@act(Can.EDIT_FORMS)
def move_question(*, by: Actor, key: str, up: bool) -> None:
    """Ask a question one place earlier or later in its section."""
    one_at_a_time("questions")
    question = Question.objects.get(key=key)
    order = list(Question.objects.filter(section_id=question.section_id).order_by("place", "key"))
    here = next(place for place, each in enumerate(order) if each.pk == question.pk)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(order):
        return
    order[here], order[there] = order[there], order[here]
    for place, each in enumerate(order, start=1):
        each.place = 10 * place
    Question.objects.bulk_update(order, ["place"])


@act(Can.EDIT_FORMS)
def import_questions(*, by: Actor, sections: Sequence[Any], questions: Sequence[Any]) -> None:
    """Take sections and questions out of another agency's set-up file; what they do not name stays."""
    for each in sections:
        part, _made = Section.objects.update_or_create(
            key=each["key"], defaults={"place": each["place"], "hidden": each["hidden"]}
        )
        for language, worded in each["wordings"].items():
            SectionWording.objects.update_or_create(section=part, language=language, defaults=worded)
    for each in questions:
        worded = {language: Worded(**words) for language, words in each["wordings"].items()}
        question = save_question(
            by=by,
            key=each["key"],
            section=each["section"],
            wordings=worded,
            why=each["why"] or ("" if Question.objects.filter(key=each["key"]).exists() else "-"),
            hidden=each["hidden"],
        )
        question.section = Section.objects.get(key=each["section"])
        question.topic = each["topic"] if each["topic"] in Topic.values else ""
        question.place, question.why = each["place"], each["why"]
        question.save()


__all__ = ["import_questions", "move_question", "save_question"]
