"""What is done at the front door: logging, putting words right, keeping an alias, joining and parting."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import one_at_a_time
from alongside.access.refusals import refused_as
from alongside.access.roles import Can, Role
from alongside.agency.models import Staff
from alongside.frontdoor import queries, rules, sentences
from alongside.frontdoor.choices import Door
from alongside.frontdoor.joining import join, part
from alongside.frontdoor.models import Contact, EarlierWords, ReadAtTheDoor
from alongside.keeping.rows import authored
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.participants import actions as people
from alongside.participants.choices import Part, State
from alongside.participants.models import Need, Participant
from alongside.participants.rules import IsCaseManager
from alongside.vault import ring
from alongside.vault.models import Key


@act(Can.LOG_CALL)
def log_call(
    *,
    by: Actor,
    contact: uuid.UUID,
    words: str = "",
    safe_to_call_back: str = "",
    do_not_call_back: bool = False,
    asked_by_other: bool = False,
    at: datetime | None = None,
) -> Contact:
    """Log a hotline call, anonymous, with nothing required."""
    row = Contact(id=contact, door=Door.CALL, words=words, safe_to_call_back=safe_to_call_back)
    row.do_not_call_back, row.asked_by_other = do_not_call_back, asked_by_other
    return _log(by, row, at)


@act(Can.LOG_VISIT)
def log_visit(*, by: Actor, contact: uuid.UUID, words: str = "", at: datetime | None = None) -> Contact:
    """Log a visit to the drop-in, anonymous, with nothing required."""
    site = Staff.objects.filter(pk=by.id).values_list("site_id", flat=True).first()
    return _log(by, Contact(id=contact, door=Door.VISIT, words=words, site_id=site), at)


def _log(by: Actor, row: Contact, at: datetime | None) -> Contact:
    one_at_a_time(row.pk)
    found = Contact.objects.filter(pk=row.pk, by_id=by.id).first()
    if found is not None:
        return found
    row.key_id = uuid.uuid4()
    wrapped = ring.make(row.key_id)
    row.by_id, row.at = by.id, at or clock.now()
    with refused_as({"frontdoor_contact_pkey": rules.SentBefore}), transaction.atomic():
        row.save(force_insert=True)
        Key.objects.create(key_id=row.key_id, door=by.door, contact_id=row.pk, wrapped=wrapped)
    return row


@act(Can.JOIN_CONTACT, said=_("amended a call or visit"))
def amend_contact(
    *,
    by: Actor,
    contact: uuid.UUID,
    words: str,
    safe_to_call_back: str = "",
    do_not_call_back: bool = False,
    seen: int | None = None,
) -> Contact:
    """Put the words of one's own contact right; the words before are kept.
    Raises ChangedMeanwhile or NotWithinReach."""
    row = Contact.objects.filter(pk=contact, by_id=by.id, participant=None).select_for_update().first()
    if row is None:
        raise rules.NotWithinReach
    same = (row.words, row.safe_to_call_back, row.do_not_call_back)
    if same == (words, safe_to_call_back, do_not_call_back):
        return row
    if is_stale(seen, row.version):
        raise ChangedMeanwhile(row)
    now = clock.now()
    EarlierWords.objects.create(
        contact=row,
        key_id=row.key_id,
        words=row.words,
        safe_to_call_back=row.safe_to_call_back,
        version=row.version,
        until=now,
    )
    row.words, row.safe_to_call_back, row.do_not_call_back = words, safe_to_call_back, do_not_call_back
    row.version, row.amended_at = row.version + 1, now
    row.save(update_fields=["words", "safe_to_call_back", "do_not_call_back", "version", "amended_at"])
    return row


@act(Can.KEEP_ALIAS, said=_("kept the alias"))
def save_alias_for(
    *,
    by: Actor,
    contact: uuid.UUID,
    participant: uuid.UUID,
    alias: str = "",
    needs: Sequence[str] = (),
    also: Sequence[uuid.UUID] = (),
) -> Contact:
    """Keep an alias for somebody who came to us; this contact, and others they wish, are joined to it."""
    return _become_known(by, contact, participant, alias=alias, needs=needs, also=also)


def _become_known(
    by: Actor,
    contact: uuid.UUID,
    participant: uuid.UUID,
    *,
    alias: str,
    needs: Sequence[str] = (),
    also: Sequence[uuid.UUID] = (),
    at_their_wish: bool = True,
) -> Contact:
    """From a contact to a participant in state Contact. A second click finds what the first has done."""
    one_at_a_time(contact)
    row = Contact.objects.filter(pk=contact).first()
    if row is None:
        raise rules.NotWithinReach
    if row.participant_id is not None:
        if row.participant_id != participant:
            raise rules.JoinedElsewhere
        return row
    if row.asked_by_other:
        raise rules.AboutAnother
    site = row.site_id
    if site is None and Role.DROP_IN in by.roles:
        site = Staff.objects.filter(pk=by.id).values_list("site_id", flat=True).first()
    with refused_as({"participants_participant_pkey": rules.SentBefore}), transaction.atomic():
        people.save_alias(
            by=by,
            participant=participant,
            alias=alias.strip() or sentences.neutral_alias(row.at),
            needs=needs,
            site=site,
            first_contact_at=row.at,
        )
    join(contact, participant, at_their_wish=at_their_wish)
    for each in dict.fromkeys(also):
        join(each, participant)
    return Contact.objects.get(pk=contact)


@act(Can.JOIN_CONTACT, said=_("joined a call or visit, at their wish"))
def link_contact(*, by: Actor, contact: uuid.UUID, participant: uuid.UUID) -> None:
    """Join a contact to a participant, at their wish."""
    join(contact, participant)


@act(Can.JOIN_CONTACT, said=_("parted a call or visit again"))
def unlink_contact(*, by: Actor, contact: uuid.UUID, participant: uuid.UUID) -> None:
    """Part a contact from a participant again; it is anonymous as it was before."""
    part(contact, participant)


@act(Can.WORK_HERE, said=_("wrote down a need"))
def hear_need(*, by: Actor, participant: uuid.UUID, need: uuid.UUID, words: str) -> Need | None:
    """Add a need, in their own words, where the alias and the needs are all one sees.
    Raises NotWithinReach."""
    one_at_a_time(need)
    if not words.strip():
        return None
    found = Need.objects.filter(pk=need, participant_id=participant).first()
    if found is not None:
        return found
    person = Participant.objects.filter(pk=participant).first()
    if person is None:
        raise rules.NotWithinReach
    return Need.objects.create(id=need, **authored(by, person), words=words)


@act(Can.CHANGE_RECORD, said=_("kept whether the drop-in may read what helps them"))
def agree_to_be_read(*, by: Actor, participant: uuid.UUID, agreed: bool) -> ReadAtTheDoor:
    """Keep whether they agree that the drop-in reads what helps them, and nothing else they told us."""
    newest = queries.agreed_to_be_read(participant)
    if newest is not None and newest.agreed == agreed:
        return newest
    at = max(clock.now(), newest.at + timedelta(microseconds=1)) if newest else clock.now()
    return ReadAtTheDoor.objects.create(participant_id=participant, agreed=agreed, at=at, by_id=by.id)


@act(Can.ASSIGN, said=_("chose who walks with them"))
def assign_from_contact(
    *,
    by: Actor,
    contact: uuid.UUID,
    participant: uuid.UUID,
    case_manager: uuid.UUID,
    backup: uuid.UUID | None = None,
    alias: str = "",
    why: str = "",
) -> Contact:
    """Assign a case manager to a contact, before any intake. `participant` is new where there is none.

    Assigning is ours: the contact does not become one that was joined at their wish.
    Raises IsCaseManager or NotWithinReach.
    """
    row = _become_known(by, contact, participant, alias=alias, at_their_wish=False)
    person = Participant.objects.filter(pk=participant).first()
    if person is None:
        raise rules.NotWithinReach
    if person.case_manager_id == case_manager:
        return row
    if backup == case_manager:
        raise IsCaseManager
    # The backup first: a case manager of another team takes the person out of this supervisor's reach.
    if backup is not None:
        people.assign(by=by, participant=participant, staff=backup, part=Part.BACKUP, why=why)
    people.assign(by=by, participant=participant, staff=case_manager, part=Part.CASE_MANAGER, why=why)
    return row


@act(Can.START_CASE, said=_("started case management"))
def start_from_contact(
    *, by: Actor, contact: uuid.UUID, participant: uuid.UUID, need: str, alias: str = ""
) -> Contact:
    """Start case management from a contact with one sentence in their own words.
    Raises JoinedElsewhere, NotWithinReach or OneNeed."""
    row = Contact.objects.filter(pk=contact).first()
    if row is None:
        raise rules.NotWithinReach
    if row.participant_id is None:
        if not need.strip():
            raise rules.OneNeed
        save_alias_for(by=by, contact=contact, participant=participant, alias=alias)
        if Role.CASE_MANAGER in by.roles:
            people.assign(by=by, participant=participant, staff=by.id, part=Part.CASE_MANAGER)
    elif row.participant_id != participant:
        raise rules.JoinedElsewhere
    person = Participant.objects.filter(pk=participant).first()
    if person is None:
        raise rules.NotWithinReach
    if person.state != State.ACTIVE:
        try:
            people.open_case(by=by, participant=participant, need=need)
        except TurnedDown:
            raise rules.OneNeed from None
    return row
