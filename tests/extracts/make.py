"""People who gave permission to be in a file, and files, made as people make them."""

import csv
import io
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpResponse

from alongside.extracts.models import Extract
from alongside.extracts.queries import extract_named
from tests import cast
from tests.connection import make as notes
from tests.consent import make as consent

DECEMBER = {"first": "2026-12-01", "last": "2026-12-01"}
YES: dict[str, Any] = {"information": ["services"], "purpose": "report", "methods": ["file"], "exactly": ""}
LONG = {**YES, "days": 80}


def funder(name: str = "State office") -> uuid.UUID:
    """A funder that the directory knows."""
    return consent.clinic(name, kind="government")


def met(alias: str, *services: str, at: datetime = cast.BEGINS - timedelta(days=20)) -> uuid.UUID:
    """Somebody of case manager 1 with whom something was done in December."""
    person = notes.person(alias)
    known = notes.services()
    notes.note(person, at=at, services=[known[each] for each in services], happened=f"{alias} said a word.")
    return person


def said_yes(to: uuid.UUID, number: int, *services: str) -> list[uuid.UUID]:
    """People who gave permission to be in a file for this recipient."""
    people = [met(f"Yes{place}", *services) for place in range(number)]
    for each in people:
        consent.released(each, to, **LONG)
    return people


def asked(to: uuid.UUID, kind: str = "htcds", **more: Any) -> uuid.UUID:
    """A file that the director asked for through the door."""
    given = {"kind": kind, "agency": str(to), "purpose": "report", "looked": "1", **DECEMBER, **more}
    answer = cast.signed_in(cast.DIRECTOR).post("/extracts/new/", given)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    return uuid.UUID(answer["Location"].rstrip("/").rpartition("/")[2])


def agreed(to: uuid.UUID, kind: str = "htcds", **more: Any) -> uuid.UUID:
    """A file that the custodian agreed to."""
    extract = asked(to, kind, **more)
    assert cast.signed_in(cast.CUSTODIAN).post(f"/extracts/{extract}/agree/").status_code == 302
    return extract


def take(extract: uuid.UUID, member: cast.Member = cast.DIRECTOR) -> HttpResponse:
    """What pressing Take gives."""
    answer: Any = cast.signed_in(member).post(f"/extracts/{extract}/take/")
    return answer  # type: ignore[no-any-return]


def rows(answer: HttpResponse) -> list[dict[str, str]]:
    """The rows of a file that was taken."""
    assert answer.status_code == 200, answer.content
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def row_of(extract: uuid.UUID) -> Extract:
    """How it stands."""
    with cast.acting(cast.DIRECTOR):
        found = extract_named(extract)
    assert found is not None
    return found
