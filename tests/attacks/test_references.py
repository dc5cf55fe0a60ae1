"""Over HTTP: references that do not belong together, other people's, made-up ones, and things no browser sends."""

import re
import uuid
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver

from alongside.access.checks import views
from tests import cast
from tests.attacks.catalogue import tables
from tests.attacks.make import with_a_question, world
from tests.attacks.world import World

EVIL_PLACES = [
    "https://evil.example/", "//evil.example/", "///evil.example", "/\\evil.example", "\\\\evil.example",
    "http:evil.example", "javascript:alert(1)", "https:/\\evil.example", "/\t/evil.example", "\x00//evil.example",
    "https://desk.localhost@evil.example/", "https://desk.localhost.evil.example/",
]  # fmt: skip
NOT_DUMPED = {"core.participants_aliastoken", "core.participants_likeness", "vault.vault_key"}
SIGNS_OUT = ("/sign-out/",)


def addresses() -> list[str]:
    return sorted("/" + route for route, _pattern in views(get_resolver().url_patterns))


def url(address: str, participant: uuid.UUID, of: World) -> str:
    """An address that names one participant and the things of another."""

    def reference(match: re.Match[str]) -> str:
        kind, name = match[1], match[2]
        if name == "participant":
            return str(participant)
        if name == "kind" and kind == "str:":
            return "goal"
        named = {
            "section": of.section,
            "text": "rights",
            "pk": "1",
            "staff": cast.CM2.id,
            "rule": uuid.UUID(int=7),
            "offer": uuid.UUID(int=7),
            "off": uuid.UUID(int=8),
            "word": uuid.UUID(int=9),
            "swap": uuid.UUID(int=10),
            "sheet": uuid.UUID(int=11),
            "others": uuid.UUID(int=12),
            "report": uuid.UUID(int=13),
            "extract": uuid.UUID(int=20),
            "review": uuid.UUID(int=16),
            "review_question": uuid.UUID(int=14),
            "agreed": uuid.UUID(int=15),
            "who": uuid.UUID(int=17),
            "fund": uuid.UUID(int=18),
            "form": "otip_tvap_2021",
            "field": uuid.UUID(int=20),
            "put": uuid.UUID(int=19),
            "money_line": uuid.UUID(int=20),
            "money_kind": uuid.UUID(int=21),
            "vouchers": uuid.UUID(int=22),
            "month": "2026-12",
        }
        things = {"row": of.goal, "kind": of.goal, "shift": of.goal, "change": of.season}
        given: dict[str, Any] = {**things, **of.house, **named}
        return str(given.get(name) or getattr(of, name))

    return re.sub(r"<(\w+:)?(\w+)>", reference, address)


def client_of(member: cast.Member | None) -> Client:
    client = cast.signed_in(member) if member else cast.nobody()
    client.raise_request_exception = False
    return client


@cache
def _of_a_person() -> str:
    """One question about every table that tells of somebody."""
    return " union all ".join(
        f"select '{table}', md5(coalesce(string_agg(t::text, ' ' order by t.id), '')) from {table} t"
        " where participant_id = %(person)s"
        for table, columns in tables()
        if "participant_id" in columns and table not in NOT_DUMPED
    )


def kept_about(made: World) -> dict[str, str]:
    """Everything the database holds about somebody, but for who looked."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local role alongside_backup")
        cursor.execute(_of_a_person(), {"person": made.participant})
        found = dict(cursor.fetchall())
        cursor.execute("set local role alongside_desk")
    return found


def fine(answer: Any, *words: str) -> str:
    """What is wrong with an answer, if anything."""
    if answer.status_code >= 500:
        return f"answers {answer.status_code}"
    said = answer.content.decode("utf-8", "replace") + str(answer.headers)
    return "shows a word" if any(word in said for word in words) else ""


def everything_of(made: World) -> dict[str, Any]:
    """Fields that name things of somebody's, under every name a form here gives them."""
    return {
        "participant": made.participant, "contact": str(made.contact), "also": [str(made.alone)],
        "point": made.point, "note": made.note, "goal": made.goal, "row": made.goal, "with_whom": cast.CM1.id,
        "do": f"takeup:{made.option}:", "draft": f"connection.note:{made.participant}", "version": "99",
        "key": f"connection.note:{made.participant}", "staff": cast.CM3.id, "part": "backup",
        "case_manager": cast.CM3.id,
        "alias": "mine", "words": "mine", "need": "mine", "start": "on", "state": "closed", "q": "mine",
        "happened": "mine", "kind": "met", "channel": "phone", "address": "mine", "at": "2027-01-05T10:00",
        "day": "2027-01-07", "time": "10:00", "topic": "health", "under_18": "yes", "outcome": "met",
        f"goal-{made.goal}": "mine", f"goal-{made.goal}-words": "mine", "option": "mine",
        "by": cast.CM1.id, "by_id": cast.CM1.id, "case_manager_id": cast.CM3.id, "key_id": uuid.uuid4(),
        "roles": "supervisor",
    }  # fmt: skip


@pytest.mark.parametrize(
    "member", [cast.CM3, cast.ON_CALL, cast.DROP_IN, None], ids=lambda m: m and m.username
)
def test_no_reference_of_anothers_opens_or_changes_anything(member: cast.Member | None) -> None:
    hers, mine = with_a_question(world("Lantérn")), world("Harbor", case_manager=cast.CM3, backup=None)
    before = kept_about(hers)
    client = client_of(member)
    wrong = []
    for address in addresses():
        if address in SIGNS_OUT:
            continue
        for participant in (hers.participant, mine.participant):
            place = url(address, participant, hers)
            for once in _names_taken(address, hers):
                sent = everything_of(hers) | {"once": once}
                with transaction.atomic():
                    if trouble := fine(client.post(place, sent), "Lantérn"):
                        wrong.append(f"POST {address} {trouble}")
                    if kept_about(hers) != before:
                        wrong.append(f"POST {address} changes something")
                    transaction.set_rollback(True)
            named: dict[str, Any] = {
                "with": hers.participant,
                "next": hers.note,
                "participant": hers.participant,
                "page": "0",
            }
            if trouble := fine(client.get(place, named), "Lantérn"):
                wrong.append(f"GET {address} {trouble}")
    assert not wrong, "\n".join(sorted(set(wrong)))
    assert kept_about(hers) == before


def _names_taken(address: str, made: World) -> list[uuid.UUID]:
    """Names of rows out of sight, as the name of something new: the kind of row the address makes, and another."""
    kinds = {
        "reaching": made.point, "meetings/new": made.meeting, "welcome": made.welcomed, "intake": made.sitting,
        "note": made.note, "calls": made.contact, "visits": made.contact, "state": made.change, "goals": made.option,
        "acquaintances": made.need, "interpreters": made.interpreting, "statement": made.statement,
    }  # fmt: skip
    return [next((row for part, row in kinds.items() if part in address), made.note), made.participant]


@pytest.mark.parametrize("thing", ["point", "note", "meeting", "welcomed", "sitting", "change", "need"])
def test_a_name_that_is_taken_moves_nothing_between_two_of_ones_own_people(thing: str) -> None:
    """`once` names a new row; the row of another person under that name stays as it is."""
    one, other = world("Lantérn"), world("Harbor")
    before = kept_about(one)
    client = client_of(cast.CM1)
    wrong = []
    for address in addresses():
        if "<uuid:participant>" not in address and address not in ("/note/", "/people/new/"):
            continue
        place = url(address, other.participant, other)
        sent = everything_of(other) | {"once": getattr(one, thing)}
        if trouble := fine(client.post(place, sent), "Lantérn happened", "Lantérn number"):
            wrong.append(f"POST {address} {trouble}")
    assert not wrong, "\n".join(wrong)
    assert kept_about(one) == before


@pytest.mark.parametrize("member", [cast.CM3, cast.DIRECTOR, cast.ON_CALL], ids=lambda m: m.username)
def test_out_of_reach_reads_as_what_never_was(member: cast.Member) -> None:
    hers, never = world("Lantérn"), World("nobody")
    never.section = hers.section
    client = client_of(member)
    for address in addresses():
        if not re.search(r"<uuid:(participant|note|meeting|contact|point)>", address):
            continue
        for method in ("get", "post", "head", "put"):
            there, not_there = (
                getattr(client, method)(url(address, made.participant, made)) for made in (hers, never)
            )
            assert there.status_code == not_there.status_code, f"{method} {address}"
            assert _bare(there, hers) == _bare(not_there, never), f"{method} {address}"


def _bare(answer: Any, made: World) -> str:
    headers = {name: value for name, value in answer.headers.items() if name != "X-Request-Id"}
    text = f"{headers} {answer.content.decode()}"
    for reference in made.references():
        text = text.replace(str(reference), "#")
    return re.sub(r'="(\w{64}|[\w-]{36})"', "", text)  # what is new in every answer


def names_of(answer: Any) -> set[str]:
    return set(re.findall(r'name="([\w.\-]+)"', answer.content.decode("utf-8", "replace"))) - {
        "csrfmiddlewaretoken"
    }


def broken_forms(names: set[str]) -> Iterator[tuple[str, bytes]]:
    """Bodies that no browser sends."""
    all_names = sorted(
        names | {"once", "version", "draft", "key", "fields", "do", "q", "next", "staff", "more"}
    )
    for label, value in (
        ("nul", b"a%00b"), ("bytes", b"%ff%fe%c3%28"), ("surrogate", b"%ed%a0%80"), ("array", b"[]"),
        ("huge number", b"9" * 400), ("minus", b"-1"), ("arabic digits", b"%d9%a1%d9%a2"), ("superscript", b"%c2%b2"),
        ("brackets", b"%7b%22a%22:null%7d"), ("colons", b"place:x:y:z"), ("date", b"0001-01-01T00:00"),
        ("far", b"9999-12-31T23:59"), ("infinity", b"infinity"),
    ):  # fmt: skip
        yield label, b"&".join(name.encode() + b"=" + value for name in all_names)


@pytest.mark.parametrize("member", [cast.SUPERVISOR, cast.ADMIN, None], ids=lambda m: m and m.username)
def test_nothing_that_can_be_sent_breaks_a_page(member: cast.Member | None) -> None:
    hers = with_a_question(world("Lantérn"))
    client = client_of(member)
    form = "application/x-www-form-urlencoded"
    wrong = []
    for address in addresses():
        if address in SIGNS_OUT:
            continue
        place = url(address, hers.participant, hers)
        page = client.get(place)
        # Where the door itself turns them away no view reads what was sent; one broken body shows that.
        turned_away = page.status_code in (302, 403, 423)
        for label, body in islice(broken_forms(names_of(page)), 1 if turned_away else None):
            with transaction.atomic():
                answer = client.post(place, body, content_type=form)
                if trouble := fine(answer):
                    wrong.append(f"POST {address} with {label} {trouble}")
                transaction.set_rollback(True)
            if answer.status_code in (401, 403, 404, 405):
                break  # nobody reads the rest
        wrong += _odd_requests(client, address, place)
    assert not wrong, "\n".join(sorted(set(wrong)))


def _odd_requests(client: Client, address: str, place: str) -> list[str]:
    wrong = []
    for query in ("%00", "%ff", "9" * 400, "x" * 5000, "-1", "[]"):
        names = ("with", "next", "before", "page", "in", "month", "kinds", "q")
        asked = "&".join(f"{name}={query}" for name in names)
        if trouble := fine(client.get(f"{place}?{asked}")):
            wrong.append(f"GET {address} {trouble}")
    for kind, body in (("application/json", b"{"), ("multipart/form-data; boundary=x", b"--x\r\n")):
        if trouble := fine(client.post(place, body, content_type=kind)):
            wrong.append(f"POST {address} as {kind} {trouble}")
    for method in ("head", "options", "put", "delete", "patch", "trace"):
        if trouble := fine(getattr(client, method)(place)):
            wrong.append(f"{method} {address} {trouble}")
    return wrong


@pytest.mark.parametrize("size", [1_000_000, 6_000_000])
def test_very_much_is_a_kind_no_or_is_kept(size: int) -> None:
    hers = with_a_question(world("Lantérn"))
    client = client_of(cast.CM1)
    for address in (
        "/note/",
        "/search/",
        "/drafts/",
        "/people/new/",
        f"/notes/{hers.note}/amend/",
        "/lock/open/",
    ):
        answer = client.post(
            address, {"q": "w" * size, "happened": "w" * size, "alias": "w" * size, "once": "x"}
        )
        assert answer.status_code < 500, address


@pytest.mark.parametrize(
    "path",
    ["/people/not-a-uuid/", "/people/%00/", "/notes/%ff/", "/people/../admin/", "/.env", "/s/../x",
     "/people/00000000-0000-0000-0000-000000000000/", "/s/%2e%2e/%2e%2e/manage.py", "/static/", "/admin/"],
)  # fmt: skip
def test_made_up_paths_are_plain_404s(path: str) -> None:
    for member in (cast.CM1, None):
        answer = client_of(member).get(path)
        assert answer.status_code in (302, 400, 404)
        assert "Traceback" not in answer.content.decode()


@pytest.mark.parametrize("member", [cast.SUPERVISOR], ids=lambda m: m.username)
def test_nobody_is_sent_to_another_house(member: cast.Member) -> None:
    hers = with_a_question(world("Lantérn"))
    client = client_of(member)
    led_away = []
    for address in addresses():
        if address in SIGNS_OUT:
            continue
        place = url(address, hers.participant, hers)
        for evil in EVIL_PLACES:
            sent = everything_of(hers) | {"next": evil, "once": uuid.uuid4(), "password": cast.CM1.username}
            with transaction.atomic():
                posted = client.post(place, sent, headers={"Referer": evil.strip("\x00")})
                answers = [posted]
                if evil in EVIL_PLACES[:3]:
                    answers.append(client.get(place, {"next": evil}))
                transaction.set_rollback(True)
            for answer in answers:
                if re.match(r"(?i)(\w+:|//|/\\|\\)", answer.headers.get("Location", "")) or fine(answer):
                    led_away.append(f"{address} {evil!r} {answer.headers.get('Location')}")
            if posted.status_code not in (301, 302, 303, 307, 308):
                break  # nobody was sent anywhere
    assert not led_away, "\n".join(led_away)


@pytest.mark.parametrize(
    "header", ["X-Forwarded-Host", "X-Original-URL", "X-Rewrite-URL", "Forwarded", "X-HTTP-Method-Override"]
)
def test_headers_change_nobodys_address(header: str) -> None:
    hers = with_a_question(world("Lantérn"))
    answer = client_of(cast.CM3).get("/", headers={header: "evil.example"})
    assert "evil.example" not in answer.content.decode()
    assert (
        client_of(cast.CM3).get("/people/", headers={header: f"/people/{hers.participant}/"}).status_code
        == 200
    )
    answer = client_of(None).get("/sign-in/", headers={"Host": "evil.example"})
    assert answer.status_code == 400 and "evil.example" not in answer.content.decode()
