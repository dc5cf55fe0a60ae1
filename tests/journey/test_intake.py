"""Open blanks, whole answers without a word, and nothing that asks for more."""

import re
import uuid

import pytest
from django import forms as django_forms

from alongside.drafts.actions import save_draft
from alongside.drafts.models import Draft
from alongside.journey import queries
from alongside.journey.models import Answer, IntakeSession, Question, QuestionWording
from alongside.journey.reference import load
from alongside.journey.rules import Said
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants.actions import DETAIL_FIELDS, go_gently, write_details
from alongside.participants.choices import Topic
from alongside.participants.models import Details, Moment
from alongside.ui.widgets import Blank
from tests import cast
from tests.journey import make

SCRIPTS = 'ሻይ፣ በሩ አጠገብ / ሓደ ክፍሊ / شاي قرب الباب / O\'Brien "x" <b> 🫖\n  two  spaces'
PARTS = ["reaching-me", "how-i-am", "what-matters", "paperwork", "what-helps"]
NEVER = ("incomplete", "missing", "refused", "required", "victim", "traffick", "client")


def send(path: str, ref: uuid.UUID, member: cast.Member = cast.CM1, **fields: str):  # type: ignore[no-untyped-def]
    client = cast.signed_in(member)
    return client.post(f"/people/{ref}/{path}", {**make.form_of(client, ref, path), **fields})


def test_every_blank_is_open_text_and_nothing_is_required() -> None:
    ref = make.person()
    client = cast.signed_in(cast.CM1)
    for part in PARTS:
        form = client.get(f"/people/{ref}/intake/{part}/").context["form"]
        for name, field in form.fields.items():
            assert not field.required
            if name.startswith("words_"):
                assert isinstance(field, django_forms.CharField)
                assert isinstance(field.widget, Blank)
                assert field.max_length is None
        shown = make.page(client, ref, f"intake/{part}/")
        assert not re.search(r"\s(required|aria-required)[\s>=]", shown)
        assert shown.count("How to ask") == shown.count('class="ask"') > 0


def test_no_question_asks_what_happened_and_every_one_is_asked_in_both_languages() -> None:
    make.person()
    with cast.acting(cast.CM1):
        rows = list(QuestionWording.objects.all())
        assert len(rows) == 2 * Question.objects.count() > 40
        for row in rows:
            asked = f"{row.text} {row.hint}".lower()
            assert not [word for word in ("happen", "traffick", "pasó", "trata", "testi") if word in asked]
        fed = set(Question.objects.exclude(feeds="").values_list("feeds", flat=True))
        assert fed <= set(DETAIL_FIELDS)
        assert set(Question.objects.exclude(topic="").values_list("topic", flat=True)) <= set(Topic.values)


def test_answer_one_mark_two_leave_the_rest() -> None:
    ref = make.person()
    answer = send(
        "intake/how-i-am/",
        ref,
        words_describe=SCRIPTS,
        **{"words_good-at": "", "choice_good-at": "rather_not", "choice_faith": "ask_later"},
    )
    assert answer.status_code == 302
    with cast.acting(cast.CM1):
        assert Answer.objects.count() == 3
        (part,) = queries.intake_summary(ref)
        told = {each.question: (each.words, each.reads) for each in part.told}
        assert len(told) == 3
        assert told["How do you describe yourself?"] == (SCRIPTS, "")
        assert told["What are you good at? What do you like doing?"] == ("", "Chose not to share")
        assert Moment.objects.filter(kind="intake").count() == 1
    shown = make.page(cast.signed_in(cast.CM1), ref, "intake/")
    assert "Chose not to share" in shown
    assert "Asked to be asked later" in shown
    assert "Is there anything about your health" not in shown
    assert "ሻይ፣ በሩ አጠገብ" in shown
    for path in ["intake/", *(f"intake/{part}/" for part in PARTS)]:
        page = make.page(cast.signed_in(cast.CM1), ref, path).lower()
        assert not [word for word in NEVER if word in page], path


def test_the_last_part_may_come_first_and_words_stand_again() -> None:
    ref = make.person()
    assert send("intake/what-helps/", ref, words_helps=SCRIPTS, then="stop").status_code == 302
    again = make.form_of(cast.signed_in(cast.CM1), ref, "intake/what-helps/")
    assert again["words_helps"] == SCRIPTS
    with cast.acting(cast.CM1):
        assert Details.objects.get(participant_id=ref).helps == SCRIPTS
        assert [part.key for part in queries.intake_summary(ref)] == ["what-helps"]


def test_nothing_touched_keeps_nothing() -> None:
    ref = make.person()
    assert send("intake/paperwork/", ref).status_code == 302
    assert send("intake/paperwork/", ref, words_papers="  \n ").status_code == 302
    with cast.acting(cast.CM1):
        assert not Answer.objects.exists()
        assert not IntakeSession.objects.exists()
        assert not Moment.objects.filter(kind="intake").exists()


def test_a_choice_and_words_can_be_taken_back_and_both_versions_are_kept() -> None:
    ref = make.person()
    make.tell(ref, "how-i-am", describe=Said("a word", "not_now"))
    make.tell(ref, "how-i-am", describe=Said())
    with cast.acting(cast.CM1):
        assert queries.intake_summary(ref) == []
        words = list(Answer.objects.order_by("version"))
        assert [(row.words, row.choice) for row in words] == [("a word", "not_now"), ("", "")]


def test_told_once_a_detail_shows_what_stands_already() -> None:
    ref = make.person()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=ref, gender="እኔ", helps="sitting near a door")
    client = cast.signed_in(cast.CM1)
    assert make.form_of(client, ref, "intake/how-i-am/")["words_describe"] == "እኔ"
    make.tell(ref, "how-i-am", pronouns=Said(choice="rather_not"))
    with cast.acting(cast.CM1) as by:
        assert queries.chosen_not_to(ref) == {"pronouns": "Chose not to share"}
        assert Details.objects.get(participant_id=ref).gender == "እኔ"


def test_health_not_now_is_honoured() -> None:
    ref = make.person()
    client = cast.signed_in(cast.CM1)
    answer = send("gentle/", ref, stance_health="not_now", words_faith="softly")
    assert answer.status_code == 302
    shown = make.page(client, ref, "intake/how-i-am/")
    health = shown[shown.index('id="ask-health"') : shown.index('id="ask-faith"')]
    assert "Not now (their choice)" in health
    assert "If they bring it up themselves" in health
    assert "<details open" not in health
    assert "Ask with care" in shown[shown.index('id="ask-faith"') :]
    assert "Not now (their choice)" not in make.page(client, ref, "intake/paperwork/")
    assert send("gentle/", ref, stance_health="", words_faith="softly").status_code == 302
    assert "Not now (their choice)" not in make.page(client, ref, "intake/how-i-am/")


def test_two_changes_of_the_gentle_topics_show_both() -> None:
    ref = make.person()
    client = cast.signed_in(cast.CM1)
    begun = make.form_of(client, ref, "gentle/")
    with cast.acting(cast.CM2) as by:
        go_gently(by=by, participant=ref, topic="health", stance="not_with_me", words="only with a woman")
    answer = client.post(f"/people/{ref}/gentle/", {**begun, "stance_money": "gently"})
    assert answer.status_code == 409
    assert "only with a woman" in answer.content.decode()
    form = {bound.html_name: str(bound.value() or "") for bound in answer.context["form"]}
    assert form["stance_money"] == "gently"
    assert client.post(f"/people/{ref}/gentle/", form).status_code == 302


def test_a_spanish_page_asks_in_spanish_and_any_language_can_be_chosen_for_the_questions() -> None:
    ref = make.person()
    client = cast.signed_in(cast.CM1)
    client.cookies["desk_language"] = "es"
    shown = make.page(client, ref, "intake/what-helps/")
    assert "¿Qué le ayuda cuando siente que ya no puede más?" in shown
    assert "Lo que ayuda" in shown
    assert "What helps when things are too much" not in shown
    client.cookies["desk_language"] = "en"
    shown = make.page(client, ref, "intake/what-helps/?in=es")
    assert "¿Qué le ayuda cuando siente que ya no puede más?" in shown
    assert "What helps when" in make.page(client, ref, "intake/what-helps/?in=nonsense-language")
    client.post(f"/people/{ref}/intake/what-helps/?in=es", {"words_good-day": "pan"})
    with cast.acting(cast.CM1):
        assert Answer.objects.get().asked_as == "¿Cómo es un buen día para usted?"


def test_a_double_click_keeps_a_part_once() -> None:
    ref = make.person()
    client = cast.signed_in(cast.CM1)
    sent = {**make.form_of(client, ref, "intake/paperwork/"), "words_papers": "my birth paper"}
    for _ in range(2):
        assert client.post(f"/people/{ref}/intake/paperwork/", sent).status_code == 302
    with cast.acting(cast.CM1):
        assert Answer.objects.count() == IntakeSession.objects.count() == 1
        assert Moment.objects.filter(kind="intake").count() == 1


def test_a_draft_comes_back_and_goes_when_it_is_kept() -> None:
    ref = make.person()
    key = f"journey.intake:{ref}:paperwork"
    with cast.acting(cast.CM1) as by:
        save_draft(by=by, form=key, fields={"words_papers": ["half a wo"], "choice_courts": ["not_now"]})
    client = cast.signed_in(cast.CM1)
    shown = make.page(client, ref, "intake/paperwork/")
    assert "half a wo" in shown
    assert "You had begun this" in shown
    assert "A draft is waiting here" in make.page(client, ref, "intake/")
    sent = make.form_of(client, ref, "intake/paperwork/")
    assert sent["choice_courts"] == "not_now"
    assert client.post(f"/people/{ref}/intake/paperwork/", sent).status_code == 302
    with cast.acting(cast.CM1):
        assert not Draft.objects.exists()
        assert Answer.objects.count() == 2


def test_a_draft_older_than_what_stands_is_shown_beside_it() -> None:
    ref = make.person()
    with cast.acting(cast.CM1) as by:
        save_draft(by=by, form=f"journey.intake:{ref}:what-helps", fields={"words_helps": ["tea"]})
    make.tell(ref, "what-helps", cast.CM2, helps="a walk")
    shown = make.page(cast.signed_in(cast.CM1), ref, "intake/what-helps/")
    assert "tea" in shown
    assert "What stands now, written by Case manager 2" in shown
    assert "a walk" in shown


def test_two_people_in_one_part_see_both_and_overwrite_nothing() -> None:
    ref = make.person()
    client = cast.signed_in(cast.CM1)
    begun = make.form_of(client, ref, "intake/what-helps/")
    make.tell(ref, "what-helps", cast.CM2, helps="a walk", good_day=Said(choice="rather_not"))
    answer = client.post(f"/people/{ref}/intake/what-helps/", {**begun, "words_helps": "tea"})
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "a walk" in shown
    assert "tea" in shown
    assert "Case manager 2" in shown
    form = {bound.html_name: str(bound.value() or "") for bound in answer.context["form"]}
    assert client.post(f"/people/{ref}/intake/what-helps/", form).status_code == 302
    with cast.acting(cast.CM1):
        assert Details.objects.get(participant_id=ref).helps == "tea"
        helps = Answer.objects.filter(question__key="helps").order_by("version")
        assert [row.words for row in helps] == ["a walk", "tea"]
        assert Answer.objects.get(question__key="good-day").choice == "rather_not"


def test_a_detail_changed_elsewhere_is_a_conflict_too() -> None:
    ref = make.person()
    client = cast.signed_in(cast.CM1)
    begun = make.form_of(client, ref, "intake/what-helps/")
    with cast.acting(cast.CM2) as by:
        write_details(by=by, participant=ref, helps="a walk")
    assert (
        client.post(f"/people/{ref}/intake/what-helps/", {**begun, "words_helps": "tea"}).status_code == 409
    )
    with cast.acting(cast.CM1), pytest.raises(ChangedMeanwhile):
        write_details(by=cast.CM1.actor, participant=ref, seen=0, helps="x")


def test_nonsense_keeps_every_word() -> None:
    ref = make.person()
    client = cast.signed_in(cast.CM1)
    sent = {
        "words_papers": "x" * 20_000,
        "choice_courts": "made_up",
        "once": "no",
        "version": "no",
        "then": "//evil",
    }
    answer = client.post(f"/people/{ref}/intake/paperwork/", sent)
    assert answer.status_code == 422
    assert "x" * 20_000 in answer.content.decode()
    sent |= {"choice_courts": "not_now"}
    answer = client.post(f"/people/{ref}/intake/paperwork/", sent)
    assert answer.headers["Location"] == f"/people/{ref}/intake/"
    with cast.acting(cast.CM1):
        assert "x" * 20_000 in {row.words for row in Answer.objects.all()}
    assert client.get(f"/people/{ref}/intake/nonsense/").status_code == 404


def test_what_was_said_is_on_the_timeline() -> None:
    from alongside.access.moment_kinds import MomentRow
    from alongside.journey.moments import MOMENTS

    ref = make.person()
    make.tell(ref, "how-i-am", good_at=SCRIPTS, faith=Said(choice="ask_later"))
    with cast.acting(cast.CM1):
        found = {row.kind: row for rows in MOMENTS.rows(ref) for row in (MomentRow(*each) for each in rows)}
        assert set(found) == set(MOMENTS.kinds)
        thing = MOMENTS.shown(found["intake"])
        assert thing["title"] == "How I am"
        assert thing["told"][0]["words"] == SCRIPTS
        assert thing["told"][1]["reads"] == "Asked to be asked later"
        assert MOMENTS.shown(found["welcome"])["interpreter"] == "by phone"
    with cast.acting(cast.CM3):
        assert not any(MOMENTS.rows(ref))
        assert queries.intake_summary(ref) == []


def test_the_reference_leaves_an_agencys_wording_as_it_is() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("reset role; set local role alongside_owner")
    before = QuestionWording.objects.count()
    QuestionWording.objects.filter(question__key="helps", language="en").update(text="Our own?")
    load()
    assert QuestionWording.objects.count() == before
    assert QuestionWording.objects.get(question__key="helps", language="en").text == "Our own?"
