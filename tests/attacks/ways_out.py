"""What leaves: permission, what went out, a way to others, what donors were asked for."""

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from alongside.access.actor import Actor
from alongside.benefits import actions as benefits
from alongside.benefits.actions import Answered, Trips
from alongside.benefits.rules import Started, Turned
from alongside.consent import actions as consent
from alongside.consent.actions.exceptions import Asked
from alongside.consent.actions.releases import Given, Named
from alongside.consent.gate import To, digest, passage
from alongside.consent.models import ReleaseWording
from alongside.consent.rules import Signature
from alongside.provisions.actions import change_ask_state, save_ask
from alongside.provisions.rules import Asked as ForDonors
from alongside.referrals import actions as referrals
from alongside.referrals.rules import Drafted, Waited, Warm
from tests import cast
from tests.provisions.money import asked_without_a_line
from tests.provisions.stock import given_without_a_count

if TYPE_CHECKING:
    from tests.attacks.world import World


def share(by: Actor, made: "World") -> None:
    """A permission to a named person, what went out under it, an exception, a program, words, a hold."""
    person, word = made.participant, made.word
    says = Named(
        person=f"{word} recipient", information=["need"], purpose="legal", methods=["letter"], exactly=word,
        ends_on=cast.BEGINS.date() + timedelta(days=9),
    )  # fmt: skip
    paper = ReleaseWording.objects.get(language="en", version=1).pk
    mark = Signature("participant", "screen", mark=f"{word} mark")
    told = Given(wording=paper, told=["risks", "withdraw", "voluntary"], signatures=[mark])
    consent.grant_release(by=by, participant=person, release=made.release, named=says, given=told)
    way = passage(
        person, to=To(person=f"{word} recipient"), information={"need"}, purpose="legal", method="letter"
    )
    text = f"{word} letter"
    consent.disclose(
        by=by, participant=person, disclosure=made.disclosure, passage=way, way="letter",
        previewed=digest(text), text=text,
    )  # fmt: skip
    asked = Asked(
        kind="statute", reason=f"{word} reason", information=["need"], methods=["letter"],
        person=f"{word} office", tell_first="yes",
    )  # fmt: skip
    consent.ask_exception(by=by, participant=person, exception=made.exception, asked=asked)
    consent.save_program(
        by=by, participant=person, program=made.known, name=f"{word} pantry", wish="do_not", words=word
    )
    consent.save_cover_words(by=by, participant=person, cover=made.cover, introduce=word, never=f"{word} no")
    consent.choose_identity(by=by, participant=person, program=None)
    consent.pause_sharing(by=by, participant=person)


def show_on_their_page(by: Actor, made: "World") -> None:
    """What a partner sees at a door of their own, as long as it may be seen."""
    says = Named(
        agency=made.office, information=["need"], purpose="legal", methods=["workspace"], exactly=made.word,
        ends_on=cast.BEGINS.date() + timedelta(days=9),
    )  # fmt: skip
    paper = ReleaseWording.objects.get(language="en", version=1).pk
    mark = Signature("participant", "screen", mark=f"{made.word} mark")
    told = Given(wording=paper, told=["risks", "withdraw", "voluntary"], signatures=[mark])
    person, text = made.participant, f"{made.word} item"
    consent.grant_release(by=by, participant=person, release=uuid.uuid4(), named=says, given=told)
    to = To(agency=made.office)
    way = passage(person, to=to, information={"need"}, purpose="legal", method="workspace")
    consent.disclose(
        by=by, participant=person, disclosure=uuid.uuid4(), passage=way, way="workspace",
        previewed=digest(text), text=text,
    )  # fmt: skip


def refer(by: Actor, made: "World") -> None:
    """A way to others with everything that is said along it, and what donors were asked for."""
    referral, person = made.referral, made.participant
    given = {"participant": person, "referral": referral}
    told = Drafted(
        provider=f"{made.word} provider", called=f"{made.word} called", need=f"{made.word} need",
        fit=f"{made.word} fit", text=f"{made.word} text", cost=f"{made.word} cost", who_pays=f"{made.word} pays",
    )  # fmt: skip
    referrals.draft_referral(by=by, **given, told=told)
    waited = Waited(said_wait=f"{made.word} weeks", offer=made.word, interim=made.word, words=made.word)
    referrals.save_waiting(by=by, **given, check=uuid.uuid4(), told=waited)
    referrals.plan_warm_handoff(by=by, **given, told=Warm(went=f"{made.word} went"))
    referrals.partner_answered(by=by, **given, said=made.answer, answer="question", words=f"{made.word} asks")
    referrals.change_referral_state(
        by=by, **given, turn=made.turn, state="accepted", words=f"{made.word} yes"
    )
    referrals.add_barrier(
        by=by, participant=person, barrier=made.barrier, system="court", stuck="rule", what=f"{made.word} rule",
        tried=f"{made.word} tried", referral=referral,
    )  # fmt: skip
    # Not looked for any more: what still is may be read by every colleague who asks, and is about nobody.
    asked = {"by": by, "participant": person, "ask": made.donation}
    told_donors = ForDonors("winter coat", "child size 5", handing=f"{made.word} handing", need=made.need)
    made.line = save_ask(**asked, told=told_donors).wanted
    change_ask_state(**asked, state="not_needed")
    given_without_a_count(by, person, made.given, made.word)
    asked_without_a_line(by, person, made.assistance, made.word)


def benefit(by: Actor, made: "World") -> None:
    """A clock of somebody of their family, what became of it, and a document about certification."""
    given, word = {"by": by, "participant": made.participant}, made.word
    benefits.save_family_member(**given, member=made.kin, called=f"{word} kin", where=f"{word} there")
    away = Trips("2026-03", excused="certified", words=f"{word} away", member=made.kin)
    benefits.save_trip(**given, trip=made.trip, told=away)
    told = Started(
        "t_child", "US", cast.BEGINS.date() - timedelta(days=4000), None, f"{word} clock", made.kin
    )
    benefits.start_clock(**given, running=made.running, told=told)
    asked = Turned("asked", cast.BEGINS.date(), f"{word} asker", f"{word} asked")
    benefits.turn_clock(**given, running=made.running, change=uuid.uuid4(), told=asked)
    benefits.add_certification_date(
        **given, dated=made.dated, document="letter", on=cast.BEGINS.date(), words=f"{word} letter"
    )
    benefits.start_approval(
        **given, approval=made.approval, what=f"{word} approval", through=cast.BEGINS.date()
    )
    benefits.turn_approval(
        **given, approval=made.approval, change=uuid.uuid4(), told=Answered("asked", words=f"{word} next")
    )
