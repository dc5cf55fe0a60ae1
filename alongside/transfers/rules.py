"""What can speak against a step of a transfer, and what is still to come."""

from datetime import date


class AlreadyGoesOn(ValueError):
    """A transfer of this person goes on: there is one at a time."""


class OutOfOrder(ValueError):
    """This step comes after another one."""


class TalkFirst(ValueError):
    """It was not talked about with them, and nobody said why not."""


class Paused(ValueError):
    """It stands still until somebody goes on with it."""


class IsOver(ValueError):
    """It is done, or was taken back."""


class CannotReceive(ValueError):
    """Whoever was chosen is their case manager already, does not work as one, or is not to be chosen for them."""


def is_a_day_to_come(until: date | None, today: date) -> bool:
    """Whether the overlap has a last day that is not gone."""
    return until is not None and until >= today
