"""One of everything an address can name, belonging to case manager 1's participant; and people of other doors."""

import io
import re
import uuid
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from alongside import clock, trail
from alongside.access.actor import Actor
from alongside.access.models import SecondApproval
from alongside.access.roles import Role
from alongside.agency.actions import change_staff
from alongside.benefits import actions as benefits
from alongside.benefits.models import ClockRule
from alongside.benefits.rules import Started
from alongside.break_glass.actions import try_code_word
from alongside.break_glass.models import SaysKnown
from alongside.caseload import actions as caseload
from alongside.caseload.choices import Capacity
from alongside.connection.actions import add_change_over_time, add_engagement_shift, log_contact, set_season
from alongside.connection.models import ServiceKind
from alongside.consent import actions as consent
from alongside.consent.actions.exceptions import Asked as AskedWithout
from alongside.consent.gate import To, digest, passage
from alongside.consent.models import InformationKind
from alongside.custody import actions as custody
from alongside.extracts.actions import ask_extract
from alongside.frontdoor.actions import log_call
from alongside.goals.actions import add_learned, add_life_area_description, save_goal_sheet, take_away
from alongside.goals.models import Goal
from alongside.goals.rules import WrittenGoal, WrittenSheet
from alongside.journey.models import Question, Section
from alongside.legal.actions import plan_event, save_strand
from alongside.meetings.actions import keep_interpreting, reserve_time, schedule_meeting
from alongside.participants import briefs
from alongside.participants.actions import save_alias
from alongside.participants.agreeing import agree_period
from alongside.participants.choosing import request_case_manager
from alongside.participants.models import CallBrief
from alongside.participants.reaching import save_contact_point
from alongside.practice import queries
from alongside.practice.actions import (
    answer_team_question,
    ask_colleagues,
    ask_for_debrief,
    ask_team,
    bring,
    check_in,
    note_card,
    plan_supervision,
    reply_to_consult,
    write_reflection,
)
from alongside.practice.rules import Reflected
from alongside.project.demo.cast import BEGINS, known_id
from alongside.provisions.actions import save_ask
from alongside.provisions.rules import Asked
from alongside.questions.actions import keep_asked
from alongside.referrals import actions as referrals
from alongside.referrals.rules import Drafted
from alongside.reports import actions as reports
from alongside.safety.actions import Written, talk_about_page, write_safety_plan
from alongside.safety.models import PlanOpener
from alongside.transfers import actions as transfers
from alongside.workforce.actions import open_brief, put_on_call
from alongside.workforce.cover_actions import plan_time_off
from alongside.workforce.left_actions import leave_word
from tests import cast
from tests.attacks.by_keeper import was_opened_on_call
from tests.care import make as care
from tests.circle import make as circle
from tests.consent import make
from tests.funding import make as funding
from tests.participants.twice import planted
from tests.partners.make import one_of_each
from tests.people import lantern
from tests.practice.been_to import been_to
from tests.provisions.money import one_of_money
from tests.provisions.stock import of_stock
from tests.reports.make import the_worker_counts
from tests.workforce.make import between_shifts


def _new(count: int) -> list[uuid.UUID]:
    """Fresh references."""
    return [uuid.uuid4() for _each in range(count)]


class Places:
    """References for the addresses, made once for a test."""

    def __init__(self) -> None:
        self.participant = lantern()
        self.point, self.meeting, self.note = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
        self.contact, self.shift, self.goal = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
        self.noticed, self.movement, self.change, self.ask = (uuid.uuid4() for _each in range(4))
        self.about = "law"
        self.release, self.disclosure, self.exception = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
        self.known, self.cover, self.language = uuid.uuid4(), uuid.uuid4(), "en"
        self.reflection, self.card = uuid.uuid4(), "activated"
        self.consult, self.reply = uuid.uuid4(), uuid.uuid4()
        self.asked, self.answered = uuid.uuid4(), uuid.uuid4()
        self.token, self.stand_in = "nothing-of-the-kind", uuid.uuid4()
        self.pair, self.text = uuid.uuid4(), "waiting"
        planted(self.pair, self.participant)
        with cast.acting(cast.CM1) as by:
            person = self.participant
            save_contact_point(
                by=by, participant=person, point=self.point, channel="phone", address="555-0199"
            )
            schedule_meeting(by=by, participant=person, meeting=self.meeting, at=BEGINS)
            self.interpreting = uuid.uuid4()
            keep_interpreting(by=by, participant=person, interpreting=self.interpreting, who="The line")
            self.strand = save_strand(
                by=by, participant=person, strand=uuid.uuid4(), kind="services", words="A room"
            ).pk
            told = {"kind": "hearing", "meeting": {"at": BEGINS, "purpose": "A hearing"}}
            whose = {"participant": person, "strand": self.strand, "event": uuid.uuid4()}
            self.event = plan_event(by=by, **whose, **told).pk
            log_contact(by=by, participant=person, note=self.note, happened="We sat by the window.")
            add_engagement_shift(by=by, participant=person, shift=self.noticed, kind="feels")
            set_season(by=by, participant=person, change=self.change, season="steady")
            add_change_over_time(
                by=by, participant=person, movement=self.movement, lane="connection", words="Closer since."
            )
            days = {"begins_on": clock.today(), "ends_on": clock.today()}
            self.period = agree_period(
                by=by, participant=person, period=uuid.uuid4(), kind="court", **days
            ).pk
            request_case_manager(by=by, whom=person, ask=self.ask, words="somebody older")
            told = {"area": "home", "words": "scared of doors"}
            self.description = add_life_area_description(
                by=by, participant=person, description=uuid.uuid4(), **told
            ).pk
            self.thing = add_learned(by=by, participant=person, thing=uuid.uuid4(), words="the bus").pk
            sheet = WrittenSheet(goals=(WrittenGoal(self.goal, words="a room with a lock"),))
            save_goal_sheet(by=by, participant=person, written=sheet)
            self.row = Goal.objects.get(participant_id=person).pk
            take_away(by=by, participant=person, kind="goal", row=self.row)
            self.kind = ServiceKind.objects.order_by("place")[0].pk
            write_reflection(by=by, reflection=self.reflection, words=Reflected(urgency="Mine, today."))
            self.guarded = queries.guarded("en")[0].pk
            ask_colleagues(by=by, consult=self.consult, question="Waiting, or reaching out once more?")
            ask_team(by=by, participant=person, question=self.asked, words="Who knows the bus she takes?")
            self.check_in, self.brought, self.kept = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
            check_in(by=by, check_in=self.check_in, picked=["tired"], words="A long night.")
            bring(by=by, brought=self.brought, worker=by.id, words="I carry it home.")
            self.worker, self.supervision = by.id, uuid.uuid4()
            plan_supervision(
                by=by, supervision=self.supervision, worker=by.id, at=BEGINS, minutes=60, held=True
            )
            reserve_time(by=by, kept=self.kept, begins=BEGINS + timedelta(days=1), minutes=30)
            self.section = Section.objects.order_by("place")[0].key
            self.question = Question.objects.order_by("place")[0].key
            given: dict[str, Any] = {"by": by, "participant": person, "transfer": uuid.uuid4()}
            transfers.propose_transfer(**given, to=cast.CM2.id, why="A move to another town")
            talked = transfers.talk_about_transfer(**given, told=transfers.Talked(clock.today()))
            self.asked_to = talked.asks.get().pk
        with cast.acting(cast.ADMIN) as by:
            told = {"supervisor": None, "site": None, "languages": (), "credentials": "", "hours": ""}
            roles = [Role.CASE_MANAGER, Role.SUPERVISOR]
            change_staff(
                by=by,
                staff=cast.CM3.id,
                name="Case manager 3",
                roles=roles,
                trafficking_training_on=None,
                **told,
            )
            self.agreement = SecondApproval.objects.get(account=cast.CM3.id).pk
            self.rule = ClockRule.objects.order_by("key", "jurisdiction")[0].line
        self._share()
        self._refer()
        self._plan()
        with cast.acting(cast.CM2) as by:
            reply_to_consult(by=by, consult=self.consult, reply=self.reply, words="I waited, once.")
            answer_team_question(
                by=by,
                participant=self.participant,
                question=self.asked,
                answer=self.answered,
                words="Line 4.",
            )
        self.training = been_to()
        with cast.acting(cast.PRACTICE) as by:
            note_card(by=by, card=queries.cards("en", self.card)[0].id, words="Too long at night.")
            self.said = queries.card_notes()[0].pk
        with cast.acting(cast.ON_CALL) as by:
            self.debrief = ask_for_debrief(by=by).pk
            log_call(by=by, contact=self.contact, words="Whispering. Works in a house.")
        with cast.acting(cast.SUPERVISOR) as by:
            ends = BEGINS.replace(hour=8)
            put_on_call(
                by=by, shift=self.shift, staff=cast.ON_CALL.id, place="first", begins=BEGINS, ends=ends
            )
        self._brief()
        self._load()
        self._report()
        self._extract()
        self.swap, self.sheet = between_shifts()
        self.awaited = uuid.uuid4()
        with cast.acting(cast.CM1) as by:
            given = {"participant": self.participant, "question": self.awaited}
            keep_asked(by=by, **given, words="When is the trial?")
        vars(self).update(one_of_each())
        vars(self).update(care.places(self.participant))
        vars(self).update(funding.places(self.participant))
        vars(self).update(circle.places(self.participant, self.partner))
        self._moves()
        self._away()
        with cast.acting(cast.SUPERVISOR):
            trail.flush()

    def _away(self) -> None:
        """Time off that case manager 1 plans, and something that came in for them."""
        self.off, self.word = _new(2)
        days = {"begins": BEGINS + timedelta(days=9), "ends": BEGINS + timedelta(days=10)}
        with cast.acting(cast.CM1) as by:
            plan_time_off(by=by, off=self.off, staff=by.id, **days)
        with cast.acting(cast.ON_CALL) as by:
            leave_word(
                by=by, word=self.word, staff=cast.CM1.id, alias="Lantérn", words="The lock.", way="call"
            )

    def _load(self) -> None:
        """What a case manager says of their capacity, and other people in their caseload."""
        self.others = uuid.uuid4()
        with cast.acting(cast.CM1) as by:
            self.signal = caseload.say_capacity(by=by, answer=Capacity.OVER).pk
        with cast.acting(cast.SUPERVISOR) as by:
            given = {"row": self.others, "staff": cast.CM1.id, "called": "a program"}
            caseload.add_other_people(by=by, **given, number=3, weight=Decimal(1))

    def _report(self) -> None:
        """A report on what was not found, which everybody who works with the program may read."""
        self.report = uuid.uuid4()
        days = {"period": "month", "begins": date(2027, 1, 1), "ends": date(2027, 1, 31)}
        told = {
            "kind": "gaps",
            "audience": "agency",
            "purpose": "board",
            "by_month": False,
            "fiscal_month": 1,
        }
        with cast.acting(cast.DIRECTOR) as by:
            reports.ask_report(by=by, report=self.report, **days, **told)
        the_worker_counts()

    def _extract(self) -> None:
        """A file that the director asked for, which nobody agreed to."""
        self.extract = uuid.uuid4()
        months = {"begins": date(2026, 12, 1), "after": date(2027, 1, 1)}
        told = {
            "kind": "htcds",
            "agency": make.clinic("State office", kind="government"),
            "purpose": "report",
        }
        with cast.acting(cast.DIRECTOR) as by:
            ask_extract(by=by, extract=self.extract, **told, **months)

    def _brief(self) -> None:
        """A brief for the night, which the advocate on call has opened."""
        self.brief_line, self.opening = _new(2)
        given = {"participant": self.participant, "kind": "know", "approved": True}
        with cast.acting(cast.CM1) as by:
            briefs.write_line(by=by, **given, line=self.brief_line, words="She hears knocking as danger.")
            self.brief = CallBrief.objects.get().pk
        with cast.acting(cast.ON_CALL) as by:
            given = {"participant": self.participant, "opening": self.opening, "brief": self.brief}
            open_brief(by=by, **given)
        self._night()

    def _night(self) -> None:
        """A record that was opened on call and is closed again, a try that opened nothing, and one that did."""
        self.attempt, self.says_known = _new(2)
        with cast.acting(cast.ON_CALL) as by:
            try_code_word(by=by, attempt=self.attempt, alias="Nobody", word="no word")
            told = {"id": self.says_known, "contact_id": self.contact, "at": BEGINS, "by_id": by.id}
            SaysKnown.objects.create(**told)
        self.record_opening, self.came = was_opened_on_call(
            self.participant, self.brief, "she could not speak"
        )

    def _moves(self) -> None:
        """A spreadsheet that the custodian asked to bring over."""
        self.move = uuid.uuid4()
        with cast.acting(cast.CUSTODIAN) as by:
            custody.ask_to_bring(by=by, move=self.move, file=io.BytesIO(b"Nickname\nHarbor\n"), purpose="")
            custody.check_rows(by=by, move=self.move)

    def _share(self) -> None:
        """A permission with what went out under it, an exception, a program they know and words to say."""
        person, agency = self.participant, make.clinic()
        with cast.acting(cast.CM1) as by:
            named = make.named(agency, ends_on=make.tomorrow(), methods=["letter", "workspace"])
            consent.grant_release(
                by=by, participant=person, release=self.release, named=named, given=make.given(by)
            )
            way = passage(person, to=To(agency=agency), **make.ASKED | {"method": "workspace"})
            consent.disclose(
                by=by,
                participant=person,
                disclosure=self.disclosure,
                passage=way,
                way="workspace",
                previewed=digest(make.TEXT),
                text=make.TEXT,
            )
            asked = AskedWithout(
                kind="court_order",
                reason="an order",
                information=["first_contact"],
                methods=["letter"],
                agency=agency,
                tell_first="yes",
            )
            consent.ask_exception(by=by, participant=person, exception=self.exception, asked=asked)
            consent.save_program(by=by, participant=person, program=self.known, name="a pantry")
            consent.save_cover_words(by=by, participant=person, cover=self.cover, introduce="Riverbend")
            self.information = InformationKind.objects.order_by("place")[0].pk

    def _plan(self) -> None:
        """A safety plan, with a copy on paper."""
        with cast.acting(cast.CM1) as by:
            written = Written({"coping": "a walk"}, copy="paper")
            made = write_safety_plan(
                by=by, participant=self.participant, version=uuid.uuid4(), written=written
            )
            self.plan, self.page = made.plan_id, "federal_case"
            self.talked = talk_about_page(
                by=by, participant=self.participant, talked=uuid.uuid4(), page=self.page
            ).pk
            self.opener = PlanOpener.objects.get(plan=made.plan_id, staff_id=cast.CM2.id).pk

    def _benefit(self, by: Actor) -> None:
        """A clock, somebody of the family, and a document about certification."""
        self.running, self.kin, self.dated, self.approval, self.trip = _new(5)
        given = {"by": by, "participant": self.participant}
        benefits.save_family_member(**given, member=self.kin, called="my little one")
        benefits.save_trip(**given, trip=self.trip, told=benefits.Trips("2026-03-01", "2026-03-10"))
        told = Started("cash_medical", "US", BEGINS.date())
        benefits.start_clock(**given, running=self.running, told=told)
        benefits.add_certification_date(**given, dated=self.dated, document="letter", on=BEGINS.date())
        benefits.start_approval(**given, approval=self.approval, what="A room", through=BEGINS.date())

    def _refer(self) -> None:
        """A draft that was answered and turned, and what is stuck."""
        self.referral, self.turn, self.answer, self.barrier = _new(4)
        given = {"participant": self.participant, "referral": self.referral}
        with cast.acting(cast.CM1) as by:
            told = Drafted(provider="Dr. Alem", need="my tooth")
            self._benefit(by)
            referrals.draft_referral(by=by, **given, told=told)
            referrals.change_referral_state(by=by, **given, turn=self.turn, state="accepted")
            referrals.undo_referral_state(by=by, **given, turn=self.turn)
            referrals.partner_answered(by=by, **given, said=self.answer, answer="question")
            stuck = {"system": "dental", "stuck": "full"}
            referrals.add_barrier(by=by, participant=self.participant, barrier=self.barrier, **stuck)
            self.donation = uuid.uuid4()
            asked = Asked(item="winter coat", size="child size 5")
            self.line = save_ask(by=by, participant=self.participant, ask=self.donation, told=asked).wanted
        self.site, self.stock_thing, self.stock_line, self.moved, self.given = of_stock(self.participant)
        self.assistance, self.money_line, self.money_kind, self.vouchers = one_of_money(self.participant)

    @cached_property
    def acquaintance(self) -> uuid.UUID:
        """Somebody whose alias was kept at the drop-in's site."""
        from alongside.agency.models import Site

        person = known_id("somebody at the drop-in")
        with cast.acting(cast.DROP_IN) as by:
            save_alias(by=by, participant=person, alias="Heron", site=Site.objects.get().pk, needs=["a coat"])
        return person

    def url(self, address: str) -> str:
        """An address with everything it names filled in."""
        return re.sub(r"<(?:\w+:)?(\w+)>", lambda match: self.reference(address, match[1]), address)

    def reference(self, address: str, name: str) -> str:
        """What stands in an address for `<name>`."""
        if name == "participant" and address.startswith("/acquaintances/"):
            return str(self.acquaintance)
        if name == "kind" and "bring-back" in address:
            return "goal"
        if name == "asked" and "/questions/" in address:
            return str(self.awaited)
        if name == "staff":
            return str(cast.CM2.id)
        if name == "pk":
            return "1"
        return str(getattr(self, name))
