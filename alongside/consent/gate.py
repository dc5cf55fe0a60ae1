"""The one gate. Nothing about a participant leaves this house but through here.

For other rooms, in this order:

    to = To(agency=agency.pk)                       # or To(person="Dr. Alem"): a named person follows nobody
    asked = dict(to=to, information={"first_contact", "need"}, purpose="service", method="letter")
    why_not(actor, participant, **asked)            # "" or a plain sentence, for a button that is not on
    way = passage(actor, participant, **asked)      # a live permission or an approved exception, else NoWayOut
    found = says_too_much(actor, participant, text, to)    # words to look at before sending
    mark = digest(text)                             # goes into the form that shows the exact text
    disclose(by=actor, participant=participant, disclosure=form.once(), passage=way, way="referral",
             previewed=mark, text=text)             # sends, or raises NoWayOut, NotAsPreviewed, SaysTooMuch

`disclose` holds the permission's row in the database and looks anew: a withdrawal that came first wins, and what
is sent exactly equals what was looked at. It keeps a sealed copy, the recipient as it was and the accounting that
the participant can read. Whoever shows a disclosed text later asks `still_open` first.

`information` holds keys of `InformationKind` (`choices.INFORMATION`; an agency adds its own), `purpose` one of
`choices.Purpose`, `method` one of `choices.Method`, `way` one of `choices.WayOut`.

What is about nobody, such as a list of things we ask donors for, takes another way: `points_at(actor, participant,
text)` when such a text is written, and `for_anybody(actor, texts, what)` when it goes out, which lets through only what
says nothing of what we are and holds nothing one could call, write or go to.

A file with one line for each person passes the same law, for each of them (`core.pass_out`, called by the keeper's
function of the room `extracts`); `keep_what_went` then seals what went into the accounting of each.

What goes into the participant's own hands is theirs and needs no permission: `own_copy(actor, participant, what)`
keeps that it was handed over (`choices.OwnThing`). The house test `tests/house/test_gate.py` fails where a page
makes a file, a print or a message and calls none of these.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

from alongside import trail
from alongside.access.actor import Actor
from alongside.consent import queries, rules
from alongside.consent.actions import Went, disclose, give_to_participant, keep_what_went
from alongside.consent.choices import Decision, OwnThing, Standing
from alongside.consent.models import Disclosure, Release
from alongside.consent.passages import NoWayOut, Passage, To
from alongside.consent.rules import NotAsPreviewed, SaysTooMuch, digest
from alongside.participants.choices import Under18
from alongside.participants.queries import participant_named

__all__ = [
    "NoWayOut",
    "NotAsPreviewed",
    "OwnThing",
    "Passage",
    "SaysTooMuch",
    "To",
    "Went",
    "digest",
    "disclose",
    "for_anybody",
    "keep_what_went",
    "own_copy",
    "passage",
    "points_at",
    "says_too_much",
    "still_open",
    "why_not",
]

_CLOSEST = ("not signed", "not named", "begins", "ended", "stopped", "nothing")


def passage(participant: UUID, *, to: To, information: Collection[str], purpose: str, method: str) -> Passage:
    """The way out for this: under a live permission that names it all, or an approved exception not used yet.

    Raises NoWayOut with the plainest reason.
    """
    asked = frozenset(information)
    if not asked:
        raise NoWayOut("not said")
    try:
        return _under_a_permission(participant, to, asked, purpose, method)
    except NoWayOut:
        # Their yes comes first: an exception holds once, and is kept for where there is none.
        excepted = _exception_for(participant, to, asked, purpose, method)
        if excepted is None:
            raise
    return Passage(participant, to, asked, purpose, method, exception=excepted)


def _under_a_permission(
    participant: UUID, to: To, asked: frozenset[str], purpose: str, method: str
) -> Passage:
    if queries.hold_of(participant) is not None:
        raise NoWayOut("held")
    if queries.wish_bars(participant, to.agency):
        raise NoWayOut("wish")
    reasons = {"nothing"}
    person = participant_named(participant)
    minor = person is not None and person.under_18 == Under18.YES
    for release in queries.releases(participant):
        if not to.is_same(release.agency_id, release.person):
            continue
        why = _why_not_under(release, minor, asked, purpose, method)
        if not why:
            return Passage(participant, to, asked, purpose, method, release=release.pk)
        reasons.add(why)
    raise NoWayOut(next(each for each in _CLOSEST if each in reasons))


def _why_not_under(release: Release, minor: bool, asked: frozenset[str], purpose: str, method: str) -> str:
    standing = release.standing
    if standing in (Standing.STOPPED, Standing.ENDED, Standing.BEGINS):
        return str(standing)
    if not rules.passes(
        named=release.information,
        asked=asked,
        purposes=(purpose, release.purpose),
        methods=release.methods,
        method=method,
    ):
        return "not named"
    parts = {each.part for each in release.signers.all()}
    theirs, others = bool(parts & {"participant", "court"}), bool(parts & {"parent", "court"})
    if not theirs or (minor and not release.consents_alone and not others):
        return "not signed"
    return ""


def _exception_for(
    participant: UUID, to: To, asked: frozenset[str], purpose: str, method: str
) -> UUID | None:
    for each in queries.exceptions(participant):
        if each.decision != Decision.APPROVED or each.is_used or not to.is_same(each.agency_id, each.person):
            continue
        purposes = (purpose, each.purpose)
        if rules.passes(
            named=each.information, asked=asked, purposes=purposes, methods=each.methods, method=method
        ):
            return each.pk
    return None


def why_not(participant: UUID, *, to: To, information: Collection[str], purpose: str, method: str) -> str:
    """Why this cannot go out just now, in a plain sentence; empty where it can."""
    try:
        passage(participant, to=to, information=information, purpose=purpose, method=method)
    except NoWayOut as no:
        return str(no.sentence)
    return ""


def says_too_much(participant: UUID, text: str, to: To) -> list[str]:
    """What in a text says more than they wish, to this recipient."""
    return queries.forbidden(participant, text, agency=to.agency, person=to.person)


def points_at(participant: UUID, text: str) -> list[str]:
    """What in a text about nobody would tell who this person is, or that they come to us."""
    return queries.points_at(participant, text)


def for_anybody(
    actor: Actor, texts: Sequence[str], what: str, purpose: str = "", ref: UUID | None = None
) -> list[bool]:
    """For each text that is about nobody, whether it may be read by anybody; that it went out is kept under the
    one who took it (`what` is the trail's verb), with what it is for where that was asked."""
    trail.looked(what, actor.id, purpose, ref)
    return [not found for found in queries.never_on_paper(texts)]


def still_open(disclosure: Disclosure) -> str:
    """Why something that went out cannot go out once more; empty where the permission still stands.

    What went out under an exception went out once.
    """
    if disclosure.exception_id is not None:
        return ""
    if disclosure.release_id is None:
        return str(NoWayOut("nothing").sentence)
    release = queries.release_named(disclosure.participant_id, disclosure.release_id)
    if release is None:
        return str(NoWayOut("nothing").sentence)
    return why_not(
        disclosure.participant_id,
        to=To(agency=release.agency_id, person=release.person),
        information=disclosure.information,
        purpose=disclosure.purpose,
        method=disclosure.method,
    )


def own_copy(actor: Actor, participant: UUID, what: OwnThing) -> None:
    """Their own goal sheet, agreement, card: it may go into their own hands, and that is kept."""
    give_to_participant(by=actor, participant=participant, what=what)
