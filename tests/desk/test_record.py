"""Who looked and what was done: in words, in both languages, with the reason why the record was open."""

import inspect
import re
import sys
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import translation

from alongside import trail
from alongside.access.acts import ActOf, act
from alongside.access.roles import Can
from alongside.access.room import rooms
from alongside.clock.models import ClockSetting
from alongside.desk import plain
from tests import cast
from tests.desk.make import person
from tests.transfers.make import handed_over

ROOT = Path(plain.__file__).parents[1]
# A look at somebody names the participant; one at a list of one's own names the reader.
LOOK = re.compile(r"(?:trail\.looked\(|opened\(|trail\.Entry\()([^()]*(?:\([^()]*\)[^()]*)*)\)")
VERB = re.compile(r'"((?:open|print|export|see|show|list|plan|hand)_[a-z0-9_]+)"')


def _looks_at_people() -> set[str]:
    found = set()
    for source in ROOT.rglob("*.py"):
        for call in LOOK.findall(source.read_text()):
            if not re.search(r'"[a-z_]+", (?:request\.)?actor\.id', call):
                found |= set(VERB.findall(call))
    return found


def _acts_about_people() -> set[str]:
    """Acts that name a participant: what they do stands in that person's chain."""
    get_resolver().url_patterns  # noqa: B018 - reads every room
    acts = {
        function.act.name: function
        for name, module in list(sys.modules.items())
        if name.startswith("alongside.")
        for function in vars(module).values()
        if isinstance(getattr(function, "act", None), ActOf)
    }
    return {name for name, each in acts.items() if "participant" in inspect.signature(each).parameters}


def test_every_look_and_every_act_about_somebody_has_words_in_both_languages() -> None:
    looks, deeds = _looks_at_people(), _acts_about_people()
    assert {"open_circle", "open_record"} <= looks and {"save_matter", "log_contact"} <= deeds
    said = {verb for room in rooms() for verb in room.looks or {}}
    assert sorted(looks - said - deeds) == []
    for verb in looks | deeds:
        with translation.override("es"):
            spoken = plain.in_plain_words(verb, "done")
        assert spoken != plain.in_plain_words(verb, "done"), verb


def test_an_act_about_somebody_without_words_does_not_start() -> None:
    def keep_planted(*, by: Any, participant: uuid.UUID) -> None: ...

    with pytest.raises(TypeError, match="say for the log"):
        act(Can.WORK_HERE)(keep_planted)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("outcome", ["done", "looked", "turned_away", "failed"])
def test_the_raw_name_of_an_act_never_shows(language: str, outcome: str) -> None:
    about, act = person(), "open_something_new"
    with cast.acting(cast.CM1):
        trail.note(trail.Entry(act, about, outcome))
        trail.flush()
    client = cast.signed_in(cast.CM1)
    answer = client.get(f"/people/{about}/record/", headers={"accept-language": language})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert act not in page and "something new" not in page and "open something" not in page


def test_each_line_says_why_the_record_was_open() -> None:
    about = person()
    for member in (cast.CM1, cast.CM2, cast.SUPERVISOR, cast.CM3):
        cast.signed_in(member).get(f"/people/{about}/")
    ClockSetting.set_to(cast.BEGINS + timedelta(days=3), running=False)
    handed_over(about, cast.CM3)
    client = cast.signed_in(cast.CM3)
    client.get(f"/people/{about}/circle/")
    lines = re.split(r"<li>", client.get(f"/people/{about}/record/").content.decode())
    said = [" ".join(re.sub(r"<[^>]+>", " ", line).split()) for line in lines]

    def line(name: str, what: str) -> str:
        return next(each for each in said if name in each and what in each)

    assert "as their case manager" in line("Case manager 1", "opened the page")  # their part at that time
    assert "as their backup" in line("Case manager 2", "opened the page")
    assert "as a supervisor" in line("Supervisor", "opened the page")
    assert "as their case manager" in line("Case manager 3", "read who is involved")
    refused = line("Case manager 3", "tried, and it did not open")
    assert " as " not in refused


def test_reasons_are_told_in_spanish_too() -> None:
    about = person()
    client = cast.signed_in(cast.CM1)
    client.get(f"/people/{about}/")
    page = client.get(f"/people/{about}/record/", headers={"accept-language": "es"}).content.decode()
    assert "as their case manager" not in page and "llevando el caso" in page
