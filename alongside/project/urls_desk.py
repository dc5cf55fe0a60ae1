"""Every address of the staff door. Rooms keep their own; this file only says where they hang."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, path

from alongside.access.doors import public
from alongside.access.room import addresses
from alongside.access.urls import allauth_urls
from alongside.project.telling import EARLY

handler400 = "alongside.ui.held.not_understood"
handler500 = "alongside.ui.held.went_wrong"
urlpatterns: list[URLPattern | URLResolver] = [
    *(path(address.lstrip("/"), view) for address, view in EARLY.items()),
    *allauth_urls,
    *addresses("desk"),
]
if settings.MODE != "production" and find_spec("alongside.ui.views"):
    from alongside.ui.views import gallery

    urlpatterns.append(path("gallery/", public(because="for developers; absent in production")(gallery)))
if settings.DEMO_CARDS:
    from alongside.project.demo import cards

    urlpatterns.append(cards.ADDRESS)
