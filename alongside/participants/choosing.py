"""What a participant chooses about us: how we are in touch, law enforcement, certification, another case manager.

A choice is written down as it is said and never rewritten; the newest about a thing stands. To ask for another
case manager, or to say how it feels, leaves no trace in anything that the one it concerns can open: no moment, and
no row in the participant's trail. That it was passed on stands in the trail of whoever passed it on.
"""

import uuid
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call
from alongside.access.roles import Can
from alongside.keeping.rows import authored
from alongside.participants.choices import ANSWERS, PassedOn
from alongside.participants.models import CaseManagerRequest, Participant, TheirChoice
from alongside.participants.timeline import mark
from alongside.vault.fields import sealed_value


@act(Can.CHANGE_RECORD, said=_("kept what they chose"))
def save_choice(
    *, by: Actor, participant: uuid.UUID, choice: uuid.UUID, about: str, answer: str = "", words: str = ""
) -> TheirChoice:
    """Keep what they chose, beside what they chose before. Nothing is asked again, and no service depends on it.
    Raises TurnedDown."""
    if answer and answer not in getattr(ANSWERS.get(about), "values", ()):
        raise TurnedDown("not_an_answer_to_this")
    person = Participant.objects.select_for_update(no_key=True).get(pk=participant)
    newest = TheirChoice.objects.filter(participant_id=participant, about=about).order_by("-at").first()
    if newest is not None and (newest.answer, newest.words) == (answer, words):
        return newest
    # Two choices about a thing never share an instant, so that the newest stays known.
    at = max(clock.now(), newest.at + timedelta(microseconds=1)) if newest else clock.now()
    taken = TheirChoice.objects.filter(pk=choice).exists()
    chosen = TheirChoice.objects.create(
        id=uuid.uuid4() if taken else choice,
        **authored(by, person, at=at),
        about=about,
        answer=answer,
        words=words,
    )
    mark(by=by, participant=participant, at=chosen.at, room="participants", kind="choice", ref=chosen.id)
    return chosen


@act(Can.SEE_PEOPLE)
def request_case_manager(
    *,
    by: Actor,
    whom: uuid.UUID,
    ask: uuid.UUID,
    words: str = "",
    kind: str = PassedOn.ANOTHER,
    concerns: uuid.UUID | None = None,
) -> bool:
    """Pass on to supervision that they ask for another case manager, or how it feels with this one, or that they
    would rather not have the colleague it `concerns`; gives whether anybody there can read it.

    From then on that colleague is not chosen for them, covers for nobody with them and opens nothing at night; who
    is their case manager or backup stays until a supervisor has spoken with them.
    """
    person = Participant.objects.get(pk=whom)
    asked = CaseManagerRequest(id=ask, key_id=person.key_id, kind=kind, words=words)
    sealed = (sealed_value(asked, name) for name in ("kind", "words"))
    return bool(call("core.request_case_manager", ask, whom, concerns, *sealed))


@act(Can.ASSIGN)
def settle_case_manager_request(*, by: Actor, ask: uuid.UUID, lift: bool = False) -> None:
    """Say that a wish for another case manager has been answered; it leaves Today. The wish itself lasts until they
    say that this colleague may come again (`lift`)."""
    CaseManagerRequest.objects.filter(pk=ask, settled_at=None).update(
        settled_at=clock.now(), settled_by_id=by.id
    )
    if lift:
        CaseManagerRequest.objects.filter(pk=ask, lifted_at=None).update(
            lifted_at=clock.now(), settled_by_id=by.id
        )
