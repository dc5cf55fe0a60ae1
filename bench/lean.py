"""Makes the lean database of the floors and signs somebody in there; prints the cookie. Run by `bench`."""

import json
import sys
import time

from bench.floors import Note, Person, connection, timezone

WORDS = "a room with a lock, my papers back, work that pays on Fridays"


def fill(count: int) -> None:
    """As many plain people as the house has, a hundred to a worker."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(Person)
        editor.create_model(Note)
    now = timezone.now()
    people = (
        Person(alias=f"Somebody {number}", state="active", words=WORDS, at=now, worker=number // 100)
        for number in range(count)
    )
    Person.objects.bulk_create(people, batch_size=2000)
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")


def signed_in() -> str:
    """A session of one worker."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore

    user = User.objects.create_user("worker")
    store = SessionStore()
    store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(user.pk), "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    return str(store.session_key)


def bare_select(times: int = 3000) -> float:
    """Microseconds of one select by primary key through the driver alone, in the middle."""
    name = Person.objects.values_list("pk", flat=True)[0]
    taken = []
    with connection.cursor() as cursor:
        for _each in range(times):
            begun = time.perf_counter()
            cursor.execute("select alias from floors_person where id = %s", [name])
            cursor.fetchone()
            taken.append(time.perf_counter() - begun)
    return sorted(taken)[times // 2] * 1e6


if __name__ == "__main__":
    fill(int(sys.argv[1]))
    sys.stdout.write(json.dumps({"session": signed_in(), "select_us": bare_select()}) + "\n")
