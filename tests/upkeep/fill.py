"""Puts people with words into a database for good, as the desk does: `python -m tests.upkeep.fill`."""

import uuid

import django

django.setup()

from django.db import transaction  # noqa: E402

from alongside import trail  # noqa: E402
from alongside.connection.actions import log_contact  # noqa: E402
from tests import cast  # noqa: E402
from tests.people import lantern  # noqa: E402

NOTES = 25


def main() -> None:
    """Lantern and Heron, with notes, and everything in the trail."""
    with transaction.atomic():
        for alias in ("Lantérn", "Heron"):
            person = lantern(alias)
            with cast.acting(cast.CM1) as by:
                for number in range(NOTES):
                    log_contact(
                        by=by,
                        participant=person,
                        note=uuid.uuid4(),
                        happened=f"word {number}\tby the\nwindow \\ stays",
                    )
                trail.flush()


if __name__ == "__main__":
    main()
