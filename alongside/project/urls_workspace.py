"""Every address of the partner's door."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, path

from alongside.access.room import addresses
from alongside.access.urls import allauth_urls
from alongside.project.telling import EARLY

handler400 = "alongside.ui.held.not_understood"
handler500 = "alongside.ui.held.went_wrong"
urlpatterns: list[URLPattern | URLResolver] = [
    *(path(address.lstrip("/"), view) for address, view in EARLY.items()),
    *allauth_urls,
    *addresses("workspace"),
]
if settings.DEMO_CARDS:
    from alongside.project.demo import cards

    urlpatterns.append(cards.ADDRESS)
