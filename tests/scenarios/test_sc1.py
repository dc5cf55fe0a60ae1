"""SC1, "2 a.m., and the years after": acts 1 and 2, from a call at night to a goal sheet."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from alongside.project.demo.cast import CM1, DROP_IN, ON_CALL, PROGRAM, SUPERVISOR
from tests.browser.desk import Desk, anew

WHISPERED = "Whispering. Works in a house. Asked what happens if they come in."
CALLED = "Anonymous contact, Jan 6, 2:07 AM"
VISITED = "Anonymous contact, Jan 8, 3 PM"
ROOM, TOOTH = "a room with a lock", "my tooth"
BY_PHONE = "a woman, by phone, not from here"
COVER = "I am from Riverbend Community Services."


def path_of(page: Page) -> str:
    """The address in front of somebody."""
    return urlsplit(page.url).path


def test_act_1_first_contact(desk: Desk) -> None:
    desk.clock(SUPERVISOR, "2027-01-06T02:07")
    before = people_of_the_team(desk)
    call_at_night(desk)
    assert people_of_the_team(desk) == before
    visit(desk)
    assert people_of_the_team(desk) == before
    call_me_lantern(desk)
    choose_who_walks_with_them(desk)
    plan_the_welcome(desk)
    desk.lived.add("act 1")


def people_of_the_team(desk: Desk) -> list[str]:
    """Everybody whom the supervisor sees on the People page."""
    page = desk.of(SUPERVISOR, "/people/")
    return sorted(page.locator("main a[href^='/people/']").all_inner_texts())


def call_at_night(desk: Desk) -> None:
    """Step 1: a call at 02:07; nothing is required, and it stands in the log of the shift."""
    page = desk.of(ON_CALL, "/")
    main = page.locator("main")
    main.get_by_role("link", name="Log a call").click()
    expect(page.get_by_label("What they said, in their words")).to_be_focused()
    assert page.locator("main form [required]").count() == 0
    desk.nothing_serious(page, "log a call")
    page.get_by_label("What they said, in their words").fill(WHISPERED)
    page.get_by_label("Do not call back").check()
    desk.send(page.get_by_role("button", name="Save this call"))
    expect(page.get_by_role("heading", level=1)).to_have_text(CALLED)
    desk.stands(page, CALLED, WHISPERED, "Do not call back")
    desk.nothing_serious(page, "a kept call")
    desk.goto(page, "/")
    desk.stands(page, "do not call back", WHISPERED)
    desk.goto(page, "/contacts/")
    expect(page.get_by_role("link", name=CALLED)).to_have_count(1)


def visit(desk: Desk) -> None:
    """Step 3, without the stock: an anonymous visit on Friday."""
    desk.clock(DROP_IN, "2027-01-08T15:00")
    page = desk.of(DROP_IN, "/")
    page.locator("main").get_by_role("link", name="Log a visit").click()
    desk.nothing_serious(page, "log a visit")
    page.get_by_label("What they said, in their words").fill("Hygiene kit, a meal, a transit card.")
    desk.send(page.get_by_role("button", name="Save this visit"))
    desk.stands(page, VISITED, "Hygiene kit, a meal, a transit card.")


def call_me_lantern(desk: Desk) -> None:
    """Step 4: "call me Lantern"; call and visit are joined at their wish, two needs stand verbatim."""
    desk.clock(DROP_IN, "2027-01-15T11:00")
    page = desk.of(DROP_IN, "/contacts/")
    desk.nothing_serious(page, "contacts")
    page.get_by_role("link", name=VISITED).click()
    page.get_by_role("link", name="Save an alias").click()
    page.get_by_label("What they would like to be called").fill("Lantern")
    page.get_by_label("A need, in their own words").fill(ROOM)
    page.get_by_label("Another need, if there is one").fill(TOOTH)
    page.get_by_text("They ask to have earlier calls or visits joined").click()
    page.get_by_label(re.compile("Jan 6, 2:07 AM")).check()
    desk.nothing_serious(page, "keep an alias")
    desk.send(page.get_by_role("button", name="Save the alias"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Lantern")
    desk.stands(page, "Contact", ROOM, TOOTH, WHISPERED, CALLED, VISITED)
    expect(page.get_by_text("joined at their wish, Jan 15")).to_have_count(2)
    desk.nothing_serious(page, "an acquaintance")


def choose_who_walks_with_them(desk: Desk) -> None:
    """Step 5, without the load: before any intake, exactly one case manager and one backup."""
    met_at = path_of(desk.of(DROP_IN))
    page = desk.of(SUPERVISOR, "/")
    desk.stands(page, "No case manager yet", "Lantern", ROOM)
    desk.nothing_serious(page, "the supervisor's Today")
    desk.goto(page, met_at)
    page.get_by_role("link", name=VISITED).click()
    page.get_by_role("link", name="Assign a case manager").click()
    new_here = page.get_by_role("listitem").filter(has_text="Case manager 3")
    expect(new_here).to_contain_text("trafficking training not recorded")
    experienced = page.get_by_role("listitem").filter(has_text="Case manager 1")
    expect(experienced).not_to_contain_text("not recorded")
    page.get_by_label("Case manager - Case manager 1").check()
    page.get_by_label("Backup - Case manager 2").check()
    desk.nothing_serious(page, "assign")
    desk.send(page.get_by_role("button", name="Assign"))
    desk.stands(page, "Case manager 1 is their case manager.")
    page.get_by_role("link", name="Lantern").click()
    desk.nothing_serious(page, "Lantern's page")
    desk.stands(page, "Case manager: Case manager 1", "backup: Case manager 2", within=".person-head")
    desk.stands(page, ROOM, TOOTH)
    desk.goto(page, f"{path_of(page)}team/")
    desk.stands(page, "Case manager 1", "Case manager 2")
    expect(page.get_by_role("button", name="This part ends today")).to_have_count(2)
    desk.nothing_serious(page, "who walks with them")


def plan_the_welcome(desk: Desk) -> None:
    """Their case manager finds them on Today and plans the first meeting, with a calendar file that tells nothing."""
    page = desk.of(CM1, "/")
    desk.stands(page, "Lantern", "new with you", ROOM)
    open_lantern(page)
    page.get_by_role("link", name="Plan a meeting").click()
    page.get_by_label("When", exact=True).fill("2027-01-20T10:00")
    page.get_by_label("What for").fill("welcome")
    page.get_by_label("Interpreter").fill(BY_PHONE)
    page.get_by_label("How I introduce myself").fill(COVER)
    desk.nothing_serious(page, "plan a meeting")
    desk.send(page.get_by_role("button", name="Plan this meeting"))
    desk.stands(page, "Jan 20", "10 AM", "welcome", BY_PHONE, COVER)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Calendar file for them").click()
    entry = taken.value.path().read_text()
    assert "BEGIN:VEVENT" in entry
    assert not re.search(f"Lantern|{PROGRAM}|welcome", entry)


def open_lantern(page: Page) -> None:
    """From Today to the page of the one it is about."""
    page.get_by_role("link", name="Lantern", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lantern")


def test_act_2_welcome_intake_and_goals(desk: Desk) -> None:
    if "act 1" not in desk.lived:
        pytest.skip("act 1 comes first")
    desk.clock(CM1, "2027-01-20T10:00")
    page = desk.of(CM1, "/")
    desk.stands(page, "Lantern", "first meeting, 10 AM", BY_PHONE)
    open_lantern(page)
    person = path_of(page)
    start_walking(desk, page, person)
    welcome(desk, page, person)
    intake(desk, page, person)
    wishes(desk, page, person)
    goal_sheet(desk, page, person)
    option_and_sign(desk, page, person)


def start_walking(desk: Desk, page: Page, person: str) -> None:
    """From contact to case management; what was told already is enough."""
    desk.goto(page, f"{person}state/")
    page.get_by_label("Active").check()
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Active", "Contact")
    desk.nothing_serious(page, "status")


def welcome(desk: Desk, page: Page, person: str) -> None:
    """Step 7: what we are and are not, and the limits, before any question."""
    desk.goto(page, f"{person}intake/what-helps/")
    assert path_of(page) == f"{person}welcome/"
    desk.stands(
        page,
        "We are glad you are here.",
        "What this program is",
        "What it is not",
        "Support is not therapy",
        "What I can tell you, and what I cannot",
        "Who can read what you tell me",
        "When we may have to tell someone",
    )
    desk.nothing_serious(page, "the welcome")
    page.get_by_role("link", name="One page to take along").click()
    desk.stands(page, "What it is not", "When we may have to tell someone", within="body")
    assert PROGRAM not in page.content()
    assert "Lantern" not in page.content()
    desk.nothing_serious(page, "the welcome on paper")
    desk.goto(page, f"{person}welcome/")
    page.get_by_label("Who was there with you").fill("interpreter, a woman, by phone")
    desk.send(page.get_by_role("button", name="We talked about this"))
    assert path_of(page) == f"{person}intake/"
    desk.stands(page, "Talked about:", "Case manager 1")
    desk.nothing_serious(page, "the parts of the intake")
    desk.goto(page, person)
    desk.stands(page, "We talked about what this program is and is not")


def answer(page: Page, key: str, words: str = "", choice: str = "") -> None:
    """Fill one blank, or choose a whole answer instead."""
    question = page.locator(f"#ask-{key}")
    if words:
        question.locator("textarea").fill(words)
    if choice:
        question.get_by_label(choice).check()


def only_open_blanks(page: Page) -> None:
    """Every question is an open blank, nothing is needed, and nobody is asked what happened."""
    asked = page.locator("main .ask")
    expect(asked.nth(2)).to_be_visible()
    assert asked.count() == page.locator("main .ask textarea").count()
    assert page.locator("main form [required], main form select, main form [type=number]").count() == 0
    assert "what happened" not in page.locator("main form").inner_text().lower()


def intake(desk: Desk, page: Page, person: str) -> None:
    """Step 9: from the last part, four blanks, "rather not" twice, "ask me later" once, the rest empty."""
    desk.goto(page, f"{person}intake/")
    page.get_by_role("region", name="Parts, in any order").get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What helps")
    only_open_blanks(page)
    answer(page, "helps", "ሻይ, and sitting near a door")
    answer(page, "does-not-help", "being touched")
    answer(page, "good-day", choice="Rather not")
    answer(page, "anything-else", choice="Ask me later")
    desk.nothing_serious(page, "the last part")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "ሻይ, and sitting near a door", "being touched")
    page.get_by_role("link", name="How I am").click()
    only_open_blanks(page)
    answer(page, "good-at", "I cook for many people")
    answer(page, "faith", choice="Rather not")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    page.get_by_role("link", name="How to reach me").click()
    answer(page, "if-quiet", "one text, then wait two weeks")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    for part in ("what-matters", "paperwork"):
        desk.goto(page, f"{person}intake/{part}/")
        only_open_blanks(page)
    desk.goto(page, f"{person}timeline/")
    desk.stands(page, "Chose not to share", "Asked to be asked later", "I cook for many people")
    assert "incomplete" not in page.content().lower()


def wishes(desk: Desk, page: Page, person: str) -> None:
    """Step 10, but for the words of an agreement: go gently, what helps, and a safe way to be in touch."""
    desk.goto(page, f"{person}gentle/")
    health = page.get_by_role("group", name="Health", exact=True)
    health.get_by_label("Not now").check()
    desk.nothing_serious(page, "topics to go gently with")
    desk.send(page.get_by_role("button", name="Save these"))
    desk.goto(page, f"{person}intake/how-i-am/")
    expect(page.locator("#ask-health")).to_contain_text("Not now (their choice)")
    desk.goto(page, f"{person}reaching/new/")
    page.get_by_label("How", exact=True).select_option("Text message")
    page.get_by_label("Number, address or whom to ask for").fill("555-0127")
    for question, said in (("call", "No"), ("leave a message", "No"), ("text", "Yes")):
        group = page.get_by_role("group", name=f"Is it safe to {question}?")
        group.get_by_label(said, exact=True).check()
    page.get_by_label("Until", exact=True).fill("18:00")
    page.get_by_label("Code word").fill("porcelain")
    page.get_by_label("How I introduce myself").fill("Riverbend")
    desk.nothing_serious(page, "a safe way to be in touch")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator("main")).not_to_contain_text("555-0127")  # shown in the moment of contact alone
    page.get_by_role("link", name="Show number").click()
    desk.stands(page, "555-0127", "porcelain")
    desk.goto(page, person)
    told = ("ሻይ, and sitting near a door", "being touched", "one text, then wait two weeks")
    desk.stands(page, *told, "Health", "Not now", "6 PM", within=".person-head")
    page.locator(".person-more summary").click()
    expect(page.locator(".person-head").get_by_text("being touched").locator("visible=true")).to_have_count(1)


BEGINNING = (
    "async url => { const headers = { 'X-CSRFToken': document.body.dataset.token };"
    " const a = await fetch(url, { method: 'POST', headers });"
    " return a.status + ' ' + (await a.text()).slice(0, 4) }"
)
HORIZONS = ((0, "Now"), (1, "Soon"), (2, "Soon"))
GOALS = (ROOM, "fix my tooth", "know if I am allowed to stay")
STEPS = ("visit the guesthouse", "keep the deposit letter safe", "ask the dental clinic who interprets")


def unfolded(page: Page, number: int) -> Locator:
    """A goal's blank, with everything that is folded away in it."""
    goal = page.locator("#sheet .goal").nth(number)
    goal.get_by_text("When, steps, what is in the way").click()
    return goal


def step(goal: Locator, number: int, words: str, who: str) -> None:
    """Write a step and who does it."""
    blank = goal.get_by_role("listitem").nth(number)
    blank.get_by_label("Steps", exact=True).fill(words)
    blank.get_by_label(who, exact=True).check()


def goal_sheet(desk: Desk, page: Page, person: str) -> None:
    """Step 11: three goals in their order on one screen, with all that may stand beside them."""
    desk.goto(page, person)
    if desk.width == 375:  # a phone shows one strand at a time
        page.locator("label[for=show-plan]").click()
    page.get_by_role("link", name="Open goal sheet").click()
    desk.nothing_serious(page, "an empty goal sheet")
    first, second, third = (unfolded(page, number) for number in range(3))
    for goal, words in zip((first, second, third), GOALS, strict=True):
        goal.get_by_label("My goals", exact=True).fill(words)
    for number, said in HORIZONS:
        page.locator("#sheet .goal").nth(number).get_by_label(said, exact=True).check()
    step(first, 0, STEPS[0], "Together")
    step(first, 1, STEPS[1], "Lantern")
    step(second, 0, STEPS[2], "Case manager (you)")
    first.get_by_label("What is in the way", exact=True).fill("they ask for papers")
    first.get_by_label("What I already tried", exact=True).fill("church shelter, full")
    page.get_by_label("What should this plan fit around?").fill("no Sundays; I send money home")
    desk.nothing_serious(page, "a written goal sheet")
    desk.send(page.get_by_role("button", name="Save the sheet"))
    expect(page.locator(".message")).to_contain_text("The goal sheet is saved.")
    page.reload()
    for number, said in HORIZONS:
        expect(page.locator("#sheet .goal h3").nth(number)).to_have_text(
            re.compile(f"{GOALS[number]}.*{said}")
        )
    page.locator("#sheet .goal").first.get_by_role("link", name="Edit").click()
    opened = page.locator("#sheet .goal").first
    expect(opened.get_by_label("My goals")).to_have_value(GOALS[0])
    expect(opened.get_by_label(HORIZONS[0][1], exact=True)).to_be_checked()
    expect(page.locator("#sheet [name^=g-][name$=-words]")).to_have_count(1)
    desk.nothing_serious(page, "one goal open")
    page.get_by_role("link", name="Close, keep the draft").click()
    desk.nothing_serious(page, "a kept goal sheet")
    page.get_by_role("link", name="Print a plain copy").click()
    shown = page.locator("body").inner_text()
    places = [shown.index(words) for words in (*GOALS, "no Sundays; I send money home")]
    assert places == sorted(places)
    desk.stands(page, *STEPS, within="body")
    for heavy, words in (
        ("What is in the way", "they ask for papers"),
        ("What I already tried", "church shelter, full"),
    ):
        expect(page.locator("body")).not_to_contain_text(words)  # left out unless ticked
        page.get_by_label(f"Print this part: {heavy}").check()
    desk.send(page.get_by_role("button", name="Show the page so"))
    desk.stands(page, *STEPS, "they ask for papers", "church shelter, full", within="body")
    assert PROGRAM not in page.content()
    assert "Lantern" not in page.content()
    desk.nothing_serious(page, "the goals on paper")
    assert page.evaluate(BEGINNING, f"{person}goals/paper.pdf") == "200 %PDF"
    desk.goto(page, person)
    desk.stands(page, *GOALS, *STEPS, "Together", "Case manager (you)", "they ask for papers")
    desk.nothing_serious(page, "Lantern's page with goals")


def option_and_sign(desk: Desk, page: Page, person: str) -> None:
    """Step 12: an idea of ours stays apart, a sign of change waits until they ask, and nothing falls due."""
    desk.goto(page, f"{person}goals/?edit=all")
    page.get_by_label("Something we could offer, in our words").fill("English class")
    page.get_by_label("How I will know it is getting better").fill("I sleep through")
    desk.send(page.get_by_role("button", name="Save the sheet"))
    page.get_by_role("link", name="Their answer, or another option").click()
    desk.send(page.locator("#options").get_by_role("button", name="Not now"))
    options = page.locator("#options")
    expect(options).to_contain_text("English class")
    anew(page)
    expect(options.get_by_role("listitem")).to_contain_text(re.compile("English class.*Not now", re.DOTALL))
    expect(page.locator("#signs")).to_contain_text("when they ask")
    written = page.locator("#sheet .goal h3").all_inner_texts()
    assert len(written) == len(GOALS) and "English class" not in " ".join(written)
    desk.clock(CM1, "2027-05-20T09:00")  # 120 days later
    desk.goto(page, "/")
    needed = page.get_by_role("region", name="People who may need me")
    expect(needed).to_contain_text("No check-in planned, with you since")  # the one thing that comes round
    for words in (*GOALS, "English class", "I sleep through"):
        expect(
            needed.get_by_role("listitem").filter(has_text="Lantern").locator(".line")
        ).not_to_contain_text(words)
    desk.goto(page, f"{person}goals/")
    expect(options.get_by_role("listitem")).to_contain_text("Not now")
    shown = page.locator("main").inner_text().lower()
    assert not re.search(r"overdue|\bdue\b|\blate\b|days ago", shown)
