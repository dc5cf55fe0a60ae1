"""What the house does by itself, at night (the worker's clock, UTC); each works as well when run twice."""

import logging

from django.conf import settings
from django.db import connection

from alongside import clock
from alongside.access.models import Session
from alongside.drafts.models import Draft, SavedForm
from alongside.drafts.rules import KEPT_FOR, REMEMBERED_FOR
from alongside.jobs.asking import house_job
from alongside.project.upkeep.backup import make_backup
from alongside.project.upkeep.places import folders

log = logging.getLogger("alongside.house")


class TrailNotWhole(RuntimeError):
    """Something in the trail was changed, removed or slipped in."""


@house_job(cron="23 8 * * *")
def copy_data_and_keys() -> None:
    """Copies of data and keys, where folders for both are set."""
    if settings.BACKUPS and settings.KEY_BACKUPS:
        kept = make_backup(folders())
        log.info("copied", extra={"told": {"did": "copies", "rows": kept.rows, "keys": kept.keys}})


@house_job(cron="53 9 * * *")
def look_at_the_trail() -> None:
    """The trail is whole, or the job fails and stays in the queue for `./keep check` to count."""
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from trail.broken_chains()")
        if cursor.fetchone()[0]:
            raise TrailNotWhole


@house_job(cron="7 * * * *")
def let_go() -> None:
    """Sessions that have ended, copies whose permission has, files of a day ago, old drafts, hand-overs, requests."""
    Session.objects.filter(ends_at__lt=clock.wall()).delete()
    with connection.cursor() as cursor:
        cursor.execute("select core.empty_what_ended(), core.let_old_files_go()")
        cursor.execute(
            "select core.let_old_requests_go(), core.let_old_checks_go(), core.let_hand_overs_go()"
        )
    Draft.objects.filter(kept_at__lt=clock.now() - KEPT_FOR).delete()
    SavedForm.objects.filter(at__lt=clock.now() - REMEMBERED_FOR).delete()
