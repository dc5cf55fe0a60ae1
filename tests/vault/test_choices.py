"""Codes that are sealed: read like any other, held to their list by the field, and alike in the table."""

import pytest
from django.db import connection

from alongside.participants.actions import go_gently
from alongside.participants.choices import Stance, Topic
from alongside.participants.models import GentleTopic
from alongside.vault.fields import NotKnown, SealedChoice, SealedChoices
from tests import cast
from tests.people import lantern


def test_a_sealed_code_reads_as_it_was_written_and_tells_nothing_in_the_table() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        for each in Topic.values:
            go_gently(by=by, participant=person, topic=each, stance=Stance.values[0])
        rows = {row.topic: row for row in GentleTopic.objects.filter(participant_id=person)}
        assert set(rows) == set(Topic.values)
        assert {row.get_stance_display() for row in rows.values()} == {Stance.choices[0][1]}
        with connection.cursor() as cursor:
            cursor.execute(
                "select octet_length(topic), octet_length(stance) from core.participants_gentletopic"
            )
            assert len({length for row in cursor.fetchall() for length in row}) == 1
            cursor.execute("select count(distinct stance) from core.participants_gentletopic")
            assert cursor.fetchone() == (len(Topic.values),)


def test_a_topic_has_one_stance() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        for stance in (*Stance.values, *Stance.values):
            go_gently(by=by, participant=person, topic=Topic.values[0], stance=stance)
        assert [row.stance for row in GentleTopic.objects.filter(participant_id=person)] == [
            Stance.values[-1]
        ]


@pytest.mark.no_database
def test_a_code_that_is_not_known_is_not_sealed() -> None:
    one, several = SealedChoice(choices=Stance), SealedChoices(choices=Stance)
    one.name = several.name = "stance"
    known = Stance.values[0]
    assert (one.to_words(known), one.to_words(Stance(known)), one.to_words("")) == (known, known, "")
    assert several.from_words(several.to_words(Stance.values)) == Stance.values
    assert several.from_words(several.to_words([])) == [] == several.get_default()
    for field, value in ((one, "anything"), (several, [known, "anything"])):
        with pytest.raises(NotKnown):
            field.to_words(value)


@pytest.mark.no_database
def test_another_word_for_a_code_asks_for_no_migration() -> None:
    assert (
        SealedChoice(choices=Stance).deconstruct()[3] == {} == SealedChoices(choices=Topic).deconstruct()[3]
    )
