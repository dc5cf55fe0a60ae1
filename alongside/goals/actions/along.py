"""Support level, steps agreed on towards needing us less, and descriptions of their life by themselves."""

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.goals import rules
from alongside.goals.actions._latch import held_sheet, next_instant, set_removed
from alongside.goals.choices import AskedBy, Pace, SupportLevel, TaperMove
from alongside.goals.models import LifeAreaDescription, SupportChange, TaperChange, TaperPlan, TaperStep
from alongside.keeping.rows import authored, held
from alongside.keeping.rules import ChangedMeanwhile, NotHere, is_stale
from alongside.participants.timeline import mark


@act(Can.WRITE_GOALS, said=_("saved the support level"))
def set_support(
    *, by: Actor, participant: UUID, change: UUID, level: SupportLevel, asked_by: str = "", words: str = ""
) -> SupportChange:
    """Say how close we walk from now on; the levels before stay, with who asked."""
    sheet = held_sheet(by, participant)
    own = rules.own_reference(participant, change)
    there = SupportChange.objects.filter(pk=own).first()
    if there is not None and (there.level, there.words) == (level, words):
        return there
    row = SupportChange.objects.create(
        id=rules.own_reference(participant, own) if there else own,
        **authored(by, sheet, at=next_instant(SupportChange.objects.filter(participant_id=participant))),
        level=level,
        asked_by=asked_by,
        words=words,
    )
    mark(by=by, participant=participant, at=row.at, room="goals", kind="support", ref=row.pk)
    return row


@act(Can.WRITE_GOALS, said=_("noted that they would not like what we proposed"))
def decline_support(*, by: Actor, participant: UUID) -> None:
    """They would not like what we proposed; it is not proposed again."""
    sheet = held_sheet(by, participant)
    if not SupportChange.objects.filter(participant_id=participant, declined=True).exists():
        SupportChange.objects.create(**authored(by, sheet), declined=True, words="")


@act(Can.WRITE_GOALS, said=_("agreed on steps to need us less"))
def agree_taper(
    *,
    by: Actor,
    participant: UUID,
    turn: UUID,
    steps: Sequence[tuple[str, str, date | None]],
    seen: int | None = None,
    words: str = "",
    asked_by: str = "",
) -> TaperPlan:
    """Agree on steps, each with how often, in which ways and around which day; the steps before stay readable.
    Raises ChangedMeanwhile."""
    sheet = held_sheet(by, participant)
    plan = TaperPlan.objects.filter(participant_id=participant).first()
    if _turned(participant, turn) and plan is not None:
        return plan
    if plan is None:
        plan = TaperPlan(key_id=sheet.key_id, participant_id=participant)
    elif is_stale(seen, plan.version):
        raise ChangedMeanwhile(plan)
    plan.words, plan.version, plan.place, plan.paused = words, plan.version + 1, 0, False
    plan.changed_at, plan.changed_by_id = clock.now(), by.id
    plan.save()
    TaperStep.objects.bulk_create(
        TaperStep(
            key_id=sheet.key_id,
            participant_id=participant,
            plan=plan,
            version=plan.version,
            place=place,
            pace=pace,
            channels=channels,
            around=around,
        )
        for place, (pace, channels, around) in enumerate(steps)
    )
    _remember(by, plan, turn, TaperMove.AGREED, steps[0][0], asked_by, words)
    return plan


@act(Can.WRITE_GOALS, said=_("moved between the agreed steps"))
def change_taper(
    *, by: Actor, participant: UUID, turn: UUID, move: TaperMove, seen: int | None = None, asked_by: str = ""
) -> TaperPlan:
    """Step down, step back up, pause the plan or take it up again: at once, and with who asked.

    `seen` is the place that was read; where somebody moved it meanwhile, it is not moved twice.
    Raises ChangedMeanwhile or NotHere.
    """
    held_sheet(by, participant)
    plan = TaperPlan.objects.filter(participant_id=participant, version__gt=0).first()
    if plan is None:
        raise NotHere
    if _turned(participant, turn):
        return plan
    if is_stale(seen, plan.place):
        raise ChangedMeanwhile(plan)
    steps = TaperStep.objects.filter(plan=plan, version=plan.version)
    paces = {step.place: step.pace for step in steps}
    place = plan.place + {TaperMove.DOWN: 1, TaperMove.UP: -1}.get(move, 0)
    if place not in paces:
        return plan
    plan.place = place
    plan.paused = move == TaperMove.PAUSED
    plan.changed_at, plan.changed_by_id = clock.now(), by.id
    plan.save(update_fields=["place", "paused", "changed_at", "changed_by"])
    _remember(by, plan, turn, move, paces[place], asked_by, "")
    return plan


def _turned(participant: UUID, turn: UUID) -> bool:
    return TaperChange.objects.filter(pk=rules.own_reference(participant, turn)).exists()


def _remember(
    by: Actor, plan: TaperPlan, turn: UUID, move: TaperMove, pace: str, asked_by: str, words: str
) -> None:
    row = TaperChange.objects.create(
        id=rules.own_reference(plan.participant_id, turn),
        **authored(by, plan, at=next_instant(TaperChange.objects.filter(participant_id=plan.participant_id))),
        move=move,
        pace=Pace(pace),
        asked_by=asked_by if asked_by in AskedBy.values else "",
        words=words,
    )
    mark(by=by, participant=plan.participant_id, at=row.at, room="goals", kind="taper", ref=row.pk)


@act(Can.WRITE_GOALS, said=_("kept how they describe a part of their life"))
def add_life_area_description(
    *, by: Actor, participant: UUID, description: UUID, area: str, words: str, on: date | None = None
) -> LifeAreaDescription:
    """Keep how they describe a part of their life, beside what they said of it before."""
    sheet = held_sheet(by, participant)
    own = rules.own_reference(participant, description)
    there = LifeAreaDescription.objects.filter(pk=own).first()
    if there is not None and (there.area, there.words) == (area, words):
        return there
    row = LifeAreaDescription.objects.create(
        id=uuid4() if there else own, **authored(by, sheet), area=area, on=on or clock.today(), words=words
    )
    noon = datetime.combine(row.on, time(12), tzinfo=clock.zone())
    at = row.at if row.on == clock.today() else noon
    mark(by=by, participant=participant, at=at, room="goals", kind="view", ref=row.pk)
    return row


@act(Can.WRITE_GOALS, said=_("took a description away, as they wish"))
def remove_life_area_description(*, by: Actor, participant: UUID, description: UUID) -> None:
    """Take a description away, as they wish; it can come back for 30 days."""
    set_removed(held(LifeAreaDescription, description, participant_id=participant), removed=True)


@act(Can.WRITE_GOALS, said=_("brought a description back"))
def restore_life_area_description(*, by: Actor, participant: UUID, description: UUID) -> None:
    """Bring a description back."""
    set_removed(held(LifeAreaDescription, description, participant_id=participant), removed=False)
