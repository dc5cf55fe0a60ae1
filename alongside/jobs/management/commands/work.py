"""The worker: does what was asked for, and what the house does by itself."""

from typing import Any, cast

from django.core.management.base import BaseCommand, CommandParser
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector


class Command(BaseCommand):
    help = "Works through the queue (as the worker), until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="stop when nothing is waiting")

    def handle(self, *args: Any, **options: Any) -> None:
        # What went well leaves nothing behind; what failed stays to be looked at.
        with app.replace_connector(cast(DjangoConnector, app.connector).get_worker_connector()):
            app.run_worker(wait=not options["once"], concurrency=2, delete_jobs="successful")
