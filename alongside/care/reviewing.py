"""The organisation review: beginning one, answering its questions, and what follows from the answers."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keys import shared_key
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.care.models import OrganisationReview, ReviewAction, ReviewAnswer, ReviewQuestion
from alongside.care.rules import AskedAlready, YearHasOne
from alongside.keeping.rows import held, held_or_new, insert
from alongside.keeping.rules import NotHere, NothingWritten

_ONE_A_YEAR = {"care_organisationreview_year_key": YearHasOne}
_ASKED_ONCE = {"a_review_asks_a_question_once": AskedAlready}


@act(Can.REVIEW_ORGANISATION)
def begin_review(
    *, by: Actor, review: UUID, year: int, roles: Sequence[str] = (), about: str = ""
) -> OrganisationReview:
    """Begin the review of a year. `review` is the new id. Raises YearHasOne."""
    kept = held_or_new(OrganisationReview, review)
    if kept is not None:
        return kept
    if OrganisationReview.objects.filter(year=year).exists():
        raise YearHasOne
    row = OrganisationReview(
        pk=review, key_id=shared_key(review), year=year, roles=sorted(roles), about=about,
        at=clock.now(), by_id=by.id,
    )  # fmt: skip
    with refused_as(_ONE_A_YEAR):
        insert(row)
    return row


@act(Can.REVIEW_ORGANISATION)
def change_review(
    *, by: Actor, review: UUID, year: int, roles: Sequence[str], about: str, seen: int | None = None
) -> None:
    """Say who is invited by role and who took part. Raises NotHere, ChangedMeanwhile, YearHasOne."""
    row = held(OrganisationReview, review, seen)
    if OrganisationReview.objects.filter(year=year).exclude(pk=review).exists():
        raise YearHasOne
    row.year, row.roles, row.about, row.version = year, sorted(roles), about, row.version + 1
    with refused_as(_ONE_A_YEAR):
        row.save(update_fields=["year", "roles", "about", "version"])


@act(Can.REVIEW_ORGANISATION)
def finish_review(*, by: Actor, review: UUID, finish: bool) -> None:
    """Finish it, so that its answers stay as they are, or open it again. Raises NotHere."""
    row = held(OrganisationReview, review)
    row.finished_at = (row.finished_at or clock.now()) if finish else None
    row.save(update_fields=["finished_at"])


def _open(review: UUID) -> OrganisationReview:
    """A review that is not finished, held, so that nobody finishes it meanwhile."""
    return held(OrganisationReview, review, finished_at=None)


@act(Can.WORK_HERE)
def answer_question(
    *, by: Actor, review: UUID, question: UUID, state: str, words: str, seen: int | None = None
) -> ReviewAnswer:
    """Answer a question of a review, or change its answer. Raises NotHere, NothingWritten, ChangedMeanwhile."""
    if not words.strip() and not state:
        raise NothingWritten
    stands, asks = _open(review), ReviewQuestion.objects.filter(pk=question).first()
    if asks is None:
        raise NotHere
    found = (
        ReviewAnswer.objects.filter(review_id=review, question_id=question)
        .values_list("pk", flat=True)
        .first()
    )
    if found is None:
        row = ReviewAnswer(
            key_id=stands.key_id, review_id=review, question_id=question, state=state, words=words,
            asked=asks.name, at=clock.now(), by_id=by.id,
        )  # fmt: skip
        insert(row)
        return row
    row = held(ReviewAnswer, found, seen if seen is not None else 0)
    row.state, row.words, row.asked, row.version = state, words, asks.name, row.version + 1
    row.save(update_fields=["state", "words", "asked", "version"])
    return row


@act(Can.WORK_HERE)
def agree_on_action(
    *, by: Actor, action: UUID, review: UUID, question: UUID, words: str, owner: UUID, due_on: date
) -> ReviewAction:
    """Agree on what follows from an answer, who does it and by which day. `action` is the new id. Raises NotHere or
    NothingWritten."""
    if not words.strip():
        raise NothingWritten
    stands = _open(review)
    kept = held_or_new(ReviewAction, action, review_id=review)
    if kept is not None:
        return kept
    if not ReviewQuestion.objects.filter(pk=question).exists():
        raise NotHere
    row = ReviewAction(
        pk=action, key_id=stands.key_id, review_id=review, question_id=question, words=words, owner_id=owner,
        due_on=due_on, at=clock.now(), by_id=by.id,
    )  # fmt: skip
    insert(row)
    return row


@act(Can.WORK_HERE)
def change_action(
    *, by: Actor, action: UUID, words: str, owner: UUID, due_on: date, seen: int | None = None
) -> None:
    """Word it otherwise, give it to a colleague, or agree on another day. Raises NotHere, NothingWritten,
    ChangedMeanwhile."""
    if not words.strip():
        raise NothingWritten
    row = held(ReviewAction, action, seen)
    if not OrganisationReview.objects.filter(pk=row.review_id).exists():
        raise NotHere  # whoever owns it alone says what came of it, and no more
    row.words, row.owner_id, row.due_on, row.version = words, owner, due_on, row.version + 1
    row.save(update_fields=["words", "owner", "due_on", "version"])


@act(Can.WORK_HERE)
def end_action(*, by: Actor, action: UUID, ended_as: str, outcome: str, seen: int | None = None) -> None:
    """Say what came of it: done, dropped, or open still. Raises NotHere, ChangedMeanwhile."""
    row = held(ReviewAction, action, seen)
    row.ended_at = (row.ended_at or clock.now()) if ended_as else None
    row.ended_as, row.outcome, row.version = ended_as, outcome, row.version + 1
    row.save(update_fields=["ended_as", "ended_at", "outcome", "version"])


@act(Can.KEEP_CARE)
def save_review_question(
    *, by: Actor, question: UUID, name: str, hidden: bool, seen: int | None = None
) -> ReviewQuestion:
    """Add a question to the agency's list, word one otherwise, or hide it. Ours, worded as we have it, stays ours and
    follows the reader's language. Raises NothingWritten, AskedAlready, ChangedMeanwhile."""
    if not name.strip():
        raise NothingWritten
    row = held_or_new(ReviewQuestion, question, seen)
    if row is None:
        last = ReviewQuestion.objects.order_by("-place").values_list("place", flat=True).first()
        row = ReviewQuestion(pk=question, place=(last or 0) + 10, version=0)
    others = ReviewQuestion.objects.exclude(pk=question)
    if any(each.called.casefold() == name.strip().casefold() for each in others):
        raise AskedAlready
    is_ours = bool(row.key) and not row.name and name.strip() == row.called
    row.name, row.hidden, row.version = "" if is_ours else name.strip(), hidden, row.version + 1
    with refused_as(_ASKED_ONCE):
        row.save()
    return row


@act(Can.SET_UP_AGENCY)
def import_review_questions(*, by: Actor, questions: Sequence[Mapping[str, Any]]) -> None:
    """Take questions out of another agency's set-up file; what is only here stays. Raises AskedAlready."""
    known = {
        (each.key, each.name.casefold() if not each.key else ""): each
        for each in ReviewQuestion.objects.all()
    }
    with refused_as(_ASKED_ONCE):
        for each in questions:
            row = known.get((each["key"], each["name"].casefold() if not each["key"] else ""))
            row = row or ReviewQuestion(key=each["key"], version=0)
            row.name, row.place, row.hidden = each["name"], each["place"], each["hidden"]
            row.version += 1
            row.save()
