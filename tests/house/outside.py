"""People of other doors, who try their own session at the desk."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

from alongside.project.demo.cast import known_id
from tests import cast


def outsider(who: str) -> Client:
    """Somebody of another door (a participant, a partner) who tries their own session at the desk's."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(known_id(who))
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = "of another door"
    store.save()
    client = cast.nobody()
    client.cookies[settings.SESSION_COOKIE_NAME] = store.session_key
    return client
