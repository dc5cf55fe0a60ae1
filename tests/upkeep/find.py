"""Finds an alias as the desk does, and prints it: `python -m tests.upkeep.find`."""

import sys

import django

django.setup()

from django.db import transaction  # noqa: E402

from alongside.participants.finding import found_by_alias  # noqa: E402
from tests import cast  # noqa: E402

if __name__ == "__main__":
    with transaction.atomic(), cast.acting(cast.CM1) as by:
        found = found_by_alias(by, "ntern")
        sys.stdout.write(" ".join(person.alias for person in found))
