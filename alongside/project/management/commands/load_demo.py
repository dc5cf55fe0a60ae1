"""Fill an empty installation with the demo: fictitious staff, people and years. Never in production."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from alongside import trail
from alongside.access.models import Account
from alongside.clock import stopped_at
from alongside.clock.models import ClockSetting
from alongside.project import demo_walls
from alongside.project.demo import (
    access,
    asks,
    care,
    cast,
    circles,
    clocks,
    hard_days,
    lantern,
    mark,
    money,
    partners,
    people,
    reviewed,
    sharing,
    stock,
    strands,
    streams,
    working,
)


class Command(BaseCommand):
    help = "Loads the demo into an empty installation (as the desk)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only-staff", action="store_true")
        parser.add_argument(
            "--cards",
            action="store_true",
            help="let a click on a card sign in, in the folder that the demo was loaded into (as the owner)",
        )
        parser.add_argument(
            "--beginning",
            action="store_true",
            help="6 January 2027, 2 a.m., before Lantern calls; clock stopped",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.MODE == "production":
            raise CommandError("The demo is not loaded into an installation that serves people.")
        if options["cards"]:
            if settings.MODE == "demo" and mark.fits(settings.DATA, "desk", settings.SECRET_KEY):
                demo_walls.put_up()
            return
        if not Account.objects.exists():
            self._fill(options)
        # Nobody but this command gives an account this number.
        if settings.MODE == "demo" and Account.objects.filter(pk=cast.ADMIN.id).exists():
            doors = {"desk": "django.key", "workspace": "django-workspace.key"}
            mark.leave(settings.DATA, {door: settings.KEYS.read(key) for door, key in doors.items()})

    def _fill(self, options: dict[str, Any]) -> None:
        with transaction.atomic(), stopped_at(cast.BEGINS):
            cast.admit_cast()
            trail.clear()
        if options["only_staff"]:
            return
        beginning = options["beginning"]
        stands_at = cast.BEGINS if beginning else lantern.STANDS_AT
        partners.load()
        people.load(stands_at)
        if not beginning:
            lantern.load()
            care.load()
            sharing.load()
            access.load()
            circles.load()
            strands.load()
            clocks.load()
            streams.load()
            asks.load()
            money.load()
            stock.load()
            hard_days.load()
            reviewed.load()
            working.load()
        lantern.rota(stands_at)
        with transaction.atomic():
            ClockSetting.set_to(stands_at, running=not beginning)
