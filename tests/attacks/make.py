"""Somebody with something in every table, every word of it one that must not be met elsewhere."""

import uuid
from datetime import timedelta
from decimal import Decimal
from typing import Any

from alongside import clock, trail
from alongside.access.actor import Actor
from alongside.caseload import actions as caseload
from alongside.caseload.choices import Capacity
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
from alongside.funders import actions as funders
from alongside.funding import stream_actions as streams
from alongside.funding.stream_rules import StreamTold
from alongside.funding.time_actions import log_hours
from alongside.goals import actions as goals
from alongside.goals.choices import Answer, GoalState, SupportLevel, Who
from alongside.goals.models import Goal, Option, SignOfChange, Step
from alongside.goals.rules import WrittenGoal, WrittenSheet, WrittenSign, WrittenStep, fingerprint
from alongside.journey.actions import close_together, come_back, save_answers, talk_about_welcome
from alongside.journey.models import Question, Section
from alongside.journey.rules import Said
from alongside.legal.actions import plan_event, save_strand
from alongside.legal.rules import Plan
from alongside.meetings.actions import keep_interpreting, reserve_time, schedule_meeting
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
from alongside.safety.actions import open_plan_for_a_reason
from alongside.transfers import actions as transfers
from alongside.workforce.left_actions import leave_word
from tests import cast
from tests.attacks import by_keeper
from tests.attacks.ways_out import benefit, refer, share, show_on_their_page
from tests.attacks.world import World
from tests.care.make import agreed, asks, feels, reviewed, thanks
from tests.circle.make import in_their_circle
from tests.participants.twice import planted
from tests.partners.make import one_of_each
from tests.provisions.stock import one_of_stock
from tests.safety.make import their_plan


def world(word: str, case_manager: cast.Member = cast.CM1, backup: cast.Member | None = cast.CM2) -> World:
    """A participant with one of everything; each text holds `word`."""
    made = World(word)
    around(made, case_manager)
    fill(made, case_manager, backup)
    return made


def around(made: World, case_manager: cast.Member = cast.CM1) -> None:
    """What colleagues may know: a session with a scenario in it, time the worker keeps free, an action of a review."""
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
    with cast.acting(cast.DIRECTOR) as by:
        agreed(
            by,
            reviewed(by, 2000 + made.office.int % 190, "Nobody at night"),
            case_manager.id,
            "Ask for nights",
        )
        trail.flush()
    by_keeper.away(made.away, case_manager)
    with cast.acting(cast.DIRECTOR) as by:
        told = StreamTold(f"Stream {made.stream.hex[:6]}", "capita", form="otip_tvap_2021")
        streams.save_stream(by=by, stream=made.stream, told=told)
        trail.flush()


def fill(made: World, case_manager: cast.Member = cast.CM1, backup: cast.Member | None = cast.CM2) -> None:
    """What is theirs and their worker's."""
    person, word = made.participant, made.word
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=person, alias=f"{word} alias", needs=[f"{word} need"])
        waits = {"reason": f"{word} waits", "interim": "drop_in", "who_and_when": f"{word} who and when"}
        caseload.put_on_waiting_list(by=by, participant=person, row=uuid.uuid4(), **waits)
        assign(by=by, participant=person, staff=case_manager.id, part=Part.CASE_MANAGER, why=f"{word} why")
        if backup:
            assign(by=by, participant=person, staff=backup.id, part=Part.BACKUP, why=f"{word} why")
        for contact in (made.contact, made.alone):
            log_call(by=by, contact=contact, words=f"{word} call", safe_to_call_back=f"{word} call")
            amend_contact(by=by, contact=contact, words=f"{word} call again")
        link_contact(by=by, contact=made.contact, participant=person)
        trail.flush()
    by_keeper.left_by_somebody(made)
    by_keeper.chosen_anyway(made, case_manager)
    planted(made.pair, person, tied=True)
    with cast.acting(case_manager) as by:
        _fill(by, made)
        _care(by, made)
        refer(by, made)
        benefit(by, made)
        in_their_circle(by, made)
        made.debrief = ask_for_debrief(by=by).pk
        caseload.set_intensity(by=by, participant=person, row=uuid.uuid4(), level="intense")
        made.signal = caseload.say_capacity(by=by, answer=Capacity.OVER).pk
        their_plan(by, made)
    by_keeper.opened_at_night(made)
    by_keeper.covered_and_restricted(made)
    made.record_opening, made.came = by_keeper.was_opened_on_call(
        made.participant, made.brief, f"{word} reason"
    )
    with cast.acting(cast.SUPERVISOR) as by:
        left: dict[str, Any] = {"alias": f"{word} alias", "words": f"{word} came", "way": "call"}
        leave_word(by=by, word=uuid.uuid4(), staff=case_manager.id, **left)
        weighs: dict[str, Any] = {"amount": Decimal(25), "words": f"{word} weight"}
        caseload.set_own_weight(by=by, participant=person, row=uuid.uuid4(), **weighs)
        thanks(by, made.thanked, case_manager.id, f"{word} thanks")
        open_plan_for_a_reason(by=by, participant=person, opening=uuid.uuid4(), reason=f"{word} reason")
        trail.flush()


def with_a_question(made: World) -> World:
    """The same world, where a colleague asks something that every colleague may read and that is about nobody;
    and with partners, of whom every colleague knows."""
    made.house = one_of_each() | one_of_stock()
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
    asks(by, made.wished, f"{word} wished")
    feels(by, made.participant, made.felt, f"{word} feels")
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
    first = cast.BEGINS.date()
    streams.enrol(by=by, participant=person, enrolment=made.enrolment, stream=made.stream, begins_on=first)
    told = {"lgbtq": ["declined"], "disability": ["hearing"]}
    funders.save_report_answers(by=by, participant=person, form="otip_tvap_2021", told=told)
    log_hours(by=by, row=made.hours, day=first, kind="training", minutes=60)
    spoke: dict[str, Any] = {
        "day": cast.BEGINS.date(),
        "way": "phone",
        "again": "no",
        "words": f"{word} interpreted",
    }
    keep_interpreting(by=by, participant=person, interpreting=made.interpreting, who=f"{word} who", **spoke)
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


def handing_over(by: Actor, made: World) -> uuid.UUID:
    """A transfer to their supervisor, who reaches them as it is: asked, with what is handed on."""
    given: dict[str, Any] = {"by": by, "participant": made.participant, "transfer": uuid.uuid4()}
    word = made.word
    transfers.propose_transfer(**given, to=cast.SUPERVISOR.id, why=f"{word} why")
    told = transfers.Talked(clock.today(), whether=f"{word} whether", whom=f"{word} whom", how=f"{word} how")
    transfers.talk_about_transfer(**given, told=told, asks=f"{word} asks")
    words = {"meeting_id": None, "met_on": clock.today(), "to_know": f"{word} to know"}
    words |= {"not_again": f"{word} not again", "goodbye": f"{word} goodbye"}
    transfers.save_handover(**given, words=words)
    return transfers.hand_pack(**given).ask_id


def _along(by: Actor, made: World) -> None:
    """What stands beside the sheet: movements, choices, support, the long view, a parting."""
    given: dict[str, Any] = {"by": by, "participant": made.participant}
    word = made.word
    made.asked_to = handing_over(by, made)
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
