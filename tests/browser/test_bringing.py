"""Bringing people over on a screen and on a phone: asked, looked at, agreed to by another, and taken back."""

import os

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1, CUSTODIAN, DIRECTOR
from tests.browser.desk import Desk

FILE = (
    "Client ID;Nickname;First Name;Mobile Phone;Case Owner;Goal;Note;Note date;vic_TypeOfExploitation;Shoe size\n"
    f"71;Heron;Aya;+1 555 0100;{CM1.name};a quiet room;She came with her sister.;2024-03-05;Servitude;38\n"
    "72;Marsh;;;Nobody Here;;;13/13/2024;;\n"
)


def _look(page: Page, desk: Desk, name: str) -> None:
    desk.nothing_serious(page, name)
    if folder := os.environ.get("ALONGSIDE_LOOK"):
        page.screenshot(path=f"{folder}/{name.replace(' ', '-')}-{desk.width}.png", full_page=True)


def test_a_spreadsheet_comes_over_once_another_agrees(desk: Desk) -> None:
    page = desk.of(CUSTODIAN, "/custody/bring/")
    _look(page, desk, "bring")
    page.get_by_label("A spreadsheet").set_input_files(
        {"name": "people.csv", "mimeType": "text/csv", "buffer": FILE.encode()}
    )
    page.get_by_label("Why they come over").fill("We leave the old system.")
    desk.send(page.get_by_role("button", name="Read the file"))
    desk.stands(page, "Not brought over", "vic_TypeOfExploitation")
    _look(page, desk, "columns")
    desk.send(page.get_by_role("button", name="Check the rows"))
    desk.stands(page, "People: 1, from 1 of 2 rows", "Row 3", "We could not read a day.", "Shoe size")
    _look(page, desk, "move asked")
    address = page.url
    other = desk.of(DIRECTOR, "/custody/")
    _look(other, desk, "moves")
    other.goto(address)
    _look(other, desk, "agree")
    desk.send(other.get_by_role("button", name="I agree"))
    page = desk.of(CUSTODIAN, "/custody/")
    page.goto(address)
    _look(page, desk, "move open")
    desk.send(page.get_by_role("button", name="Bring them over"))
    expect(page.get_by_text("People who came over: 1.")).to_be_visible()
    _look(page, desk, "move done")
    desk.send(page.get_by_role("button", name="Undo"))
    expect(page.get_by_text("Nobody of this file is here any more.")).to_be_visible()
