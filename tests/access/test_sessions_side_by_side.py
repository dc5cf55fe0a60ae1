"""Two requests of one person at once: neither undoes what the other put into the session."""

from django.conf import settings

from alongside.access.session_store import SessionStore
from tests import cast


def _session() -> str:
    return cast.signed_in(cast.CM1).cookies[settings.SESSION_COOKIE_NAME].value


def test_what_one_request_puts_in_stays_while_another_writes() -> None:
    key = _session()
    form, draft = SessionStore(key), SessionStore(key)
    form["_messages"], draft["seen"] = "kept", 7
    form.save()
    draft.save()
    stands = SessionStore(key)
    assert (stands["_messages"], stands["seen"]) == ("kept", 7)


def test_what_one_takes_out_stays_out_and_what_came_meanwhile_stays_in() -> None:
    key = _session()
    first = SessionStore(key)
    first["_messages"] = "old"
    first.save()
    shown, sent = SessionStore(key), SessionStore(key)
    del shown["_messages"]
    sent["locked"] = True
    sent.save()
    shown.save()
    stands = SessionStore(key)
    assert "_messages" not in stands and stands["locked"] is True


def test_signing_out_ends_it_for_everybody() -> None:
    key = _session()
    late = SessionStore(key)
    late["seen"] = 9
    SessionStore(key).flush()
    try:
        late.save()
    except Exception as gone:  # Django's own answer to a session that went meanwhile
        assert type(gone).__name__ in ("UpdateError", "SessionInterrupted")
    assert not SessionStore().exists(key)
