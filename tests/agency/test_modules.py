"""Parts of the house that are left off: gone from every page, a kind 404, and nothing lost."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.urls import Resolver404, URLPattern, get_resolver, resolve, reverse

from alongside.access.checks import views
from alongside.access.doors import policy_of
from alongside.agency.actions import choose_features
from alongside.agency.modules import modules
from tests import cast
from tests.house.places import Places


def leave_off(*keys: str) -> None:
    with cast.acting(cast.ADMIN) as by:
        choose_features(by=by, off=keys)


def test_the_administrator_ticks_what_is_used() -> None:
    client, address = cast.signed_in(cast.ADMIN), reverse("agency:modules")
    assert {"hotline", "drop_in", "practice"} <= set(modules())
    used = [key for key in modules() if key != "drop_in"]
    assert client.post(address, {"used": used}).status_code == 302
    page = client.get(address).content.decode()
    assert page.count("checked") == len(used)
    assert cast.signed_in(cast.DROP_IN).get(reverse("frontdoor:visit")).status_code == 404
    client.post(address, {"used": list(modules())})
    assert cast.signed_in(cast.DROP_IN).get(reverse("frontdoor:visit")).status_code == 200


@pytest.mark.parametrize("member", [member for member in cast.CAST if member != cast.ADMIN])
def test_nobody_else_does(member: cast.Member) -> None:
    for name in ("agency:modules", "agency:called"):
        assert cast.signed_in(member).get(reverse(name)).status_code == 403
        assert cast.signed_in(member).post(reverse(name), {"used": []}).status_code == 403
    assert cast.signed_in(cast.DROP_IN).get(reverse("frontdoor:visit")).status_code == 200


@pytest.mark.parametrize(
    ("key", "member", "name"),
    [
        ("drop_in", cast.DROP_IN, "frontdoor:visit"),
        ("hotline", cast.ON_CALL, "frontdoor:call"),
        ("practice", cast.CM1, "practice:cards"),
    ],
)
def test_the_address_of_a_part_left_off_is_a_kind_404(key: str, member: cast.Member, name: str) -> None:
    leave_off(key)
    answer = cast.signed_in(member).get(reverse(name))
    assert answer.status_code == 404
    assert "This part is not used here" in answer.content.decode()
    assert cast.nobody().get(reverse(name)).status_code == 302


def test_the_navigation_shrinks_and_comes_back() -> None:
    before = cast.signed_in(cast.ON_CALL).get("/").content.decode()
    assert "Log a call" in before and ">Practice<" in before and "In it now" in before
    leave_off("hotline", "practice")
    after = cast.signed_in(cast.ON_CALL).get("/").content.decode()
    assert "Log a call" not in after and ">Practice<" not in after and "In it now" not in after
    leave_off()
    assert "Log a call" in cast.signed_in(cast.ON_CALL).get("/").content.decode()


def test_what_was_kept_stays() -> None:
    places = Places()
    leave_off("hotline", "practice")
    leave_off()
    assert "Whispering" in cast.signed_in(cast.ON_CALL).get(f"/contacts/{places.contact}/").content.decode()
    assert (
        "Mine, today." in cast.signed_in(cast.CM1).get(f"/reflections/{places.reflection}/").content.decode()
    )


PAGES = [
    "/",
    "/people/",
    "/program/",
    "/on-call/",
    "/contacts/",
    "/people/{person}/",
    "/people/{person}/goals/",
]


def led_to(page: str, body: str) -> set[str]:
    """The names of all addresses that a page leads to."""
    found = set()
    for url in re.findall(r'(?:href|action)="(/[^"?#]*)', body):
        with suppress(Resolver404):
            found.add(resolve(url).view_name)
    return found


@pytest.mark.parametrize("member", cast.CAST)
def test_no_page_leads_to_a_part_that_is_left_off(member: cast.Member) -> None:
    places = Places()
    closed = ("hotline", "drop_in", "practice")
    leave_off(*closed)
    begin = tuple(begin for key in closed for begin in modules()[key].addresses)
    client = cast.signed_in(member)
    wrong = []
    for page in PAGES:
        answer = client.get(page.format(person=places.participant))
        led = led_to(page, answer.content.decode())
        wrong += [f"{page} leads {member.name} to {name}" for name in led if name.startswith(begin)]
    assert wrong == []


# Pages of other rooms that are about one part alone; whoever is on call is there for its calls.
ALSO = {
    "partners": ("circle:history",),
    "referrals": ("desk:another_way",),
    "hotline": ("workforce:brief", "break_glass:"),
    "funding": ("assistance:vouchers", "assistance:new_vouchers", "assistance:end_vouchers"),
    "extracts": ("hud:",),
}


def named(patterns: Any, space: str = "") -> Iterator[tuple[str, Any]]:
    """Every address by its name, with its view."""
    for each in patterns:
        if isinstance(each, URLPattern):
            yield f"{space}:{each.name}", each.callback
        else:
            yield from named(each.url_patterns, each.namespace or space)


def test_no_page_of_another_part_asks_for_what_a_part_takes_along() -> None:
    """Else turning one part off would turn everybody away from another."""
    wrong, seen = [], 0
    for name, view in named(get_resolver().url_patterns):
        policy = policy_of(view)
        takes = [key for key, each in modules().items() if policy and policy.ability in each.abilities]
        seen += bool(takes)
        if takes and not any(
            name.startswith((*modules()[key].addresses, *ALSO.get(key, ()))) for key in takes
        ):
            wrong.append(f"{name} is gone with {takes}")
    assert wrong == []
    assert seen > 50


def test_without_practice_there_is_still_support_for_staff() -> None:
    leave_off("practice")
    client = cast.signed_in(cast.CM1)
    assert 'href="/care/"' in client.get("/").content.decode()
    assert client.get("/care/").status_code == client.get("/kept-times/").status_code == 200
    assert 'name="wish"' in client.get("/care/").content.decode()


@pytest.mark.parametrize("member", [cast.CM1, cast.SUPERVISOR, cast.ADMIN], ids=str)
def test_no_page_leads_to_any_part_while_all_are_left_off(member: cast.Member) -> None:
    """Every page there is."""
    places = Places()
    leave_off(*modules())
    begin = tuple(begin for each in modules().values() for begin in each.addresses)
    client = cast.signed_in(member)
    client.raise_request_exception = False
    wrong, seen = [], 0
    for route, _pattern in views(get_resolver().url_patterns):
        page = places.url("/" + route)
        answer = client.get(page)
        if answer.status_code == 200 and not answer.streaming:
            seen += 1
            led = led_to(page, answer.content.decode())
            wrong += [f"{page} leads {member.name} to {name}" for name in led if name.startswith(begin)]
    assert not wrong, "\n".join(sorted(wrong))
    assert seen > 20


def test_a_part_that_is_left_off_is_closed_to_the_public_as_well() -> None:
    """Nobody signed in, so nothing came with an account: the directory's own pages look."""
    for path in ("/hsds/", "/hsds/services", "/hsds/organizations", "/hsds/service_at_locations"):
        assert cast.nobody().get(path).status_code == 200
    leave_off("partners")
    for path in ("/hsds/", "/hsds/services", "/hsds/organizations", "/hsds/service_at_locations"):
        assert cast.nobody().get(path).status_code == 404
