"""Copies of data and keys, in one command."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.project.upkeep.backup import KEEP, copy_keys, make_backup
from alongside.project.upkeep.places import Trouble, folders


class Command(BaseCommand):
    help = "Copies the data and, apart, the keys; both sealed, read back and counted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", help="the folder for the data (else ALONGSIDE_BACKUPS)")
        parser.add_argument("--keys-to", help="the folder for the keys (else ALONGSIDE_KEY_BACKUPS)")
        parser.add_argument("--keep", type=int, default=KEEP, help="how many copies of the data stay")
        parser.add_argument("--keys-only", action="store_true", help="the keys alone, as after an erasure")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            where = folders(options["to"], options["keys_to"])
            if options["keys_only"]:
                self.stdout.write(f"{copy_keys(where)} keys are in {where.keys_file}.")
                return
            kept = make_backup(where, keep=options["keep"])
        except Trouble as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(
            f"{kept.rows} rows are in {kept.file} and {kept.keys} keys in {where.keys_file}. "
            "Both were read back and counted."
        )
