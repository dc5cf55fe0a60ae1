"""People says of each what comes next, the last contact, the season and the support level, and nothing empty."""

import re
import uuid
from datetime import timedelta

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.connection.actions import plan_presence, set_season
from alongside.goals.actions import set_support
from alongside.goals.choices import SupportLevel
from alongside.meetings.actions import schedule_meeting
from tests import cast
from tests.desk import make


def said(address: str = "/people/", member: cast.Member = cast.CM1) -> str:
    """The page in words."""
    page = cast.signed_in(member).get(address).content.decode().split("<main")[1]
    return re.sub(r"<[^>]+>|\s+", " ", page)


def test_one_line_says_it_all() -> None:
    about = make.person("Heron")
    assert not any(
        each in said() for each in ("Next:", "Last contact:", "Season:", "Support level:", "Active")
    )
    with cast.acting(cast.CM1) as by:
        at = clock.now() + timedelta(days=2)
        schedule_meeting(by=by, participant=about, meeting=uuid.uuid4(), at=at, purpose="the letter")
    make.note(about, at=clock.now() - timedelta(days=4))
    page = re.sub(r" +", " ", said())
    assert "Next: Meeting, Jan 8" in page and "Last contact: Jan 2" in page
    with cast.acting(cast.CM1) as by:
        given = {"by": by, "participant": about}
        plan_presence(**given, plan=uuid.uuid4(), how="a sun", next_on=clock.today() + timedelta(days=1))
        set_season(**given, change=uuid.uuid4(), season="steady")
    ClockSetting.set_to(cast.BEGINS + timedelta(minutes=1), running=False)
    with cast.acting(cast.CM1) as by:
        given = {"by": by, "participant": about}
        set_season(**given, change=uuid.uuid4(), season="quiet")
        set_support(**given, change=uuid.uuid4(), level=SupportLevel.CLOSE)
    page = re.sub(r" +", " ", said())
    assert "Next: Check in, tomorrow" in page and "Season: Quiet" in page
    assert f"Support level: {SupportLevel.CLOSE.label}" in page


def test_a_table_has_no_column_without_a_word_in_it() -> None:
    about = make.person("Heron", backup=None)
    page = said("/people/?as=table")
    assert "Season" not in page and "In their words" not in page and "Backup" not in page
    make.note(about, at=clock.now() - timedelta(days=4))
    assert "Last contact" in said("/people/?as=table")


def test_whoever_sees_the_alias_alone_sees_nothing_of_it() -> None:
    about = make.person("Heron")
    make.note(about, at=clock.now() - timedelta(days=4))
    assert "Last contact" not in said(member=cast.DROP_IN) and "Heron" not in said(member=cast.CM3)
