"""Addresses of notes, of a month's work and of the list of services. They hold opaque references only."""

from django.urls import path

from alongside.connection import program, views

app_name = "connection"
urlpatterns = [
    path("note/", views.note, name="note"),
    path("notes/<uuid:note>/", views.read, name="read"),
    path("notes/<uuid:note>/amend/", views.amend, name="amend"),
    path("notes/<uuid:note>/statement/", views.statement, name="statement"),
    path("notes/<uuid:note>/visible/", views.visible, name="visible"),
    path("notes/<uuid:note>/remove/", views.remove, name="remove"),
    path("notes/<uuid:note>/restore/", views.restore, name="restore"),
    path("people/<uuid:participant>/activity/", program.activity_of, name="activity_of"),
    path("program/activity/", program.activity, name="activity"),
    path("program/services/", program.services, name="services"),
    path("program/services/new/", program.service, name="new_service"),
    path("program/services/<uuid:kind>/", program.service, name="service"),
]
