"""What is done about a participant: keeping an alias, assigning, moving between states, writing details."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db import connection
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, TurnedDown, act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can, Role
from alongside.keeping.rows import authored
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.participants import queries, rules
from alongside.participants.anyway import said_anyway
from alongside.participants.briefs import renew
from alongside.participants.choices import Like, Part, State
from alongside.participants.models import (
    AliasToken,
    ContactPoint,
    Details,
    GentleTopic,
    Need,
    Participant,
    StateChange,
)
from alongside.participants.tasks import look_for_same
from alongside.participants.timeline import mark
from alongside.participants.tokens import alike_by_alias, alike_by_call, tokens_of
from alongside.vault import ring
from alongside.vault.fields import sealed_value


@act(Can.KEEP_ALIAS, said=_("kept the alias"))
def save_alias(
    *,
    by: Actor,
    participant: uuid.UUID,
    alias: str,
    needs: Sequence[str] = (),
    site: uuid.UUID | None = None,
    first_contact_at: datetime | None = None,
) -> None:
    """Keep an alias: from now on there is a participant, in state Contact. `participant` is the new id."""
    _welcome(by, participant, alias, needs, site, first_contact_at)


@act(Can.START_CASE, said=_("began to walk with them"))
def add_participant(
    *, by: Actor, participant: uuid.UUID, alias: str, need: str = "", start: bool = True
) -> None:
    """Keep the alias of somebody new and walk with them; `start` begins case management from one need.

    A supervisor who begins does not become the case manager: who does is the next thing to choose.
    Raises TurnedDown.
    """
    if Participant.objects.filter(pk=participant).exists():
        return
    if start and not need.strip():
        raise TurnedDown("one_need_opens_the_door")
    _welcome(by, participant, alias, [need], None, None)
    if Role.CASE_MANAGER in by.roles:
        assign(by=by, participant=participant, staff=by.id, part=Part.CASE_MANAGER)
    if start:
        change_state(by=by, participant=participant, state=State.ACTIVE)


def _welcome(
    by: Actor,
    participant: uuid.UUID,
    alias: str,
    needs: Sequence[str],
    site: uuid.UUID | None,
    first_contact_at: datetime | None,
) -> None:
    key_id = uuid.uuid4()
    wrapped = ring.make(key_id)
    person = Participant(id=participant, key_id=key_id, alias=alias or rules.SUGGESTED_ALIAS)
    change = StateChange(key_id=key_id, words="")
    said = [words for words in needs if words.strip()]
    # Needs told at once share their time; ids in their order keep the order they were told in.
    ids = sorted((uuid.uuid4() for _words in said), key=lambda each: each.bytes)
    told = [Need(id=key, key_id=key_id, words=words) for key, words in zip(ids, said, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(
            "select core.welcome(%s, %s, %s, %s, %s, %s, %s, %s, %s::bytea[], %s::uuid[], %s::bytea[], %s)",
            [
                person.id,
                key_id,
                wrapped,
                sealed_value(person, "alias"),
                site,
                first_contact_at or clock.now(),
                change.id,
                sealed_value(change, "words"),
                tokens_of(person.alias),
                [need.id for need in told],
                [sealed_value(need, "words") for need in told],
                alike_by_alias(person.alias),
            ],
        )
    look_for_same.ask(by=by, participant=participant)


@act(Can.CHANGE_RECORD, said=_("kept another alias"))
def rename(*, by: Actor, participant: uuid.UUID, alias: str) -> Participant:
    """Another alias, as they wish."""
    person = Participant.objects.get(pk=participant)
    person.alias = alias
    person.save(update_fields=["alias"])
    AliasToken.objects.filter(participant_id=participant).delete()
    AliasToken.objects.bulk_create(
        AliasToken(participant_id=participant, token=token) for token in tokens_of(alias)
    )
    call("core.keep_likeness", participant, Like.ALIAS, participant, alike_by_alias(alias))
    for way in ContactPoint.objects.filter(participant_id=participant):
        call("core.keep_likeness", participant, Like.CALL, way.pk, alike_by_call(alias, way.code_word))
    look_for_same.ask(by=by, participant=participant)
    renew(by, participant)
    return person


@act(Can.START_CASE, said=_("chose who walks with them"))
def assign(
    *,
    by: Actor,
    participant: uuid.UUID,
    staff: uuid.UUID,
    part: Part,
    why: str = "",
    past_their_room: bool = False,
) -> None:
    """Assign a primary case manager or a backup. Who may is checked in the database.

    `why` says why somebody is chosen whose training is not recorded, or who is `past_their_room`; else nothing of it
    is kept.
    """
    chosen, words = said_anyway(participant, why)
    with refused_as(
        {
            "has_a_case_manager": rules.HasCaseManager,
            "is_the_case_manager": rules.IsCaseManager,
            "not_a_case_manager": rules.NotACaseManager,
            "chosen_without_training": rules.NotTrained,
            "not_past_their_wish": rules.NotForThem,
            "one_case_manager_and_one_backup_at_a_time": TurnedDown("chosen_this_very_moment"),
            "assigning_is_the_supervisors": NotAllowed("assign"),
        }
    ):
        call("core.assign", participant, staff, part, chosen, words)
        if past_their_room and words:
            call("core.chosen_past_room", chosen, participant, staff, part, words)


@act(Can.ASSIGN, said=_("ended somebody's part"))
def release_part(*, by: Actor, participant: uuid.UUID, part: Part) -> None:
    """End somebody's part; without a primary the participant stands first on the supervisor's Today.

    Raises HasCaseManager where somebody new comes by a transfer.
    """
    with refused_as({"has_a_case_manager": rules.HasCaseManager}):
        call("core.release_part", participant, part)


@act(Can.CHANGE_RECORD, said=_("saved the status"))
def change_state(
    *,
    by: Actor,
    participant: uuid.UUID,
    state: State,
    words: str = "",
    change_id: uuid.UUID | None = None,
    chosen: bool = False,
) -> StateChange:
    """Move to any state from any state; the history keeps every change with its words.

    Over what still goes on nothing closes, unless they have `chosen` it. Raises StillOpen."""
    there = (
        StateChange.objects.filter(pk=change_id, participant_id=participant).first() if change_id else None
    )
    if there is not None:
        return there
    person = Participant.objects.get(pk=participant)
    closes = state == State.CLOSED and person.state != State.CLOSED
    if closes and not chosen and (names := queries.still_open(participant)):
        raise rules.StillOpen(names)
    before = list(
        StateChange.objects.filter(participant_id=participant).order_by("at").values_list("state", "at")
    )
    # Two changes never share an instant, so that their order stays known.
    at = max(clock.now(), before[-1][1] + timedelta(microseconds=1)) if before else clock.now()
    change = StateChange.objects.create(
        id=change_id or uuid.uuid4(),
        **authored(by, person, at=at),
        state=state,
        again=rules.is_back_again([each for each, _at in before], state),
        words=words,
    )
    person.state, person.state_since = state, change.at
    fields = ["state", "state_since"]
    if state == State.ACTIVE and person.started_at is None:
        person.started_at = change.at
        fields.append("started_at")
    person.save(update_fields=fields)
    mark(by=by, participant=participant, at=change.at, room="participants", kind="state", ref=change.id)
    return change


@act(Can.START_CASE, said=_("started case management"))
def open_case(*, by: Actor, participant: uuid.UUID, need: str, once: uuid.UUID | None = None) -> StateChange:
    """Start case management from one need in their own words. Nothing else is asked. Raises TurnedDown."""
    person = Participant.objects.select_for_update(no_key=True).get(pk=participant)
    begun = StateChange.objects.filter(pk=once, participant_id=participant).first() if once else None
    if begun is not None:
        return begun
    if not need.strip() and not Need.objects.filter(participant_id=participant).exists():
        raise TurnedDown("one_need_opens_the_door")
    if need.strip():
        add_need(by=by, participant=participant, words=need)
    return change_state(by=by, participant=person.id, state=State.ACTIVE, change_id=once)


@act(Can.WORK_HERE, said=_("wrote down a need"))
def add_need(*, by: Actor, participant: uuid.UUID, words: str) -> Need:
    """Add a need, in their own words. At the drop-in this is possible with an alias alone."""
    person = Participant.objects.get(pk=participant)
    return Need.objects.create(**authored(by, person), words=words)


@act(Can.CHANGE_RECORD, said=_("ticked whether they are under 18"))
def set_under_18(*, by: Actor, participant: uuid.UUID, under_18: str) -> Participant:
    """A worker's tick: yes, no, not said. It opens added safeguards and closes nothing."""
    person = Participant.objects.get(pk=participant)
    person.under_18 = under_18
    person.save(update_fields=["under_18"])
    return person


@act(Can.CHANGE_RECORD, said=_("corrected since when they are with us"))
def set_first_contact(*, by: Actor, participant: uuid.UUID, on: date) -> Participant:
    """Say on which day the first contact was. Raises TurnedDown."""
    if on > clock.today():
        raise TurnedDown("a_day_still_to_come")
    person = Participant.objects.get(pk=participant)
    person.first_contact_at = datetime.combine(on, time(12), tzinfo=clock.zone())
    person.save(update_fields=["first_contact_at"])
    return person


DETAIL_FIELDS = (
    "name",
    "pronouns",
    "gender",
    "languages",
    "interpreter",
    "helps",
    "does_not_help",
    "if_quiet",
    "time_zone",
)


@act(Can.CHANGE_RECORD, said=_("wrote what they told us about themselves"))
def write_details(*, by: Actor, participant: uuid.UUID, seen: int | None = None, **words: str) -> Details:
    """Write what they told us about themselves. `seen` is the version that was read, if any was.
    Raises ChangedMeanwhile."""
    unknown = set(words) - set(DETAIL_FIELDS)
    if unknown:
        raise TypeError(f"no such details: {sorted(unknown)}")
    person = Participant.objects.get(pk=participant)
    details = Details.objects.filter(participant_id=participant).select_for_update().first()
    if details is None:
        details = Details(key_id=person.key_id, participant_id=participant, version=0)
    elif is_stale(seen, details.version):
        raise ChangedMeanwhile(details)
    for field, text in words.items():
        setattr(details, field, text)
    details.version += 1
    details.changed_at, details.changed_by_id = clock.now(), by.id
    details.save()
    if "time_zone" in words:
        renew(by, participant)
    return details


@act(Can.CHANGE_RECORD, said=_("kept how to be with a topic"))
def go_gently(
    *, by: Actor, participant: uuid.UUID, topic: str, stance: str, words: str = ""
) -> GentleTopic | None:
    """Keep how to be with a topic; an empty stance lets it go."""
    person = Participant.objects.select_for_update(no_key=True).get(pk=participant)
    stands = GentleTopic.objects.filter(participant_id=participant)
    GentleTopic.objects.filter(pk__in=[row.pk for row in stands if row.topic == topic]).delete()
    if not stance:
        return None
    return GentleTopic.objects.create(**authored(by, person), topic=topic, stance=stance, words=words)
