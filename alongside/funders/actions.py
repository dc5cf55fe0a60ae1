"""Setting report answers, what services count as, and fields for a funder."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import one_at_a_time
from alongside.access.roles import Can
from alongside.connection.models import ServiceKind
from alongside.funders import catalog, queries, rules
from alongside.funders.choices import Takes, When
from alongside.funders.models import CrosswalkRow, FormField, ReportAnswer
from alongside.keeping.rows import authored, held_or_new
from alongside.keeping.rules import ChangedMeanwhile, NotHere, NothingWritten, is_stale
from alongside.participants.queries import participant_named


@act(Can.CHANGE_RECORD, said=_("wrote down what they said for a funder's report"))
def save_report_answers(
    *, by: Actor, participant: UUID, form: str, told: Mapping[str, Sequence[str]], seen: int | None = None
) -> None:
    """Set the answers to some items of a form: values, one of `rules.UNSAID`, or nothing for *not collected*.

    Raises OneAlone, ChangedMeanwhile, NotHere where no stream needs the form of them, TurnedDown for what the form
    does not offer.
    """
    one_at_a_time(f"funders.answers:{participant}:{form}")
    person, asked = participant_named(participant), queries.form_named(form)
    if person is None or asked is None or form not in queries.needed(participant):
        raise NotHere
    stands = queries.sheet(participant, asked)
    if is_stale(seen, stands.version):
        raise ChangedMeanwhile(stands)
    for key, values in told.items():
        item = asked.items.get(key)
        if item is None or not item.is_asked or not rules.fits(item, values):
            raise TurnedDown("not_offered")
        given, before = set(values), set(stands.answers.get(key, ()))
        mine = ReportAnswer.objects.filter(participant_id=participant, form=form, item=key)
        mine.filter(value__in=before - given).delete()
        several = item.kind == "several"
        for value in sorted(given - before):
            row = ReportAnswer(**authored(by, person), form=form, item=key, value=value, several=several)
            row.save(force_insert=True)


@act(Can.KEEP_CROSSWALKS)
def save_crosswalk(*, by: Actor, form: str, told: Mapping[UUID, str], seen: int | None = None) -> None:
    """Say what kinds of service count as on a form; an empty item is nothing. What stood is ended and kept.

    Raises ChangedMeanwhile, NotHere, TurnedDown for an item that the form does not have.
    """
    one_at_a_time(f"funders.crosswalk:{form}")
    stands = queries.Crosswalk(queries.crosswalk(form))
    if is_stale(seen, stands.version):
        raise ChangedMeanwhile(stands)
    _put(by, form, told)


def _put(by: Actor, form: str, told: Mapping[UUID, str]) -> None:
    asked = catalog.forms().get(form)
    if asked is None:
        raise NotHere
    items, stands = asked.services(), queries.crosswalk(form)
    for kind, item in told.items():
        if item and item not in items:
            raise TurnedDown("not_offered")
        row = stands.get(kind)
        if (row.item if row else "") == item:
            continue
        if row is not None:
            row.ended_at = clock.now()
            row.save(update_fields=["ended_at"])
        new = CrosswalkRow(form=form, kind_id=kind, item=item, at=clock.now(), by_id=by.id)
        new.save(force_insert=True)


@act(Can.SET_UP_AGENCY)
def import_crosswalks(*, by: Actor, rows: Sequence[Mapping[str, str]]) -> None:
    """Take crosswalks out of another agency's set-up file; services are found by their names, others left out."""
    kinds = {(each.key or each.name.casefold()): each.pk for each in ServiceKind.objects.all()}
    told: dict[str, dict[UUID, str]] = {}
    for each in rows:
        kind, form = kinds.get(each["kind"].casefold()), catalog.forms().get(each["form"])
        if kind and form and (not each["item"] or each["item"] in form.services()):
            told.setdefault(form.key, {})[kind] = each["item"]
    for form_key, counted in told.items():
        _put(by, form_key, counted)


@act(Can.KEEP_CROSSWALKS)
def save_form_field(
    *,
    by: Actor,
    field: UUID,
    form: str,
    item: str,
    label: str,
    why: str,
    wording: str,
    takes: str,
    when: str,
    values: Sequence[str],
    language: str,
    seen: int | None = None,
) -> FormField:
    """Add a field that a funder asks for, or change it; sent twice, it is one. A survivor adviser looks at it anew.

    Raises NothingWritten without a reason, a wording or two values, ChangedMeanwhile, TurnedDown.
    """
    found = catalog.forms().get(form)
    if found is None or takes not in Takes.values or when not in When.values:
        raise TurnedDown("not_offered")
    if item and (item not in found.items or found.items[item].is_asked):
        raise TurnedDown("not_offered")
    keys = [rules.key_of(each) for each in values]
    if not (label.strip() and why.strip() and wording.strip()) or len(set(keys)) < 2:
        raise NothingWritten
    row = held_or_new(FormField, field, seen)
    if row is not None and seen is None:
        return row
    is_new = row is None
    row = row or FormField(id=field, form=form, version=0, at=clock.now(), by_id=by.id)
    row.item, row.label, row.why, row.wording = item, label.strip(), why.strip(), wording.strip()
    row.takes, row.when, row.language = takes, when, language
    row.values = list(dict(zip(keys, values, strict=True)).values())
    row.version += 1
    row.save(force_insert=is_new)
    return row


@act(Can.KEEP_CROSSWALKS)
def hide_form_field(*, by: Actor, field: UUID, hidden: bool) -> FormField:
    """Ask a field no more, or again; answers that were given stay. Raises NotHere."""
    row = held_or_new(FormField, field)
    if row is None:
        raise NotHere
    row.hidden_at = clock.now() if hidden else None
    row.save(update_fields=["hidden_at"])
    return row


@act(Can.SET_UP_AGENCY)
def import_form_fields(*, by: Actor, rows: Sequence[Mapping[str, object]]) -> None:
    """Take fields out of a set-up file, but for those that are here; an adviser of this agency looks at each first."""
    known = {(each.form, each.label.casefold()) for each in queries.fields(hidden=True)}
    for each in rows:
        if (each["form"], str(each["label"]).casefold()) not in known and each["form"] in catalog.forms():
            row = FormField(**each, version=1, at=clock.now(), by_id=by.id)
            row.save(force_insert=True)
