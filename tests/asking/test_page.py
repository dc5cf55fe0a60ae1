"""The one page that asks, through a page of a room: a draft, what another saved, what does not fit, what is said."""

import json
import re
import uuid

import pytest
from django.test import Client

from alongside.drafts.queries import my_drafts
from alongside.partners.models import PartnerAgency
from tests import cast
from tests.partners import make


def edit_page(key: uuid.UUID) -> str:
    return f"/partners/agencies/{key}/edit/"


def begin(client: Client, key: uuid.UUID, **words: str) -> None:
    """Type something and leave the page: its script keeps a draft, with the version that was read."""
    fields = {name: [value] for name, value in words.items()}
    sent = {"key": f"partners.agency:{key}", "fields": json.dumps(fields)}
    assert client.post("/drafts/", sent).status_code == 204


def version_in(page: str) -> str:
    found = re.search(r'name="version" value="(\d*)"', page)
    assert found
    return found[1]


def save(client: Client, key: uuid.UUID, **words: str) -> int:
    return client.post(edit_page(key), {"name": "Harbor Legal", "kind": "attorney", **words}).status_code


def test_a_draft_older_than_what_stands_shows_both_at_once_and_saves_knowingly() -> None:
    key, mine, theirs = make.agency("Harbor Legal"), cast.signed_in(cast.CM1), cast.signed_in(cast.SUPERVISOR)
    read = version_in(mine.get(edit_page(key)).content.decode())
    begin(mine, key, name="Harbor Legal", role="what I typed", version=read)
    assert save(theirs, key, role="what a colleague saved", version=read) == 302
    page = mine.get(edit_page(key)).content.decode()
    assert "Somebody else changed this meanwhile" in page
    assert "what a colleague saved" in page and "what I typed" in page
    assert version_in(page) != read
    assert save(mine, key, role="what I typed", version=read) == 409
    with cast.acting(cast.CM1):
        assert PartnerAgency.objects.get(pk=key).role == "what a colleague saved"
    assert save(mine, key, role="what I typed", version=version_in(page)) == 302
    with cast.acting(cast.CM1) as by:
        assert PartnerAgency.objects.get(pk=key).role == "what I typed"
        assert my_drafts(by) == []


def test_a_draft_as_old_as_what_stands_shows_no_conflict() -> None:
    key, mine = make.agency("Harbor Legal"), cast.signed_in(cast.CM1)
    begin(mine, key, role="what I typed", version=version_in(mine.get(edit_page(key)).content.decode()))
    page = mine.get(edit_page(key)).content.decode()
    assert "what I typed" in page and "You had begun this" in page
    assert "Somebody else changed this meanwhile" not in page


def test_what_does_not_fit_is_summed_up_where_the_focus_goes_and_every_word_stays() -> None:
    key, mine = make.agency("Harbor Legal"), cast.signed_in(cast.CM1)
    answer = mine.post(
        edit_page(key), {"name": "", "kind": "attorney", "role": "what I typed", "version": "1"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422 and "what I typed" in page
    summary = re.search(r'<div class="alert hint"[^>]*autofocus[^>]*>(.*?)</div>', page, re.S)
    assert summary and 'href="#id_name"' in summary[1]


def test_opening_the_page_keeps_nothing() -> None:
    key, mine = make.agency("Harbor Legal"), cast.signed_in(cast.CM1)
    mine.get(edit_page(key))
    with cast.acting(cast.CM1) as by:
        assert my_drafts(by) == []


@pytest.mark.parametrize("member", make.STRANGER)
def test_what_another_saved_is_shown_to_nobody_who_may_not_ask(member: cast.Member) -> None:
    key = make.agency("Harbor Legal")
    answer = cast.signed_in(member).post(edit_page(key), {"name": "x", "version": "0"})
    assert answer.status_code == 403 and "Harbor Legal" not in answer.content.decode()
