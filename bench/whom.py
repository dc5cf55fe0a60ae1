"""Whom the measures are about: who has the longest story, a usual one, one who is written to; and how large it is."""

import json
import sys

from bench.fill import setup, staff_id


def whom() -> dict[str, object]:
    """References of three participants of the first worker, and the size of the database."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "select n.participant_id, count(*) from core.connection_note n"
            " join core.participants_membership m on m.participant_id = n.participant_id"
            " where m.staff_id = %s and m.part = 'case_manager' and upper_inf(m.during) group by 1 order by 2 desc",
            [staff_id(0)],
        )
        rows = cursor.fetchall()
        cursor.execute(
            "select pg_database_size(current_database()), count(*) from core.participants_participant"
        )
        size, people = cursor.fetchone()
    return {
        "long": str(rows[0][0]),
        "usual": str(rows[1][0]),
        "written to": str(rows[2][0]),  # whose page is not measured: they grow during a run
        "facts": {"MB for 10,000 participants": size / people * 10_000 / 2**20, "MB in all": size / 2**20},
    }


if __name__ == "__main__":
    setup("backup")
    sys.stdout.write(json.dumps(whom()) + "\n")
