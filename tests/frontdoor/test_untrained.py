"""Choosing a case manager for a contact asks for the same words."""

import html
import uuid

from django.urls import reverse

from alongside.frontdoor.actions import log_call
from alongside.participants.models import ChosenAnyway, Participant
from tests import cast


def test_a_contact_is_not_given_to_somebody_untrained_without_words() -> None:
    contact = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        log_call(by=by, contact=contact, words="asked about rooms")
    client = cast.signed_in(cast.SUPERVISOR)
    address = reverse("frontdoor:assign", args=[contact])
    told = {"alias": "Clover", "case_manager": str(cast.CM3.id), "once": str(uuid.uuid4())}
    refused = client.post(address, told)
    page = html.unescape(refused.content.decode())
    assert refused.status_code == 422
    assert "Training about trafficking is not recorded" in page and 'name="why"' in page and "Clover" in page
    with cast.acting(cast.SUPERVISOR):
        assert not Participant.objects.exists()
    assert client.post(address, told | {"why": "the only one on Thursdays"}).status_code == 302
    with cast.acting(cast.SUPERVISOR):
        assert Participant.objects.get().case_manager_id == cast.CM3.id
        assert [row.words for row in ChosenAnyway.objects.all()] == ["the only one on Thursdays"]
