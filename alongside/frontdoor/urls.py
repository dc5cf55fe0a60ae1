"""Addresses of the front door."""

from django.urls import path

from alongside.frontdoor import views, views_known

app_name = "frontdoor"
urlpatterns = [
    path("calls/new/", views.call, name="call"),
    path("visits/new/", views.visit, name="visit"),
    path("contacts/", views.contacts, name="contacts"),
    path("contacts/<uuid:contact>/", views.contact, name="contact"),
    path("contacts/<uuid:contact>/words/", views.amend, name="amend"),
    path("contacts/<uuid:contact>/alias/", views_known.alias, name="alias"),
    path("contacts/<uuid:contact>/join/", views_known.join, name="join"),
    path("contacts/<uuid:contact>/part/", views_known.part, name="part"),
    path("contacts/<uuid:contact>/assign/", views_known.assign, name="assign"),
    path("contacts/<uuid:contact>/start/", views_known.start, name="start"),
    path("acquaintances/<uuid:participant>/", views_known.acquaintance, name="acquaintance"),
    path("acquaintances/<uuid:participant>/join/", views_known.join_here, name="join_here"),
]
