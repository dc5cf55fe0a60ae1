"""What several pages of this room show or need."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside import clock
from alongside.asking.page import Page
from alongside.consent import passages, queries
from alongside.consent.choices import Method, WayOut
from alongside.consent.passages import To
from alongside.participants.naming import stands_in
from alongside.partners.queries import agencies, agency_named, agreements_with, contact_of
from alongside.partners.rules import NOTHING, defaults_of
from alongside.vault.folding import fold

if TYPE_CHECKING:
    from alongside.consent.models import Disclosure, LawfulException, Release
    from alongside.participants.queries import Participant
    from alongside.partners.models import PartnerAgency


def home_of(participant: UUID) -> str:
    """The page of permissions."""
    return reverse("consent:sharing", args=[participant])


def asking(person: "Participant", title: str, **more: Any) -> Page:
    """A page that asks about sharing for one person; it leads back to their permissions."""
    besides = more.pop("more", {})
    shown = besides if callable(besides) else {"person": person, **besides}
    usual = {"section": _("Permission to share"), "template": "consent/asking.html"}
    return Page(title, home_of(person.pk), **usual | more, more=shown)


def to_of(under: "Release | LawfulException") -> To:
    """Whom a permission, or an exception, is for."""
    return To(agency=under.agency_id, person=under.person)


def choices_of_agencies() -> list[tuple[str, str]]:
    """Partners to choose from."""
    return [(str(each.pk), each.name) for each in agencies()]


def other_side(agency: UUID | None) -> dict[str, Any]:
    """What to have in sight before sharing with an agency: what is agreed, both sides' limits, whom to turn to."""
    found: PartnerAgency | None = agency_named(agency) if agency else None
    if found is None:
        return {}
    defaults = defaults_of(found.kind)
    live, ended = agreements_with(found.pk, clock.today())
    return {
        "agency": found,
        "contact": contact_of(found.pk),
        "agreements": live,
        "agreement_ended": ended,
        "shares_nothing": defaults.shares == NOTHING,
        "privilege": defaults.privilege,
    }


def called_to(to: To) -> str:
    """The recipient's name as it is now."""
    return passages.named(to)


def what_it_told(person: "Participant", row: "Disclosure", names: dict[str, str]) -> str:
    """What went out, and never more: an invitation in which they are not named told nothing of them."""
    told = person.told
    called = [each for each in (person.alias, told.name if told else "") if each.strip()]
    if row.way == WayOut.HUDDLE and not any(stands_in(fold(row.text), fold(each)) for each in called):
        return _("a day and a place, no name")
    if row.method == Method.FILE:
        return _("a line without their name")
    return ", ".join(names.get(key, key) for key in row.information)


def names_of_kinds() -> dict[str, str]:
    """What each kind of information is called."""
    return {kind.key: kind.called for kind in queries.kinds(hidden=True)}
