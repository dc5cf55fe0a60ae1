"""Sending a referral: through the one gate, exactly as it was shown to them."""

from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.consent import gate
from alongside.consent.choices import WayOut
from alongside.referrals import queries, rules
from alongside.referrals.actions._so import held, turned
from alongside.referrals.actions._together import plan_together
from alongside.referrals.actions.barriers import add_barrier
from alongside.referrals.choices import NOT_SENT, SYSTEM_OF, State, Stuck, System, Way
from alongside.referrals.letters import text_of
from alongside.referrals.models import Referral


@act(Can.REFER, said=_("sent a referral, exactly as it was shown to them"))
def send_referral(
    *,
    by: Actor,
    participant: UUID,
    referral: UUID,
    previewed: str,
    interpreter: str = "",
    knowing: bool = False,
) -> Referral:
    """Let a referral go out as it was looked at. `previewed` is the digest of the text that was shown.

    What we do together goes into the calendar, and an interpreter whom we have to bring is a barrier of the system.
    Raises NoWayOut or WentOut.
    """
    row = held(participant, referral)
    if row.disclosure_id is not None:
        return row
    if row.state not in NOT_SENT or row.removed_at is not None:
        raise rules.WentOut
    if not queries.has_a_page(row):
        raise gate.NoWayOut("no seat")
    way = gate.passage(
        participant,
        to=queries.to_of(row),
        information=row.information,
        purpose=row.purpose,
        method=row.method,
    )
    sent = gate.disclose(
        by=by,
        participant=participant,
        disclosure=uuid4(),
        passage=way,
        way=WayOut.REFERRAL,
        previewed=previewed,
        text=text_of(row),
        knowing=knowing,
    )
    row.disclosure = sent
    row.save(update_fields=["disclosure"])
    turned(by, row, State.SENT, "", uuid4())
    plan_together(by, row, interpreter)
    if Way.INTERPRET in row.ways:
        system = SYSTEM_OF.get(queries.system_of(row.service_id), System.OTHER)
        add_barrier(
            by=by,
            participant=participant,
            barrier=uuid4(),
            system=system,
            stuck=Stuck.LANGUAGE,
            referral=row.pk,
        )
    return row
