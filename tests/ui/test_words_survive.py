"""Every form of the desk, filled with words: whatever keeps it from being taken, each word comes back.

The forms are found by opening every address as somebody who reaches it; what is typed is drawn anew each time, and the
seed stands in the message of a test that fails.
"""

import random
import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils.html import escape
from markupsafe import escape as escape_in_jinja

from alongside.project import limits
from alongside.ui.held import NEVER_SHOWN
from tests import cast
from tests.house.places import Places
from tests.house.test_roles import STAFF, rows

LETTERS = "abcdeñöß ሻይዘ أمخ 漢字 🌱 '\"<>&%«»\\"
TYPED = {"text", "search", ""}
REFERENCE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
# What is asked for and never written down again; the gallery of the look keeps nothing.
ASKS_ONLY = re.compile(r"^/(sign-in|me/again|lock|search|gallery)")
ORDER = (
    "cm1",
    "supervisor",
    "admin",
    "oncall",
    "dropin",
    "practice",
    "custodian",
    "director",
    "cm2",
    "adviser",
)


@dataclass
class Found:
    """A form of a page: where it goes, what it carries, and which blanks take words."""

    action: str
    carried: list[tuple[str, str]] = field(default_factory=list)
    blanks: list[str] = field(default_factory=list)
    files: bool = False

    @property
    def kind(self) -> str:
        """What kind of form it is, whoever it is about."""
        names = sorted({REFERENCE.sub("*", name) for name in self.blanks})
        return f"{REFERENCE.sub('*', urlsplit(self.action).path)} {' '.join(names)}"


class Forms(HTMLParser):
    """The forms of a page that are sent with POST, and the fields that belong to one by its name."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.found = address, []  # type: ignore[var-annotated]
        self.named: dict[str, Found] = {}
        self.stack: list[Found] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form" and told.get("method", "get").lower() == "post":
            form = Found(urljoin(self.address, told.get("action") or self.address))
            self.found.append(form)
            self.stack.append(form)
            if "id" in told:
                self.named[told["id"]] = form
        form = self.named.get(told.get("form", "")) or (self.stack[-1] if self.stack else None)
        if form is None or "name" not in told or "disabled" in told:
            return
        if tag == "textarea" or (tag == "input" and told.get("type", "") in TYPED and "readonly" not in told):
            if told["name"] not in form.blanks:
                form.blanks.append(told["name"])
        elif tag == "input" and told.get("type") == "file":
            form.files = True
        elif tag == "input" and (told.get("type") not in ("checkbox", "radio") or "checked" in told):
            form.carried.append((told["name"], told.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.stack:
            self.stack.pop()


def drawn(seed: random.Random) -> str:
    """A few words that somebody could have typed; unlike any others, and all on one line."""
    said = "".join(seed.choice(LETTERS) for _each in range(seed.randint(3, 12))).strip()
    return f"w{seed.randrange(10**9)} {said} z"


def escaped(said: str) -> tuple[str, str]:
    """Words as a page shows them, in either language of our pages."""
    return str(escape(said)), str(escape_in_jinja(said))


@dataclass
class Case:
    """One form as somebody has filled it."""

    who: str
    cookies: Any
    form: Found
    words: dict[str, str]

    def client(self, **given: Any) -> Client:
        client = Client(SERVER_NAME=urlsplit(settings.ORIGIN).hostname or "", **given)
        client.cookies = copy(self.cookies)
        client.raise_request_exception = False
        return client

    def send(self, client: Client, **more: str) -> Any:
        told: dict[str, Any] = {}
        for name, value in [*self.form.carried, *self.words.items(), *more.items()]:
            if name != "csrfmiddlewaretoken":
                told.setdefault(name, []).append(value)
        with transaction.atomic():
            answer = client.post(self.form.action, told)
            transaction.set_rollback(True)
        return answer

    def lost(self, answer: Any) -> list[str]:
        """The blanks whose words are not in the answer."""
        page = answer.content.decode()
        return [name for name, said in self.words.items() if not any(way in page for way in escaped(said))]


def _secret(name: str) -> bool:
    last = name.rsplit("-", 1)[-1].lower()
    return last in NEVER_SHOWN or "password" in last


def forms(places: Places, seed: random.Random) -> Iterator[Case]:
    """Each kind of form with blanks once, as the first of the staff who reaches it."""
    seen: set[str] = set()
    sessions = {who: cast.signed_in(STAFF[who]).cookies for who in ORDER}
    for row in rows():
        who = next((each for each in ORDER if row[each].startswith("o")), None)
        if who is None or ASKS_ONLY.match(row["address"]):
            continue
        client = cast.nobody()
        client.cookies, client.raise_request_exception = copy(sessions[who]), False
        address = places.url(row["address"])
        answer = client.get(address)
        if answer.status_code != 200 or "html" not in answer.headers.get("Content-Type", ""):
            continue
        reader = Forms(address)
        reader.feed(answer.content.decode())
        for form in reader.found:
            form.blanks = [name for name in form.blanks if not _secret(name) and name != "q"]
            if form.blanks and not form.files and form.kind not in seen:
                seen.add(form.kind)
                yield Case(who, sessions[who], form, {name: drawn(seed) for name in form.blanks})


def stale(case: Case) -> Any:
    """The page was open too long: its token is not the one of this session any more."""
    return case.send(case.client(enforce_csrf_checks=True), csrfmiddlewaretoken="a" * 64)


def signed_out(case: Case) -> Any:
    """The session ended meanwhile."""
    client = case.client()
    client.cookies.clear()
    return case.send(client)


def covered(case: Case) -> Any:
    """The screen was covered meanwhile, in another tab."""
    client = case.client()
    with transaction.atomic():
        session = client.session
        session["locked"] = True
        session.save()
        answer = case.send(client)
        transaction.set_rollback(True)
    return answer


def too_large(case: Case) -> Any:
    """More than one page can take."""
    return case.send(case.client(), another="x" * (limits.LARGEST_WORDS + 10))


def broken(case: Case) -> Any:
    """The database takes nothing more."""

    def full(execute: Any, statement: str, *rest: Any) -> Any:
        # Much is written by functions of the keeper: whatever they did, the trail is written last.
        if statement.lower().startswith(("insert", "update", "delete")) or "trail.append(" in statement:
            raise DatabaseError("could not extend file: No space left on device")
        return execute(statement, *rest)

    with connection.execute_wrapper(full):
        return case.send(case.client())


def unreadable(case: Case) -> Any:
    """Something in one blank cannot be kept; the words of all the others come back."""
    first = next(iter(case.words))
    spoiled = Case(case.who, case.cookies, case.form, case.words | {first: "\x00"})
    answer = spoiled.send(case.client())
    case.words = {name: said for name, said in case.words.items() if name != first}
    return answer


WHAT_HAPPENS = {
    "stale": 403,
    "signed_out": 401,
    "covered": 423,
    "too_large": 413,
    "broken": 500,
    "unreadable": 0,
}


def what_is_wrong(case: Case, what: str) -> str:
    """What is not as it should be when this happens to a form, or nothing."""
    case = replace(case, words=dict(case.words))
    answer = globals()[what](case)
    status, wanted = answer.status_code, WHAT_HAPPENS[what]
    if status in (302, 204) and what == "unreadable":
        return ""  # it was taken as it stood
    if wanted not in (status, 0) and not (what == "broken" and status in (200, 400, 409, 422)):
        return f"{what}: {case.form.kind} by {case.who}: {status} instead of {wanted}"
    lost = case.lost(answer)
    return f"{what}: {case.form.kind} by {case.who} ({status}): lost {', '.join(lost)}" if lost else ""


def test_every_word_of_every_form_survives() -> None:
    """Each form is found once, and everything happens to it in turn; what it sends is taken back each time."""
    number = random.randrange(10**6)
    cases = list(forms(Places(), random.Random(number)))
    wrong = [found for case in cases for what in WHAT_HAPPENS if (found := what_is_wrong(case, what))]
    assert len(cases) > 60, len(cases)
    assert not wrong, f"seed {number}, {len(cases)} forms:\n" + "\n".join(wrong)


def test_a_form_that_loses_a_word_would_be_found() -> None:
    case = next(forms(Places(), random.Random(1)))
    answer = stale(case)
    for way in escaped(next(iter(case.words.values()))):
        answer.content = answer.content.replace(way.encode(), b"")
    assert case.lost(answer)
