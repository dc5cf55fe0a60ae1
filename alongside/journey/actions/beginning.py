"""What is done at the beginning of the way: welcoming, keeping answers, going gently with topics."""

import json
import uuid
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.journey import queries, rules
from alongside.journey.models import Answer, Closing, IntakeSession, Welcome
from alongside.journey.queries import Asked, Stands
from alongside.journey.rules import Said
from alongside.keeping.rows import authored
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.participants.actions import change_state, go_gently, write_details
from alongside.participants.choices import State
from alongside.participants.models import GentleTopic, Participant, StateChange
from alongside.participants.queries import gentle_topics, still_open
from alongside.participants.timeline import mark


@act(Can.WELCOME, said=_("talked about what we are and what the limits are"))
def talk_about_welcome(
    *,
    by: Actor,
    participant: uuid.UUID,
    welcomed: uuid.UUID,
    wording: str,
    language: str,
    interpreter: str = "",
) -> Welcome:
    """Keep that we talked about what we are and what the limits are. `welcomed` is the new id."""
    person = Participant.objects.select_for_update().get(pk=participant)
    there = Welcome.objects.filter(pk=welcomed, participant_id=participant).first()
    if there:
        return there
    row = Welcome.objects.create(
        id=welcomed, **authored(by, person), interpreter=interpreter, language=language, wording=wording
    )
    mark(by=by, participant=participant, at=row.at, room="journey", kind="welcome", ref=row.id)
    return row


@act(Can.WELCOME, said=_("wrote down answers"))
def save_answers(
    *,
    by: Actor,
    participant: uuid.UUID,
    section: uuid.UUID,
    sitting: uuid.UUID,
    said: Mapping[uuid.UUID, Said],
    language: str,
    seen: int | None,
) -> IntakeSession | None:
    """Keep what was said in a section: words, choices, or nothing at all. `sitting` is the new id.

    Only what differs from what stands is written; a blank nobody touched leaves no row.
    Raises ChangedMeanwhile or WelcomeComesFirst.
    """
    person = Participant.objects.select_for_update().get(pk=participant)
    there = IntakeSession.objects.filter(pk=sitting, participant_id=participant).first()
    if there:
        return there
    if not queries.welcomed_on(participant):
        raise rules.WelcomeComesFirst
    asked = queries.questions(section, language)
    stands = queries.stands(participant, asked)
    changed = [
        question
        for question in asked
        if question.id in said and said[question.id] != stands.said[question.id]
    ]
    if not changed:
        return None
    if is_stale(seen, stands.version):
        raise ChangedMeanwhile
    kept = IntakeSession.objects.create(
        id=sitting, **authored(by, person), section_id=section, said=_for_the_timeline(changed, said)
    )
    _write(kept, changed, said, stands)
    _tell_once(by, participant, changed, said, stands)
    mark(by=by, participant=participant, at=kept.at, room="journey", kind="intake", ref=kept.id)
    return kept


def _for_the_timeline(changed: list[Asked], said: Mapping[uuid.UUID, Said]) -> str:
    told = [
        (question.text, rules.shortened(said[question.id].words), said[question.id].choice)
        for question in changed
    ]
    return json.dumps(told, ensure_ascii=False)


def _write(kept: IntakeSession, changed: list[Asked], said: Mapping[uuid.UUID, Said], stands: Stands) -> None:
    rows = []
    for question in changed:
        before = stands.answers.get(question.id)
        rows.append(
            Answer(
                key_id=kept.key_id,
                participant_id=kept.participant_id,
                question_id=question.id,
                sitting=kept,
                words=said[question.id].words,
                asked_as=question.text,
                asked_in=question.language,
                asked_version=question.version,
                choice=said[question.id].choice,
                version=before.version + 1 if before else 1,
                at=kept.at,
                by_id=kept.by_id,
            )
        )
    Answer.objects.bulk_create(rows)


def _tell_once(
    by: Actor, participant: uuid.UUID, changed: list[Asked], said: Mapping[uuid.UUID, Said], stands: Stands
) -> None:
    """What belongs on the participant's page as well is written there too."""
    words = {
        question.feeds: said[question.id].words
        for question in changed
        if question.feeds and said[question.id].words != stands.said[question.id].words
    }
    if words:
        seen = stands.details.version if stands.details else None
        write_details(by=by, participant=participant, seen=seen, **words)


@act(Can.CHANGE_RECORD, said=_("kept how to be with topics"))
def save_gentle_topics(
    *, by: Actor, participant: uuid.UUID, topics: Mapping[str, tuple[str, str]], seen: int | None
) -> list[GentleTopic]:
    """Keep which topics to go gently with: for each a stance (none lets it go) and their words.
    Raises ChangedMeanwhile."""
    Participant.objects.select_for_update().get(pk=participant)
    stands = gentle_topics(participant)
    before = {topic: (row.stance, row.words) for topic, row in stands.items()}
    changed = {topic: new for topic, new in topics.items() if new != before.get(topic, ("", ""))}
    if changed and is_stale(seen, rules.fingerprint(row.id for row in stands.values())):
        raise ChangedMeanwhile
    kept = [
        go_gently(by=by, participant=participant, topic=topic, stance=stance, words=words)
        for topic, (stance, words) in changed.items()
    ]
    return [row for row in kept if row]


@act(Can.CHANGE_RECORD, said=_("ended for now, in their words"))
def close_together(
    *,
    by: Actor,
    participant: uuid.UUID,
    closing: uuid.UUID,
    words: str = "",
    keeping: str = "",
    chosen: bool = False,
) -> StateChange:
    """End for now, in their words and without a code; everything stays where it is, and the door stays open.

    What still goes on then is written down beside it, where they have `chosen` so. Raises StillOpen."""
    although = still_open(participant) if chosen else []
    change = change_state(
        by=by, participant=participant, state=State.CLOSED, words=words, change_id=closing, chosen=chosen
    )
    Closing.objects.get_or_create(
        change=change,
        defaults={
            "key_id": change.key_id,
            "participant_id": participant,
            "keeping": keeping,
            "although": ", ".join(although),
            "at": change.at,
            "by_id": by.id,
        },
    )
    return change


@act(Can.CHANGE_RECORD, said=_("welcomed them back"))
def come_back(*, by: Actor, participant: uuid.UUID) -> Participant:
    """They are back, or go on after a pause: all is as it was, and nothing is asked again."""
    person = Participant.objects.select_for_update(no_key=True).get(pk=participant)
    if person.state in (State.CLOSED, State.PAUSED):
        change_state(by=by, participant=participant, state=State.ACTIVE)
    return person
