"""SC2, steps 7 to 15: a worker at the edge, and those who look after them. Step 16 is in test_sc2_modules.py.

Of step 15 the four trends are in tests/caseload/test_overview.py: here no team has five case managers.
"""

import re

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import (
    ADMIN,
    ADVISER,
    CM1,
    CM2,
    CM3,
    DIRECTOR,
    DROP_IN,
    ON_CALL,
    SUPERVISOR,
    Member,
    known_id,
)
from tests.browser.desk import Desk
from tests.scenarios.sc2_parts import (
    HONEST,
    agrees_on,
    answers_honestly,
    is_shut,
    path_of,
    works_nine_to_five,
)

MAPLE, PEBBLE, JUNIPER = (f"/people/{known_id(alias)}/" for alias in ("Maple", "Pebble", "Juniper"))
PRIVATE = "My jaw was tight the whole evening"
EDITED = "How do I end a call that has no end?"
FELT = "I am afraid to say no when we speak"
THANKS = "You stayed until the interpreter came"
ACTIONS = (
    ("Share nights among six", SUPERVISOR),
    ("A day off for each of us by autumn", DIRECTOR),
    ("Ask what staff need, twice a year", DIRECTOR),
)
PROUD = re.compile(r"streak|badge|level up|in a row|leaderboard|points", re.IGNORECASE)
# What these answered for April, while four had; and for May, when a fifth did.
FOUR, FIFTH = (CM1, CM2, CM3, ON_CALL), SUPERVISOR


def test_step_10_four_answers_for_april(desk: Desk) -> None:
    """The beginning of step 10: a month shows once it is over."""
    desk.clock(SUPERVISOR, "2027-04-30T15:00")
    for member in FOUR:
        answers_for_the_month(desk, member)
    desk.clock(SUPERVISOR, "2027-05-03T08:00")
    page = desk.of(SUPERVISOR, "/practice/this-month/")
    desk.stands(page, "five people or more have answered", "No month has five answers yet.")
    desk.nothing_serious(page, "team wellbeing, held back")
    desk.stands(desk.of(ADMIN, "/practice/this-month/"), "No month has five answers yet.")


def answers_for_the_month(desk: Desk, member: Member) -> None:
    """One question, one of four answers."""
    page = desk.of(member, "/practice/this-month/")
    page.get_by_label("heavy", exact=True).check()
    desk.send(page.get_by_role("button", name="Say it"))


def test_step_7_what_a_worker_asks_is_read_by_the_one_they_chose(desk: Desk) -> None:
    page = desk.of(CM1, "/care/")
    desk.stands(page, "Nothing is set up for staff here yet.", "Asking needs no reason.")
    page.get_by_label("Who reads it").select_option(label=DIRECTOR.name)
    desk.nothing_serious(page, "support for staff")
    desk.send(page.get_by_role("button", name="Ask to talk"))
    desk.stands(page, "asked of Program director")
    page.get_by_role("region", name="What you asked for").get_by_role("link").first.click()
    asked = path_of(page)
    reader = desk.of(DIRECTOR, "/")
    expect(reader.locator("main")).to_contain_text("Case manager 1 asks you for support")
    desk.goto(reader, asked)
    desk.stands(reader, "No reason was given, and none is needed.", "Nobody else reads this.")
    desk.nothing_serious(reader, "a request for support")
    for member in (SUPERVISOR, ADMIN, CM2):
        other = desk.of(member, "/")
        expect(other.locator("main")).not_to_contain_text("asks you for support")
        is_shut(desk, other, asked, 404)


def test_step_7_two_days_off_with_somebody_for_each(desk: Desk) -> None:
    page = desk.of(CM1)
    walks_close_with(desk, page)
    desk.goto(page, "/care/")
    page.get_by_text("Which days off, or something to say").click()
    page.get_by_label("First day off, if you know it").fill("5/10/2027")
    page.get_by_label("Last day off").fill("5/11/2027")
    page.get_by_label("Who reads it").select_option(label=SUPERVISOR.name)
    desk.send(page.get_by_role("button", name="Ask for time off"))
    lead = desk.of(SUPERVISOR, "/")
    lead.get_by_role("region", name="Support for staff").get_by_role("link", name="Open").click()
    lead.get_by_role("link", name="Plan who covers").click()
    expect(lead.get_by_label("Who", exact=True)).to_have_value(str(CM1.id))
    lead.get_by_label("First day off").fill("5/10/2027")
    lead.get_by_label("Last day off").fill("5/11/2027")
    desk.nothing_serious(lead, "time off")
    desk.send(lead.get_by_role("button", name="Plan it"))
    desk.stands(lead, "Not confirmed yet: nothing follows from it, and nobody has been told.")
    expect(lead.get_by_text("somebody has to be named")).to_have_count(2)
    desk.send(lead.get_by_role("button", name="Confirm the time off"))
    expect(lead.locator(".message, [role=alert], main").first).to_be_visible()
    desk.stands(lead, "Not confirmed yet: nothing follows from it")
    for alias in ("Maple", "Pebble"):
        lead.get_by_label(alias, exact=True).select_option(label=CM2.name)
    desk.nothing_serious(lead, "who covers")
    desk.send(lead.get_by_role("button", name="Save who covers"))
    words_for_each(desk, lead)
    is_shut_for_the_cover(desk)
    desk.send(lead.get_by_role("button", name="Confirm the time off"))
    desk.stands(lead, "Confirmed. Whoever covers reaches the person")


def walks_close_with(desk: Desk, page: Page) -> None:
    """One is walked close with; around another stand intense days."""
    desk.goto(page, f"{MAPLE}support/")
    page.get_by_label("A lot", exact=True).check()
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, f"{PEBBLE}periods/")
    page.get_by_role("link", name="Set a critical period").click()
    page.get_by_label("What it is about").select_option(label="Deposition")
    page.get_by_label("First day").fill("5/1/2027")
    page.get_by_label("Last day").fill("5/20/2027")
    page.get_by_label("Intense").check()
    desk.send(page.get_by_role("button", name="Save", exact=True))


def words_for_each(desk: Desk, page: Page) -> None:
    """A draft for each in the way and language they agreed, and nothing of it is sent."""
    drafts = page.locator("main details.fold")
    told = drafts.filter(has_text="Maple")
    expect(told).to_contain_text("Riverbend Case manager 1 is away from May 10, 2027 to May 11, 2027.")
    expect(told).to_contain_text("Case manager 2 is there for you meanwhile.")
    expect(told).to_contain_text("Nothing is sent from here")
    theirs = drafts.filter(has_text="Juniper").locator(".theirs")
    expect(theirs).to_have_attribute("lang", "es")
    expect(theirs).to_contain_text("the community center")
    expect(theirs).to_contain_text("10 de mayo")


def is_shut_for_the_cover(desk: Desk) -> None:
    """Nothing follows before it is confirmed."""
    page = desk.of(CM2, "/")
    expect(page.get_by_role("region", name="You cover")).to_have_count(0)


def test_step_8_a_day_is_granted_and_cover_opens_from_there(desk: Desk) -> None:
    lead = desk.of(SUPERVISOR, "/care/thanks/")
    none = lead.get_by_role("region", name="No day, token or words in six months")
    expect(none).to_contain_text(ON_CALL.name)
    lead.get_by_label("Whom").select_option(label=ON_CALL.name)
    lead.get_by_label("A day off", exact=True).check()
    lead.get_by_label("Which day off, if it is agreed").fill("5/14/2027")
    lead.get_by_label("What you would like to say").fill(THANKS)
    desk.nothing_serious(lead, "respite and thanks")
    desk.send(lead.get_by_role("button", name="Save", exact=True))
    expect(none).not_to_contain_text(ON_CALL.name)
    expect(none).to_contain_text(CM2.name)
    lead.get_by_role("link", name="Plan who covers").click()
    desk.stands(lead, "Time off")
    theirs = desk.of(ON_CALL, "/")
    expect(theirs.locator("main")).to_contain_text("Supervisor thanks you")
    theirs.get_by_role("link", name="Supervisor thanks you").click()
    desk.stands(theirs, "A day off", "May 14", THANKS)
    desk.send(theirs.get_by_role("button", name="I have seen it"))
    expect(desk.of(ON_CALL, "/").locator("main")).not_to_contain_text("thanks you")
    for member in (CM1, DIRECTOR, ADMIN):
        other = desk.of(member, "/care/")
        assert THANKS not in other.content()
        is_shut(desk, other, "/care/thanks/", 403)


def test_step_9_an_edited_reflection_comes_along_and_the_first_one_stays(desk: Desk) -> None:
    page = desk.of(CM1, "/reflections/new/")
    page.get_by_label("What did my body do?").fill(PRIVATE)
    page.get_by_label("What would I like to bring to someone?").fill("The call at night")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, "/reflections/")
    page.get_by_role("link", name="Bring to supervision").first.click()
    page.get_by_label("What I would like to bring").fill(EDITED)
    desk.nothing_serious(page, "what is brought")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    lead = desk.of(SUPERVISOR, f"/supervision/of/{CM1.id}/")
    desk.stands(lead, EDITED)
    lead.get_by_role("link", name="Sheet for the session").click()
    desk.stands(lead, EDITED, "Maple", "Pebble", "Load, nights, leave", "What is brought")
    sheets = lead.locator("section.walked")
    people = sheets.count()
    assert people >= 5
    assert sheets.get_by_role("region", name="Connection").count() == people
    assert sheets.get_by_role("region", name="Plan").count() == people
    said = lead.locator("main").inner_text()
    assert not re.search(r"\d+ (notes?|contacts?|minutes|hours)|per cent|%", said)
    assert PRIVATE not in said
    desk.nothing_serious(lead, "the sheet")
    desk.stands(desk.of(CM1, "/reflections/"), PRIVATE)


def test_step_10_nobody_finds_the_words_of_a_reflection(desk: Desk) -> None:
    page = desk.of(SUPERVISOR, "/search/notes/")
    page.get_by_label("Words that stand in a note").fill("jaw")
    desk.send(page.get_by_role("button", name="Look in notes"))
    expect(page.get_by_role("heading", name="Found")).to_have_count(0)
    assert PRIVATE not in page.content()
    for member in (SUPERVISOR, ADMIN):
        other = desk.of(member)
        for path in ("/reflections/", f"/supervision/of/{CM1.id}/"):
            with desk.forgiving("40[34]"):
                other.goto(path)
            assert PRIVATE not in other.content(), path
    is_shut(desk, desk.of(ADMIN), "/search/notes/", 403, 404)


def test_step_11_a_time_kept_free_is_asked_for_first(desk: Desk) -> None:
    page = desk.of(CM1, "/kept-times/")
    page.get_by_label("From", exact=True).fill("5/5/2027, 10 AM")
    page.get_by_label("30 minutes").check()
    desk.nothing_serious(page, "time I keep free")
    desk.send(page.get_by_role("button", name="Keep it free"))
    desk.stands(page, "10 AM", "10:30 AM")
    other = desk.of(CM2, f"{MAPLE}meetings/new/")
    other.get_by_label("When", exact=True).fill("5/5/2027, 10 AM")
    other.get_by_label("With whom").select_option(str(CM1.id))
    other.get_by_label("What for").fill("the letter")
    with desk.forgiving("422"):
        desk.send(other.get_by_role("button", name="Plan this meeting"))
    desk.stands(other, "Please ask them first, or choose another time.", times=0)
    expect(other.get_by_label("What for")).to_have_value("the letter")
    desk.nothing_serious(other, "asked first")
    other.get_by_label("I have asked, and this time may be used").check()
    desk.send(other.get_by_role("button", name="Plan this meeting"))
    desk.stands(other, "the letter")
    for path in ("/", "/practice/", "/kept-times/", "/reflections/", "/check-ins/", "/practice/this-month/"):
        desk.goto(page, path)
        assert not PROUD.search(page.locator("main").inner_text()), path


def test_step_12_how_it_feels_past_the_one_it_is_about(desk: Desk) -> None:
    page = desk.of(CM2, f"{MAPLE}feels/")
    page.get_by_label("Do you feel safe with us?").fill(FELT)
    page.get_by_label(re.compile("^Supervisor")).check()
    page.get_by_label("They want the reader to know who says this").check()
    desk.nothing_serious(page, "how it feels to work with us")
    desk.send(page.get_by_role("button", name="Pass it on"))
    lead = desk.of(SUPERVISOR, "/")
    lead.get_by_role("region", name="How it feels to work with us").get_by_role("link").first.click()
    desk.stands(lead, FELT, "Maple", "is not shown this, here or anywhere else")
    desk.nothing_serious(lead, "what somebody said")
    found = path_of(lead)
    theirs = desk.of(CM1, "/")
    expect(theirs.get_by_role("region", name="How it feels to work with us")).to_have_count(0)
    for path in (MAPLE, f"{MAPLE}record/", f"{MAPLE}timeline/", "/care/checks/"):
        desk.goto(theirs, path)
        assert FELT not in theirs.content(), path
    is_shut(desk, theirs, found, 404)


def test_step_14_who_has_learned_what_and_a_session(desk: Desk) -> None:
    page = desk.of(SUPERVISOR, "/training/coverage/")
    table = page.get_by_role("table")
    heads = table.locator("thead th").all_inner_texts()
    assert {CM1.name, CM2.name, CM3.name} <= set(heads)
    row = table.get_by_role("row").filter(has_text="Trafficking")
    expect(row.locator("th, td").nth(heads.index(CM3.name))).to_have_text("not yet")
    desk.nothing_serious(page, "training across a team")
    page.get_by_role("link", name="Plan a session").click()
    topic = page.get_by_label("Topic")
    topic.select_option(index=1)
    page.get_by_label("Title").fill("First weeks with somebody")
    page.get_by_label("When", exact=True).fill("5/12/2027, 10 AM")
    desk.nothing_serious(page, "planning a session")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, "/training/")
    desk.stands(page, "First weeks with somebody")
    desk.stands(desk.of(CM3, "/training/"), "First weeks with somebody")


def test_step_15_the_organisation_looks_at_itself_and_three_actions_follow(desk: Desk) -> None:
    page = desk.of(DIRECTOR, "/program/overview/")
    desk.stands(page, "Of a team of fewer than five case managers nothing is shown")
    assert PRIVATE not in page.content() and EDITED not in page.content()
    page.get_by_role("link", name="Open the review").click()
    page.get_by_role("link", name="Begin the review 2027").click()
    page.get_by_label("Survivor adviser").check()
    desk.nothing_serious(page, "beginning a review")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    answers_honestly(desk, page)
    for words, owner in ACTIONS:
        agrees_on(desk, page, words, owner)
    desk.nothing_serious(page, "the organisation review")
    desk.goto(page, "/")
    card = page.get_by_role("region", name="Organisation review")
    card.get_by_text("Organisation review").click()
    for words, _owner in ACTIONS:
        expect(card).to_contain_text(words)
    theirs = desk.of(SUPERVISOR, "/").get_by_role("region", name="Organisation review")
    theirs.get_by_text("Organisation review").click()
    expect(theirs).to_contain_text(ACTIONS[0][0])
    expect(theirs).not_to_contain_text(ACTIONS[1][0])
    desk.goto(page, "/care/review/print/")
    desk.stands(page, HONEST, *(words for words, _owner in ACTIONS))
    desk.goto(desk.of(SUPERVISOR), "/care/review/")
    assert HONEST not in desk.of(SUPERVISOR, "/care/review/").content()
    desk.stands(desk.of(ADVISER, "/care/review/"), HONEST)


def test_step_15_what_was_set_up_for_staff_is_taken_away_again(desk: Desk) -> None:
    page = desk.of(DIRECTOR, "/")
    desk.stands(page, "No staff support is set up yet")
    page.get_by_role("link", name="Set it up").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    desk.nothing_serious(page, "adding support for staff")
    page.get_by_label("What it is called, or who it is").fill("Somebody who did this work")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(desk.of(CM3, "/care/"), "Somebody who did this work")
    expect(desk.of(DIRECTOR, "/").locator("main")).not_to_contain_text("No staff support is set up yet")
    desk.goto(page, "/care/")
    there = page.get_by_role("region", name="What there is here")
    desk.send(there.get_by_role("button", name=re.compile("^Take away|^Take it")))
    desk.stands(desk.of(DIRECTOR, "/"), "No staff support is set up yet")
    desk.stands(desk.of(CM3, "/care/"), "Nothing is set up for staff here yet.")


def test_step_13_off_shift_it_comes_to_whoever_is_there(desk: Desk) -> None:
    """At ten in the evening nothing is on the Today of whose shift is over; the one on call has it at once."""
    lead = desk.of(SUPERVISOR)
    for member in (CM1, CM2):
        works_nine_to_five(desk, lead, member)
    desk.goto(lead, "/on-call/")
    put = lead.locator("#put")
    put.get_by_label("Who", exact=True).select_option(label=ON_CALL.name)
    put.get_by_label("First", exact=True).check()
    put.get_by_label("From", exact=True).fill("5/3/2027, 8 PM")
    put.get_by_label("Until", exact=True).fill("5/4/2027, 8 AM")
    desk.send(put.get_by_role("button", name="Put on call"))
    desk.clock(SUPERVISOR, "2027-05-03T22:00")
    page = desk.of(DROP_IN, "/for-a-colleague/")
    page.get_by_label("For which colleague?").select_option(label=CM1.name)
    page.get_by_label("The name they gave").fill("Maple")
    page.get_by_label("What is it, and how may they be reached?").fill("The lock is broken; call after ten")
    desk.nothing_serious(page, "for a colleague")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    for member in (CM1, CM2):
        off = desk.of(member, "/")
        expect(off.get_by_role("region", name="Came in")).to_have_count(0)
        assert "The lock is broken" not in off.content()
    night = desk.of(ON_CALL, "/")
    night.get_by_role("region", name="Came in").get_by_role("link", name="Read").click()
    desk.stands(night, "Maple", "The lock is broken; call after ten")
    desk.nothing_serious(night, "what came in")
    desk.clock(SUPERVISOR, "2027-05-04T09:00")
    expect(desk.of(CM1, "/").get_by_role("region", name="Came in")).to_contain_text("Maple")


def test_step_10_with_a_fifth_answer_a_month_shows_in_words(desk: Desk) -> None:
    """The end of step 10, and last in this file, since the month has to be over."""
    desk.clock(SUPERVISOR, "2027-05-28T15:00")
    for member in (*FOUR, FIFTH):
        answers_for_the_month(desk, member)
    desk.clock(SUPERVISOR, "2027-06-01T09:00")
    for member in (SUPERVISOR, ADMIN):
        page = desk.of(member, "/practice/this-month/")
        ended = page.get_by_role("region", name="Months that have ended")
        expect(ended.get_by_role("heading", level=3)).to_have_count(1)
        expect(ended).to_contain_text("May")
        expect(ended).to_contain_text("many")
        expect(ended).not_to_contain_text("April")
        desk.nothing_serious(page, "team wellbeing")
