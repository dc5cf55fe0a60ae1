"""Somebody of a person's family: no record of their own."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.asking.removing import undo_pair
from alongside.benefits import actions, queries
from alongside.benefits.forms import FamilyForm
from alongside.benefits.views.clocks import home_of
from alongside.participants.opened import opened

if TYPE_CHECKING:
    from alongside.benefits.models import FamilyMember

_TOLD = ("called", "relation", "birthday", "where")


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def new_member(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Write down somebody of their family."""
    return _member(request, participant, None)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def member(request: StaffRequest, participant: UUID, kin: UUID) -> HttpResponse:
    """Change what was written of them."""
    return _member(request, participant, there(queries.family_member_named(participant, kin)))


def _member(request: StaffRequest, participant: UUID, row: "FamilyMember | None") -> HttpResponse:
    person = opened(request.actor, participant)
    start = {name: getattr(row, name) for name in _TOLD} if row else {}
    key = f"benefits.member:{row.pk if row else participant}"
    form = filled(request, FamilyForm, key, initial=start, row=row)
    page = Page(
        title=_("Family member"),
        back=home_of(participant),
        section=_("Clocks"),
        about=person,
        lede=_(
            "In the person's own word for them. They have no record here; all but the first may stay blank."
        ),
        kept=_("Family member saved."),
        leave=_("Close"),
        row=row,
        template="benefits/member.html",
        more={"row": row},
    )

    def keep(told: dict[str, Any]) -> str | None:
        if not told["called"]:
            form.add_error("called", _("Enter what they call this person."))
            return None
        given: dict[str, Any] = {name: told[name] for name in _TOLD} | {"participant": participant}
        if row:
            actions.save_family_member(
                by=request.actor, member=row.pk, **given, seen=form.seen_version() or 0
            )
        else:
            kept = actions.save_family_member(by=request.actor, member=form.once(), **given)
            page.undo = reverse("benefits:remove_member", args=[participant, kept.pk])
        return page.back

    return ask(request, form, page, keep)


def _found(request: StaffRequest, participant: UUID, kin: UUID) -> "FamilyMember | None":
    opened(request.actor, participant)
    return queries.family_member_named(participant, kin)


remove_member, restore_member = undo_pair(
    Can.CHANGE_RECORD,
    (actions.remove_family_member, actions.restore_family_member),
    _found,
    lambda row: home_of(row.participant_id),
    "benefits:restore_member",
    noun="family_member",
)
