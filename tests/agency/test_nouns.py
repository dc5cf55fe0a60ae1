"""What things are called: one noun changed is changed on every page, in both languages, and nothing typed is."""

import html
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from alongside.agency.actions import set_nouns
from alongside.agency.nouns import NOUNS, Called, follow, reworded
from alongside.project import languages
from tests import cast
from tests.house import checks
from tests.house.places import Places
from tests.house.test_roles import rows

MEMBER = Called("member", "members", "a")
EN = (("en", "participant", MEMBER), ("en", "case_manager", Called("ally", "allies", "an")))
ES = (("es", "case_manager", Called("acompañante", "acompañantes", "el")),)
SEEN = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
SAID = re.compile(r'(?:aria-label|title|placeholder|alt)="([^"]*)"')


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The participant can see this", "The member can see this"),
        ("Participants of %(participant)s", "Members of %(participant)s"),
        ("A case manager is chosen", "An ally is chosen"),
        ("case managers and a case manager", "allies and an ally"),
        ("participation", "participation"),
        (
            "<b class='participant'>{participant}</b> participant",
            "<b class='participant'>{participant}</b> member",
        ),
    ],
)
def test_a_noun_with_its_article_and_its_plural(text: str, said: str) -> None:
    assert reworded(text, "en", EN) == said


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La persona de apoyo y una persona de apoyo", "El acompañante y un acompañante"),
        ("las personas de apoyo", "los acompañantes"),
        ("Quien lleva el caso y quienes llevan el caso", "El acompañante y los acompañantes"),
        ("la página de quien lleva el caso", "la página del acompañante"),
        ("Elegir a la persona que lleva el caso", "Elegir al acompañante"),
        ("Manejo de casos", "Acompañante"),
        ("Su persona de apoyo", "Su acompañante"),
        ("de la persona de apoyo", "del acompañante"),
    ],
)
def test_in_spanish_what_goes_before_agrees(text: str, said: str) -> None:
    assert reworded(text, "es", ES) == said


@pytest.mark.no_database
def test_a_noun_inside_another_stays() -> None:
    chosen = (("es", "meeting", Called("encuentro", "encuentros", "el")),)
    assert reworded("Una cita y la atención sin cita", "es", chosen) == "Un encuentro y la atención sin cita"


@pytest.mark.no_database
def test_every_noun_of_ours_is_said_somewhere() -> None:
    texts = " ".join(each.text for each in languages.sentences(checks.ROOT / "alongside")).lower()
    kept = languages.read(languages.catalogue_of(checks.ROOT, "es"))
    spanish = " ".join(entry.msgstr for entry in kept).lower()
    for key, spoken in NOUNS.items():
        assert spoken["en"][0].one in texts, key
        assert spoken["es"][0].one in spanish, key


def _call(noun: str, language: str, called: Called | None) -> None:
    with cast.acting(cast.ADMIN) as by:
        set_nouns(by=by, noun=noun, language=language, called=called)


def _read(client: Client, url: str, language: str) -> str:
    client.cookies["desk_language"] = language
    page = client.get(url).content.decode(errors="ignore")
    return html.unescape(SEEN.sub(" ", page) + " ".join(SAID.findall(page)))


OLD = {
    "en": re.compile(r"\b(participants?|case managers?|goals?|hotlines?|drop-ins?)\b", re.IGNORECASE),
    "es": re.compile(
        r"\b(participantes?|personas? de apoyo|personas? que llevan? el caso|quien(es)? llevan? el caso|manejo de casos"
        r"|metas?|líneas? de ayuda)\b",
        re.IGNORECASE,
    ),
}
NEW = {
    "en": {
        "participant": MEMBER,
        "case_manager": Called("ally", "allies", "an"),
        "goal": Called("wish", "wishes", "a"),
        "hotline": Called("night line", "night lines", "a"),
        "drop_in": Called("open house", "open houses", "an"),
    },
    "es": {
        "participant": Called("vecino", "vecinos", "el"),
        "case_manager": Called("aliado", "aliados", "el"),
        "goal": Called("deseo", "deseos", "el"),
        "hotline": Called("línea nocturna", "líneas nocturnas", "la"),
    },
}
# What was typed: names of staff and of the place, and the page that shows our nouns beside theirs.
TYPED = re.compile(
    r"Case manager \d|Drop-in (worker|center)|a place to hear about|National Human Trafficking Hotline",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("member", "language"),
    [
        *((member, "en") for member in cast.CAST),
        (cast.ADMIN, "es"),
        (cast.CM1, "es"),
        (cast.SUPERVISOR, "es"),
    ],
)
def test_a_noun_is_changed_on_every_page_of_every_role(member: cast.Member, language: str) -> None:
    places = Places()
    for noun, called in NEW[language].items():
        _call(noun, language, called)
    client = cast.signed_in(member)
    wrong = []
    for row in rows():
        address = row["address"]
        if address in (
            "/program/called/",
            "/program/words/",
            "/wording/",
            "/sign-out/",
            "/gallery/",
            "/clock/",
            "/program/set-up-file/set-up.json",  # a file keeps words as they were written
        ) or address.startswith("/guard/"):  # the list is words of its own, and none of ours
            continue
        if not address.startswith("/me/") and "first" not in address:
            said = TYPED.sub("", _read(client, places.url(address), language))
            wrong += [f"{address}: {found[0]}" for found in OLD[language].finditer(said)]
    assert wrong == []


def test_it_is_changed_in_the_browser_and_brought_back() -> None:
    client, address = cast.signed_in(cast.ADMIN), f"{reverse('agency:called')}?language=en"
    told = {"noun": "hotline", "one": "night line", "many": "night lines", "article": "a"}
    assert "Hotline" in client.get("/program/").content.decode()
    assert client.post(address, told).status_code == 302
    page = client.get("/program/").content.decode()
    assert "Night line" in page and "Hotline" not in page
    assert client.post(address, told | {"one": "<b>"}).status_code == 422
    assert client.post(address, told | {"noun": "ruler"}).status_code == 404
    client.post(address, {"noun": "hotline", "ours": "1"})
    assert "Hotline" in client.get("/program/").content.decode()


def test_what_was_typed_stays_as_it_was() -> None:
    _call("case_manager", "en", Called("ally", "allies", "an"))
    page = cast.signed_in(cast.ADMIN).get(reverse("agency:staff")).content.decode()
    assert "Case manager 1</a>" in page and "Ally" in page


def test_nobody_signed_in_hears_our_words_and_nothing_is_left_over() -> None:
    _call("hotline", "en", Called("night line", "night lines", "a"))
    cast.signed_in(cast.ADMIN).get("/program/")
    cast.nobody().get("/sign-in/")
    with translation.override("en"):
        assert translation.gettext("Hotline") == "Hotline"
    follow(None)


def test_nouns_and_modules_cost_no_query_more() -> None:
    client = cast.signed_in(cast.CM1)
    client.get("/on-call/")
    with CaptureQueriesContext(connection) as before:
        client.get("/on-call/")
    for noun in NOUNS:
        _call(noun, "en", Called("thing", "things", "a"))
    with CaptureQueriesContext(connection) as after:
        client.get("/on-call/")
    assert len(after) == len(before)
