"""Agree to roles that were asked for, by whoever runs the machine: where nobody else is there to agree."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction


class Command(BaseCommand):
    help = "Agrees to the roles that an administrator asked for somebody (as the owner)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select access.operator_agrees(%s)", [options["username"]])
            if not cursor.fetchone()[0]:
                raise CommandError("No roles are asked for somebody who signs in with this name.")
        self.stdout.write("Agreed.")
