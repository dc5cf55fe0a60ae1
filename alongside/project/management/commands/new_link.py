"""A new way in for somebody, by whoever runs the machine: where an agency has one administrator only."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction

from alongside.access import links


class Command(BaseCommand):
    help = "Prints a link by which somebody chooses a new password and second factor (as the owner)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        token = links.new_token()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "select access.operator_invites(%s, %s)", [options["username"], links.hash_of(token)]
            )
            if not cursor.fetchone()[0]:
                raise CommandError("Nobody who works here signs in with this name.")
        self.stdout.write(f"{settings.ORIGIN}/come-in/{token}/")
        self.stdout.write("It works once and for a day. Until it is used, the old password stays good.")
