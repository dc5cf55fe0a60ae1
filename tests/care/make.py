"""One of everything of this room, for tests that try every address and every table."""

import uuid
from typing import Any

from alongside.access.actor import Actor
from alongside.care import reviewing
from alongside.care.actions import ask_for_support, save_care_offer
from alongside.care.checking import Chosen, say_how_it_feels
from alongside.care.models import ReviewQuestion
from alongside.care.thanking import thank_worker
from tests import cast


def places(person: uuid.UUID) -> dict[str, Any]:
    """What addresses name: asked by case manager 1 of the supervisor, set up by the director."""
    made = {"offer": uuid.uuid4(), "wished": uuid.uuid4(), "felt": uuid.uuid4(), "thanked": uuid.uuid4()}
    with cast.acting(cast.DIRECTOR) as by:
        save_care_offer(by=by, offer=made["offer"], kind="peer", name="Somebody who did this work")
    with cast.acting(cast.CM1) as by:
        asks(by, made["wished"], "A long night.")
        feels(by, person, made["felt"], "Hurried.")
    with cast.acting(cast.SUPERVISOR) as by:
        thanks(by, made["thanked"], cast.CM1.id, "For the long night.")
    with cast.acting(cast.DIRECTOR) as by:
        made["review"] = reviewed(by, 2027, "Nobody at night")
        made["agreed"] = agreed(by, made["review"], cast.CM1.id, "Find somebody for nights")
        made["review_question"] = ReviewQuestion.objects.get(key="language").pk
    return made


def asks(by: Actor, wished: uuid.UUID, words: str) -> None:
    """A worker asks their supervisor to talk."""
    ask_for_support(by=by, wished=wished, reader=cast.SUPERVISOR.id, kind="talk", words=words)


def feels(by: Actor, person: uuid.UUID, felt: uuid.UUID, words: str) -> None:
    """Somebody says to the supervisor how it feels to work with us."""
    chosen = Chosen(cast.SUPERVISOR.id, "supervisor", called="Somebody")
    say_how_it_feels(by=by, whom=person, felt=felt, chosen=chosen, told_by="told", words={"safe": words})


def thanks(by: Actor, thanked: uuid.UUID, worker: uuid.UUID, words: str) -> None:
    """A supervisor thanks a worker."""
    thank_worker(by=by, thanked=thanked, worker=worker, kind="words", words=words)


def reviewed(by: Actor, year: int, words: str, *roles: str) -> uuid.UUID:
    """A review of a year that answers one question."""
    review, question = uuid.uuid4(), ReviewQuestion.objects.get(key="language").pk
    reviewing.begin_review(by=by, review=review, year=year, roles=roles, about=words)
    reviewing.answer_question(by=by, review=review, question=question, state="not_yet", words=words)
    return review


def agreed(by: Actor, review: uuid.UUID, owner: uuid.UUID, words: str) -> uuid.UUID:
    """What follows from that answer."""
    action, question = uuid.uuid4(), ReviewQuestion.objects.get(key="language").pk
    told: dict[str, Any] = {"words": words, "owner": owner, "due_on": cast.BEGINS.date()}
    reviewing.agree_on_action(by=by, action=action, review=review, question=question, **told)
    return action
