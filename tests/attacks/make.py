"""Somebody with something in every table, every word of it one that must not be met elsewhere."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from alongside import clock, trail
from alongside.access.actor import Actor
from alongside.circle import actions as circle
from alongside.circle.models import Attendee
from alongside.connection.actions import (
    add_change_over_time,
    add_engagement_shift,
    add_statement,
    agree_together,
    amend_note,
    follow_engagement_shift,
    leave_check_in,
    log_contact,
    plan_presence,
    save_trust,
    set_season,
)
from alongside.connection.models import ServiceKind
from alongside.drafts.actions import save_draft
from alongside.frontdoor.actions import agree_to_be_read, amend_contact, link_contact, log_call
from alongside.goals import actions as goals
from alongside.goals.choices import Answer, GoalState, SupportLevel, Who
from alongside.goals.models import Goal, Option, SignOfChange, Step
from alongside.goals.rules import WrittenGoal, WrittenSheet, WrittenSign, WrittenStep, fingerprint
from alongside.journey.actions import close_together, come_back, save_answers, talk_about_welcome
from alongside.journey.models import Question, Section
from alongside.journey.rules import Said
from alongside.legal.actions import plan_event, save_strand
from alongside.legal.rules import Plan
from alongside.meetings.actions import reserve_time, schedule_meeting
from alongside.participants import briefs
from alongside.participants.actions import assign, go_gently, open_case, save_alias, write_details
from alongside.participants.agreeing import agree_period
from alongside.participants.choices import Part
from alongside.participants.choosing import request_case_manager, save_choice
from alongside.participants.models import Need, StateChange
from alongside.participants.reaching import save_contact_point
from alongside.partners import actions as partners
from alongside.practice.actions import (
    answer_team_question,
    ask_colleagues,
    ask_for_debrief,
    ask_team,
    bring,
    check_in,
    choose_revisit_day,
    plan_supervision,
    plan_training,
    reply_to_consult,
    sign_up,
    write_scenario,
)
from alongside.practice.models import TrainingTopic
from alongside.practice.queries import guarded
from alongside.questions.actions import give_update, keep_asked
from alongside.safety.actions import Written, open_plan_for_a_reason, talk_about_page, write_safety_plan
from alongside.safety.models import PlanOpener
from alongside.safety.words import PARTS
from tests import cast
from tests.attacks.by_keeper import chosen_anyway, left_by_somebody, opened_at_night
from tests.attacks.ways_out import benefit, refer, share, show_on_their_page
from tests.participants.twice import planted
from tests.partners.make import one_of_each


@dataclass
class World:
    """The references of one participant's things."""

    word: str
    participant: uuid.UUID = field(default_factory=uuid.uuid4)
    note: uuid.UUID = field(default_factory=uuid.uuid4)
    statement: uuid.UUID = field(default_factory=uuid.uuid4)
    meeting: uuid.UUID = field(default_factory=uuid.uuid4)
    point: uuid.UUID = field(default_factory=uuid.uuid4)
    contact: uuid.UUID = field(default_factory=uuid.uuid4)
    alone: uuid.UUID = field(default_factory=uuid.uuid4)  # a contact joined to nobody
    welcomed: uuid.UUID = field(default_factory=uuid.uuid4)
    sitting: uuid.UUID = field(default_factory=uuid.uuid4)
    goal: uuid.UUID = field(default_factory=uuid.uuid4)
    step: uuid.UUID = field(default_factory=uuid.uuid4)
    sign: uuid.UUID = field(default_factory=uuid.uuid4)
    option: uuid.UUID = field(default_factory=uuid.uuid4)
    change: uuid.UUID = field(default_factory=uuid.uuid4)  # of their state
    need: uuid.UUID = field(default_factory=uuid.uuid4)
    noticed: uuid.UUID = field(default_factory=uuid.uuid4)  # a shift
    season: uuid.UUID = field(default_factory=uuid.uuid4)  # a change of season
    movement: uuid.UUID = field(default_factory=uuid.uuid4)
    awaited: uuid.UUID = field(default_factory=uuid.uuid4)  # a question of theirs
    brief: uuid.UUID = field(default_factory=uuid.uuid4)  # for the one on call
    brief_line: uuid.UUID = field(default_factory=uuid.uuid4)
    opening: uuid.UUID = field(default_factory=uuid.uuid4)  # of the brief, by nobody
    period: uuid.UUID = field(default_factory=uuid.uuid4)  # a critical one
    ask: uuid.UUID = field(default_factory=uuid.uuid4)  # a wish for another case manager
    pair: uuid.UUID = field(default_factory=uuid.uuid4)  # with another record of theirs, brought together
    description: uuid.UUID = field(default_factory=uuid.uuid4)
    thing: uuid.UUID = field(default_factory=uuid.uuid4)  # learned
    about: str = "law"
    agreement: uuid.UUID = field(default_factory=uuid.uuid4)
    stand_in: uuid.UUID = field(default_factory=uuid.uuid4)
    token: str = "nothing-of-the-kind"
    question: str = "call-me"
    section: str = "none"
    information: str = str(uuid.UUID(int=7))  # no kind of information has this name
    language: str = "en"
    card: str = "activated"
    reflection: uuid.UUID = field(default_factory=uuid.uuid4)
    consult: uuid.UUID = field(default_factory=uuid.uuid4)  # open to colleagues, and about nobody
    reply: uuid.UUID = field(default_factory=uuid.uuid4)
    debrief: uuid.UUID = field(default_factory=uuid.uuid4)
    asked: uuid.UUID = field(default_factory=uuid.uuid4)  # of those who know them
    said: uuid.UUID = field(default_factory=uuid.uuid4)  # about a card, and about nobody
    answered: uuid.UUID = field(default_factory=uuid.uuid4)  # by one of them
    release: uuid.UUID = field(default_factory=uuid.uuid4)
    disclosure: uuid.UUID = field(default_factory=uuid.uuid4)
    exception: uuid.UUID = field(default_factory=uuid.uuid4)
    known: uuid.UUID = field(default_factory=uuid.uuid4)  # a program they work with already
    cover: uuid.UUID = field(default_factory=uuid.uuid4)
    check_in: uuid.UUID = field(default_factory=uuid.uuid4)
    brought: uuid.UUID = field(default_factory=uuid.uuid4)
    supervision: uuid.UUID = field(default_factory=uuid.uuid4)
    worker: uuid.UUID = field(default_factory=uuid.uuid4)
    training: uuid.UUID = field(default_factory=uuid.uuid4)  # with a scenario nobody has approved
    kept: uuid.UUID = field(default_factory=uuid.uuid4)
    office: uuid.UUID = field(default_factory=uuid.uuid4)  # a partner with a page of its own
    member: uuid.UUID = field(default_factory=uuid.uuid4)  # of their Circle
    matter: uuid.UUID = field(default_factory=uuid.uuid4)
    decision: uuid.UUID = field(default_factory=uuid.uuid4)
    commitment: uuid.UUID = field(default_factory=uuid.uuid4)
    huddle: uuid.UUID = field(default_factory=uuid.uuid4)
    attendee: uuid.UUID = field(default_factory=uuid.uuid4)
    worry: uuid.UUID = field(default_factory=uuid.uuid4)  # the worker's own
    concern: uuid.UUID = field(default_factory=uuid.uuid4)
    read: uuid.UUID = field(default_factory=uuid.uuid4)  # a colleague's, of a concern
    running: uuid.UUID = field(default_factory=uuid.uuid4)  # a benefit's clock
    kin: uuid.UUID = field(default_factory=uuid.uuid4)  # somebody of their family
    dated: uuid.UUID = field(default_factory=uuid.uuid4)  # a document about certification
    approval: uuid.UUID = field(default_factory=uuid.uuid4)  # from month to month
    referral: uuid.UUID = field(default_factory=uuid.uuid4)
    turn: uuid.UUID = field(default_factory=uuid.uuid4)  # of the referral
    answer: uuid.UUID = field(default_factory=uuid.uuid4)  # a partner's, to the referral
    barrier: uuid.UUID = field(default_factory=uuid.uuid4)
    donation: uuid.UUID = field(default_factory=uuid.uuid4)  # asked of donors
    line: uuid.UUID = field(default_factory=uuid.uuid4)  # what they read of it, which is about nobody
    strand: uuid.UUID = field(default_factory=uuid.uuid4)
    event: uuid.UUID = field(default_factory=uuid.uuid4)  # of the strand, and its meeting
    plan: uuid.UUID = field(default_factory=uuid.uuid4)  # for their safety
    talked: uuid.UUID = field(default_factory=uuid.uuid4)  # a plain page
    page: str = "federal_case"
    opener: uuid.UUID = field(default_factory=uuid.uuid4)
    move: uuid.UUID = field(default_factory=uuid.uuid4)  # asked for by nobody
    house: dict[str, uuid.UUID] = field(
        default_factory=dict
    )  # of the agency's own: partners, services, words

    def references(self) -> list[uuid.UUID]:
        """All of them but what every colleague may know."""
        found = (
            value
            for name, value in vars(self).items()
            if name not in ("worker", "training", "kept", "office")
        )
        return [value for value in found if isinstance(value, uuid.UUID)]


def world(word: str, case_manager: cast.Member = cast.CM1, backup: cast.Member | None = cast.CM2) -> World:
    """A participant with one of everything; each text holds `word`."""
    made = World(word)
    around(made, case_manager)
    fill(made, case_manager, backup)
    return made


def around(made: World, case_manager: cast.Member = cast.CM1) -> None:
    """What colleagues may know: a session with a scenario in it, and a time that the worker keeps free."""
    with cast.acting(cast.PRACTICE) as by:
        topic = TrainingTopic.objects.order_by("place")[0].pk
        plan_training(by=by, session=made.training, topic=topic, at=cast.BEGINS + timedelta(days=9))
        write_scenario(by=by, session=made.training, words=f"{made.word} scenario", version=None)
        trail.flush()
    with cast.acting(case_manager) as by:
        sign_up(by=by, session=made.training)
        reserve_time(by=by, kept=made.kept, begins=cast.BEGINS + timedelta(days=2), minutes=30)
        told = partners.Described(name=f"Office {made.office.hex[:6]}", kind="attorney")
        partners.save_agency(by=by, agency=made.office, told=told)
        partners.add_point_of_contact(by=by, contact=uuid.uuid4(), agency=made.office, name="Ms. Alder")
        trail.flush()


def fill(made: World, case_manager: cast.Member = cast.CM1, backup: cast.Member | None = cast.CM2) -> None:
    """What is theirs and their worker's."""
    person, word = made.participant, made.word
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=person, alias=f"{word} alias", needs=[f"{word} need"])
        assign(by=by, participant=person, staff=case_manager.id, part=Part.CASE_MANAGER, why=f"{word} why")
        if backup:
            assign(by=by, participant=person, staff=backup.id, part=Part.BACKUP, why=f"{word} why")
        for contact in (made.contact, made.alone):
            log_call(by=by, contact=contact, words=f"{word} call", safe_to_call_back=f"{word} call")
            amend_contact(by=by, contact=contact, words=f"{word} call again")
        link_contact(by=by, contact=made.contact, participant=person)
        trail.flush()
    left_by_somebody(made)
    chosen_anyway(made, case_manager)
    planted(made.pair, person, tied=True)
    with cast.acting(case_manager) as by:
        _fill(by, made)
        _care(by, made)
        refer(by, made)
        benefit(by, made)
        _circle(by, made)
        made.debrief = ask_for_debrief(by=by).pk
        _plan(by, made)
    opened_at_night(made)
    with cast.acting(cast.SUPERVISOR) as by:
        open_plan_for_a_reason(by=by, participant=person, opening=uuid.uuid4(), reason=f"{word} reason")
        trail.flush()


def with_a_question(made: World) -> World:
    """The same world, where a colleague asks something that every colleague may read and that is about nobody;
    and with partners, of whom every colleague knows."""
    made.house = one_of_each()
    with cast.acting(cast.CM1) as by:
        made.house["guarded"] = guarded("en")[0].pk
        ask_colleagues(by=by, consult=made.consult, question="How do you hold the pull to close?")
    with cast.acting(cast.CM2) as by:
        reply_to_consult(by=by, consult=made.consult, reply=made.reply, words="I choose a day.")
    return made


def _care(by: Actor, made: World) -> None:
    """What the worker keeps for themselves, and for their supervisor alone."""
    word, made.worker = made.word, by.id
    check_in(by=by, check_in=made.check_in, picked=["tired"], words=f"{word} check-in")
    bring(by=by, brought=made.brought, worker=by.id, words=f"{word} brought")
    when = cast.BEGINS + timedelta(days=2)
    plan_supervision(by=by, supervision=made.supervision, worker=by.id, at=when, minutes=60, held=False)
    trail.flush()


def _fill(by: Actor, made: World) -> None:
    person, word = made.participant, made.word
    open_case(by=by, participant=person, need=f"{word} second need")
    write_details(by=by, participant=person, helps=f"{word} helps", name=f"{word} name")
    agree_to_be_read(by=by, participant=person, agreed=True)
    go_gently(by=by, participant=person, topic="health", stance="gently", words=f"{word} topic")
    save_contact_point(
        by=by, participant=person, point=made.point, channel="phone", address=f"{word} number", say=word
    )
    schedule_meeting(
        by=by, participant=person, meeting=made.meeting, at=cast.BEGINS + timedelta(days=1), purpose=word
    )
    service = ServiceKind.objects.order_by("place")[0].pk
    said: dict[str, Any] = {"happened": f"{word} happened", "kind": "met", "minutes": 20}
    log_contact(by=by, participant=person, note=made.note, services=[service], **said)
    add_engagement_shift(by=by, participant=person, shift=made.noticed, kind="feels")
    tomorrow = (cast.BEGINS + timedelta(days=1)).date()
    follow_engagement_shift(by=by, participant=person, shift=made.noticed, reach_on=tomorrow)
    set_season(by=by, participant=person, change=made.season, season="quiet", words=f"{word} season")
    plan_presence(by=by, participant=person, plan=uuid.uuid4(), how=f"{word} presence")
    leave_check_in(by=by, participant=person, later=uuid.uuid4(), until=tomorrow)
    save_trust(
        by=by, participant=person, trust=uuid.uuid4(), builds=f"{word} builds", strains=f"{word} strains"
    )
    choose_revisit_day(by=by, participant=person, on_day=tomorrow)
    agree_together(by=by, participant=person, agreement=uuid.uuid4(), their_words=f"{word} agreement")
    said |= {"happened": f"{word} happened, put right", "responded": word}
    amend_note(by=by, participant=person, note=made.note, seen=1, services=[service], **said)
    add_statement(by=by, participant=person, note=made.note, statement=made.statement, words=f"{word} said")
    talk_about_welcome(
        by=by, participant=person, welcomed=made.welcomed, wording="1", language="en", interpreter=word
    )
    section = Section.objects.order_by("place")[0].pk
    made.section = Section.objects.get(pk=section).key
    made.change = StateChange.objects.filter(participant_id=person)[0].pk
    made.need = Need.objects.filter(participant_id=person)[0].pk
    question = Question.objects.filter(section_id=section).order_by("place")[0].pk
    save_answers(
        by=by, participant=person, section=section, sitting=made.sitting,
        said={question: Said(f"{word} answer", "")}, language="en", seen=None,
    )  # fmt: skip
    sheet = WrittenSheet(
        fits_around=f"{word} fits",
        fits_was=fingerprint([""]),
        goals=(WrittenGoal(made.goal, words=f"{word} goal", barriers=word),),
        steps=(WrittenStep(made.step, words=f"{word} step", goal=made.goal, who=Who.values[1]),),
        signs=(WrittenSign(made.sign, words=f"{word} sign"),),
    )
    goals.save_goal_sheet(by=by, participant=person, written=sheet)
    made.goal = Goal.objects.get(participant_id=person).pk
    made.step = Step.objects.get(participant_id=person).pk
    made.sign = SignOfChange.objects.get(participant_id=person).pk
    goals.change_goal_state(by=by, participant=person, goal=made.goal, state=GoalState.HOLDING)
    goals.save_learned(by=by, participant=person, step=made.step)
    goals.offer_option(by=by, participant=person, option=made.option, words=f"{word} option")
    made.option = Option.objects.get(participant_id=person).pk
    goals.answer_option(by=by, participant=person, option=made.option, answer=Answer.NO, once=uuid.uuid4())
    _along(by, made)
    show_on_their_page(by, made)
    share(by, made)
    save_draft(by=by, form=f"connection.note:{person}", fields={"happened": [f"{word} draft"]})
    trail.looked("open_record", person)
    trail.flush()


def _along(by: Actor, made: World) -> None:
    """What stands beside the sheet: movements, choices, support, the long view, a parting."""
    given: dict[str, Any] = {"by": by, "participant": made.participant}
    word = made.word
    ask_team(**given, question=made.asked, words=f"{word} asks the team")
    answer_team_question(**given, question=made.asked, answer=made.answered, words=f"{word} answers")
    add_change_over_time(**given, movement=made.movement, lane="needs", words=f"{word} movement")
    save_choice(**given, choice=uuid.uuid4(), about="law", answer="does_not", words=f"{word} choice")
    request_case_manager(by=by, whom=made.participant, ask=made.ask, words=f"{word} ask")
    days = {"begins_on": clock.today(), "ends_on": clock.today() + timedelta(days=9)}
    agree_period(**given, **days, period=made.period, kind="court", words=f"{word} period")
    line = {"line": made.brief_line, "kind": "know", "words": f"{word} line"}
    made.brief = briefs.write_line(**given, **line, approved=True).brief_id
    briefs.set_question(**given, question=f"{word} question")
    told = {
        "holder": f"{word} holder",
        "may_tell": "they",
        "stands": "waiting",
        "themselves": f"{word} themselves",
    }
    keep_asked(**given, question=made.awaited, words=f"{word} asks", **told)
    give_update(**given, question=made.awaited, update=uuid.uuid4(), words=f"{word} update")
    goals.set_support(**given, change=uuid.uuid4(), level=SupportLevel.CLOSE, words=f"{word} support")
    steps = [("week", f"{word} walks", None), ("month", "", None)]
    goals.agree_taper(**given, turn=uuid.uuid4(), steps=steps, words=f"{word} taper")
    told = {"area": "home", "words": f"{word} view"}
    made.description = goals.add_life_area_description(**given, description=made.description, **told).pk
    made.thing = goals.add_learned(**given, thing=made.thing, words=f"{word} learned").pk
    told = {
        "kind": "immigration",
        "words": f"{word} strand",
        "waits_on": f"{word} office",
        "said": f"{word} filed",
    }
    save_strand(**given, strand=made.strand, state="waiting", holder=f"{word} holder", **told)
    plan = Plan(**{name: f"{word} {name}" for name in vars(Plan())})
    when = {"at": cast.BEGINS + timedelta(days=2), "purpose": f"{word} event"}
    plan_event(**given, strand=made.strand, event=made.event, kind="hearing", plan=plan, meeting=when)
    end = {"words": f"{word} end", "keeping": f"{word} keep", "chosen": True}
    close_together(**given, closing=uuid.uuid4(), **end)
    come_back(**given)


def _plan(by: Actor, made: World) -> None:
    """Their safety plan, with everything in it."""
    parts = {part: f"{made.word} {part}" for part in PARTS}
    written = Written(parts, there=f"{made.word} there", on_day="2027-01-06", copy="paper")
    kept = write_safety_plan(by=by, participant=made.participant, version=uuid.uuid4(), written=written)
    talk_about_page(by=by, participant=made.participant, talked=made.talked, page=made.page)
    made.plan, made.opener = kept.plan_id, PlanOpener.objects.get(plan=kept.plan_id, staff_id=by.id).pk
    trail.flush()


def _circle(by: Actor, made: World) -> None:
    """Who is involved and who holds what; and what feels off, for its author alone."""
    given: dict[str, Any] = {"by": by, "participant": made.participant}
    word = made.word
    said = circle.MemberSaid(kind="person", name=f"{word} aunt", role=f"{word} role")
    circle.save_member(**given, member=made.member, said=said)
    circle.save_matter(**given, matter=made.matter, words=f"{word} matter")
    circle.save_decision(**given, decision=made.decision, words=f"{word} decision")
    circle.add_case_commitment(**given, commitment=made.commitment, words=f"{word} commitment")
    circle.answer_clarity(
        **given, clarity=uuid.uuid4(), sees="they", answer="not_clear", words=f"{word} clarity"
    )
    circle.plan_huddle(**given, huddle=made.huddle, agenda=f"{word} agenda", members=(made.member,))
    made.attendee = Attendee.objects.get(huddle_id=made.huddle).pk
    circle.save_worry(by=by, worry=made.worry, words=f"{word} worry")
    told = circle.Composed(saw=f"{word} saw", story=f"{word} story", ask=f"{word} ask")
    circle.compose_concern(by=by, concern=made.concern, said=told, agency=made.office)
    trail.flush()
