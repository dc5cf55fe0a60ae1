"""How it feels to somebody to work with us, passed to the reader they chose.

No act here takes a participant, so that nothing stands in a trail that their case manager can open.
"""

from dataclasses import dataclass
from uuid import UUID, uuid4

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.care.models import RelationshipCheck
from alongside.care.rules import NotInReach
from alongside.keeping.rows import held
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.vault import ring
from alongside.vault.fields import sealed_value

QUESTIONS = ("safe", "heard", "decides", "better")
_SEALED = ("called", "told_by", *QUESTIONS)


@dataclass(frozen=True)
class Chosen:
    """What the person chose: who reads it and as what, whether their case manager may, and under which name, if any."""

    reader: UUID
    read_as: str
    may_see: bool = False
    called: str = ""


@act(Can.SEE_PEOPLE)
def say_how_it_feels(
    *, by: Actor, whom: UUID, felt: UUID, chosen: Chosen, told_by: str = "", words: dict[str, str]
) -> None:
    """Pass on how it feels to somebody to work with us. `felt` is the new id; whoever writes it down does not read it
    again. Raises NothingWritten or NotInReach."""
    if not any(words.get(name, "").strip() for name in QUESTIONS):
        raise NothingWritten
    if call("core.check_was_written", felt):
        return
    key_id = uuid4()
    wrapped = ring.make(key_id)
    told = {name: words.get(name, "") for name in QUESTIONS}
    row = RelationshipCheck(pk=felt, key_id=key_id, called=chosen.called, told_by=told_by, **told)
    sealed = [sealed_value(row, name) for name in _SEALED]
    given = (whom, chosen.reader, chosen.read_as, bool(chosen.called), chosen.may_see)
    with refused_as({"reads_no_check": NotInReach}):
        call("core.say_how_it_feels", felt, key_id, wrapped, *given, sealed)


@act(Can.WORK_HERE)
def follow_up_check(*, by: Actor, felt: UUID, words: str = "") -> None:
    """Say that one has read it, and what follows, if anything. Raises NotHere."""
    row = held(RelationshipCheck, felt)
    row.followed, row.followed_at = words, clock.now()
    row.save(update_fields=["followed", "followed_at"])


@act(Can.WORK_HERE)
def delete_check(*, by: Actor, felt: UUID) -> None:
    """Delete it for good, as the person wishes; its key goes with it. Raises NotHere."""
    if not call("core.let_go_of_check", felt):
        raise NotHere
