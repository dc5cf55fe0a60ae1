"""What a funder's form has blank at a month's end, of one's own people. Nothing here suggests to ask anybody."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.access.actor import Actor
from alongside.funders import queries as forms
from alongside.funders.rules import Form
from alongside.funding.stream_models import Enrolment
from alongside.funding.stream_rules import month_after
from alongside.participants.queries import Participant, among


@dataclass(frozen=True)
class Ended:
    """That an enrollment of somebody ended, and its form asks how."""

    person: Participant
    stream: str
    form: Form


@dataclass(frozen=True)
class Blank:
    """Of how many people an item of a form has no answer. It counts as not collected."""

    form: str
    item: str
    people: int
    of: int


def _enrolled(month: date) -> list[Enrolment]:
    rows = Enrolment.objects.filter(removed_at=None, begins_on__lt=month_after(month), stream__ended_at=None)
    rows = rows.exclude(stream__form="").select_related("stream")
    return [
        each for each in rows.order_by("stream__place", "id") if not each.ends_on or each.ends_on >= month
    ]


def looked_at(actor: Actor, month: date) -> tuple[list[Ended], list[Blank]]:
    """What a form asks where an enrollment ended in a month, and what is blank on it, without saying of whom."""
    rows = _enrolled(month)
    if not rows:
        return [], []
    people = {each.pk: each for each in among(actor, [row.participant_id for row in rows]) if each.opens}
    known, last = forms.forms(), month_after(month) - timedelta(days=1)
    ended: list[Ended] = []
    blank: list[Blank] = []
    for key in dict.fromkeys(row.stream.form for row in rows if row.stream.form in known):
        form = known[key]
        mine = [row for row in rows if row.stream.form == key and row.participant_id in people]
        whom = {row.participant_id for row in mine}
        told = forms.answered_items(key, whom)
        ended += _ended(form, [row for row in mine if row.ends_on and row.ends_on <= last], told, people)
        counted = {item: sum((each, item) not in told for each in whom) for item in form.asked()}
        blank += [
            Blank(form.called, form.items[item].label, number, len(whom))
            for item, number in counted.items()
            if number
        ]
    return ended, blank


def _ended(
    form: Form, rows: list[Enrolment], told: set[tuple[UUID, str]], people: dict[UUID, Participant]
) -> list[Ended]:
    asked = form.asked(closing=True)
    return [
        Ended(people[row.participant_id], row.stream.name, form)
        for row in rows
        if any((row.participant_id, item) not in told for item in asked)
    ]
