"""SC1, act 3: permission, a referral sent as it was shown, a waiting list, another way, and a room that nobody has.

The clinic's point of contact sits at a door of their own: another host, another process, a browser of their own.
"""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from alongside.project.demo.cast import CM1, DIRECTOR
from tests.browser.desk import Desk
from tests.browser.partner import PartnerDesk, come_in, invited, stopped
from tests.browser.stage import House

TEXT = "Somebody would like a first appointment about their papers. They speak Amharic."
TEXTS = f"{TEXT}\nWe would like to call you with the person on the line.\nWe bring the interpreter."
CLINIC, THEIR_PAGE = "Riverside Legal Clinic", "On the partner's own page here"
ROOM, TOOTH, STAY = "a room with a lock", "fix my tooth", "know if I am allowed to stay"


def path_of(page: Page) -> str:
    """The address in front of somebody."""
    return urlsplit(page.url).path


def test_act_3_permission_referral_waiting_list(desk: Desk, browser: Browser, house: House) -> None:
    house.open_partner_door()
    partner = PartnerDesk(browser, house, desk.width)
    page = desk.of(CM1)
    person = before_the_first_referral(desk, page)
    theirs = come_in(partner, invited(desk, CLINIC, "Staff attorney", "attorney@clinic.example"))
    partner.stands(theirs, "Nothing is shared with you just now.")
    referral = off_without_a_yes(desk, page, person)
    their_yes(desk, page, person)
    goes_out(desk, page, referral)
    they_accept(partner, theirs)
    they_have_answered(desk, page)
    call_together(desk, page, person, referral)
    another_way_for_the_tooth(desk, page, person)
    no_room_tonight(desk, page, person)
    on_today(desk, page)
    gone_by_a_spoken_word(desk, person, partner, theirs)
    partner.close()
    assert partner.wrong == []


def before_the_first_referral(desk: Desk, page: Page) -> str:
    """What acts 1 and 2 left: languages, interpreter wishes, three goals and what was tried."""
    desk.clock(CM1, "2027-01-22T10:00")
    desk.goto(page, "/people/new/")
    page.get_by_label("Alias", exact=True).fill("Lantern")
    page.get_by_label("What they would like help with").fill("my tooth")
    desk.send(page.get_by_role("button", name="Open a case"))
    person = path_of(page)
    desk.goto(page, f"{person}about/")
    page.get_by_label("Languages").first.fill("አማርኛ, some English")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, f"{person}goals/")
    for number, (goal, tried) in enumerate(((ROOM, "family shelter, full"), (TOOTH, ""), (STAY, ""))):
        place = page.locator("#sheet .goal").nth(number)
        place.get_by_label("My goals", exact=True).fill(goal)
        if tried:
            place.locator("details > summary").first.click()
            place.get_by_label("already tried").fill(tried)
    desk.send(page.get_by_role("button", name="Save the sheet"))
    return person


def off_without_a_yes(desk: Desk, page: Page, person: str) -> str:
    """Step 14: a draft to the legal clinic. Send is off, with the reason; limits, agreement and languages in sight."""
    desk.goto(page, person)
    page.get_by_role("link", name="Referrals & access").click()
    desk.nothing_serious(page, "referrals")
    page.get_by_role("link", name="Find a service").click()
    page.get_by_label("What for").select_option("legal")
    desk.send(page.locator("main").get_by_role("button", name="Search", exact=True))
    desk.nothing_serious(page, "find a service")
    page.get_by_role("link", name="Refer to Immigration advice").click()
    assert page.locator("main form [required]").count() == 0
    page.get_by_label("What for, in their words").fill(STAY)
    page.get_by_label("We call together").check()
    page.get_by_label("We bring the interpreter").check()
    page.get_by_label("When we do it together").fill("2027-01-25T14:00")
    desk.nothing_serious(page, "write a referral")
    desk.send(page.get_by_role("button", name="Continue"))
    for told in ("First contact", "Language and interpreter", "What is needed from this office"):
        page.get_by_label(told).check()
    page.get_by_label("What it is for").select_option("legal")
    page.get_by_label("How it goes out").select_option(label=THEIR_PAGE)
    page.get_by_label("The text").fill(TEXT)
    desk.nothing_serious(page, "what a referral tells")
    desk.send(page.get_by_role("button", name="Continue"))
    page.get_by_label("What we call it on their own pages").fill("the clinic")
    desk.send(page.get_by_role("button", name="Preview"))
    referral = path_of(page).removesuffix("look/")
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_disabled()
    desk.stands(
        page, "Send is off.", "There is no permission for this yet.", "Their language may not be spoken there", "አማርኛ",
        "English, Spanish", "They cannot tell us what somebody told them.",
        "We do not sit in on what is between the two.", "Staff attorney", "Memorandum of understanding", TEXT,
    )  # fmt: skip
    desk.nothing_serious(page, "as it goes out")
    return referral


def their_yes(desk: Desk, page: Page, person: str) -> None:
    """Step 15: first contact, language and the need; their page and a call together; until 20 April."""
    page.get_by_role("link", name="Ask them, and write down their yes").click()
    for told in ("First contact", "Language and interpreter", "What is needed from this office"):
        expect(page.get_by_role("group", name="What may be shared").get_by_label(told)).to_be_checked()
    desk.send(page.get_by_role("button", name="Continue"))
    page.get_by_label("For legal help").check()
    page.get_by_label("A call we make together").check()
    page.get_by_label(THEIR_PAGE).check()
    page.get_by_label("Until", exact=True).fill("2027-04-20")
    desk.send(page.get_by_role("button", name="Continue"))
    for told in ("I read the text", "What may come of it", "They can take it back", "It is their choice"):
        page.get_by_label(told).check()
    page.get_by_role("textbox", name="Their mark").fill("ላ")
    desk.send(page.locator("main form[data-draft] .end button").last)
    desk.goto(page, f"{person}sharing/")
    desk.stands(page, "Riverside Legal Clinic")


def goes_out(desk: Desk, page: Page, referral: str) -> None:
    """What is sent is what was shown; it goes to whoever is the contact, into the accounting and the calendar."""
    desk.goto(page, f"{referral}look/")
    expect(page.get_by_text("Send is off")).to_have_count(0)
    shown = page.get_by_role("region").filter(has_text=TEXT).locator(".ours").first.inner_text()
    assert [line.strip() for line in shown.splitlines() if line.strip()] == TEXTS.splitlines()
    desk.send(page.get_by_role("button", name="Send", exact=True))
    desk.stands(page, "Sent", "Riverside Legal Clinic (Staff attorney)")
    desk.nothing_serious(page, "a referral that was sent")
    page.get_by_role("link", name="Read it as it was sent").click()
    desk.stands(page, *TEXTS.splitlines(), "Staff attorney")


def they_accept(partner: PartnerDesk, theirs: Page) -> None:
    """At their own door: the text that was shown, word for word and no name of ours; and they accept."""
    partner.goto(theirs, "/")
    partner.nothing_serious(theirs, "what is shared")
    theirs.get_by_role("link", name="For legal help").click()
    partner.stands(theirs, *TEXTS.splitlines(), "What you may keep")
    for word in ("Lantern", STAY, "Riverbend Path"):
        expect(theirs.locator("body")).not_to_contain_text(word)
    partner.nothing_serious(theirs, "one thing that is shared")
    theirs.get_by_label("We can help with this").check()
    theirs.get_by_label("In your words").fill("Monday at two is fine.")
    partner.send(theirs.get_by_role("button", name="Send", exact=True))
    partner.stands(theirs, "Monday at two is fine.")


def they_have_answered(desk: Desk, page: Page) -> None:
    """The referral has turned; the answer stands on Today until it was read, and stays on the referral's page."""
    desk.goto(page, "/")
    desk.stands(page, "Partners answered", "We can help with this", "Monday at two is fine.")
    desk.nothing_serious(page, "Today")
    answers = page.get_by_role("region", name="Partners answered")
    answers.get_by_role("link", name="Lantern").click()
    desk.stands(page, "Accepted", "Monday at two is fine.", "said on their own page")
    desk.nothing_serious(page, "a referral that was answered")
    desk.send(page.get_by_role("button", name="I have read it"))
    desk.stands(page, "Accepted", "Monday at two is fine.")
    desk.goto(page, "/")
    expect(answers).to_have_count(0)


def call_together(desk: Desk, page: Page, person: str, referral: str) -> None:
    """Step 16: the meeting is planned; "she was kind"; they can read that we called the clinic with them."""
    desk.clock(CM1, "2027-01-25T13:00")
    desk.goto(page, "/")
    expect(page.get_by_role("region", name="Meetings")).to_contain_text("2 PM")
    desk.goto(page, f"{referral}first-steps/")
    page.get_by_label("We introduced them on").fill("2027-01-25")
    page.get_by_label("First contact on").fill("2027-01-25")
    page.get_by_label("How it went, in their words").fill("she was kind")
    desk.nothing_serious(page, "first steps")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Introduced", "she was kind")
    page.get_by_label("Connected", exact=True).check()
    desk.send(
        page.get_by_role("region", name="Where it is now").get_by_role("button", name="Save", exact=True)
    )
    desk.goto(page, f"{person}doing/")
    desk.stands(page, "We called the clinic with you.")
    expect(page.locator("main")).not_to_contain_text("Riverside")
    desk.nothing_serious(page, "what we are doing for you")


def another_way_for_the_tooth(desk: Desk, page: Page, person: str) -> None:
    """Step 17, without the help with money: from goal 2 to the dentist's waiting list."""
    desk.goto(page, f"{person}goals/")
    page.locator("#sheet .goal").nth(1).get_by_role("link", name="Find another way").click()
    desk.stands(page, TOOTH)
    page.get_by_label("What for").select_option("dental")
    desk.send(page.locator("main").get_by_role("button", name="Search", exact=True))
    page.get_by_role("link", name="Refer to Dental clinic").click()
    for _step in range(2):
        desk.send(page.get_by_role("button", name="Continue"))
    page.get_by_label("What it costs").fill("180")
    page.get_by_label("Who pays").fill("to be asked")
    desk.send(page.get_by_role("button", name="Save as a draft"))
    page.get_by_role("link", name="Join the waiting list").click()
    page.get_by_label("How long they say it takes").fill("10 weeks")
    page.get_by_label("Every two weeks").check()
    page.get_by_label("What helps meanwhile").fill("the nurse on Thursdays")
    desk.nothing_serious(page, "join a waiting list")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Waitlisted", "10 weeks", "180", "the nurse on Thursdays")


def no_room_tonight(desk: Desk, page: Page, person: str) -> None:
    """Step 18: what was tried is marked, the gap is counted, goal 1 holds."""
    desk.goto(page, f"{person}goals/")
    page.locator("#sheet .goal").first.get_by_role("link", name="Find another way").click()
    page.get_by_label("What for").select_option("housing")
    page.get_by_label("Open tonight").check()
    desk.send(page.locator("main").get_by_role("button", name="Search", exact=True))
    desk.stands(page, "Nothing we know of fits all of this.", "family shelter, full")
    desk.send(page.get_by_role("button", name="Log this gap"))
    desk.stands(page, "Find a service")
    desk.goto(desk.of(DIRECTOR), "/partners/gaps/")
    expect(desk.of(DIRECTOR).locator("main")).to_contain_text("Long-term housing")
    desk.goto(page, f"{person}goals/")
    page.locator("#sheet .goal").first.get_by_role("link", name="Edit").click()
    goal = page.locator("#sheet .goal").first
    goal.get_by_text("Done, hold, set aside").first.click()
    desk.send(goal.get_by_role("button", name="Hold", exact=True))
    desk.goto(page, f"{person}holding/")
    desk.stands(page, ROOM)


def on_today(desk: Desk, page: Page) -> None:
    """The waiting list comes up on 8 February, and not before."""
    desk.clock(CM1, "2027-02-07T09:00")
    desk.goto(page, "/")
    expect(page.get_by_role("region", name="Waiting on others")).to_have_count(0)
    desk.clock(CM1, "2027-02-08T09:00")
    desk.goto(page, "/")
    desk.stands(page, "Check the waitlist at")
    page.get_by_role("link", name="We asked, for Lantern").click()
    page.get_by_label("What they said today").fill("The place is kept.")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "On the list since", "The place is kept.")


def gone_by_a_spoken_word(desk: Desk, person: str, partner: PartnerDesk, theirs: Page) -> None:
    """They say: stop. The clinic's page is empty on its next request."""
    partner.stands(theirs, TEXT)
    stopped(desk, person, CLINIC)
    with partner.forgiving("404"):
        gone = theirs.reload()
        assert gone is not None
        assert gone.status == 404
    partner.goto(theirs, "/")
    partner.stands(theirs, "Nothing is shared with you just now.")
    expect(theirs.locator("body")).not_to_contain_text(TEXT)
