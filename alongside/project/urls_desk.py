"""Every address of the staff door. Rooms keep their own; this file only says where they hang."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from alongside.access.doors import public
from alongside.access.urls import allauth_urls
from alongside.project.telling import EARLY

handler400 = "alongside.ui.held.not_understood"
handler500 = "alongside.ui.held.went_wrong"
urlpatterns: list[URLPattern | URLResolver] = [
    *(path(address.lstrip("/"), view) for address, view in EARLY.items()),
    *allauth_urls,
    path("", include("alongside.access.urls")),
]
for _room in (
    "drafts",
    "agency",
    "participants",
    "partners",
    "consent",
    "meetings",
    "connection",
    "goals",
    "frontdoor",
    "referrals",
    "circle",
    "provisions",
    "journey",
    "workforce",
    "practice",
    "custody",
    "desk",
):
    if find_spec(f"alongside.{_room}.urls"):
        urlpatterns.append(path("", include(f"alongside.{_room}.urls")))

urlpatterns.append(path("", include("alongside.desk.urls_program")))

if settings.MODE != "production" and find_spec("alongside.ui.views"):
    from alongside.ui.views import gallery

    urlpatterns.append(path("gallery/", public(because="for developers; absent in production")(gallery)))
