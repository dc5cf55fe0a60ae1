"""Bring the catalogues of translations in step with the sentences of the interface; for development."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Collects the sentences of the interface into locale/ and says which wait for a translation."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("languages", nargs="*", help="a language code that is not kept yet adds it")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            from alongside.project import languages
        except ImportError:
            raise CommandError("This needs the packages of development: ./test brings them.") from None
        wanted = languages.sentences(settings.ROOT / "alongside")
        kept = {path.parts[-3] for path in (settings.ROOT / "locale").glob("*/LC_MESSAGES/django.po")}
        for language in options["languages"] or sorted(kept):
            path = languages.catalogue_of(settings.ROOT, language)
            catalogue = languages.in_step(languages.read(path), wanted)
            path.parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(path))
            wrong = languages.faults(catalogue, wanted)
            for line in wrong:
                self.stdout.write(f"{language}: {line}")
            self.stdout.write(f"{language}: {len(wanted)} sentences, {len(wrong)} wait for somebody")
