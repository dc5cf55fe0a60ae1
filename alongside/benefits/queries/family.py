"""Reading who is of a person's family."""

from uuid import UUID

from alongside.benefits.models import FamilyMember


def family(participant: UUID) -> list[FamilyMember]:
    """Those who were named, in the order they were."""
    return list(FamilyMember.objects.filter(participant_id=participant, removed_at=None).order_by("at", "id"))


def family_member_named(participant: UUID, member: UUID) -> FamilyMember | None:
    """One of them."""
    rows = FamilyMember.objects.filter(pk=member, participant_id=participant)
    return rows.select_related("changed_by").first()
