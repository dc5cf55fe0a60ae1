"""Write the whole record of the agency into a file, from the command line and with the master key."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.custody import by_command, workbook
from alongside.custody.whole import taken


class Command(BaseCommand):
    help = (
        "Writes the whole record, words opened, into a file only you can read (as the owner; docs/MOVING.md)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="ends in .xlsx for a workbook; else lines of JSON")
        parser.add_argument("--purpose", required=True, help="why it is taken along; printed, not kept")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            file = os.open(options["file"], os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            raise CommandError("There is a file of this name. Nothing was written.") from None
        with open(file, "wb") as out, by_command.walls_down():
            lines = taken(by_command.rows)
            if options["file"].suffix == ".xlsx":
                workbook.written(lines, out)
            else:
                out.writelines(line.encode() for line in lines)
        self.stdout.write(f"The whole record is taken along: {options['purpose']}")
        self.stdout.write(
            "Every word in this file can be read. Carry it sealed, and destroy it when it is over."
        )
