"""A link sent by mail, through a real mail server on this machine: contentless, and only where one is named."""

import email
import email.policy
import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.urls import reverse

from alongside.access.models import Account
from alongside.project.environment import BadEnvironment, mail_server
from tests import cast
from tests.agency.test_coming_in import GOOD, admitted, link_for
from tests.browser.stage import free_port


class Letterbox:
    """Keeps what it is sent."""

    def __init__(self) -> None:
        self.letters: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.letters.append(
            (envelope, email.message_from_bytes(envelope.content, policy=email.policy.default))
        )
        return "250 OK"


@pytest.fixture
def letterbox(settings: Any) -> Iterator[Letterbox]:
    """A mail server on this machine, named in the settings."""
    box = Letterbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield box
    controller.stop()


def _send(account: Account, token: str, to: str = "rosa@example.net") -> Any:
    client = cast.signed_in(cast.ADMIN)
    return client.post(reverse("agency:mail_link", args=[account.pk]), {"token": token, "to": to})


def test_a_link_is_sent_in_words_that_say_nothing(letterbox: Letterbox) -> None:
    account = admitted()
    token = link_for(account).split("/")[2]
    assert _send(account, token).status_code == 302
    ((envelope, letter),) = letterbox.letters
    assert envelope.rcpt_tos == ["rosa@example.net"]
    assert letter["Subject"] == "You have an update"
    whole = envelope.content.decode()
    for word in (
        "Riverbend",
        "Northside",
        "survivor",
        "Survivor",
        "Alongside",
        "cm4",
        "Case manager",
        "Administrator",
    ):
        assert word not in whole
    path = re.search(r"/come-in/[\w-]+/", letter.get_content())
    assert path and cast.nobody().post(path[0], {"password": GOOD}).status_code == 302


def test_only_a_link_that_was_made_for_them_is_sent(letterbox: Letterbox) -> None:
    account = admitted()
    token = link_for(account).split("/")[2]
    assert _send(account, "made-up").status_code == 404
    answer = cast.signed_in(cast.ADMIN).post(
        reverse("agency:mail_link", args=[cast.CM1.id]), {"token": token, "to": "a@example.net"}
    )
    assert answer.status_code == 404
    assert _send(account, token, "no address").status_code == 422
    assert letterbox.letters == []


def test_a_server_that_is_gone_is_said_kindly_and_the_link_stays(settings: Any) -> None:
    account = admitted()
    token = link_for(account).split("/")[2]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    answer = _send(account, token)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "could not be sent" in page and token in page


def test_without_a_mail_server_nothing_about_mail_is_shown() -> None:
    account = admitted()
    page = cast.signed_in(cast.ADMIN).post(reverse("agency:link", args=[account.pk])).content.decode()
    assert "mail" not in page.lower()
    assert _send(account, link_for(account).split("/")[2]).status_code == 404


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", ("", 587, "", "", False, False)),
        ("smtp://relay.example.net", ("relay.example.net", 587, "", "", False, False)),
        ("smtp://a%40b:p%2Fw@mail.example.net:25", ("mail.example.net", 25, "a@b", "p/w", True, False)),
        ("smtps://a:b@mail.example.net", ("mail.example.net", 465, "a", "b", False, True)),
    ],
)
def test_the_address_of_a_mail_server_is_read(address: str, told: Any) -> None:
    assert mail_server(address) == told


@pytest.mark.no_database
def test_nonsense_is_refused() -> None:
    with pytest.raises(BadEnvironment):
        mail_server(f"mail.example.net/{uuid.uuid4()}")
