"""SC2, "The supervisor's Monday", steps 1 to 6: what presses, a night without anybody, and who carries how much.

Not there yet, and so not played: leave as a column of the load board (step 3), and a count of whoever waits on the
director's page (step 6).
"""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from alongside.project.demo.cast import CM1, CM2, CM3, ON_CALL, SUPERVISOR, Member, known_id
from tests.browser.desk import Desk, anew
from tests.browser.stage import House
from tests.conftest import owner_connection

MAPLE, FERN, CLOVER = (f"/people/{known_id(alias)}/" for alias in ("Maple", "Fern", "Clover"))
APRIL, MONDAY, TUESDAY = "2027-04-19T08:00", "2027-05-03T08:00", "2027-05-04T03:00"
MATTERS = ("Who brings the letter", "Who tells the school")
PRESSES = (
    "Debrief",
    "Capacity",
    "No case manager yet",
    "Unclear: who is responsible",
    "Nobody on call",
    "Critical periods, now and in the next two weeks",
)
GAP = "Nobody is set as first: Tuesday, 2 AM – 6 AM."
WHY = "She knows the family shelter; I sit in on the first two meetings."


@pytest.fixture(scope="module", autouse=True)
def case_managers_may_be_on_call(house: House) -> None:
    """Two people have agreed, long before this Monday, that the three hold the role beside their own."""
    with owner_connection(house.database) as owner:
        owner.execute("set role alongside_keeper")
        owner.execute(
            "insert into access.access_roleheld (id, account_id, role)"
            " select gen_random_uuid(), who, 'on_call' from unnest(%s::uuid[]) who",
            [[each.id for each in (CM1, CM2, CM3)]],
        )


def path_of(page: Page) -> str:
    """The address in front of somebody."""
    return urlsplit(page.url).path


def says_capacity(desk: Desk, member: Member, answer: str) -> None:
    """From any page, in two presses, without a reason."""
    page = desk.of(member, "/")
    page.locator(".top .menu > summary, .bar .more > summary").locator("visible=true").first.click()
    desk.send(page.get_by_role("button", name=answer).locator("visible=true").first)


def put_on_call(desk: Desk, page: Page, who: str, place: str, begins: str, ends: str) -> None:
    """Who, first or second, and from when until when."""
    desk.goto(page, "/on-call/")
    put = page.locator("#put")
    put.get_by_label("Who", exact=True).select_option(label=who)
    put.get_by_label(place, exact=True).check()
    put.get_by_label("From", exact=True).fill(begins)
    put.get_by_label("Until", exact=True).fill(ends)
    desk.send(put.get_by_role("button", name="Put on call"))


def test_step_1_what_presses_stands_in_its_order(desk: Desk) -> None:
    desk.clock(SUPERVISOR, APRIL)
    put_on_call(desk, desk.of(SUPERVISOR), CM1.name, "First", "4/19/2027, 8 PM", "4/24/2027, 8 AM")
    desk.clock(SUPERVISOR, MONDAY)
    what_the_week_left(desk)
    page = desk.of(SUPERVISOR, "/")
    for _time in range(2):
        titles = page.locator("main h2").all_inner_texts()
        assert [each for each in titles if each in PRESSES] == list(PRESSES), titles
        anew(page)
    card = page.get_by_role("region", name="Debrief")
    expect(card).to_contain_text("On-call advocate asks for a debrief")
    expect(page.get_by_role("region", name="Capacity")).to_contain_text("Case manager 2 is full")
    expect(page.get_by_role("region", name="No case manager yet")).to_contain_text("Fern")
    for words in MATTERS:
        expect(page.get_by_role("region", name="Unclear: who is responsible")).to_contain_text(words)
    expect(page.get_by_role("region", name="Nobody on call")).to_contain_text(GAP)
    coming = page.get_by_role("region", name=PRESSES[-1])
    expect(coming).to_contain_text("Deposition: May 10 to May 14")
    expect(coming).to_contain_text("Case manager 1")
    desk.nothing_serious(page, "the supervisor's Monday")


def what_the_week_left(desk: Desk) -> None:
    """A debrief, a colleague who is full, two matters without a holder, a gap in the rota, a hard date."""
    advocate = desk.of(ON_CALL, "/care/")
    desk.send(advocate.get_by_role("button", name="Ask for a debrief"))
    says_capacity(desk, CM2, "I am full")
    page = desk.of(CM1)
    for words in MATTERS:
        desk.goto(page, f"{MAPLE}circle/")
        page.get_by_role("link", name="Add an open item").click()
        page.get_by_label("What is open").fill(words)
        desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, f"{MAPLE}periods/")
    page.get_by_role("link", name="Set a critical period").click()
    page.get_by_label("What it is about").select_option(label="Deposition")
    page.get_by_label("First day").fill("5/10/2027")
    page.get_by_label("Last day").fill("5/14/2027")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    lead = desk.of(SUPERVISOR)
    put_on_call(desk, lead, ON_CALL.name, "First", "5/3/2027, 6 AM", "5/4/2027, 2 AM")
    put_on_call(desk, lead, ON_CALL.name, "First", "5/4/2027, 6 AM", "5/7/2027, 6 AM")


def test_step_2_the_gap_is_filled_from_today(desk: Desk) -> None:
    page = desk.of(SUPERVISOR, "/")
    gap = page.get_by_role("region", name="Nobody on call")
    gap.get_by_role("link", name="Put somebody on call").click()
    put = page.locator("#put")
    put.get_by_label("Who", exact=True).select_option(label=CM3.name)
    expect(put.get_by_label("First", exact=True)).to_be_checked()  # with the hours of the gap
    desk.send(put.get_by_role("button", name="Put on call"))
    put_on_call(desk, page, CM2.name, "Second", "5/4/2027, 2 AM", "5/4/2027, 6 AM")
    desk.stands(page, CM3.name, CM2.name)
    expect(page.locator("main")).not_to_contain_text("Nobody is set as first: Tuesday")
    desk.nothing_serious(page, "the rota, filled")
    desk.goto(page, "/")
    expect(page.get_by_role("region", name="Nobody on call")).to_have_count(0)
    on_call_now(page, "On-call advocate, until")


def on_call_now(page: Page, words: str) -> None:
    """What the top of a page says of who is on call now."""
    expect(page.locator("header, nav.bar").filter(has_text=words)).not_to_have_count(0)


def test_step_3_the_load_board_says_amounts_and_takes_no_order(desk: Desk) -> None:
    page = desk.of(SUPERVISOR, f"/supervision/of/{CM3.id}/time/?held=1")
    page.get_by_label("When", exact=True).fill("2027-03-29T10:00")
    page.get_by_label("We have met").check()
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, "/program/")
    page.get_by_role("link", name="Load board").click()
    board = page.get_by_role("table")
    newest = row_of(board, CM3)
    expect(newest).to_contain_text(re.compile(r"\d+ of 30, about [\d.]+ hours of 40 a week"))
    expect(newest).to_contain_text("5 weeks")
    expect(row_of(board, CM1).locator("[data-title='Nights on call']")).to_have_text("5")
    expect(row_of(board, CM2)).to_contain_text("is full")
    desk.nothing_serious(page, "the load board")
    names = board.locator("tbody th").all_inner_texts()
    assert names == sorted(names)
    for order in ("notes", "-notes", "load", "weight"):
        desk.goto(page, f"/load/?sort={order}&order={order}")
        assert board.locator("tbody th").all_inner_texts() == names
    assert board.locator("thead :is(a, button), [aria-sort]").count() == 0
    ways = board.get_by_role("link").evaluate_all("all => all.map(one => new URL(one.href).pathname)")
    assert all(re.fullmatch(r"/load/[0-9a-f-]{36}/", each) for each in ways), ways
    board.get_by_role("link", name=CM1.name).click()
    desk.stands(page, "Amounts only. What they wrote is not reached from here.", "Maple")
    desk.nothing_serious(page, "what a colleague carries")


def row_of(board: Locator, member: Member) -> Locator:
    """The row of one colleague."""
    return board.get_by_role("row").filter(has_text=member.name)


def test_step_4_twenty_five_others_and_one_who_weighs_as_much(desk: Desk) -> None:
    page = desk.of(SUPERVISOR, f"/load/{CM3.id}/")
    before = weight_on(page)
    page.get_by_role("link", name="Add other people").click()
    page.get_by_label("What they are called together").fill("Domestic violence program")
    page.get_by_label("How many people").fill("25")
    page.get_by_label("Weight of each").fill("1")
    desk.nothing_serious(page, "other people in a caseload")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    assert weight_on(page) == before + 25
    one = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Clover", exact=True))
    weighed = int(one.locator(".meta").inner_text())
    page.get_by_role("link", name="Clover", exact=True).click()
    page.get_by_role("link", name="Set a weight").click()
    page.get_by_label("Weight of this person").fill("25")
    desk.nothing_serious(page, "a weight of their own")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "25")
    desk.goto(page, f"/load/{CM3.id}/")
    after = before + 25 - weighed + 25
    assert weight_on(page) == after
    desk.stands(page, "Domestic violence program", "25 people without a record here, each 1")
    desk.goto(page, "/load/")
    expect(row_of(page.get_by_role("table"), CM3)).to_contain_text(f"{after} of 30")


def weight_on(page: Page) -> int:
    """What a caseload weighs, as its page says."""
    found = re.match(r"\d+", page.get_by_role("region", name="Load").locator("b").first.inner_text())
    assert found
    return int(found[0])


def test_step_5_over_in_two_presses_without_a_reason(desk: Desk) -> None:
    says_capacity(desk, CM1, "I am over capacity")
    page = desk.of(CM1)
    desk.stands(page, "I am over capacity", "without a reason")
    assert page.locator("main [required], main textarea").count() == 0
    desk.nothing_serious(page, "my capacity")
    lead = desk.of(SUPERVISOR, "/")
    expect(lead.get_by_role("region", name="Capacity")).to_contain_text("Case manager 1 is over capacity")
    desk.goto(lead, f"{FERN}team/")
    one = lead.locator("li").filter(has_text=CM1.name).first
    expect(one).to_contain_text("is over capacity")
    desk.nothing_serious(lead, "choosing a case manager")


def test_step_6_a_place_on_the_list_and_then_a_colleague_all_the_same(desk: Desk) -> None:
    page = desk.of(SUPERVISOR, f"{FERN}team/")
    desk.stands(page, "Nobody of your team has room just now.")
    page.get_by_role("link", name="Put on the waiting list").click()
    page.get_by_label("Drop-in", exact=True).check()
    page.get_by_label("Who and when").fill("Drop-in worker, Tuesdays and Fridays")
    desk.nothing_serious(page, "waiting, with somebody meanwhile")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Fern", "Drop-in", "Drop-in worker, Tuesdays and Fridays", "waits since")
    desk.nothing_serious(page, "the waiting list")
    page.get_by_role("link", name="Choose a case manager").click()
    one = page.locator("li").filter(has_text=CM3.name).first
    for warning in ("trafficking training not recorded", "trauma training not recorded"):
        expect(one).to_contain_text(warning)
    one.get_by_role("radio").check()
    with desk.forgiving("422"):
        desk.send(page.get_by_role("button", name="Choose as case manager"))
    expect(page.get_by_role("alert")).to_contain_text("would have more than fits their hours")
    page.get_by_label("Why them, and what they have at their side").fill(WHY)
    desk.nothing_serious(page, "chosen all the same")
    desk.send(page.get_by_role("button", name="Choose as case manager"))
    desk.goto(page, f"{FERN}team/")
    desk.stands(page, CM3.name, "Chosen all the same by Supervisor:", WHY)
    desk.goto(page, "/waiting/")
    expect(page.locator("main")).not_to_contain_text("Fern")


def test_step_2_the_night_after_the_top_of_a_page_follows_the_clock(desk: Desk) -> None:
    """Last in this file, since it leaves Monday."""
    desk.clock(SUPERVISOR, TUESDAY)
    page = desk.of(SUPERVISOR, "/")
    on_call_now(page, f"{CM3.name}, until")
    desk.goto(page, "/on-call/")
    now = page.get_by_role("region", name="Now")
    expect(now).to_contain_text(f"First: {CM3.name}")
    expect(now).to_contain_text(f"Second: {CM2.name}")
