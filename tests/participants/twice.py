"""Two teams for the tests of the same person twice, the worker who looks, and what somebody can read of it."""

import json
import uuid
from typing import Any

from django.db import connection
from django.test import override_settings

from alongside.access.models import SecondApproval
from alongside.access.roles import Role
from alongside.agency.actions import agree, change_staff
from alongside.agency.models import Staff
from alongside.participants.actions import assign, save_alias
from alongside.participants.choices import Part
from alongside.participants.models import PossibleDuplicate
from alongside.participants.reaching import save_contact_point
from alongside.participants.tasks import look_for_same
from tests import cast
from tests.desk import make

OTHER_BOSS, OTHER_WORKER = cast.CM2, cast.CM3


def with_roles(member: cast.Member, *roles: Role, supervisor: uuid.UUID | None) -> cast.Member:
    """The same member of staff, with these roles and this supervisor from now on."""
    with cast.acting(cast.ADMIN) as by:
        them = Staff.objects.get(pk=member.id)
        change_staff(
            by=by, staff=them.pk, name=them.name, roles=list(roles), supervisor=supervisor, site=them.site_id,
            languages=[], credentials="", hours="", trafficking_training_on=None,
        )  # fmt: skip
        waiting = (
            SecondApproval.objects.filter(account=member.id, outcome="").values_list("pk", flat=True).first()
        )
    if waiting:
        with cast.acting(cast.DIRECTOR) as by:
            agree(by=by, agreement=waiting, yes=True)
    return member


def two_teams() -> None:
    """Case manager 2 leads a second team, of case manager 3; the supervisor keeps the first, of case manager 1."""
    with_roles(OTHER_BOSS, Role.CASE_MANAGER, Role.SUPERVISOR, supervisor=None)
    with_roles(OTHER_WORKER, Role.CASE_MANAGER, supervisor=OTHER_BOSS.id)


def known(
    alias: str = "Lantérn", case_manager: cast.Member | None = OTHER_WORKER, *, number: str = ""
) -> uuid.UUID:
    """Somebody with a record already, with whom the second team walks."""
    person = make.person(alias, case_manager=case_manager, backup=None)
    if number:
        with cast.acting(case_manager or cast.SUPERVISOR) as by:
            save_contact_point(by=by, participant=person, point=uuid.uuid4(), channel="phone", address=number)
    return person


def jobs() -> list[tuple[str, dict[str, Any]]]:
    """What waits for the worker, by name and what it is told."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_worker")
        cursor.execute(
            "select task_name, args::text from core.procrastinate_jobs where status = 'todo' order by id"
        )
        found = [(name, json.loads(args)) for name, args in cursor.fetchall()]
        cursor.execute("set local role alongside_desk")
    return found


def work() -> None:
    """Let the worker do all that waits, as the worker's own role."""
    with connection.cursor() as cursor, override_settings(SIGNS_AS="worker"):
        for name, told in jobs():
            assert name == look_for_same.name
            cursor.execute("set local role alongside_worker")
            look_for_same.task.func(**told)
        cursor.execute("update core.procrastinate_jobs set status = 'succeeded' where status = 'todo'")
        cursor.execute("set local role alongside_desk")


def planted(pair: uuid.UUID, participant: uuid.UUID, *, tied: bool = False) -> uuid.UUID:
    """A second record with nobody's words in it, put beside one by the keeper as possibly the same person; gives
    whose it is. `tied` brings both together as well."""
    other = uuid.uuid4()
    one, two = sorted((participant, other), key=lambda each: each.bytes)
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=other, alias="")
        assign(by=by, participant=other, staff=cast.CM1.id, part=Part.CASE_MANAGER)
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.participants_possibleduplicate"
            " (id, one_id, two_id, through, found_at, raised_by_id, answer) values (%s, %s, %s, 'alias', %s, %s, %s)",
            [pair, one, two, cast.BEGINS, cast.CM1.id, "together" if tied else ""],
        )
        if tied:
            cursor.execute(
                "insert into core.participants_linkedrecords (id, kept_id, other_id, at, by_id)"
                " values (%s, %s, %s, %s, %s)",
                [uuid.uuid4(), participant, other, cast.BEGINS, cast.SUPERVISOR.id],
            )
        cursor.execute("set local role alongside_desk")
    return other


def begin(member: cast.Member, alias: str = "Lantern", **more: str) -> tuple[uuid.UUID, str, int]:
    """Somebody new, over HTTP: the id they would have, the page that answers, and its status."""
    new = uuid.uuid4()
    told = {"alias": alias, "need": "a warm coat", "start": "yes", "once": str(new)} | more
    answer = cast.signed_in(member).post("/people/new/", told)
    return new, answer.content.decode(), answer.status_code


def raised(member: cast.Member) -> list[uuid.UUID]:
    """Which pairs somebody can read, by SQL under their own walls."""
    with cast.acting(member):
        return list(PossibleDuplicate.objects.values_list("pk", flat=True))
