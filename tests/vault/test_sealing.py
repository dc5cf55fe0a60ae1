"""Sealing, opening and wrapping; and that no word is readable in a table."""

import uuid

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.participants.models import Need, Participant
from alongside.vault import ring, sealing
from tests import cast
from tests.people import lantern

anything = st.text(max_size=400)


@pytest.mark.no_database
@given(anything)
def test_what_is_sealed_comes_back_verbatim(words: str) -> None:
    key = sealing.new_key()
    assert sealing.unseal(key, "table|column|row", sealing.seal(key, "table|column|row", words)) == words


@pytest.mark.no_database
@given(anything)
def test_a_word_moved_to_another_row_does_not_open(words: str) -> None:
    key = sealing.new_key()
    sealed = sealing.seal(key, "note|words|1", words)
    for elsewhere in ("note|words|2", "note|other|1", "goal|words|1"):
        with pytest.raises(sealing.DoesNotOpen):
            sealing.unseal(key, elsewhere, sealed)


@pytest.mark.no_database
def test_the_length_of_what_is_sealed_tells_steps_alone() -> None:
    key = sealing.new_key()
    lengths = {size: len(sealing.seal(key, "a|b|c", "x" * size)) for size in range(9000)}
    assert len({lengths[size] for size in range(60)}) == 1  # nothing at all, a tick, a kind, a name
    assert len(set(lengths.values())) == 9
    assert all(lengths[size] <= 2 * size + 100 for size in lengths)
    for words in ("", "\0", "ends so\0\0", "\x80", "x" * 63, "x" * 64, "ሰላም" * 40):
        assert sealing.unseal(key, "a|b|c", sealing.seal(key, "a|b|c", words)) == words


@pytest.mark.no_database
def test_a_changed_byte_or_another_key_does_not_open() -> None:
    key = sealing.new_key()
    sealed = sealing.seal(key, "a|b|c", "a room with a lock")
    for at in range(len(sealed)):
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(sealing.DoesNotOpen):
            sealing.unseal(key, "a|b|c", changed)
    with pytest.raises(sealing.DoesNotOpen):
        sealing.unseal(sealing.new_key(), "a|b|c", sealed)


@pytest.mark.no_database
def test_a_wrapped_key_is_for_one_door_and_one_name() -> None:
    master, key, name = sealing.new_key(), sealing.new_key(), uuid.uuid4()
    wrapped = sealing.wrap(master, "desk", name, key)
    assert sealing.unwrap(master, "desk", name, wrapped) == key
    for door, other in (("portal", name), ("desk", uuid.uuid4())):
        with pytest.raises(sealing.DoesNotOpen):
            sealing.unwrap(master, door, other, wrapped)


def test_no_word_stands_in_a_table() -> None:
    lantern()
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_backup")
        found = ""
        for table in ("participant", "need", "details", "statechange", "membership", "moment"):
            cursor.execute(f"select coalesce(string_agg(t::text, ' '), '') from core.participants_{table} t")
            found += cursor.fetchone()[0]
    assert len(found) > 1000
    for word in ("Lantérn", "a room with a lock", "my tooth", "near a door"):
        assert word not in found
        assert word.encode().hex() not in found


def test_the_keys_of_a_list_come_in_one_query(django_assert_num_queries: object) -> None:
    people = [lantern() for _ in range(3)]
    with cast.acting(cast.CM1):
        with django_assert_num_queries(2):  # type: ignore[operator]
            rows = list(Participant.objects.all())
            assert [row.alias for row in rows] == ["Lantérn"] * 3
        assert {row.pk for row in rows} == set(people)


def test_a_destroyed_key_leaves_nothing_to_read() -> None:
    person = lantern()
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("alter table vault.vault_key no force row level security")
        cursor.execute("delete from vault.vault_key where participant_id = %s", [person])
        cursor.execute("set local role alongside_desk")
    with cast.acting(cast.CM1), pytest.raises(ring.NoKey):
        _ = Need.objects.filter(participant_id=person)[0].words


def test_sealed_words_cannot_be_written_past_the_seal() -> None:
    person = lantern()
    with cast.acting(cast.CM1), pytest.raises(TypeError), transaction.atomic():
        Participant.objects.filter(pk=person).update(alias="in clear")
