"""The timeline shows every kind of moment that rooms describe, each with its own template."""

from django.template.loader import render_to_string

from alongside.access.room import rooms
from alongside.consent.actions import withdraw_release
from alongside.desk import timeline
from tests import cast
from tests.attacks.make import world


def test_every_kind_of_moment_is_shown() -> None:
    made = world("lighthouse")
    shown: dict[tuple[str, str], str] = {}
    with cast.acting(cast.CM1) as by:
        withdraw_release(by=by, participant=made.participant, release=made.release)
        page = timeline.page(made.participant)
        while True:
            for each in page.entries:
                told = render_to_string(each.template, {"thing": each.thing, "moment": each.moment})
                shown[each.moment.room, each.moment.kind] = told
            if page.older is None:
                break
            page = timeline.page(made.participant, after=page.older)
    described = {(room.label, kind) for room in rooms() if room.moments for kind in room.moments.kinds}
    described.add(("consent", "stop"))  # a permission once more, when it was stopped
    assert shown.keys() == described
    assert all(told.strip() for told in shown.values())
