"""Asking for a file, agreeing to it, and taking it."""

from datetime import date
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, TurnedDown, act
from alongside.access.keeper import call, one_at_a_time
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.agency.modules import is_off
from alongside.consent import gate
from alongside.consent.passages import To, named
from alongside.extracts import queries
from alongside.extracts.choices import Kind
from alongside.extracts.making import Made, made
from alongside.extracts.models import Extract
from alongside.extracts.rules.lines import Line
from alongside.keeping.rows import insert


class TooFew(ValueError):
    """So few gave permission that the file would point at somebody."""


@act(Can.ASK_EXTRACT)
def ask_extract(
    *, by: Actor, extract: UUID, kind: str, agency: UUID, purpose: str, begins: date, after: date
) -> Extract:
    """Ask for a file, of whole months; sent twice, it is one. Raises TurnedDown."""
    one_at_a_time(extract)
    if there := Extract.objects.filter(pk=extract).first():
        return there
    if kind == Kind.HUD and is_off("hud:about"):
        raise TurnedDown("left_off")
    if agency not in dict(queries.recipients()):
        raise TurnedDown("not_here")
    row = Extract(
        id=extract, kind=kind, agency_id=agency, purpose=purpose, begins=begins, after=after,
        at=clock.now(), by_id=by.id,
    )  # fmt: skip
    insert(row)
    return row


@act(Can.APPROVE_EXTRACT)
def agree_to_extract(*, by: Actor, extract: UUID) -> None:
    """Agree to a file that another asked for, for seven days. Nobody agrees to their own."""
    with refused_as({"no_file_to_agree_to": NotAllowed("agree_to_extract")}):
        call("core.agree_to_extract", extract)


@act(Can.ASK_EXTRACT)
def take_extract(*, by: Actor, extract: UUID) -> Made:
    """Take the file, once: every line passes the gate at this moment, and stands in the accounting of its person.
    Raises TooFew, NotAllowed."""
    row = Extract.objects.get(pk=extract)
    if row.kind == Kind.HUD and is_off("hud:about"):
        raise NotAllowed("take_extract")
    refused = {"this_file_is_not_open": NotAllowed("take_extract"), "too_few_for_a_file": TooFew()}
    with refused_as(refused), connection.cursor() as cursor:
        cursor.execute(
            "select disclosure, sealed_by, came, state, ended, services from core.take_extract(%s)", [extract]
        )
        given = cursor.fetchall()
    lines = [Line(came, state, ended, tuple(services)) for _d, _k, came, state, ended, services in given]
    found = made(row.kind, lines, row.begins, row.after, clock.now())
    to, form = named(To(agency=row.agency_id)), row.get_kind_display()
    went = [
        gate.Went(disclosure, key, to, _in_words(form, told))
        for (disclosure, key, *_line), told in zip(given, found.told, strict=True)
    ]
    gate.keep_what_went(by=by, told=went)
    return found


def _in_words(form: str, told: dict[str, str]) -> str:
    head = _("A line about you without your name. Form: %(form)s.") % {"form": form}
    return "\n".join([head, *(f"{name}: {value}" for name, value in told.items())])
