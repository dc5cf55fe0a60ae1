"""Bringing a copy back into an empty database, in one command."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.project.upkeep.drill import words_open
from alongside.project.upkeep.places import Trouble, folders
from alongside.project.upkeep.restore import restore


class Command(BaseCommand):
    help = "Brings data and keys back into an empty database (as its owner)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("data", nargs="?", type=Path, help="a copy of the data (else the newest)")
        parser.add_argument("--from", dest="to", help="the folder of copies (else ALONGSIDE_BACKUPS)")
        parser.add_argument("--keys", type=Path, help="the copy of the keys (else the one in its folder)")
        parser.add_argument("--keys-from", dest="keys_to", help="its folder (else ALONGSIDE_KEY_BACKUPS)")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            where = folders(options["to"], options["keys_to"])
            data = options["data"] or where.newest()
            manifest = restore(data, options["keys"] or where.keys_file)
            proof = words_open()
        except Trouble as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(
            f"{data.name}, made {manifest.made_at}: {sum(manifest.rows.values())} rows are back, "
            f"{proof.opened} words open, the trail is whole."
        )
        if proof.keyless:
            self.stdout.write(f"{proof.keyless} words stay closed: their keys were destroyed since.")
