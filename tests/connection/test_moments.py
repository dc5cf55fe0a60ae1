"""Notes on the timeline: everything they show comes with the timeline's one query."""

import uuid

from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from alongside.access.moment_kinds import MomentRow
from alongside.connection.actions import add_statement, remove_note
from alongside.connection.moments import MOMENTS
from alongside.participants.models import Moment
from tests import cast
from tests.connection import make


def test_a_moment_shows_the_whole_note_without_a_further_query() -> None:
    about, kinds = make.person(), make.services()
    kept = make.note(
        about,
        happened="ሻይ ጠጣን",
        responded="We sat.",
        minutes=40,
        services=[kinds["accompaniment"], kinds["emotional_support"]],
        participant_can_see=False,
    )
    with cast.acting(cast.CM1) as by:
        add_statement(by=by, participant=about, note=kept.pk, statement=uuid.uuid4(), words="my own words")
    with cast.acting(cast.CM1) as by:
        with CaptureQueriesContext(connection) as asked:
            first, *more = MOMENTS.rows(about)
            row = MomentRow(*first.union(*more)[0])
            thing = MOMENTS.shown(row)
        assert len(asked) == 2  # the timeline, and the keys
        assert (row.ref, row.room, row.kind) == (kept.pk, "connection", "note")
        assert (thing["happened"], thing["responded"], thing["minutes"]) == ("ሻይ ጠጣን", "We sat.", 40)
        assert thing["services"] == ["Emotional support", "Accompaniment"]
        assert [said["words"] for said in thing["statements"]] == ["my own words"]
        moment = Moment.objects.select_related("by").get(ref=row.ref)
        page = render_to_string(f"connection/moments/{row.kind}.html", {"thing": thing, "moment": moment})
        for words in ("ሻይ ጠጣን", "We sat.", "40 minutes", "Accompaniment", "my own words", "Case manager 1"):
            assert words in page
        assert "for us alone" in page


def test_a_note_taken_away_is_not_on_the_timeline() -> None:
    about = make.person()
    kept = make.note(about)
    with cast.acting(cast.CM1) as by:
        remove_note(by=by, participant=about, note=kept.pk)
        assert not any(MOMENTS.rows(about))


def test_a_stranger_gets_no_moment() -> None:
    about = make.person()
    make.note(about)
    with cast.acting(cast.CM3):
        assert not any(MOMENTS.rows(about))
