"""Words that would say what kind of place we are: the agency's own list, looked for in whatever would go out."""

import uuid

import pytest
from django.db import DatabaseError, transaction

from alongside.access.acts import NotAllowed
from alongside.consent import gate, outing, queries
from alongside.consent.actions import disclose, save_outing_words
from alongside.consent.gate import SaysTooMuch, To, digest, passage
from alongside.consent.models import OutingWords
from alongside.keeping.rules import ChangedMeanwhile
from tests import cast
from tests.consent.make import ASKED, clinic, released
from tests.desk.counting import counted
from tests.people import lantern
from tests.provisions.make import coat

AT = "/program/sharing/words/en/"


def keep(words: str, language: str = "en") -> None:
    with cast.acting(cast.ADMIN) as by:
        save_outing_words(by=by, language=language, words=words)


def said(text: str) -> list[str]:
    with cast.acting(cast.CM1):
        return gate.says_too_much(lantern(), text, To(person="Dr. Alem"))


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("about human-trafficking", ["human-trafficking"]),
        ("HUMAN  Trafficking and Victims", ["HUMAN  Trafficking", "Victims"]),
        ("una VÍCTIMA, o victimas", ["VÍCTIMA", "victimas"]),
        ("a safe house or safehouse", ["safe house", "safehouse"]),
        ("trata de personas", ["trata de personas"]),
        ("fue explotada por un tratante", ["explotada", "tratante"]),
        ("el rescate, los trabajos forzados", ["rescate", "trabajos forzados"]),
        ("una casa segura; violencia familiar", ["casa segura", "violencia familiar"]),
        ("su padrote y la visa T", ["padrote", "visa T"]),
        ("prostituta, prostituido", ["prostituta", "prostituido"]),
        ("tratamos su tratamiento, es clave", []),
        ("survivorship bias, a pimple, unexploited", []),
        ("İ: survivors", ["survivors"]),
    ],
)
def test_a_phrase_is_found_as_it_stands(text: str, found: list[str]) -> None:
    assert outing.found_in(text, outing.ALL_OURS) == found


@pytest.mark.no_database
@pytest.mark.parametrize(
    "text", ["explotadas", "la prostituta", "un rescate", "trabajo sexual", "tráfico humano"]
)
def test_the_spanish_list_needs_no_english_one(text: str) -> None:
    assert outing.found_in(text, outing.OURS["es"]) != []


@pytest.mark.no_database
def test_what_says_nothing_is_on_no_list() -> None:
    assert outing.lines_of("  safe   house \n\na\n*\nsafe house\n(.*") == ["safe house"]
    assert outing.found_in("anything at all", outing.lines_of("(anything)")) == []
    assert outing.found_in("anything", []) == []
    assert outing.with_ours("Victim*\nours alone", "en").startswith("Victim*\nours alone\nhuman traffick*")


def test_the_list_begins_with_ours_and_follows_the_agency() -> None:
    assert said("for survivors") == ["survivors"] and said("el faro") == []
    with cast.acting(cast.CM1):
        kept = {row.language: row.words for row in queries.outing_lists()}
    assert kept == {language: "\n".join(phrases) for language, phrases in outing.OURS.items()}
    keep("lighthouse*\nSurvivors")
    keep("el faro", "es")
    assert said("for survivors, from the Lighthouses, in el  Fáro") == [
        "survivors",
        "Lighthouses",
        "el  Fáro",
    ]
    assert said("rescue, victims") == []  # taken off by the agency


def test_nothing_goes_out_with_a_word_of_the_list() -> None:
    person, agency, text = lantern(), clinic(), "Somebody from the lighthouse would like to come."
    released(person, agency)
    keep("lighthouse")
    with cast.acting(cast.CM1) as by:
        given = {
            "by": by,
            "participant": person,
            "passage": passage(person, to=To(agency=agency), **ASKED),
        }
        given |= {"way": "letter", "previewed": digest(text), "text": text}
        with pytest.raises(SaysTooMuch) as words:
            disclose(**given, disclosure=uuid.uuid4())
        assert words.value.found == ["lighthouse"]
    keep("another thing")
    with cast.acting(cast.CM1):
        assert disclose(**given, disclosure=uuid.uuid4()).text == text


def test_the_sheet_for_donors_follows_the_list() -> None:
    coat(lantern(), item="lighthouse lamp")
    client = cast.signed_in(cast.CM1)
    assert "lighthouse lamp" in client.get("/donations/sheet/").content.decode()
    keep("lighthouse")
    page = client.get("/donations/sheet/").content.decode()
    assert "lighthouse" not in page and "1 thing is left out" in page


def test_the_gate_asks_no_more_than_before() -> None:
    person = lantern()
    with cast.acting(cast.CM1):
        with counted() as found:
            gate.says_too_much(person, "hello", To(person="Dr. Alem"))
        assert len(found) == 3, found
        OutingWords.objects.all()
    with cast.acting(cast.ADMIN):
        OutingWords.objects.update(words="")
    assert said("for survivors") == []  # an emptied list is the agency's own


def test_only_the_administrator_words_it() -> None:
    for member in (cast.CM1, cast.PRACTICE, cast.DIRECTOR, cast.ADVISER):
        with cast.acting(member) as by:
            with pytest.raises(NotAllowed):
                save_outing_words(by=by, language="en", words="")
            assert OutingWords.objects.update(words="") == 0
            with pytest.raises(DatabaseError), transaction.atomic():
                OutingWords.objects.create(language="fr")
        assert cast.signed_in(member).get(AT).status_code == 403
        assert cast.signed_in(member).post(AT, {"words": "none"}).status_code == 403
    assert cast.nobody().get(AT).status_code == 302
    assert said("for survivors") == ["survivors"]


def test_it_is_worded_in_the_browser_and_two_who_word_it_see_each_other() -> None:
    client = cast.signed_in(cast.ADMIN)
    page = client.get("/program/sharing/").content.decode()
    assert AT in page and "/program/sharing/words/es/" in page and "18 words or phrases" in page
    assert client.get("/program/sharing/words/fr/").status_code == 404
    answer = client.post(AT, {"words": "lighthouse\n\nlighthouse", "version": "1"}, follow=True)
    assert "1 word or phrase" in answer.content.decode()
    late = client.post(AT, {"words": "harbour master", "version": "1"})
    page = late.content.decode()
    assert late.status_code == 409 and "lighthouse" in page and "harbour master" in page
    client.post(AT, {"words": "harbour master", "version": "2"})
    page = client.get(AT).content.decode()
    assert "harbour master" in page and "lighthouse" not in page and "?ours=yes" in page
    page = client.get(f"{AT}?ours=yes").content.decode()
    assert "harbour master\nhuman traffick*" in page
    with cast.acting(cast.ADMIN) as by:
        assert OutingWords.objects.get(pk="en").words == "harbour master"  # shown, and not kept yet
        with pytest.raises(ChangedMeanwhile):
            save_outing_words(by=by, language="en", words="x y z", seen=1)
