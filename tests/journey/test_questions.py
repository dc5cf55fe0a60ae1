"""The agency's own questions: never required, each answer beside the words it was given to."""

import uuid

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.urls import reverse

from alongside.agency.reviewing import stamps
from alongside.journey import queries
from alongside.journey.actions import save_answers, save_question, talk_about_welcome
from alongside.journey.models import Answer, Question, QuestionVersion
from alongside.journey.rules import NeedsAReason, Said, Worded
from alongside.journey.wordings import to_review
from tests import cast
from tests.people import lantern

FIRST = "what-matters"


def _told(key: str, **more: str) -> dict[str, str]:
    with cast.acting(cast.ADMIN):
        found = queries.question_named(key)
        assert found
        rows = queries.wordings_of(found.pk)
    told = {
        f"{lang}_{part}": getattr(row, part) for lang, row in rows.items() for part in ("text", "hint", "how")
    }
    return told | {"why": "It helps us plan."} | more


def _key() -> str:
    return Question.objects.filter(section__key=FIRST).order_by("place")[0].key


def _answered(key: str, words: str) -> uuid.UUID:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        talk_about_welcome(by=by, participant=person, welcomed=uuid.uuid4(), wording="x", language="en")
        question = Question.objects.get(key=key)
        save_answers(
            by=by,
            participant=person,
            section=question.section_id,
            sitting=uuid.uuid4(),
            said={question.pk: Said(words)},
            language="en",
            seen=None,
        )
    return person


@pytest.mark.parametrize("member", [member for member in cast.CAST if member != cast.ADMIN])
def test_nobody_else_changes_a_question(member: cast.Member) -> None:
    client, key = cast.signed_in(member), _key_as_admin()
    for name, args in (
        ("questions", []),
        ("question", [key]),
        ("move_question", [key]),
        ("new_question", [FIRST]),
    ):
        address = reverse(f"journey:{name}", args=args)
        assert client.post(address, {"en_text": "Mine?", "why": "x"}).status_code == 403
    with cast.acting(member), connection.cursor() as cursor:
        cursor.execute("update core.journey_questionwording set text = 'Mine?'")
        assert cursor.rowcount == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(
                "insert into core.journey_question (id, key, section_id, topic, feeds, why, place, hidden)"
                " select gen_random_uuid(), 'x', id, '', '', '', 1, false from core.journey_section limit 1"
            )


def _key_as_admin() -> str:
    with cast.acting(cast.ADMIN):
        return _key()


def test_an_answer_keeps_the_words_it_was_asked_with() -> None:
    key = _key_as_admin()
    before = _told(key)["en_text"]
    person = _answered(key, "a quiet room")
    client = cast.signed_in(cast.ADMIN)
    changed = client.post(
        reverse("journey:question", args=[key]), _told(key, en_text="What comes first for you?")
    )
    assert changed.status_code == 302
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/intake/").content.decode()
    assert before in page and "a quiet room" in page
    with cast.acting(cast.CM1):
        (told,) = queries.intake_summary(person)[0].told
        assert told.question == before
        answer = Answer.objects.get()
        version = QuestionVersion.objects.get(question=answer.question_id)
        assert (version.language, version.version) == (answer.asked_in, answer.asked_version)
        assert version.text == before
    asked = cast.signed_in(cast.CM1).get(f"/people/{person}/intake/{FIRST}/").content.decode()
    assert "What comes first for you?" in asked
    assert before in client.get(reverse("journey:question", args=[key])).content.decode()


def test_what_was_said_to_a_hidden_question_stays() -> None:
    key = _key_as_admin()
    person = _answered(key, "a quiet room")
    cast.signed_in(cast.ADMIN).post(reverse("journey:question", args=[key]), _told(key, hidden="on"))
    client = cast.signed_in(cast.CM1)
    assert f"words_{key}" not in client.get(f"/people/{person}/intake/{FIRST}/").content.decode()
    assert "a quiet room" in client.get(f"/people/{person}/intake/").content.decode()


def test_a_question_of_their_own_has_a_reason_and_is_never_required() -> None:
    client, address = cast.signed_in(cast.ADMIN), reverse("journey:new_question", args=[FIRST])
    told = {"en_text": "What makes a day good?", "es_text": "¿Qué hace bueno un día?", "en_how": "Wait."}
    answer = client.post(address, told)
    assert answer.status_code == 422 and "What makes a day good?" in answer.content.decode()
    once = str(uuid.uuid4())
    for _click in range(2):
        assert (
            client.post(address, told | {"why": "To plan around good days.", "once": once}).status_code == 302
        )
    with cast.acting(cast.ADMIN):
        assert Question.objects.filter(key__startswith="own-").count() == 1
    person = _answered(_key_as_admin(), "x")
    worker = cast.signed_in(cast.CM1)
    page = worker.get(f"/people/{person}/intake/{FIRST}/").content.decode()
    assert "What makes a day good?" in page and "Wait." in page
    worker.cookies["desk_language"] = "es"
    spanish = worker.get(f"/people/{person}/intake/{FIRST}/").content.decode()
    assert "¿Qué hace bueno un día?" in spanish
    assert worker.post(f"/people/{person}/intake/{FIRST}/", {}).status_code == 302


def test_nothing_is_added_without_a_reason_or_a_word() -> None:
    with cast.acting(cast.ADMIN) as by, pytest.raises(NeedsAReason):
        save_question(by=by, key="new", section=FIRST, wordings={"en": Worded("Why?")}, why=" ")
    key = _key_as_admin()
    answer = cast.signed_in(cast.ADMIN).post(
        reverse("journey:question", args=[key]), _told(key, en_text="", es_text=" ")
    )
    assert answer.status_code == 422


def test_a_question_is_asked_earlier_or_later() -> None:
    with cast.acting(cast.ADMIN):
        order = list(
            Question.objects.filter(section__key=FIRST).order_by("place").values_list("key", flat=True)
        )
    client = cast.signed_in(cast.ADMIN)
    client.post(reverse("journey:move_question", args=[order[1]]), {"to": "up"})
    client.post(reverse("journey:move_question", args=[order[1]]), {"to": "up"})
    with cast.acting(cast.ADMIN):
        part = next(each for each in queries.parts() if each.key == FIRST)
        now = [each.key for each in queries.questions(part.id)]
    assert now[:3] == [order[1], order[0], order[2]]


def test_words_that_change_lose_their_stamp_and_the_same_words_have_it_again() -> None:
    key = _key_as_admin()
    adviser, admin = cast.signed_in(cast.ADVISER), cast.signed_in(cast.ADMIN)
    before = _told(key)

    def stamped() -> bool:
        with cast.acting(cast.ADVISER):
            return (f"journey.question.{key}", "en") in stamps(to_review())

    with cast.acting(cast.ADVISER):
        words = next(
            each for each in to_review() if (each.key, each.language) == (f"journey.question.{key}", "en")
        )
    told = {"key": words.key, "language": "en", "room": "journey", "fingerprint": words.fingerprint}
    assert not stamped()
    assert adviser.post("/wording/", told).status_code == 302
    assert stamped()
    row = admin.get(reverse("journey:questions")).content.decode()
    assert row.count("reviewed by survivors") == 1
    admin.post(reverse("journey:question", args=[key]), _told(key, en_how="Ask it softly."))
    assert not stamped()
    assert "reviewed by survivors" not in admin.get(reverse("journey:questions")).content.decode()
    # The page they had open shows the words before; the stamp does not go onto the new ones.
    assert adviser.post("/wording/", told).status_code == 302
    assert not stamped()
    admin.post(reverse("journey:question", args=[key]), before)
    assert stamped()
