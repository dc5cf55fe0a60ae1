"""The page for their own hands: discreet, logged, and with their words as they are."""

import io

import pypdf
import pytest

from alongside.agency.models import Program
from alongside.goals.choices import GoalState
from alongside.goals.models import Goal
from alongside.trail.models import TrailEntry
from tests import cast
from tests.goals.make import lantern, with_goals
from tests.goals.test_sheet import at

SAID = ("a room with a lock, it's *mine* #x $y$ <b>", "ክፍል ከቁልፍ ጋር እፈልጋለሁ።", "ሓንቲ ክፍሊ ይደሊ ኣለኹ።")


def paper_of(person: object, asked: str = "") -> str:
    """The words of the PDF."""
    answer = cast.signed_in(cast.CM1).post(f"/people/{person}/goals/paper.pdf{asked}")
    assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="page-2027-01-06.pdf"'
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answer.content)).pages)


def test_their_words_come_back_verbatim() -> None:
    person = lantern()
    with_goals(person, *SAID, steps=("visit the guesthouse",), who="together")
    page = paper_of(person)
    for said in (*SAID, "visit the guesthouse", "Together", "Riverbend Community Services", "555-0100"):
        assert said in page


@pytest.mark.parametrize("leaf", ["print/", "paper.pdf"])
def test_it_is_discreet_and_the_trail_knows_of_it(leaf: str) -> None:
    person = lantern()
    with_goals(person, "a room with a lock")
    client = cast.signed_in(cast.CM1)
    shown = client.get(at(person, "print/")).content.decode()
    with cast.acting(cast.CM1):
        assert not TrailEntry.objects.filter(chain=person, act="print_goals").exists()  # looked at, not given
    text = paper_of(person) if leaf == "paper.pdf" else shown
    if leaf == "print/":
        assert "Saved as given to them." in client.post(at(person, leaf), follow=True).content.decode()
        assert (
            client.post(at(person, leaf), headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 204
        )
    with cast.acting(cast.CM1):
        inside = list(Program.objects.values_list("name", flat=True))
    for word in ("lantern", "trafficking", "survivor", "alongside", *(name.lower() for name in inside)):
        assert word not in text.lower()
    assert "a room with a lock" in text
    with cast.acting(cast.CM1):
        entries = list(TrailEntry.objects.filter(chain=person, act="print_goals"))
    assert {(entry.outcome, entry.kind) for entry in entries} == {("looked", "participants_own_copy")}


def test_letters_without_a_face_are_told_before_and_the_browser_prints_them() -> None:
    person = lantern()
    with_goals(person, "a room ᐃᓄᒃ", "ខ្ញុំចង់បានបន្ទប់")
    desk = cast.signed_in(cast.CM1)
    looked = desk.get(at(person, "print/")).content.decode()
    assert "cannot show these letters: ᐃᓄᒃ." in looked and "paper.pdf" not in looked
    assert "a room ᐃᓄᒃ" in looked
    answer = desk.post(at(person, "paper.pdf"))
    assert answer.status_code == 302 and answer["Location"] == at(person, "print/")


def test_nothing_is_told_where_every_letter_is_drawn() -> None:
    person = lantern()
    with_goals(person, "ខ្ញុំចង់បានបន្ទប់", "静かな部屋", "ห้องเงียบ")
    looked = cast.signed_in(cast.CM1).get(at(person, "print/")).content.decode()
    assert "cannot show" not in looked and "paper.pdf" in looked


def test_what_may_name_somebody_is_on_paper_only_when_it_is_ticked() -> None:
    person = lantern()
    with_goals(person, "a room with a lock")
    with cast.acting(cast.CM1):
        goal = Goal.objects.get(participant_id=person)
        goal.barriers, goal.tried = "Dario holds my papers", "the church"
        goal.save()
    desk = cast.signed_in(cast.CM1)
    looked = desk.get(at(person, "print/")).content.decode()
    assert "Print this part: What is in the way" in looked
    for text in (looked, paper_of(person)):
        assert "Dario" not in text and "the church" not in text
    ticked = desk.get(at(person, "print/?part=barriers&language=en")).content.decode()
    assert "Dario holds my papers" in ticked and "the church" not in ticked
    assert 'goals/paper.pdf?language=en&amp;part=barriers"' in ticked
    assert "Dario holds my papers" in paper_of(person, "?part=barriers")


@pytest.mark.parametrize(
    ("state", "theirs"),
    [
        ("holding", "On hold for now. That is fine."),
        ("back_again", "I picked it up again"),
        ("set_aside", "Not now"),
    ],
)
def test_how_a_goal_stands_is_said_to_them(state: str, theirs: str) -> None:
    person = lantern()
    with_goals(person, "a room with a lock")
    with cast.acting(cast.CM1):
        Goal.objects.filter(participant_id=person).update(state=state)
    shown = cast.signed_in(cast.CM1).get(at(person, "print/")).content.decode()
    if state != "set_aside":  # what is set aside does not stand on the sheet
        assert theirs in shown
        assert theirs in paper_of(person)
    assert str(GoalState(state).label) not in shown
