"""A participant with a goal sheet, reached through acts; and a sheet sent as a browser would."""

import re
import uuid
from html.parser import HTMLParser

from django.http import HttpResponse

from alongside.goals import actions, rules
from alongside.participants.actions import assign, open_case, save_alias
from alongside.participants.choices import Part
from tests import cast


def lantern() -> uuid.UUID:
    """A participant of case manager 1, backed up by case manager 2."""
    person = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=person, alias="Lantern", needs=["a room with a lock"])
        assign(by=by, participant=person, staff=cast.CM1.id, part=Part.CASE_MANAGER)
        assign(by=by, participant=person, staff=cast.CM2.id, part=Part.BACKUP)
    with cast.acting(cast.CM1) as by:
        open_case(by=by, participant=person, need="my tooth")
    return person


def with_goals(person: uuid.UUID, *words: str, steps: tuple[str, ...] = (), who: str = "") -> None:
    """Goals on the sheet in this order; the steps come under the first."""
    goals = [uuid.uuid4() for _each in words]
    with cast.acting(cast.CM1) as by:
        actions.save_goal_sheet(
            by=by,
            participant=person,
            written=rules.WrittenSheet(
                goals=tuple(
                    rules.WrittenGoal(key, words=said) for key, said in zip(goals, words, strict=True)
                ),
                steps=tuple(
                    rules.WrittenStep(uuid.uuid4(), goal=goals[0], words=said, who=who) for said in steps
                ),
            ),
        )


class _Page(HTMLParser):
    """Reads what a form would send if it were sent as it stands."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.fields: dict[str, str] = {}
        self.inside = False
        self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == "sheet"
        name = given.get("name") or ""
        if not self.inside or not name:
            return
        if tag == "textarea":
            self.area = name
            self.fields[name] = ""
        elif tag == "input":
            kind = given.get("type")
            if kind != "radio" or "checked" in given:
                self.fields[name] = given.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.fields[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""
        elif tag == "form":
            self.inside = False


def as_it_stands(page: HttpResponse) -> dict[str, str]:
    """What the sheet's form would send untouched."""
    reader = _Page()
    reader.feed(page.content.decode())
    # A browser leaves out the first line end after the tag.
    return {name: value.removeprefix("\n") for name, value in reader.fields.items()}


def named(fields: dict[str, str], pattern: str) -> list[str]:
    """The names of fields in their order on the page, such as "g-.*-words"."""
    return [name for name in fields if re.fullmatch(pattern, name)]
