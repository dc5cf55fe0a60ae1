"""Permission and referral in three steps: every word survives each way, and what was chosen once is carried over."""

import re
import uuid

from django.http import HttpResponse
from django.test import Client

from alongside.consent.models import Release
from alongside.consent.queries import wordings
from alongside.referrals.models import Referral
from tests import cast
from tests.consent.make import clinic, released
from tests.consent.test_pages import yes
from tests.people import lantern
from tests.referrals.make import NEED
from tests.referrals.test_pages import said

INPUT = re.compile(r"<input ([^>]*)>")


def asked(page: HttpResponse) -> dict[str, list[str]]:
    """What the form would send untouched, by name."""
    shown = page.content.decode()
    form = shown.split('id="asked"')[1].split("</form>")[0]
    found: dict[str, list[str]] = {}
    for attrs in INPUT.findall(form):
        told = dict(re.findall(r'([\w-]+)="([^"]*)"', attrs))
        if told.get("type") in ("checkbox", "radio") and " checked" not in attrs:
            continue
        found.setdefault(told.get("name", ""), []).append(
            told.get("value", "on" if told.get("type") == "checkbox" else "")
        )
    for name, words in re.findall(r'<textarea name="([^"]*)"[^>]*>([^<]*)</textarea>', form):
        found.setdefault(name, []).append(words.removeprefix("\n"))
    for name, options in re.findall(r'<select name="([^"]*)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found.setdefault(name, []).append(chosen[1] if chosen else "")
    return found


def go(client: Client, page: HttpResponse, address: str, to: str, **more: object) -> HttpResponse:
    """Press what leads to another step, with some answers changed."""
    answer = client.post(address, asked(page) | {"do": f"step:{to}"} | more)
    assert answer.status_code == 302, answer.content.decode()
    return client.get(answer.headers["Location"])


def test_a_referral_is_written_in_three_steps_and_every_word_survives_each_way() -> None:
    person, agency, client = lantern(), clinic(), cast.signed_in(cast.CM1)
    address = f"/people/{person}/referrals/new/"
    first = client.get(address)
    assert first.content.decode().count('aria-current="step"') == 1
    assert 'name="text"' in first.content.decode() and '<textarea name="text"' not in first.content.decode()
    second = go(client, first, address, "1", agency=str(agency), need=NEED, ways=["call"])
    assert NEED in second.content.decode() and "You had begun this" not in second.content.decode()
    third = go(client, second, address, "2", information=["first_contact"], text="One line.\r\nAnd another.")
    back = go(client, third, address, "0", cost="180")
    told = asked(back)
    assert (told["need"], told["ways"], told["agency"]) == ([NEED], ["call"], [str(agency)])
    assert (
        told["cost"] == ["180"]
        and told["text"] == ["One line.\r\nAnd another."]
        and told["can_see"] == ["on"]
    )
    last = go(client, go(client, back, address, "1"), address, "2")
    once = {"once": str(uuid.uuid4())}
    for _click in range(2):
        answer = client.post(f"{address}?step=2", asked(last) | {"do": "keep"} | once)
        assert answer.status_code == 302
    with cast.acting(cast.CM1):
        row = Referral.objects.get()
        assert (row.need, row.text, row.cost, row.agency_id) == (
            NEED,
            "One line.\nAnd another.",
            "180",
            agency,
        )
        assert (row.ways, row.information) == (["call"], ["first_contact"])
    assert "You had begun this" not in client.get(address).content.decode()


def test_what_does_not_fit_opens_the_step_in_which_it_is_asked() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    address = f"/people/{person}/referrals/new/?step=2"
    answer = client.post(address, said(clinic(), together_at="soon", text="kept words", do="keep"))
    page = answer.content.decode()
    assert answer.status_code == 422 and 'value="soon"' in page and "kept words" in page
    assert re.search(r'<li aria-current="step">To whom', page)


def test_what_was_taken_back_stays_back_and_presets_are_marked() -> None:
    person, agency, client = lantern(), clinic(kind="shelter"), cast.signed_in(cast.CM1)
    address = f"/people/{person}/sharing/new/?to={agency}"
    first = client.get(address)
    assert first.content.decode().count("Filled in beforehand") == 1
    assert asked(first)["information"] == ["first_contact", "language"]
    second = go(client, first, address, "1", information=[])
    assert second.content.decode().count("Filled in beforehand") == 1  # the day it ends
    again = go(client, second, address, "0")
    assert "information" not in asked(again) and "Filled in beforehand" not in again.content.decode()
    told = asked(go(client, go(client, again, address, "1", **{"purpose": "legal"}), address, "2"))
    assert told["purpose"] == ["legal"] and "information" not in told


def test_the_paper_that_is_shown_is_the_one_that_is_signed() -> None:
    person, agency, client = lantern(), clinic(), cast.signed_in(cast.CM1)
    address = f"/people/{person}/sharing/new/?to={agency}"
    go(client, client.get(address), address, "2")
    spanish = client.get(f"{address}&in=es&step=2")
    with cast.acting(cast.CM1):
        es = next(each for each in wordings() if each.language == "es")
    assert asked(spanish)["wording"] == [str(es.pk)]
    answer = client.post(f"{address}&in=es&step=2", yes(agency) | {"wording": asked(spanish)["wording"]})
    assert answer.status_code == 302
    with cast.acting(cast.CM1):
        assert Release.objects.get().wording_id == es.pk


def test_what_was_chosen_once_is_carried_from_one_to_the_other() -> None:
    person, agency, client = lantern(), clinic(), cast.signed_in(cast.CM1)
    address = f"/people/{person}/referrals/new/"
    client.post(address, said(agency, information=["first_contact", "need"], do="keep"))
    with cast.acting(cast.CM1):
        row = Referral.objects.get()
    leads = re.search(
        r'href="(/people/[^"]*/sharing/new/[^"]*)"', _page(client, f"{person}/referrals/{row.pk}/")
    )
    assert leads is not None
    grant = client.get(leads[1].replace("&amp;", "&"))
    assert sorted(asked(grant)["information"]) == ["first_contact", "need"]
    released(person, agency)
    with cast.acting(cast.CM1):
        given = Release.objects.get()
    second = go(client, client.get(address), address, "1", agency=str(agency))
    told = asked(second)
    assert sorted(told["information"]) == sorted(given.information) and told["purpose"] == [given.purpose]
    assert "As in their permission" in second.content.decode()
    chosen = go(client, second, address, "0", information=["first_contact"])
    assert asked(go(client, chosen, address, "1"))["information"] == ["first_contact"]


def _page(client: Client, path: str) -> str:
    return client.get(f"/people/{path}").content.decode()
