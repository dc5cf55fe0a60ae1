"""The directory: what fits, what is not known and stays apart, gaps without a person, visits, twins."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError

from alongside.access.acts import NotAllowed
from alongside.clock.models import ClockSetting
from alongside.partners import actions, queries, rules
from alongside.partners.models import Gap, Organization, SearchKey, Service
from alongside.partners.searching import Facts, Sought, keys_of
from alongside.trail.models import TrailEntry
from tests import cast
from tests.desk.counting import counted
from tests.partners import make
from tests.reports.make import cells, made

SEARCH = "/partners/"


def sections(shown: str) -> tuple[str, str]:
    """What fits, and what is not known."""
    fits, _sign, perhaps = shown.partition('id="perhaps-title"')
    return fits, perhaps


@pytest.mark.parametrize("member", make.STRANGER)
def test_others_may_look_and_change_nothing(member: cast.Member) -> None:
    key = make.service()
    client = cast.signed_in(member)
    looks = 403 if member is cast.ADVISER else 200
    for address in (SEARCH, f"/partners/services/{key}/", "/partners/twins/"):
        make.page(client, address, looks)
    for address in ("services/new/", f"services/{key}/edit/", f"services/{key}/openings/", f"services/{key}/visit/",
                    f"services/{key}/places/new/", "visits/", "exchange/"):  # fmt: skip
        assert client.get(f"/partners/{address}").status_code == 403, address
        assert client.post(f"/partners/{address}", {"name": "x"}).status_code == 403
    with cast.acting(member) as by, connection.cursor() as cursor:
        with pytest.raises(NotAllowed):
            actions.save_openings(by=by, service=key, openings=1)
        for table in ("service", "organization", "location", "visit", "searchkey", "partneragency"):
            if table not in ("visit",):
                cursor.execute(f"update core.partners_{table} set id = id")
                assert cursor.rowcount == 0, table
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("select count from core.partners_gap")


def test_nobody_is_asked_to_sign_in() -> None:
    key = make.service()
    for address in ("", f"services/{key}/", "gaps/", "exchange/", "exchange/export/", "twins/"):
        answer = cast.nobody().get(f"/partners/{address}")
        assert answer.headers["Location"].startswith("/sign-in/")


def test_only_what_is_known_to_fit_fits_and_the_unknown_stays_apart() -> None:
    make.service("Family rooms", of="A", kind="shelter", serves=("men", "families"), languages=("Tigrinya",))
    make.service(
        "Everybody's house",
        of="B",
        kind="shelter",
        serves=("any_gender", "families"),
        languages=("ትግርኛ", "Tigrinya"),
    )
    make.service("Nobody asked", of="C", kind="shelter")
    make.service("Asked in part", of="D", kind="shelter", serves=("men",), languages=("tigrinya",))
    make.service(
        "Women's house", of="E", kind="shelter", serves=("women", "families"), languages=("Tigrinya",)
    )
    make.service("English house", of="F", kind="shelter", serves=("men", "families"), languages=("English",))
    make.service(
        "Adults' house", of="G", kind="shelter", serves=("men", "adults_only"), languages=("Tigrinya",)
    )
    make.service("A dentist", of="H", kind="dental", serves=("men", "families"), languages=("Tigrinya",))
    client = cast.signed_in(cast.CM2)
    asked = {"serves": ["men", "families"], "language": "Tigrinya", "kind": "shelter"}
    fits, perhaps = sections(make.page(client, SEARCH, **asked))
    for name in ("Family rooms", "Everybody&#39;s house"):
        assert name in fits
    for name in ("Nobody asked", "Asked in part"):
        assert name not in fits
        assert name in perhaps
    for name in ("Women&#39;s house", "English house", "Adults&#39; house", "A dentist"):
        assert name not in fits + perhaps


def test_tonight_openings_cost_fit_network_and_our_own() -> None:
    network = make.agency("County network", "network")
    partner = make.agency("Harbor house", "shelter", networks=(network,))
    night = make.service("Night house", agency=partner, at_night="yes", cost="free", fits=("halal",))
    make.service("Day house", of="D", at_night="no", cost="paid")
    make.service("Unknown house", of="U")
    with cast.acting(cast.CM1) as by:
        ours = actions.save_organization(by=by, organization=uuid.uuid4(), name="We", is_ours=True)
        actions.save_service(
            by=by, service=uuid.uuid4(), organization=ours.pk, told=actions.Offered(name="Our group")
        )
        actions.save_openings(by=by, service=night, openings=0)
    client = cast.signed_in(cast.ON_CALL)
    for asked in ({"tonight": "on"}, {"cost": "free"}):
        fits, perhaps = sections(make.page(client, SEARCH, **asked))
        assert "Night house" in fits and "Unknown house" in perhaps and "Day house" not in fits + perhaps
    fits, perhaps = sections(make.page(client, SEARCH, fits="halal"))
    assert "Night house" in fits and "Day house" in perhaps
    fits, perhaps = sections(make.page(client, SEARCH, openings="on"))
    assert "Night house" not in fits + perhaps and "Unknown house" in perhaps
    assert "No place free" in make.page(client, SEARCH, words="night")
    fits, perhaps = sections(make.page(client, SEARCH, network=str(network)))
    assert "Night house" in fits and "Day house" not in fits + perhaps
    fits, perhaps = sections(make.page(client, SEARCH, ours="on"))
    assert "Our group" in fits and "Day house" not in fits + perhaps


@pytest.mark.parametrize("asked", [{"words": "dén"}, {"words": "CLINIC smi"}, {"words": "Dental"}])
def test_part_of_a_name_is_enough(asked: dict[str, str]) -> None:
    make.service("Dental clinic")
    make.service("Legal clinic", of="Law")
    fits, perhaps = sections(make.page(cast.signed_in(cast.CM1), SEARCH, **asked))
    assert "Dental clinic" in fits
    assert "Legal clinic" not in fits + perhaps


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "x"},
        {"serves": "x"},
        {"network": "x"},
        {"after": "x"},
        {"words": "%_\x00\\"},
        {"language": "x"},
    ],
)
def test_nonsense_in_the_address_harms_nothing(asked: dict[str, str]) -> None:
    make.page(cast.signed_in(cast.CM1), SEARCH, **asked)


def test_a_long_list_goes_on_from_where_it_was() -> None:
    make.take_in(*(make.entry(number) for number in range(45)))
    client = cast.signed_in(cast.CM1)
    seen: list[str] = []
    address: str | None = SEARCH
    while address:
        shown = make.page(client, address)
        seen += re.findall(r">(Service \d+)</a>", shown)
        onward = re.search(r'rel="next" href="(\?[^"]+)"', shown)
        address = SEARCH + onward[1].replace("&amp;", "&") if onward else None
    assert seen == [f"Service {number:05d}" for number in range(45)]


# Gaps. ------------------------------------------------------------------------------------------------------

GAP = {"kind": "housing", "serves": ["men", "families"], "words": "somewhere for Lantern"}


def log(client: object, once: str = "") -> None:
    sent = {**GAP, "once": once or str(uuid.uuid4())}
    assert client.post("/partners/gaps/log/", sent).status_code == 302  # type: ignore[attr-defined]


def test_a_gap_is_one_click_from_an_empty_search_and_knows_nobody() -> None:
    client = cast.signed_in(cast.CM1)
    shown = make.page(client, SEARCH, **GAP)
    assert "Log this gap" in shown
    once = re.search(r'name="once" value="([^"]+)"', shown)
    assert once
    for _twice in range(2):
        log(client, once[1])
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("alter table core.partners_gap no force row level security")
        cursor.execute("select sought, count, month::text from core.partners_gap")
        assert cursor.fetchall() == [("kind=housing&serves=families&serves=men", 1, "2027-01-01")]
        cursor.execute("set local role alongside_desk")
    assert {each.name for each in Gap._meta.concrete_fields} == {"id", "month", "sought", "count"}
    with cast.acting(cast.CM1):
        assert not TrailEntry.objects.filter(act__contains="gap").exists()


def test_gaps_are_named_without_numbers_and_counted_by_a_report() -> None:
    client, director = cast.signed_in(cast.CM1), cast.signed_in(cast.DIRECTOR)
    for _time in range(4):
        log(client)
    shown = make.page(director, "/partners/gaps/")
    assert "Long-term housing / Adults with children / Men" in shown
    assert ">4<" not in shown and "/reports/?kind=gaps" in shown
    client.post("/partners/gaps/back/")
    client.post("/partners/gaps/back/")  # there is only one to take back
    log(client)
    assert cells(cast.DIRECTOR, made(cast.DIRECTOR, "gaps"))["times", "kind=housing", 0] == "small"
    log(client)
    log(client)
    told = cells(cast.DIRECTOR, made(cast.DIRECTOR, "gaps"))
    assert told["times", "kind=housing", 0] == 6
    with cast.acting(cast.DIRECTOR), connection.cursor() as cursor:
        for statement in (
            "select * from core.gaps_since('2026-01-01', 5)",
            "select core.count_gap('x', 100)",
            "select count from core.partners_gap",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)


def test_gaps_are_read_by_those_who_see_the_program() -> None:
    log(cast.signed_in(cast.CM1))
    sees = (cast.SUPERVISOR, cast.DIRECTOR, cast.CUSTODIAN, cast.ADMIN)
    for member in cast.CAST:
        make.page(cast.signed_in(member), "/partners/gaps/", 200 if member in sees else 403)


# What we have seen ourselves. -----------------------------------------------------------------------------------


def test_a_provider_is_not_yet_visited_then_visited_then_to_be_checked_again() -> None:
    key = make.service()
    client = cast.signed_in(cast.CM1)
    address = f"/partners/services/{key}/"
    assert "Not yet visited" in make.page(client, address)
    sent = {"on": "2027-01-05", "training_done": "on", "culture_checked": "on", "once": str(uuid.uuid4())}
    for _twice in range(2):
        assert client.post(f"{address}visit/", sent).status_code == 302
    shown = make.page(client, address)
    assert "Visited yesterday" in shown or "Visited Jan 5" in shown
    assert shown.count("Trafficking training done.") == 1
    assert client.post(f"{address}visit/", {"on": "2027-02-05"}).status_code == 422
    with cast.acting(cast.CM1):
        visited = Organization.objects.get().visited_on
        for days, state in ((364, rules.VISITED), (365, rules.CHECK_AGAIN)):
            assert rules.vetting(visited, make.day("2027-01-05") + timedelta(days), 12) == state
    client.post("/partners/visits/", {"months": "1"})
    ClockSetting.set_to(cast.BEGINS + timedelta(days=31), running=False)
    assert "Check again" in make.page(cast.signed_in(cast.CM1), address)
    seen = re.search(r"/partners/visits/([^/]+)/back/", make.page(client, address))
    assert seen
    cast.signed_in(cast.CM2).post(
        f"/partners/visits/{seen[1]}/back/"
    )  # another's visit is not theirs to take back
    assert "Trafficking training done." in make.page(client, address)
    client.post(f"/partners/visits/{seen[1]}/back/")
    assert "Not yet visited" in make.page(client, address)


@pytest.mark.no_database
def test_months_end_where_months_end() -> None:
    assert rules.months_later(make.day("2027-01-31"), 1) == make.day("2027-02-28")
    assert rules.months_later(make.day("2027-12-15"), 12) == make.day("2028-12-15")
    assert rules.months_later(make.day("2028-02-29"), 12) == make.day("2029-02-28")


def test_openings_say_as_of_when_and_from_whom() -> None:
    key = make.service()
    client = cast.signed_in(cast.CM2)
    client.post(f"/partners/services/{key}/openings/", {"openings": "2", "wait": "about a week"})
    shown = make.page(client, f"/partners/services/{key}/")
    assert "Places free: 2, wait: about a week, as of today" in shown
    assert "Openings as Case manager 2 heard them" in shown
    assert client.post(f"/partners/services/{key}/openings/", {"openings": "-1"}).status_code == 422


def test_two_entries_of_one_service_become_one_and_part_again() -> None:
    make.take_in(make.entry(1))
    ours = make.service("service 00001", of="Organization 1")
    client = cast.signed_in(cast.CM1)
    shown = make.page(client, "/partners/twins/")
    join = re.search(r'action="(/partners/services/[^"]+/same/[^"]+)"', shown)
    assert join
    client.post(join[1])
    fits, _perhaps = sections(make.page(client, SEARCH, words="00001"))
    assert len(re.findall(r'href="/partners/services/[0-9a-f-]{36}/"', fits)) == 1
    assert "Nothing looks as if" in make.page(client, "/partners/twins/")
    with cast.acting(cast.CM1) as by:
        hidden = Service.objects.get(same_as__isnull=False)
        with pytest.raises(rules.SameAlready):
            actions.link_duplicates(by=by, service=hidden.same_as_id, same_as=hidden.pk)
        assert not SearchKey.objects.filter(service=hidden).exists()
    assert "This is the same service as" in make.page(client, f"/partners/services/{hidden.pk}/")
    client.post(f"/partners/services/{hidden.pk}/own/")
    fits, _perhaps = sections(make.page(client, SEARCH, words="00001"))
    assert len(re.findall(r'href="/partners/services/[0-9a-f-]{36}/"', fits)) == 2
    assert str(ours) in fits


def test_words_of_two_people_are_both_kept_and_a_second_save_is_a_knowing_one() -> None:
    key = make.service()
    client = cast.signed_in(cast.CM1)
    edit = f"/partners/services/{key}/edit/"
    shown = make.page(client, edit)
    version = re.search(r'name="version" value="(\d+)"', shown)
    assert version and version[1] == "1"
    sent = {"name": "Dental clinic", "hours": "Mornings", "status": "active", "version": version[1]}
    assert client.post(edit, sent).status_code == 302
    late = cast.signed_in(cast.CM2).post(edit, {**sent, "hours": "Evenings"})
    assert late.status_code == 409
    body = late.content.decode()
    assert "Mornings" in body and "Evenings" in body
    again = re.search(r'name="version" value="(\d+)"', body)
    assert again
    assert (
        cast.signed_in(cast.CM2).post(edit, {**sent, "hours": "Evenings", "version": again[1]}).status_code
        == 302
    )


def test_a_new_service_needs_a_name_and_who_offers_it() -> None:
    client = cast.signed_in(cast.CM1)
    answer = client.post("/partners/services/new/", {"name": "Rooms", "description": "three rooms"})
    assert answer.status_code == 422
    assert "three rooms" in answer.content.decode()
    sent = {
        "name": "Rooms",
        "other": "A friend of ours",
        "languages": "Tigrinya; Arabic",
        "once": str(uuid.uuid4()),
    }
    for _twice in range(2):
        assert client.post("/partners/services/new/", sent).status_code == 302
    with cast.acting(cast.CM1):
        row = Service.objects.get()
        assert (row.languages, row.is_public, row.organization.name) == (
            ["Tigrinya", "Arabic"],
            False,
            "A friend of ours",
        )


def test_the_table_takes_no_service_that_is_its_own_twin() -> None:
    key = make.service()
    with cast.acting(cast.CM1), pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=key).update(same_as=key)


def test_lists_cost_the_same_with_many_rows() -> None:
    make.take_in(make.entry(1))
    client = cast.signed_in(cast.CM1)
    for address, query in (
        (SEARCH, {"language": "Tigrinya", "serves": "men"}),
        (SEARCH, {}),
        ("/partners/twins/", {}),
    ):
        make.page(client, address, **query)
        with counted() as few:
            make.page(client, address, **query)
        make.take_in(*(make.entry(number) for number in range(2, 15)))
        with counted() as many:
            make.page(client, address, **query)
        assert len(few) == len(many) <= 8 + 2, [len(few), len(many), many]  # two of the frame


def test_search_goes_by_its_index_and_not_through_the_whole_table() -> None:
    make.take_in(*(make.entry(number) for number in range(1200)))
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("analyze core.partners_searchkey, core.partners_service, core.partners_organization")
        cursor.execute("set local role alongside_desk")
    with cast.acting(cast.CM1):
        make_rare = Service.objects.get(name="Service 00007")
        make_rare.languages = ["Rohingya"]
        make_rare.save()
        from alongside.partners.indexing import index

        index([make_rare])
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as captured:
            found = queries.search(Sought(language="Rohingya", words="service 00007"))
        assert [each.pk for each in found.fits] == [make_rare.pk]
        with connection.cursor() as cursor:
            cursor.execute("explain " + captured.captured_queries[0]["sql"])
            plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "Seq Scan on partners_searchkey" not in plan, plan
    assert "Seq Scan on partners_service" not in plan, plan


@pytest.mark.no_database
def test_keys_say_what_is_known_and_what_is_not() -> None:
    nothing = keys_of(Facts(name="Ä house", organization="O", kind="shelter"))
    assert {
        "gender:?",
        "young:?",
        "language:?",
        "night:?",
        "cost:?",
        "openings:?",
        "word:a",
        "word:house",
    } <= nothing
    told = keys_of(
        Facts(name="x", organization="O", serves=("any_gender",), openings=0, languages=("K'iche'",))
    )
    assert {"gender:men", "gender:women", "young:?", "openings:no", "language:k iche"} <= told
    assert "gender:?" not in told
