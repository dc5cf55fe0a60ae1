"""Who does a step, where it stands, and what has been learned by it."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.goals import rules
from alongside.goals.actions._latch import held_sheet, remember_turn
from alongside.goals.choices import LearnedOffer, StepState, Who
from alongside.goals.models import LearnedThing, Step, StepWho
from alongside.keeping.rows import authored, held


def _step_of(participant: UUID, step: UUID) -> Step:
    row = held(Step, step, participant_id=participant)
    return row


@act(Can.WRITE_GOALS, said=_("changed who does a step"))
def change_who(*, by: Actor, participant: UUID, step: UUID, who: Who) -> Step:
    """Say who does a step from now on; who did it before stays known."""
    held_sheet(by, participant)
    row = _step_of(participant, step)
    if row.who == who:
        return row
    fields = ["who", "changed_at", "changed_by"]
    if rules.learned_is_offered(row.who, who) and row.learned == LearnedOffer.NONE:
        row.learned = LearnedOffer.OFFERED
        fields.append("learned")
    row.who, row.changed_at, row.changed_by_id = who, clock.now(), by.id
    row.save(update_fields=fields)
    StepWho.objects.create(participant_id=participant, step=row, who=who, at=row.changed_at, by_id=by.id)
    return row


@act(Can.WRITE_GOALS, said=_("kept where a step is"))
def change_step_state(*, by: Actor, participant: UUID, step: UUID, state: StepState) -> Step:
    """Hold a step, call it done, set it aside, or take it up again; the goal stays what it is."""
    held_sheet(by, participant)
    row = _step_of(participant, step)
    if row.state == state:
        return row
    row.state, row.revisit_on = state, None
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save(update_fields=["state", "revisit_on", "changed_at", "changed_by"])
    remember_turn(by, row.goal, row, state)
    return row


@act(Can.WRITE_GOALS, said=_("kept something they have learned"))
def save_learned(*, by: Actor, participant: UUID, step: UUID) -> LearnedThing:
    """Put a step among the things they have learned to do."""
    sheet = held_sheet(by, participant)
    row = _step_of(participant, step)
    if row.learned != LearnedOffer.KEPT:
        row.learned = LearnedOffer.KEPT
        row.save(update_fields=["learned"])
    thing = LearnedThing.objects.filter(step=row).first()
    if thing is None:
        thing = LearnedThing.objects.create(**authored(by, sheet), step=row, words=row.words)
    return thing


@act(Can.WRITE_GOALS, said=_("kept something they have learned"))
def add_learned(*, by: Actor, participant: UUID, thing: UUID, words: str) -> LearnedThing:
    """Put something among the things they have learned to do that was no step."""
    sheet = held_sheet(by, participant)
    own = rules.own_reference(participant, thing)
    there = LearnedThing.objects.filter(pk=own).first()
    if there is not None and there.words == words:
        return there
    return LearnedThing.objects.create(
        id=rules.own_reference(participant, own) if there else own, **authored(by, sheet), words=words
    )


@act(Can.WRITE_GOALS, said=_("left out something they did not want kept"))
def decline_learned(*, by: Actor, participant: UUID, step: UUID) -> Step:
    """They would not put it on a list; it is not offered for this step again."""
    held_sheet(by, participant)
    row = _step_of(participant, step)
    if row.learned == LearnedOffer.OFFERED:
        row.learned = LearnedOffer.DECLINED
        row.save(update_fields=["learned"])
    return row
