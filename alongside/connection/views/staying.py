"""Pages of what builds and strains trust, and of people who stay with us with no check-in planned."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside import clock
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.connection import actions, forms, queries
from alongside.connection.views.places import home_of
from alongside.participants.actions import set_first_contact
from alongside.participants.opened import opened
from alongside.ui.dates import day, put


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def trust(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What builds trust with somebody and what strains it, in their words; read before a call."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_trust")
    versions = queries.trust_versions(participant)
    stands = versions[0] if versions else None
    start = {"version": "0"} | ({"builds": stands.builds, "strains": stands.strains} if stands else {})
    form = filled(request, forms.TrustForm, f"connection.trust:{participant}", initial=start, row=stands)
    page = Page(
        title=_("What builds and strains trust"),
        section=_("Trust"),
        about=person,
        back=home_of(participant),
        lede=_("In their words. It stands where one looks before a call; a few words are enough."),
        kept=_("What builds and strains trust is saved."),
        row=stands,
        template="connection/trust.html",
        more={"before": versions[1:]},
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("builds", "strains")}
        actions.save_trust(
            by=request.actor, participant=participant, trust=form.once(), seen=form.seen_version(), **given
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def since(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Since when somebody is with us: the first contact, before any that stands in the record."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_about")
    first = queries.first_note_at(participant)
    start = {"on": localtime(min(filter(None, (person.first_contact_at, first)))).date()}
    form = filled(request, forms.SinceForm, f"connection.since:{participant}", initial=start)
    page = Page(
        title=_("With us since"),
        section=_("With us since"),
        about=person,
        back=reverse("participants:about", args=[participant]),
        lede=_("Somebody may have known us for years before this record began."),
        kept=_("The day of the first contact is saved."),
        refusals={TurnedDown: ("on", _("This day is still to come. Please choose today or a day before."))},
    )

    def keep(told: dict[str, Any]) -> str | None:
        if first and told["on"] > localtime(first).date():
            said = _("A note of %(day)s stands in the record already. The first contact is not after it.")
            form.add_error("on", put(said, day=day(first)))
            return None
        set_first_contact(by=request.actor, participant=participant, on=told["on"])
        return page.back

    return ask(request, form, page, keep)


@staff(Can.LOG_CONTACT)
@require_POST
def later(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Leave somebody with no check-in plan off Today for as long as one likes, or let them come round again."""
    person, form = opened(request.actor, participant), forms.LaterForm(request.POST)
    page = Page(
        title=_("Check-in plan"),
        section=_("Check-in plan"),
        about=person,
        back=reverse("connection:presence", args=[participant]),
        kept=_("Left off Today until somebody says otherwise."),
    )

    def keep(told: dict[str, Any]) -> str:
        back = "again" in request.POST
        until = clock.today() if back else told["until"]
        actions.leave_check_in(by=request.actor, participant=participant, later=form.once(), until=until)
        if back:
            page.kept = _("They come round on Today again.")
        elif until:
            page.kept = put(_("Left off Today until %(day)s."), day=day(until))
        return home_of(participant)

    return ask(request, form, page, keep)


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "POST"])
def reminder(request: StaffRequest) -> HttpResponse:
    """After how many days without contact somebody with no check-in plan comes round on Today."""
    kept = queries.check_in_reminders()
    start = {"every_days": queries.reminded_every(), "from_on": clock.today()}
    form = filled(request, forms.ReminderForm, "", initial=start)
    page = Page(
        title=_("People with no check-in planned"),
        section=_("Check-ins"),
        back=reverse("program:program"),
        lede=_("After these days without contact they come round on the Today of their case manager."),
        kept=_("The days after which people come round are saved."),
        template="connection/reminder.html",
        more={"kept": kept},
    )

    def keep(told: dict[str, Any]) -> str:
        actions.set_check_in_reminder(
            by=request.actor,
            reminder=form.once(),
            from_on=told["from_on"] or clock.today(),
            every_days=told["every_days"],
        )
        return reverse("connection:reminder")

    return ask(request, form, page, keep)
