"""A transfer, brought to where a test begins, through the door."""

import uuid
from datetime import timedelta

from django.db import connection
from django.test import Client

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.transfers.models import Transfer, TransferAsk
from tests import cast

WHY = "CM1 leaves in June for another town"
SAID = {"talked_on": "1/5/2027", "whether": "If it must be", "whom": "somebody calm", "how": "slowly"}
ANYWAY = "Speaks Amharic; I come along until the training in February"
ASKS = "Amharic by phone, twice a week"

# The colleague of most tests has no training about trafficking on record.
UNTIL = {"until": "01/20/2027", "anyway": ANYWAY}


def of(person: uuid.UUID) -> str:
    """The page of somebody's transfer."""
    return f"/people/{person}/transfer/"


def handed_over(person: uuid.UUID, to: cast.Member) -> None:
    """What stands once a transfer is done: somebody else walks with them from now on."""
    with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select core.becomes_case_manager(%s, %s)", [person, to.id])
        cursor.execute("set local role alongside_desk")


def proposed(person: uuid.UUID, to: cast.Member = cast.CM3, by: cast.Member = cast.CM1) -> Client:
    """Proposed; the client of whoever proposed it."""
    client = cast.signed_in(by)
    answer = client.post(f"{of(person)}new/", {"to": str(to.id), "why": WHY})
    assert answer.status_code == 302, answer.content.decode()
    return client


def talked(person: uuid.UUID, to: cast.Member = cast.CM3, by: cast.Member = cast.CM1) -> Client:
    """Talked about; the colleague is asked."""
    client = proposed(person, to, by)
    answer = client.post(f"{of(person)}talk/", SAID | {"asks": ASKS, "version": "1"})
    assert answer.status_code == 302, answer.content.decode()
    return client


def asked(person: uuid.UUID, by: cast.Member = cast.CM1) -> uuid.UUID:
    """The reference of what stands with the colleague."""
    with cast.acting(by):
        return TransferAsk.objects.get(participant_id=person, withdrawn_at=None).pk


def agreed(person: uuid.UUID, to: cast.Member = cast.CM3, by: cast.Member = cast.CM1) -> Client:
    """The colleague said yes."""
    client = talked(person, to, by)
    assert cast.signed_in(to).post(f"/transfers/{asked(person, by)}/", {"answer": "yes"}).status_code == 302
    return client


def overlap(person: uuid.UUID, to: cast.Member = cast.CM3, by: cast.Member = cast.CM1) -> Client:
    """Both are there for two weeks."""
    client = agreed(person, to, by)
    answer = client.post(f"{of(person)}overlap/", UNTIL)
    assert answer.status_code == 302, answer.content.decode()
    return client


def state(person: uuid.UUID, by: cast.Member = cast.SUPERVISOR) -> str:
    """Where the newest transfer of somebody is."""
    with cast.acting(by):
        return Transfer.objects.filter(participant_id=person).latest("at").state


def later(days: float = 1) -> None:
    """Time goes on."""
    ClockSetting.set_to(clock.now() + timedelta(days=days), running=False)


def version(person: uuid.UUID) -> int:
    """The version of the transfer that goes on, as its page has it."""
    with cast.acting(cast.SUPERVISOR):
        return Transfer.objects.filter(participant_id=person).latest("at").version
