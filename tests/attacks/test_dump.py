"""Somebody reads a dump: the codes that nothing compares are as dark in it as the words are."""

import pytest
from django.apps import apps
from django.db import connection

from alongside.vault.fields import SealedChoice
from tests.attacks.make import world

# Hard-coded, so that a column that comes to stand in clear again is missed here.
DARK = [
    ("participants_theirchoice", "answer"), ("participants_gentletopic", "topic"),
    ("participants_gentletopic", "stance"),
    ("participants_contactpoint", "may_call"), ("participants_contactpoint", "may_leave_message"),
    ("participants_contactpoint", "may_text"), ("participants_contactpoint", "may_say_who"),
    ("consent_lawfulexception", "kind"), ("consent_lawfulexception", "tell_first"), ("consent_releasesigner", "how"),
    ("consent_release", "withdrawn_how"), ("consent_wishsaid", "wish"), ("connection_noteversion", "kind"),
    ("connection_engagementshift", "kind"), ("connection_engagementshift", "lens"),
    ("connection_engagementshift", "response"),
    ("connection_seasonchange", "season"), ("goals_supportchange", "level"), ("goals_supportchange", "asked_by"),
    ("goals_taperstep", "pace"), ("goals_taperchange", "move"), ("goals_taperchange", "pace"),
    ("goals_taperchange", "asked_by"), ("goals_lifeareadescription", "area"), ("circle_casedecision", "their_part"),
    ("circle_clarity", "sees"), ("circle_clarity", "answer"), ("circle_worry", "choice"), ("circle_concern", "how"),
    ("journey_answer", "choice"), ("journey_answer", "asked_in"), ("journey_welcome", "language"),
    ("journey_welcome", "wording"), ("referrals_referral", "ways"), ("referrals_partneranswer", "answer"),
    ("participants_casemanagerrequest", "kind"), ("connection_note", "tags"), ("connection_noteversion", "tags"),
    ("connection_seasonchange", "set_by"), ("legal_strand", "kind"), ("legal_strand", "state"),
    ("legal_strandchange", "state"), ("legal_strandevent", "kind"),
    ("legal_strandchange", "state"),
    ("benefits_clock", "state"), ("benefits_clock", "how"), ("benefits_clockchange", "state"),
    ("benefits_clockchange", "how"), ("benefits_clockchange", "turn"), ("benefits_familymember", "relation"),
    ("benefits_trip", "excused"),
    ("benefits_trip", "excused"),
    ("benefits_certificationdate", "document"), ("benefits_approval", "answer"), ("benefits_approvalturn", "answer"),
    ("connection_seasonchange", "set_by"),
    ("participants_criticalperiod", "kind"), ("participants_criticalperiod", "intensity"),
    ("safety_planversion", "copy"),
    ("break_glass_opening", "outcome"), ("workforce_leftword", "way"),
    ("participants_briefline", "kind"), ("caseload_waiting", "interim"),
    ("safety_planversion", "copy"), ("safety_talkedabout", "page"),
    ("questions_askedquestion", "may_tell"), ("questions_askedquestion", "stands"),
    ("questions_questionupdate", "kind"), ("care_supportrequest", "kind"), ("care_relationshipcheck", "told_by"),
    ("care_appreciation", "kind"), ("care_reviewanswer", "state"),
    ("meetings_interpreting", "day"), ("meetings_interpreting", "way"), ("meetings_interpreting", "again"),
]  # fmt: skip


def test_a_dump_tells_no_code_that_nothing_compares() -> None:
    world("Lantérn")
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_backup")
        told, seen = set(), set()
        for table, column in DARK:
            cursor.execute(f'select "{column}"::text from core.{table}')
            values = [value for (value,) in cursor.fetchall()]
            seen |= {table} if values else set()
            if any(value and not value.startswith("\\x01") for value in values):
                told.add((table, column))
            # Alike in length and never twice the same: neither tells which rows say the same thing.
            assert len({len(value) for value in values}) <= 1 and len(set(values)) == len(values), (
                table,
                column,
            )
    assert told == set()
    assert len(seen) > 15


@pytest.mark.no_database
def test_every_sealed_code_is_among_them() -> None:
    fields = {
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedChoice)
    }
    assert fields <= set(DARK)
