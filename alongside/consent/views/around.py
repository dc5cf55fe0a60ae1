"""What several pages of this room show or need."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from alongside import clock
from alongside.access.actor import Actor
from alongside.consent import passages, queries
from alongside.consent.passages import To
from alongside.partners.queries import agencies, agency_named, agreements_with, contact_of
from alongside.partners.rules import NOTHING, defaults_of

if TYPE_CHECKING:
    from alongside.consent.models import Release
    from alongside.partners.models import PartnerAgency


def home_of(participant: UUID) -> str:
    """The page of permissions."""
    return reverse("consent:sharing", args=[participant])


def uuid_of(text: str | None) -> UUID | None:
    """A reference that was sent, or none."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def release_or_404(actor: Actor, participant: UUID, release: UUID) -> "Release":
    """One permission, or nothing here."""
    found = queries.release_named(actor, participant, release)
    if found is None:
        raise Http404
    return found


def to_of(release: "Release") -> To:
    """Whom a permission is for."""
    return To(agency=release.agency_id, person=release.person)


def choices_of_agencies(actor: Actor) -> list[tuple[str, str]]:
    """Partners to choose from."""
    return [(str(each.pk), each.name) for each in agencies(actor)]


def other_side(actor: Actor, agency: UUID | None) -> dict[str, Any]:
    """What to have in sight before sharing with an agency: what is agreed, both sides' limits, whom to turn to."""
    found: PartnerAgency | None = agency_named(actor, agency) if agency else None
    if found is None:
        return {}
    defaults = defaults_of(found.kind)
    live, ended = agreements_with(actor, found.pk, clock.today())
    return {
        "agency": found,
        "contact": contact_of(actor, found.pk),
        "agreements": live,
        "agreement_ended": ended,
        "shares_nothing": defaults.shares == NOTHING,
        "privilege": defaults.privilege,
    }


def called_to(actor: Actor, to: To) -> str:
    """The recipient's name as it is now."""
    return passages.named(actor, to)


def names_of_kinds(actor: Actor) -> dict[str, str]:
    """What each kind of information is called."""
    return {kind.key: kind.called for kind in queries.kinds(actor, hidden=True)}
