"""Five cards at most for one's roles, found from Today, and left for good by one press."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.access.roles import Role
from alongside.agency.models import TourLeft
from alongside.desk.tour import FIRST_DAYS, MOST, OF_ROLE, is_new, stops
from tests import cast

WAY, HIDE = 'href="/tour/"', 'action="/tour/leave/"'


@pytest.mark.parametrize("member", cast.CAST)
def test_each_role_finds_its_cards_and_every_one_leads_somewhere(member: cast.Member) -> None:
    client = cast.signed_in(member)
    today = client.get("/").content.decode()
    assert WAY in today and HIDE in today
    page = client.get("/tour/").content.decode()
    shown = stops(member.actor.roles)
    assert 3 <= len(shown) <= MOST and page.count('id="tour-') == len(shown)
    for each in shown:
        assert f'href="{each.address}"' in page
        assert client.get(each.address).status_code == 200, each.address


def test_it_is_left_by_one_press_and_by_oneself_alone() -> None:
    client = cast.signed_in(cast.CM1)
    assert client.get("/tour/leave/").status_code == 405
    for _twice in range(2):
        assert client.post("/tour/leave/").status_code == 302
    today = client.get("/").content.decode()
    assert HIDE not in today and WAY in today  # the menu still leads there
    assert HIDE in cast.signed_in(cast.CM2).get("/").content.decode()
    with cast.acting(cast.CM2):
        assert not TourLeft.objects.exists()  # nobody learns of a colleague's


def test_with_several_roles_each_gives_its_first() -> None:
    both = [each.page for each in stops(frozenset({Role.CASE_MANAGER, Role.ADMINISTRATOR}))]
    assert len(both) == MOST and {"desk:today", "agency:staff", "desk:people", "agency:words"} < set(both)
    assert set(OF_ROLE) == set(Role)


@pytest.mark.no_database
def test_after_the_first_days_nothing_leads_there() -> None:
    now = datetime(2027, 1, 6, tzinfo=UTC)
    assert is_new(now - FIRST_DAYS + timedelta(minutes=1), now) and not is_new(now - FIRST_DAYS, now)
