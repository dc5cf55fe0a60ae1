"""Everything a database needs before a door opens: schemas, tables, walls, reference data."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from alongside.access.raising import make_schemas, raise_walls
from alongside.access.room import rooms


class Command(BaseCommand):
    help = "Brings the database to what this version needs (as its owner)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quiet", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        make_schemas()
        call_command("migrate", interactive=False, verbosity=0)
        count = raise_walls()
        for room in rooms():
            if room.load_reference:
                room.load_reference()
        if not options["quiet"]:
            self.stdout.write(f"Tables are up to date and {count} walls stand.")
