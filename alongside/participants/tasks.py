"""What the worker does about participants: looking whether somebody has a record already."""

import uuid

from alongside.access.actor import Actor
from alongside.access.keeper import call
from alongside.access.roles import Can
from alongside.jobs.asking import job


@job(Can.WORK_HERE)
def look_for_same(*, by: Actor, participant: uuid.UUID) -> None:
    """Look whether there is another record like this one. Asked alike whenever somebody is new, gets another alias
    or another number: whoever asks learns nothing by it, and it leaves no row in any trail."""
    call("core.look_for_same", participant)
