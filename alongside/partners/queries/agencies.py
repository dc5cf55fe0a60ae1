"""Reading partners: whom to turn to there, what is agreed, and how we work together."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from alongside import clock
from alongside.access.keeper import call
from alongside.partners.choices import AgencyKind, CommitmentState, ContactPart, SeatOutcome
from alongside.partners.folding import fold
from alongside.partners.languages import plainly
from alongside.partners.models import (
    AgreementPaper,
    Appreciation,
    Commitment,
    PartnerAccess,
    PartnerAccessRequest,
    PartnerAgency,
    PartnerAgreement,
    PointOfContact,
    PreparationNote,
)
from alongside.partners.rules import defaults_of

WITHOUT_END = date(9999, 12, 31)


def agencies(*, ended: bool = False) -> QuerySet[PartnerAgency]:
    """Every partner we work with, by name, each with its current contacts in `now`.

    `waits` says that a link for one of them waits for a second person.
    """
    current = PointOfContact.objects.filter(until__isnull=True).order_by("-part")
    waits = PartnerAccessRequest.objects.filter(contact__agency_id=OuterRef("pk"), outcome=SeatOutcome.OPEN)
    return (
        PartnerAgency.objects.filter(ended_on__isnull=not ended)
        .annotate(waits=Exists(waits.filter(expires_at__gt=clock.wall())))
        .select_related("owner")
        .order_by("name", "id")
        .prefetch_related(Prefetch("contacts", queryset=current, to_attr="now"))
    )


def agency_named(agency: UUID) -> PartnerAgency | None:
    """One partner, whether we still work with it or not."""
    return PartnerAgency.objects.filter(pk=agency).select_related("owner", "changed_by").first()


def networks() -> list[PartnerAgency]:
    """Networks of agencies that we work with."""
    found = PartnerAgency.objects.filter(kind=AgencyKind.NETWORK, ended_on__isnull=True)
    return list(found.order_by("name", "id"))


def networks_of(agency: UUID) -> list[PartnerAgency]:
    """The networks a partner belongs to."""
    return list(PartnerAgency.objects.filter(members__agency_id=agency).order_by("name", "id"))


def contact_of(agency: UUID) -> PointOfContact | None:
    """Whom to turn to at a partner: the contact, or the backup where there is none."""
    current = PointOfContact.objects.filter(agency_id=agency, until__isnull=True)
    found = {each.part: each for each in current}
    return found.get(ContactPart.MAIN) or found.get(ContactPart.BACKUP)


def names_at(agency: UUID) -> list[str]:
    """The names one may know an agency by: its own, and those of whom we turn to there."""
    found = agency_named(agency)
    now = PointOfContact.objects.filter(agency_id=agency, until__isnull=True)
    return [*([found.name] if found else []), *now.order_by("part", "pk").values_list("name", flat=True)]


def contact_known(contact: UUID) -> PointOfContact | None:
    """One colleague at a partner, of now or of before."""
    return PointOfContact.objects.filter(pk=contact).first()


def seat_of(contact: UUID) -> PartnerAccess | None:
    """Whether and how a contact comes in at the partner's door."""
    return PartnerAccess.objects.filter(contact_id=contact).select_related("link_by").first()


def seat_asked(contact: UUID) -> PartnerAccessRequest | None:
    """A link for a contact that somebody asked for and that waits, or that two agreed to and nobody made yet."""
    still = PartnerAccessRequest.objects.filter(
        contact_id=contact, outcome__in=(SeatOutcome.OPEN, SeatOutcome.AGREED)
    )
    return still.filter(expires_at__gt=clock.wall()).select_related("asked_by", "answered_by").first()


def seats_to_agree(agency: UUID) -> set[UUID]:
    """Contacts of a partner for whom a link waits for a second person."""
    still = PartnerAccessRequest.objects.filter(contact__agency_id=agency, outcome=SeatOutcome.OPEN)
    return set(still.filter(expires_at__gt=clock.wall()).values_list("contact_id", flat=True))


def seats_that_wait(me: UUID, now: datetime) -> QuerySet[PartnerAccessRequest]:
    """Links for contacts that a colleague asked for and that wait for a second person, who may be me."""
    still = PartnerAccessRequest.objects.filter(outcome=SeatOutcome.OPEN, expires_at__gt=now)
    return still.exclude(asked_by_id=me)


def contacts(agency: UUID) -> list[PointOfContact]:
    """Everybody we have turned to at a partner: those of now first, then whoever it was before."""
    found = PointOfContact.objects.filter(agency_id=agency).select_related("added_by", "ended_by")
    return list(found.order_by(F("until").desc(nulls_first=True), "-part", "-since", "pk"))


def agreements(agency: UUID | None = None) -> QuerySet[PartnerAgreement]:
    """The register, those that hold or will hold longest first; `has_paper` says whether a paper is kept."""
    found = PartnerAgreement.objects.select_related("agency").annotate(
        has_paper=Exists(AgreementPaper.objects.filter(agreement=OuterRef("pk")))
    )
    found = found.filter(agency_id=agency) if agency else found
    return found.order_by(F("ends_on").desc(nulls_first=True), "agency__name", "pk")


def agreement_named(agreement: UUID) -> PartnerAgreement | None:
    """One agreement of the register."""
    return agreements().filter(pk=agreement).first()


def agreements_with(agency: UUID, today: date) -> tuple[list[PartnerAgreement], date | None]:
    """For the moment of sharing: the agreements that hold today, and else the day the last one ended."""
    found = list(agreements(agency))
    live = [each for each in found if (each.starts_on or today) <= today <= (each.ends_on or WITHOUT_END)]
    ended = [each.ends_on for each in found if each.ends_on and each.ends_on < today]
    return live, max(ended, default=None) if not live else None


def agreements_to_review(today: date) -> list[PartnerAgreement]:
    """Agreements whose day to be looked at again has come, and those that ended without one, of partners we still
    work with. One that ended and was followed by another with the same partner has been looked at."""
    ours = PartnerAgreement.objects.filter(agency__ended_on__isnull=True)
    after = PartnerAgreement.objects.filter(agency=OuterRef("agency")).exclude(pk=OuterRef("pk"))
    followed = after.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today), ~Q(starts_on__gt=today))
    over = Q(review_on__isnull=True, ends_on__lt=today) & ~Exists(followed)
    found = ours.filter(Q(review_on__lte=today) | over).select_related("agency")
    return list(found.order_by(Coalesce("review_on", "ends_on"), "pk")[:20])


def paper_of(agreement: UUID) -> AgreementPaper | None:
    """The paper of an agreement."""
    return AgreementPaper.objects.filter(agreement_id=agreement).first()


def commitments(agency: UUID) -> list[Commitment]:
    """What we and a partner said we would do: open ones by their day, then those settled, newest first."""
    found = Commitment.objects.filter(agency_id=agency).select_related("added_by")
    settled = Q(state__in=[CommitmentState.KEPT, CommitmentState.LET_GO])
    still = list(found.exclude(settled).order_by(F("by_when").asc(nulls_last=True), "pk"))
    return still + list(found.filter(settled).order_by("-settled_on", "pk")[:50])


def commitment_named(commitment: UUID) -> Commitment | None:
    """One commitment."""
    return Commitment.objects.filter(pk=commitment).select_related("agency").first()


def appreciations(agency: UUID) -> list[Appreciation]:
    """What a partner did that helped, newest first."""
    found = Appreciation.objects.filter(agency_id=agency).select_related("by")
    return list(found.order_by("-on", "pk")[:50])


def appreciation_named(appreciation: UUID) -> Appreciation | None:
    """One appreciation."""
    return Appreciation.objects.filter(pk=appreciation).first()


def preparation_notes() -> list[PreparationNote]:
    """What helps before a first meeting, by community and language."""
    found = (
        PreparationNote.objects.filter(dropped_at=None)
        .select_related("changed_by")
        .order_by("community", "pk")
    )
    return sorted(found, key=lambda each: (fold(" ".join(each.languages)), fold(each.community)))


def preparation_note_named(note: UUID) -> PreparationNote | None:
    """One note for preparing."""
    return PreparationNote.objects.filter(pk=note).select_related("changed_by").first()


def notes_for(languages: Iterable[str]) -> list[PreparationNote]:
    """Notes that fit somebody who speaks these languages, or belongs to a community named among the words."""
    spoken = [plainly(each) for each in languages]
    return [each for each in preparation_notes() if _fits(each, spoken)]


def _fits(note: PreparationNote, spoken: list[str]) -> bool:
    names = [fold(each) for each in (*note.languages, note.community)]
    return any(f" {name} " in f" {words} " for name in names if name for words in spoken)


def led_there(agency: UUID) -> int | None:
    """Of our last four settled ways to a partner, how many led there; None where it is too few to tell.

    Counted by the keeper, without anybody's identity, from what was settled before this month.
    """
    found: int | None = call("core.reliability", agency)
    return found


def with_page() -> dict[UUID, str]:
    """Partners whose point of contact may sign in here just now, each with the contact's name."""
    seats = PartnerAccess.objects.filter(contact__until=None, contact__agency__ended_on=None)
    here = seats.select_related("contact__agency").order_by("contact__name")
    return {
        each.contact.agency_id: each.contact.name
        for each in here
        if defaults_of(each.contact.agency.kind).may_sign_in
    }


def agreements_that_end(begins: date, ends: date) -> list[PartnerAgreement]:
    """Agreements whose last day is in these days, the next first."""
    rows = PartnerAgreement.objects.filter(ends_on__gte=begins, ends_on__lte=ends).select_related("agency")
    return list(rows.order_by("ends_on", "id"))
