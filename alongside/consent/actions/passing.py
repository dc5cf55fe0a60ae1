"""Letting something out: under a live permission or an approved exception, exactly as it was looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call
from alongside.access.roles import Can
from alongside.consent import passages, queries, rules
from alongside.consent.actions._copying import copy_for_partner
from alongside.consent.actions._latch import held_person
from alongside.consent.actions._passing import let_pass
from alongside.consent.choices import Method, OwnThing, WayOut
from alongside.consent.models import Disclosure, Release
from alongside.keeping.rows import authored
from alongside.vault import ring
from alongside.vault.fields import sealed_value


@act(Can.KEEP_RELEASES, said=_("let something out under their permission or an exception"))
def disclose(
    *,
    by: Actor,
    participant: UUID,
    disclosure: UUID,
    passage: passages.Passage,
    way: str,
    previewed: str,
    text: str,
    knowing: bool = False,
) -> Disclosure:
    """Let a text out, exactly as it was looked at, and keep what went to whom. `disclosure` is its new id.

    `previewed` is `rules.digest` of what was shown; `knowing` says that words the cover check found are wanted.
    The permission's row is held in the database and looked at anew: a withdrawal that came first has won.
    Raises NoWayOut, NotAsPreviewed, SaysTooMuch or TurnedDown.
    """
    if passage.participant != participant:
        raise TurnedDown("another_person")
    if rules.digest(text) != previewed or not text.strip():
        raise rules.NotAsPreviewed
    on_their_page = passage.method == Method.WORKSPACE
    if on_their_page and (passage.release is None or passage.to.agency is None):
        raise passages.NoWayOut("no page")
    there = Disclosure.objects.filter(pk=disclosure, participant_id=participant).first()
    if there is not None:
        return there
    to = passage.to
    found = queries.forbidden(participant, text, agency=to.agency, person=to.person)
    if found and not knowing:
        raise rules.SaysTooMuch(found)
    sent = let_pass(participant, disclosure, passage, way, passages.named(passage.to), text)
    if on_their_page:
        copy_for_partner(sent)
    return sent


@act(Can.KEEP_RELEASES, said=_("asked the other side in writing to stop"))
def write_to_stop(*, by: Actor, participant: UUID, release: UUID, text: str) -> Disclosure:
    """Keep that the other side is asked in writing to stop using what it has. Nothing about them is in it.
    Raises TurnedDown."""
    stands = Release.objects.filter(pk=release, participant_id=participant).first()
    if stands is None:
        raise TurnedDown("not_here")
    there = Disclosure.objects.filter(participant_id=participant, release=stands, way=WayOut.STOP).first()
    if there is not None:
        return there
    to = passages.To(agency=stands.agency_id, person=stands.person)
    passage = passages.Passage(participant, to, frozenset(), stands.purpose, "letter", release=release)
    return let_pass(participant, uuid4(), passage, WayOut.STOP, passages.named(to), text)


@act(Can.OPEN_RECORD, said=_("gave something of theirs to the participant"))
def give_to_participant(*, by: Actor, participant: UUID, what: str) -> None:
    """Put something of theirs into their own hands, and keep that it was. Raises TurnedDown."""
    if what not in OwnThing.values:
        raise TurnedDown("not_their_own")
    person = held_person(participant)
    if queries.was_handed_over(by, participant, what):
        return
    Disclosure(**authored(by, person), way=WayOut.OWN_COPY, what=what, to="", text="").save(force_insert=True)


@dataclass(frozen=True)
class Went:
    """What went out about one person in a file: its row in their accounting, the key made for it, to whom, and what."""

    disclosure: UUID
    key: UUID
    to: str
    text: str


@act(Can.ASK_EXTRACT, traced=False)
def keep_what_went(*, by: Actor, told: Iterable[Went]) -> None:
    """Seal what went in a file under a key of its own for each, which from then on is the person's. Part of the act
    that let it pass; raises TurnedDown where the accounting does not stand as it says."""
    rows = [
        (Disclosure(id=each.disclosure, key_id=each.key, to=each.to, text=each.text), each) for each in told
    ]
    wrapped = [ring.make(each.key) for _row, each in rows]
    sealed = [[bytes(sealed_value(row, name)) for row, _each in rows] for name in ("to", "text")]
    ids, keys = [each.disclosure for _row, each in rows], [each.key for _row, each in rows]
    if call("core.keep_what_went", ids, keys, wrapped, *sealed) != len(rows):
        raise TurnedDown("not_as_it_went")
