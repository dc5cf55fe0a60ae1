"""Addresses of the front door."""

from django.urls import path

from alongside.frontdoor.views import door, helps, known

app_name = "frontdoor"
urlpatterns = [
    path("calls/new/", door.call, name="call"),
    path("visits/new/", door.visit, name="visit"),
    path("contacts/", door.contacts, name="contacts"),
    path("contacts/<uuid:contact>/", door.contact, name="contact"),
    path("contacts/<uuid:contact>/words/", door.amend, name="amend"),
    path("contacts/<uuid:contact>/alias/", known.alias, name="alias"),
    path("contacts/<uuid:contact>/join/", known.join, name="join"),
    path("contacts/<uuid:contact>/part/", known.part, name="part"),
    path("contacts/<uuid:contact>/assign/", known.assign, name="assign"),
    path("contacts/<uuid:contact>/start/", known.start, name="start"),
    path("acquaintances/<uuid:participant>/", known.acquaintance, name="acquaintance"),
    path("people/<uuid:participant>/about/drop-in/", helps.read_here, name="read_here"),
    path("acquaintances/<uuid:participant>/join/", known.join_here, name="join_here"),
]
