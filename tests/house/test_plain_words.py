"""No label, button, heading or message is one of the private terms that a case manager had to learn from us.

Whole sentences alone are looked at. What stands in their place is in docs/WORDS.md; the states of what somebody said
they would do keep *Kept* (a promise kept is not a thing saved).
"""

import re

import pytest

from alongside.project import languages
from tests.house import checks

pytestmark = pytest.mark.no_database

PRIVATE = """
Keep / Keep this / Kept. / Kept: in touch today. / Somebody new / Begin walking together / Keep in contact for now
I stand in for their case manager / Nobody walks with them yet / Who walks with them / How close we walk / Say how close
Where we are / Where we are together / Say the season / No season has been said yet / How things have moved
Write down what moved / Staying present / Agree on a small hello / Holding, no next step yet / The long view
Look again
A day to check in on what we agreed / Something was said to be done by about now / A good day to ask how the list stands
On their way to others / Write down something open / Something new that is open / Who holds what / Who holds it
Write down what was said / What was said / No room just now / What is stuck in systems / What is stuck in a system
Write down what is stuck / Let everything stand still / Keep their yes / Into their own hands / See it as it goes out
Leave it at that / Let go / Admit somebody / Parts of the house / Asked of a second person / Other times from a day on
Every rule there was / Told twice? / How the months were to carry / How has this month been to carry?
This is not open from here / Put the words right / Call it off / This one, for paper / For paper / Words that get a hint
Whom we turn to / Their page / In touch today / How it goes between us / Entries, by what they were
"""
# A sentence that begins so is a private term with something behind it.
BEGINNINGS = (
    "Kept. ", "Kept: ", "Kept, ", "Kept as ", "Keep their ", "A good day to ask how the list stands",
    "Something was said to be done by about now", "Something about it arrived in a form we do not know",
    "A word is needed here before this can be kept", "What is left off goes from every page", "Goes to: ",
)  # fmt: skip


def terms() -> set[str]:
    """The private terms, each with and without a full stop."""
    told = {each.strip() for line in PRIVATE.strip().splitlines() for each in line.split(" / ")}
    return told | {f"{each}." for each in told}


def found_in(texts: set[str]) -> list[str]:
    """Sentences that are such a term, or begin with one."""
    return sorted(text for text in texts if text in terms() or text.startswith(BEGINNINGS))


BARE = re.compile(
    r"(Saved|Kept|Done|Added|Removed|Changed|Sent|Noted|Asked|Agreed|Settled|Taken (back|away|out))\."
)


BEFORE_MORE = re.compile(r"(Saved|Kept)[.,] ")


def test_no_confirmation_is_the_bare_word() -> None:
    said = {each.text for each in languages.sentences(checks.ROOT / "alongside")}
    assert [text for text in said if BARE.fullmatch(text)] == [], "say what: the note is saved"
    assert [text for text in said if BEFORE_MORE.match(text)] == [], (
        "say what: the note is saved. It can change"
    )
    assert BEFORE_MORE.match("Saved. It can change.") and not BEFORE_MORE.match("Saved as read.")
    assert BARE.fullmatch("Saved.") and not BARE.fullmatch("The note is saved.")


def test_no_sentence_is_a_private_term() -> None:
    assert found_in({each.text for each in languages.sentences(checks.ROOT / "alongside")}) == []


def test_a_planted_term_is_found() -> None:
    planted = {"Keep", "Kept. It stands on the timeline too.", "Whom we turn to", "Keep this draft", "Kept"}
    assert found_in(planted) == ["Keep", "Kept. It stands on the timeline too.", "Whom we turn to"]
