"""Destroying files whose day is over. Whoever looks at the moves does it in passing; nothing needs to run at night."""

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.keeper import call
from alongside.custody.models import Move
from alongside.custody.queries import FILE_STAYS


def sweep(actor: Actor) -> None:
    """Destroy what has lain for a day."""
    cutoff = clock.now() - FILE_STAYS
    for key in Move.objects.filter(file_gone_at=None, asked_at__lte=cutoff).values_list("pk", flat=True):
        call("core.let_file_go", key)
