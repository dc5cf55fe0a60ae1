"""What a partner said they would do, asked about on their own page and settled by their answer there."""

from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.circle.models import CaseCommitment
from alongside.consent.choices import Reply
from alongside.consent.queries import replies_about
from alongside.keeping.rules import NotHere
from alongside.partners.choices import CommitmentState


def _held(participant: UUID, commitment: UUID) -> CaseCommitment:
    rows = CaseCommitment.objects.select_for_update().filter(pk=commitment, participant_id=participant)
    row = rows.first()
    if row is None:
        raise NotHere
    return row


@act(Can.HOLD_CIRCLE, said=_("asked a partner on its page about what it had said"))
def ask_on_their_page(*, by: Actor, participant: UUID, commitment: UUID, disclosure: UUID) -> CaseCommitment:
    """Keep that it stands on the page of whoever said it, as the gate kept it."""
    row = _held(participant, commitment)
    row.disclosure = disclosure
    row.save(update_fields=["disclosure"])
    return row


@act(Can.HOLD_CIRCLE, said=_("kept what a partner answered about what it had said"))
def bring_settled(*, by: Actor, participant: UUID, commitment: UUID, reply: UUID) -> CaseCommitment:
    """Bring over what they answered on their page, once: done settles it, nothing else does.

    What was settled here before stands.
    Raises NotHere.
    """
    row = _held(participant, commitment)
    if reply in row.heard:
        return row
    found = [each for each in replies_about(participant) if each.pk == reply]
    if not found or found[0].item.disclosure_id != row.disclosure:
        raise NotHere
    row.heard = [*row.heard, reply]
    if found[0].kind == Reply.DONE and row.settled_on is None:
        row.state, row.settled_on = CommitmentState.KEPT, localtime(found[0].at).date()
    row.save(update_fields=["heard", "state", "settled_on"])
    return row
