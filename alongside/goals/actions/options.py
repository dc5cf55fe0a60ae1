"""Options we offered: our ideas, apart from their goals, with what they answered."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.goals import rules
from alongside.goals.actions._latch import held_sheet, last_place, standing
from alongside.goals.choices import Answer
from alongside.goals.models import Goal, Option, OptionAnswer
from alongside.keeping.rows import held
from alongside.participants.timeline import mark


def _option_of(participant: UUID, option: UUID) -> Option:
    row = held(Option, option, participant_id=participant)
    return row


@act(Can.WRITE_GOALS, said=_("offered an option"))
def offer_option(*, by: Actor, participant: UUID, option: UUID, words: str) -> Option:
    """Write down an idea of ours. It is no goal."""
    sheet = held_sheet(by, participant)
    own = rules.own_reference(participant, option)
    there = Option.objects.filter(pk=own, participant_id=participant).first()
    if there is not None and there.words == words:
        return there
    if there is not None:
        own = rules.own_reference(participant, own)
    row = Option.objects.create(
        id=own,
        key_id=sheet.key_id,
        participant_id=participant,
        words=words,
        offered_at=clock.now(),
        by_id=by.id,
    )
    mark(by=by, participant=participant, at=row.offered_at, room="goals", kind="option", ref=row.pk)
    return row


@act(Can.WRITE_GOALS, said=_("noted their answer to an option"))
def answer_option(*, by: Actor, participant: UUID, option: UUID, answer: Answer, once: UUID) -> Option:
    """Keep what they answered: yes, not now or no. An answer can change; each one stays known."""
    held_sheet(by, participant)
    row = _option_of(participant, option)
    own = rules.own_reference(row.pk, once)
    if not answer or OptionAnswer.objects.filter(pk=own).exists():
        return row
    row.answer, row.answered_at = answer, clock.now()
    row.save(update_fields=["answer", "answered_at"])
    OptionAnswer.objects.create(
        id=own, participant_id=participant, option=row, answer=answer, at=row.answered_at, by_id=by.id
    )
    return row


@act(Can.WRITE_GOALS, said=_("made a goal of an option they said yes to"))
def take_up_option(*, by: Actor, participant: UUID, option: UUID) -> Goal:
    """They said yes: put it among their goals. Each goal needs a yes of its own. Raises NoYes."""
    sheet = held_sheet(by, participant)
    row = _option_of(participant, option)
    if not rules.is_fresh_yes(row.answer, row.answered_at, row.taken_up_at):
        if row.goal is not None and row.answer == Answer.YES:
            return row.goal
        raise rules.NoYes
    now = clock.now()
    goal = Goal.objects.create(
        key_id=sheet.key_id,
        participant_id=participant,
        words=row.words,
        barriers="",
        tried="",
        place=last_place(participant) + 1,
        later=rules.is_for_later(len(standing(participant))),
        set_at=now,
        by_id=by.id,
        changed_at=now,
        changed_by_id=by.id,
    )
    row.goal, row.taken_up_at = goal, now
    row.save(update_fields=["goal", "taken_up_at"])
    mark(by=by, participant=participant, at=now, room="goals", kind="goal", ref=goal.pk)
    return goal
