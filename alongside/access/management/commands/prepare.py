"""Everything a database needs before a door opens: schemas, tables, walls, reference data."""

from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from alongside.access.raising import make_schemas, raise_walls


class Command(BaseCommand):
    help = "Brings the database to what this version needs (as its owner)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quiet", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        make_schemas()
        call_command("migrate", interactive=False, verbosity=0)
        count = raise_walls()
        for config in apps.get_app_configs():
            load = getattr(config, "load_reference", None)
            if load:
                load()
        if not options["quiet"]:
            self.stdout.write(f"Tables are up to date and {count} walls stand.")
