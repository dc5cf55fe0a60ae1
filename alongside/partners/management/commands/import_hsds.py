"""Take a published directory in from the command line, however long the file is. In one piece, or nothing."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from alongside import trail
from alongside.access.actor import Actor, as_actor
from alongside.access.models import Account
from alongside.partners.actions import import_directory
from alongside.partners.hsds.pages import Pages
from alongside.partners.hsds.reading import NotReadable, entries
from alongside.partners.hsds.shape import WhoseIsIt


class Command(BaseCommand):
    help = (
        "Takes a file of HSDS 3.1 entries into the directory, in the name of a member of staff (as the desk)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", required=True, help="the name this member of staff signs in with")
        parser.add_argument(
            "--of", default="", help="whose directory it is; needed where entries are only numbered"
        )
        parser.add_argument("--public", action="store_true", help="others may read these entries as well")

    def handle(self, *args: Any, **options: Any) -> None:
        account = Account.objects.filter(username=options["by"], is_active=True).first()
        if account is None:
            raise CommandError("Nobody signs in with this name.")
        by = Actor(account.pk, account.name, account.roles)
        whole = max(options["file"].stat().st_size, 1)

        def tell(read: int) -> None:
            self.stderr.write(f"\r{min(100, 100 * read // whole)} %", ending="")

        try:
            with options["file"].open("rb") as file, transaction.atomic(), as_actor(by):
                pages = Pages()
                batch = import_directory(
                    by=by, batch=uuid4(), entries=entries(file, tell, pages.hear), is_public=options["public"],
                    publisher=options["of"], pages=pages,
                )  # fmt: skip
                trail.flush()
        except NotReadable as wrong:
            raise CommandError("This could not be read as HSDS. Nothing was taken in.") from wrong
        except WhoseIsIt as wrong:
            raise CommandError("Its entries are only numbered: say whose they are with --of.") from wrong
        self.stderr.write("")
        self.stdout.write(
            f"{batch.added} new, {batch.renewed} renewed, {batch.left} left as written here,"
            f" {batch.unread} not understood."
        )
        for what, name in batch.told:
            self.stdout.write(f"{what.replace('_', ' ')}: {name}")
