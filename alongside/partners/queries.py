"""Reading partners and whom to turn to there."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from alongside.access.actor import Actor
from alongside.partners.choices import ContactPart
from alongside.partners.models import PartnerAgency, PointOfContact


def agencies(actor: Actor) -> QuerySet[PartnerAgency]:
    """Every partner we work with, by name, each with its current contacts in `now`."""
    current = PointOfContact.objects.filter(until__isnull=True).order_by("-part")
    return (
        PartnerAgency.objects.filter(ended_on__isnull=True)
        .order_by("name", "id")
        .prefetch_related(Prefetch("contacts", queryset=current, to_attr="now"))
    )


def agency_named(actor: Actor, agency: UUID) -> PartnerAgency | None:
    """One partner, whether we still work with it or not."""
    return PartnerAgency.objects.filter(pk=agency).select_related("owner", "changed_by").first()


def contact_of(actor: Actor, agency: UUID) -> PointOfContact | None:
    """Whom to turn to at a partner: the contact, or the backup where there is none."""
    current = PointOfContact.objects.filter(agency_id=agency, until__isnull=True)
    found = {each.part: each for each in current}
    return found.get(ContactPart.MAIN) or found.get(ContactPart.BACKUP)
