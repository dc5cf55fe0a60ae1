"""Reports for tests: asked for at the door, made by the worker."""

import json
import uuid
from typing import Any

from django.db import connection

from alongside.reports.models import Report
from alongside.reports.tasks import make_report
from tests import cast
from tests.jobs.test_asking import the_worker

JANUARY = {"period": "month", "day": "2027-01-06", "fiscal_month": "1"}


def the_worker_counts() -> None:
    """Let the worker make every report that waits, in its own role."""
    with the_worker(), connection.cursor() as cursor:
        cursor.execute(
            "select args::text from core.procrastinate_jobs where status = 'todo' and task_name = %s order by id",
            [make_report.name],
        )
        waiting = [json.loads(args) for (args,) in cursor.fetchall()]
    for told in waiting:
        with the_worker():
            make_report.task.func(**told)
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_worker")
        cursor.execute(
            "update core.procrastinate_jobs set status = 'succeeded' where status = 'todo' and task_name = %s",
            [make_report.name],
        )
        cursor.execute("set local role alongside_desk")


def made(member: cast.Member, kind: str, audience: str = "agency", **told: Any) -> uuid.UUID:
    """A report, asked for through the door and counted; gives which one it is."""
    client = cast.signed_in(member)
    given = {"kind": kind, "audience": audience, "purpose": "funder", **JANUARY, **told}
    answer = client.post("/reports/", given)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    the_worker_counts()
    return uuid.UUID(answer["Location"].rstrip("/").rpartition("/")[2])


def cells(member: cast.Member, report: uuid.UUID) -> dict[tuple[str, str, int], int | str | None]:
    """What stands in it: of each measure, row and column the number, or how it is hidden."""
    with cast.acting(member):
        row = Report.objects.get(pk=report)
        assert row.made_at is not None and not row.refused
        return {
            (measure, label, place): how or number for measure, label, place, number, how in row.cells or ()
        }
