"""What the desk's own SQL can do about two records of one person: read what it is shown, and nothing else."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside.participants.models import AliasToken
from tests import cast
from tests.participants.twice import OTHER_BOSS, OTHER_WORKER, begin, known, raised, two_teams, work


@pytest.mark.parametrize("member", [cast.CM1, cast.SUPERVISOR, OTHER_BOSS])
@pytest.mark.parametrize(
    "statement",
    [
        "select count(*) from core.participants_likeness",
        "delete from core.participants_likeness",
        "insert into core.participants_likeness select * from core.participants_likeness",
        "select core.look_for_same(gen_random_uuid())",
        "insert into core.participants_possibleduplicate (id) values (gen_random_uuid())",
        "update core.participants_possibleduplicate set one_id = two_id",
        "update core.participants_possibleduplicate set raised_by_id = one_id",
        "update core.participants_possibleduplicate set answer = 'together', answered_by_id = access.actor()",
        "delete from core.participants_possibleduplicate",
        "insert into core.participants_linkedrecords (id) values (gen_random_uuid())",
        "update core.participants_linkedrecords set ended_at = now()",
    ],
)
def test_sql_of_the_desk_compares_nothing_and_ties_nobody(statement: str, member: cast.Member) -> None:
    two_teams()
    known()
    begin(cast.CM1)
    work()
    if "together" in statement and not raised(member):
        return
    with cast.acting(member), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement)


def test_the_look_up_within_reach_tells_of_nobody_else() -> None:
    two_teams()
    known()
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select token from core.participants_likeness")
        (token,) = cursor.fetchone()
        cursor.execute("set local role alongside_desk")
        for member, count in ((cast.CM1, 0), (cast.SUPERVISOR, 0), (cast.DIRECTOR, 0), (OTHER_WORKER, 1)):
            with cast.acting(member):
                cursor.execute("select cardinality(core.alike_within_reach(%s, null))", [token])
                assert cursor.fetchone() == (count,), member
                assert not AliasToken.objects.filter(token=bytes(token)).exists()


def test_a_token_is_kept_about_ones_own_people_alone() -> None:
    two_teams()
    person = known()
    with cast.acting(cast.CM1), pytest.raises(DatabaseError, match="within reach"), transaction.atomic():
        connection.cursor().execute("select core.keep_likeness(%s, 'alias', %s, %s)", [person, person, b"x"])
