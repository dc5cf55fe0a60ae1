"""What stands under a partner names nobody: a name of somebody the writer walks with is pointed out first."""

import html
import inspect
from typing import Any

import pytest
from django import forms as django_forms

from alongside import clock
from alongside.participants.models import Participant
from alongside.partners.forms import agencies, directory
from alongside.partners.forms.agencies import AboutNobody, is_open
from tests import cast
from tests.partners import make
from tests.people import lantern

# Forms with an open field of which nothing is kept that stands under a partner, and why.
EXCUSED = {
    "SearchForm": "what is looked for is not kept",
    "InviteForm": "a sign-in name, checked by itself",
    "ImportForm": "a file of the outside",
}


def pages(agency: Any, pact: Any, service: Any) -> list[tuple[str, dict[str, Any]]]:
    return [
        ("agencies/new/", {"name": "The clinic", "role": "helps {name}"}),
        (f"agencies/{agency}/edit/", {"name": "The clinic", "cannot_do": "beds for {name}", "version": "1"}),
        (f"agencies/{agency}/contact/", {"name": "Ms. Alder", "reach": "ask for {name}"}),
        (f"agencies/{agency}/commitments/new/", {"words": "a call about {name}"}),
        (f"agencies/{agency}/appreciations/new/", {"words": "They drove {name} home."}),
        (
            f"agreements/{pact}/edit/",
            {"agency": str(agency), "kind": "mou", "scope": "{name}", "version": "1"},
        ),
        ("preparing/new/", {"languages": "Tigrinya", "words": "As {name} said."}),
        (f"services/{service}/edit/", {"name": "Dental clinic", "description": "{name}", "version": "1"}),
        (f"services/{service}/visit/", {"on": clock.today().isoformat(), "words": "{name} was there."}),
        (f"services/{service}/places/new/", {"name": "Side door", "how_to_get_there": "as {name} went"}),
    ]


@pytest.mark.parametrize("which", range(10))
def test_a_name_in_whatever_stands_under_a_partner_is_pointed_out_before_it_is_kept(which: int) -> None:
    person, agency, service = lantern(), make.agency(), make.service()
    with cast.acting(cast.CM1):
        name = Participant.objects.get(pk=person).alias
    address, told = pages(agency, make.agreement(agency), service)[which]
    told = {key: said.replace("{name}", name.upper()) for key, said in told.items()}
    client = cast.signed_in(cast.CM1)
    before = client.get(f"/partners/{address}")
    assert before.status_code == 200
    answer = client.post(f"/partners/{address}", told)
    page = answer.content.decode()
    assert answer.status_code == 422 and "This could point to somebody" in page
    assert f'<bdi class="theirs">{name}</bdi>' in page
    assert all(
        said in html.unescape(page) for said in told.values() if name.upper() in said
    )  # no word is lost
    assert client.post(f"/partners/{address}", told | {"anyway": "1"}).status_code == 302


def test_a_name_out_of_reach_is_not_told() -> None:
    person = lantern()
    with cast.acting(cast.CM1):
        name = Participant.objects.get(pk=person).alias
    told = {"words": f"They drove {name} home."}
    away = cast.signed_in(cast.CM3).post(f"/partners/agencies/{make.agency()}/appreciations/new/", told)
    assert away.status_code == 302


@pytest.mark.no_database
def test_every_form_of_partners_with_an_open_field_is_about_nobody() -> None:
    wrong = [
        name
        for module in (agencies, directory)
        for name, form in inspect.getmembers(module, inspect.isclass)
        if issubclass(form, django_forms.Form) and any(map(is_open, form.base_fields.values()))
        if not issubclass(form, AboutNobody) and name not in EXCUSED
    ]
    assert wrong == []
