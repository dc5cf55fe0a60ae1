"""Fill an empty installation with the demo: fictitious staff, people and years. Never in production."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from alongside import trail
from alongside.access.models import Account
from alongside.clock import stopped_at
from alongside.project.demo import cast


class Command(BaseCommand):
    help = "Loads the demo into an empty installation (as the desk)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only-staff", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.MODE == "production":
            raise CommandError("The demo is not loaded into an installation that serves people.")
        if Account.objects.exists():
            return
        with transaction.atomic(), stopped_at(cast.BEGINS):
            cast.admit_cast()
            trail.clear()
