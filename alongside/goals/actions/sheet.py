"""Writing the whole sheet at once. What a colleague changed meanwhile is never overwritten unseen."""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.goals import rules
from alongside.goals.actions._latch import held_sheet, last_place, standing
from alongside.goals.models import Goal, GoalSheet, SignOfChange, Step, StepWho
from alongside.keeping.rules import NotHere
from alongside.participants.timeline import mark

Row = TypeVar("Row", Goal, Step, SignOfChange)


@act(Can.WRITE_GOALS, said=_("wrote on the goal sheet"))
def save_goal_sheet(*, by: Actor, participant: UUID, written: rules.WrittenSheet) -> rules.Kept:
    """Keep what was written on the goal sheet: what is new, what was changed, what was emptied.
    Raises SheetChangedMeanwhile."""
    pen = _Pen(by, held_sheet(by, participant))
    pen.fits_around(written)
    for goal in written.goals:
        pen.goal(goal)
    for step in written.steps:
        pen.step(step)
    for sign in written.signs:
        pen.sign(sign)
    if pen.clashes:
        raise rules.SheetChangedMeanwhile(pen.clashes)
    return pen.kept


class _Pen:
    """Goes over one sheet once, and gathers what stands against it."""

    def __init__(self, by: Actor, sheet: GoalSheet) -> None:
        self.by, self.sheet = by, sheet
        self.participant: UUID = sheet.participant_id
        self.now: datetime = clock.now()
        self.kept = rules.Kept()
        self.clashes: list[rules.Clash] = []
        self.goals = {row.pk: row for row in Goal.objects.filter(participant_id=self.participant)}
        self.steps = {row.pk: row for row in Step.objects.filter(participant_id=self.participant)}
        self.signs = {row.pk: row for row in SignOfChange.objects.filter(participant_id=self.participant)}
        self.how_many = len(standing(self.participant))
        self.place = last_place(self.participant)

    def fits_around(self, written: rules.WrittenSheet) -> None:
        """What the plan fits around."""
        if written.fits_around is None:
            return
        stands = rules.fingerprint([self.sheet.fits_around])
        weighed = rules.weigh(written.fits_was, rules.fingerprint([written.fits_around]), stands)
        if weighed == "both":
            self.clashes.append(rules.Clash("sheet", self.sheet.pk))
        elif weighed == "mine":
            self.sheet.fits_around = written.fits_around
            self.sheet.changed_at, self.sheet.changed_by_id = self.now, self.by.id
            self.sheet.save(update_fields=["fits_around", "changed_at", "changed_by"])
            self.kept.changed = True

    def goal(self, written: rules.WrittenGoal) -> None:
        """A goal: a new one takes the next place; the sixth is kept for later."""
        row = self._known(self.goals, written)
        if row is not None:
            if self._is_mine("goal", row, written):
                row.words, row.horizon = written.words or row.words, written.horizon
                row.barriers, row.tried = written.barriers, written.tried
                self._save("goal", row, bool(written.words))
            return
        if not written.words:
            return
        self.place += 1
        later = rules.is_for_later(self.how_many)
        new = Goal.objects.create(
            **self._new(written),
            words=written.words,
            horizon=written.horizon,
            barriers=written.barriers,
            tried=written.tried,
            place=self.place,
            later=later,
        )
        self.goals[new.pk] = new
        self.how_many += not later
        if later:
            self.kept.parked.append(new.pk)
        mark(by=self.by, participant=self.participant, at=self.now, room="goals", kind="goal", ref=new.pk)

    def step(self, written: rules.WrittenStep) -> None:
        """A step under its goal."""
        row = self._known(self.steps, written)
        if row is not None:
            if self._is_mine("step", row, written):
                row.words, row.on = written.words or row.words, written.on
                self._save("step", row, bool(written.words))
            return
        if not written.words:
            return
        goal = written.goal and (
            self.goals.get(written.goal)
            or self.goals.get(rules.own_reference(self.participant, written.goal))
        )
        if not goal:
            raise NotHere
        beside = [step.place for step in self.steps.values() if step.goal_id == goal.pk]
        new = Step.objects.create(
            **self._new(written),
            goal=goal,
            words=written.words,
            on=written.on,
            who=written.who,
            place=max(beside, default=0) + 1,
        )
        self.steps[new.pk] = new
        if new.who:
            StepWho.objects.create(
                participant_id=self.participant, step=new, who=new.who, at=self.now, by_id=self.by.id
            )

    def sign(self, written: rules.WrittenSign) -> None:
        """A sign of change."""
        row = self._known(self.signs, written)
        if row is not None:
            if self._is_mine("sign", row, written):
                row.words, row.on = written.words or row.words, written.on
                self._save("sign", row, bool(written.words))
        elif written.words:
            new = SignOfChange.objects.create(**self._new(written), words=written.words, on=written.on)
            self.signs[new.pk] = new

    def _known(self, rows: dict[UUID, Row], written: rules.Written) -> Row | None:
        return rows.get(written.row) or rows.get(rules.own_reference(self.participant, written.row))

    def _is_mine(self, kind: str, row: Row, written: rules.Written) -> bool:
        weighed = rules.weigh(written.was, rules.fingerprint(written.parts()), row.mark)
        if weighed == "both":
            self.clashes.append(rules.Clash(kind, row.pk))
        return weighed == "mine"

    def _save(self, kind: str, row: Row, has_words: bool) -> None:
        row.removed_at = None if has_words else self.now
        row.changed_at, row.changed_by_id = self.now, self.by.id
        row.save()
        self.kept.changed = True
        if not has_words:
            self.kept.taken_away.append((kind, row.pk))

    def _new(self, written: rules.Written) -> dict[str, object]:
        self.kept.changed = True
        return {
            "id": rules.own_reference(self.participant, written.row),
            "key_id": self.sheet.key_id,
            "participant_id": self.participant,
            "set_at": self.now,
            "by_id": self.by.id,
            "changed_at": self.now,
            "changed_by_id": self.by.id,
        }
