"""The driver takes a long statement of ours apart once, and not each time a page asks it."""

from django.db import connection
from psycopg import _queries


def test_a_long_statement_is_taken_apart_once(db: None) -> None:
    """Longer than the driver would keep by itself, as the timeline's union is."""
    before = _queries._query2pg.cache_info()
    long = f"select %s::int /* {'x' * 20_000} */"
    for number in (1, 2, 3):
        with connection.cursor() as cursor:
            cursor.execute(long, [number])
            assert cursor.fetchone() == (number,)
    after = _queries._query2pg.cache_info()
    assert (after.misses - before.misses, after.hits - before.hits) == (1, 2)
