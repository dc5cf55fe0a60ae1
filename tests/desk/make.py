"""People for the tests of the desk."""

import uuid
from datetime import datetime, timedelta

from alongside import clock
from alongside.connection.actions import log_contact
from alongside.participants.actions import assign, change_state, save_alias, write_details
from alongside.participants.choices import Part, State
from alongside.participants.reaching import save_contact_point
from tests import cast


def person(
    alias: str = "Lantérn",
    *,
    case_manager: cast.Member | None = cast.CM1,
    backup: cast.Member | None = cast.CM2,
    needs: tuple[str, ...] = ("a room with a lock", "my tooth"),
    active: bool = True,
    at_site: uuid.UUID | None = None,
) -> uuid.UUID:
    """Somebody with an alias and needs, and whoever walks with them."""
    new = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=new, alias=alias, needs=needs, site=at_site)
        if case_manager:
            assign(by=by, participant=new, staff=case_manager.id, part=Part.CASE_MANAGER, why="new here")
        if backup:
            assign(by=by, participant=new, staff=backup.id, part=Part.BACKUP, why="new here")
    if active and case_manager:
        with cast.acting(case_manager) as by:
            change_state(by=by, participant=new, state=State.ACTIVE)
    return new


def told(participant: uuid.UUID) -> None:
    """What they told us: how to reach them, what helps."""
    with cast.acting(cast.CM1) as by:
        write_details(
            by=by,
            participant=participant,
            pronouns="she",
            languages="አማርኛ, some English",
            interpreter="a woman, by phone, not from here",
            helps="tea, sitting near a door",
            does_not_help="being touched",
            if_quiet="one text, then wait two weeks",
        )
        save_contact_point(
            by=by,
            participant=participant,
            point=uuid.uuid4(),
            channel="text",
            address="555-0199",
            may_text="yes",
            may_call="no",
            until_time="18:00",
            say="Riverbend",
            code_word="maple leaf",
            preferred=True,
        )


def note(participant: uuid.UUID, words: str = "She brought the letter.", at: datetime | None = None) -> None:
    """A note about time together."""
    with cast.acting(cast.CM1) as by:
        log_contact(
            by=by,
            participant=participant,
            note=uuid.uuid4(),
            kind="met",
            at=at or clock.now() - timedelta(hours=1),
            happened=words,
            responded="Read it twice, slowly.",
        )
