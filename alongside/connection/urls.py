"""Addresses of notes, of the strand of connection, of a month's work and of the list of services: opaque
references only."""

from django.urls import path

from alongside.connection import program
from alongside.connection.views import movements, notes, staying, strand

app_name = "connection"
urlpatterns = [
    path("note/", notes.note, name="note"),
    path("notes/<uuid:note>/", notes.read, name="read"),
    path("notes/<uuid:note>/amend/", notes.amend, name="amend"),
    path("notes/<uuid:note>/statement/", notes.statement, name="statement"),
    path("notes/<uuid:note>/visible/", notes.visible, name="visible"),
    path("notes/<uuid:note>/remove/", notes.remove, name="remove"),
    path("notes/<uuid:note>/restore/", notes.restore, name="restore"),
    path("people/<uuid:participant>/shifts/new/", strand.notice, name="notice"),
    path("people/<uuid:participant>/shifts/<uuid:noticed>/", strand.shift, name="shift"),
    path(
        "people/<uuid:participant>/shifts/<uuid:noticed>/remove/",
        strand.remove,
        name="remove_engagement_shift",
    ),
    path(
        "people/<uuid:participant>/shifts/<uuid:noticed>/restore/",
        strand.restore,
        name="restore_engagement_shift",
    ),
    path("people/<uuid:participant>/season/", strand.season, name="season"),
    path(
        "people/<uuid:participant>/season/<uuid:change>/remove/",
        strand.remove_season,
        name="remove_season",
    ),
    path(
        "people/<uuid:participant>/season/<uuid:change>/restore/",
        strand.restore_season,
        name="restore_season",
    ),
    path("people/<uuid:participant>/moved/", movements.moved, name="moved"),
    path(
        "people/<uuid:participant>/moved/<uuid:movement>/remove/",
        movements.remove_moved,
        name="remove_moved",
    ),
    path(
        "people/<uuid:participant>/moved/<uuid:movement>/restore/",
        movements.restore_moved,
        name="restore_moved",
    ),
    path("people/<uuid:participant>/presence/", strand.presence, name="presence"),
    path("people/<uuid:participant>/presence/hello/", strand.hello, name="hello"),
    path("people/<uuid:participant>/presence/later/", staying.later, name="later"),
    path("people/<uuid:participant>/since/", staying.since, name="since"),
    path("people/<uuid:participant>/trust/", staying.trust, name="trust"),
    path("people/<uuid:participant>/agreement/", strand.agreement, name="agreement"),
    path("people/<uuid:participant>/agreement/write/", strand.write_agreement, name="write_agreement"),
    path("people/<uuid:participant>/agreement/print/", strand.print_agreement, name="print_agreement"),
    path("people/<uuid:participant>/activity/", program.activity_of, name="activity_of"),
    path("program/activity/", program.activity, name="activity"),
    path("program/check-ins/", staying.reminder, name="reminder"),
    path("program/services/", program.services, name="services"),
    path("program/services/new/", program.service, name="new_service"),
    path("program/services/<uuid:kind>/", program.service, name="service"),
]
