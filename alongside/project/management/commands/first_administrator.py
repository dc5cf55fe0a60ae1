"""The first account of an installation: somebody must be able to admit the others."""

import secrets
import uuid
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from alongside import trail
from alongside.access.actor import Actor, as_actor
from alongside.access.models import Account
from alongside.access.roles import Role
from alongside.agency.actions import add_staff


class Command(BaseCommand):
    help = "Admits the first administrator into an installation where nobody has an account (as the desk)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="what they type to sign in")
        parser.add_argument("name", help="how colleagues know them")

    def handle(self, *args: Any, **options: Any) -> None:
        first = Actor(uuid.uuid4(), options["name"], frozenset({Role.ADMINISTRATOR}))
        password = secrets.token_urlsafe(15)
        with transaction.atomic():
            if Account.objects.exists():
                raise CommandError("There are accounts already: an administrator admits further staff.")
            with as_actor(first):
                add_staff(
                    by=first,
                    account=first.id,
                    username=options["username"],
                    password=password,
                    name=options["name"],
                    roles=[Role.ADMINISTRATOR],
                )
                trail.flush()
        self.stdout.write(
            f"{options['username']} can sign in with this password, and is asked for a second factor at once:\n"
            f"  {password}\nIt is shown this one time. Change it after signing in."
        )
