"""One of everything an address can name, belonging to case manager 1's participant; and people of other doors."""

import re
import uuid
from functools import cached_property
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

from alongside import trail
from alongside.access.models import Agreement
from alongside.access.roles import Role
from alongside.agency.actions import change_staff
from alongside.connection.actions import log_contact, notice_shift
from alongside.connection.models import ServiceKind
from alongside.frontdoor.actions import log_call
from alongside.goals.actions import take_away, write_sheet
from alongside.goals.models import Goal
from alongside.goals.rules import WrittenGoal, WrittenSheet
from alongside.journey.models import Question, Section
from alongside.meetings.actions import schedule_meeting
from alongside.participants.actions import keep_alias
from alongside.participants.reaching import keep_contact_point
from alongside.practice.actions import write_reflection
from alongside.practice.rules import Reflected
from alongside.project.demo.cast import BEGINS, known_id
from alongside.workforce.actions import put_on_call
from tests import cast
from tests.people import lantern


class Places:
    """References for the addresses, made once for a test."""

    def __init__(self) -> None:
        self.participant = lantern()
        self.point, self.meeting, self.note = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
        self.contact, self.shift, self.goal = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
        self.noticed = uuid.uuid4()
        self.reflection, self.card = uuid.uuid4(), "activated"
        self.token, self.stand_in = "nothing-of-the-kind", uuid.uuid4()
        with cast.acting(cast.CM1) as by:
            person = self.participant
            keep_contact_point(
                by=by, participant=person, point=self.point, channel="phone", address="555-0199"
            )
            schedule_meeting(by=by, participant=person, meeting=self.meeting, at=BEGINS)
            log_contact(by=by, participant=person, note=self.note, happened="We sat by the window.")
            notice_shift(by=by, participant=person, shift=self.noticed, kind="feels")
            sheet = WrittenSheet(goals=(WrittenGoal(self.goal, words="a room with a lock"),))
            write_sheet(by=by, participant=person, written=sheet)
            self.row = Goal.objects.get(participant_id=person).pk
            take_away(by=by, participant=person, kind="goal", row=self.row)
            self.kind = ServiceKind.objects.order_by("place")[0].pk
            write_reflection(by=by, reflection=self.reflection, words=Reflected(urgency="Mine, today."))
            self.section = Section.objects.order_by("place")[0].key
            self.question = Question.objects.order_by("place")[0].key
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
            self.agreement = Agreement.objects.get(account=cast.CM3.id).pk
        with cast.acting(cast.ON_CALL) as by:
            log_call(by=by, contact=self.contact, words="Whispering. Works in a house.")
        with cast.acting(cast.SUPERVISOR) as by:
            ends = BEGINS.replace(hour=8)
            put_on_call(
                by=by, shift=self.shift, staff=cast.ON_CALL.id, place="first", begins=BEGINS, ends=ends
            )
        trail.flush()

    @cached_property
    def acquaintance(self) -> uuid.UUID:
        """Somebody whose alias was kept at the drop-in's site."""
        from alongside.agency.models import Site

        person = known_id("somebody at the drop-in")
        with cast.acting(cast.DROP_IN) as by:
            keep_alias(by=by, participant=person, alias="Heron", site=Site.objects.get().pk, needs=["a coat"])
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
        if name == "staff":
            return str(cast.CM2.id)
        if name == "pk":
            return "1"
        return str(getattr(self, name))


def outsider(who: str) -> Client:
    """Somebody of another door (a participant, a partner) who tries their own session at the desk's."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(known_id(who))
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = "of another door"
    store.save()
    client = cast.nobody()
    client.cookies[settings.SESSION_COOKIE_NAME] = store.session_key
    return client
