"""Keeping the register of agreements with partners."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import one_at_a_time
from alongside.access.roles import Can
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.partners import rules
from alongside.partners.models import AgreementPaper, PartnerAgreement


@dataclass(frozen=True)
class Agreed:
    """What an agreement says; everything may stay blank."""

    kind: str = "mou"
    parties: str = ""
    scope: str = ""
    may_share: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    review_on: date | None = None


@act(Can.KEEP_PARTNERS)
def save_agreement(
    *, by: Actor, agreement: UUID, agency: UUID, told: Agreed, paper: bytes = b"", version: int | None = None
) -> PartnerAgreement:
    """Keep an agreement with a partner and, where one is given, its paper. `agreement` is its id, new or known.
    Raises ChangedMeanwhile."""
    one_at_a_time(agreement)
    row = PartnerAgreement.objects.filter(pk=agreement).first()
    if row is None:
        row = PartnerAgreement(pk=agreement, agency_id=agency, version=0)
        row.added_at, row.added_by_id = clock.now(), by.id
    elif is_stale(version, row.version):
        raise ChangedMeanwhile
    elif version is None and row.version == 1:
        return row  # sent twice
    else:
        row.changed_at, row.changed_by_id = clock.now(), by.id
    for name in Agreed.__dataclass_fields__:
        setattr(row, name, getattr(told, name))
    row.version += 1
    row.save(force_insert=row._state.adding)
    if paper:
        _keep_paper(by, row, paper)
    return row


def _keep_paper(by: Actor, agreement: PartnerAgreement, content: bytes) -> None:
    kind = rules.paper_kind(content)
    if not kind:
        raise rules.NotSafeToKeep
    AgreementPaper.objects.filter(agreement=agreement).delete()
    AgreementPaper.objects.create(
        agreement=agreement, kind=kind, content=content, added_at=clock.now(), added_by_id=by.id
    )


@act(Can.KEEP_PARTNERS)
def review_again(*, by: Actor, agreement: UUID, review_on: date | None) -> PartnerAgreement:
    """Say that an agreement was looked at, and when to look at it again."""
    row = PartnerAgreement.objects.select_for_update().get(pk=agreement)
    row.review_on, row.version = review_on, row.version + 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save()
    return row
