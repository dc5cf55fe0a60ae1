"""How the tests of the partner's pages read a page, and the tables as their owner."""

from django.db import connection

from tests.workspace.door import Partner


def page(of: Partner, path: str = "/") -> str:
    answer = of.get(path)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def raw(statement: str) -> list[tuple[object, ...]]:
    """What stands in the tables, as the owner sees it."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(statement)
        found = cursor.fetchall()
        cursor.execute("set local role alongside_desk")
    return list(found)


def raw_change(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(statement)
        cursor.execute("set local role alongside_desk")
