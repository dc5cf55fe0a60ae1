"""Addresses of streams of money, and of who is enrolled in them."""

from django.urls import path

from alongside.funding import claim_views, enrolment_views, stream_views, time_views

app_name = "streams"
_S = "program/streams/<uuid:stream>/"
_M = "program/month-end/<uuid:stream>/<str:month>/"
_OF = "people/<uuid:participant>/funding/"
urlpatterns = [
    path("streams/", stream_views.streams, name="streams"),
    path("streams/<uuid:stream>/", stream_views.stream, name="stream"),
    path("program/streams/new/", stream_views.new_stream, name="new"),
    path(f"{_S}change/", stream_views.change_stream, name="change"),
    path(f"{_S}end/", stream_views.end_stream, name="end"),
    path(f"{_S}again/", stream_views.begin_again, name="again"),
    path("me/hours/", time_views.my_hours, name="hours"),
    path("me/hours/<uuid:hours>/remove/", time_views.remove_hours, name="remove_hours"),
    path("me/hours/<uuid:hours>/bring-back/", time_views.restore_hours, name="restore_hours"),
    path("program/team-hours/", time_views.team_hours, name="team_hours"),
    path("program/time/", time_views.time_report, name="time"),
    path("program/month-end/", claim_views.month_end, name="month_end"),
    path(_M, claim_views.claim, name="claim"),
    path(f"{_M}close/", claim_views.close, name="close"),
    path(f"{_M}file/", claim_views.export, name="export"),
    path(f"{_M}<uuid:who>/", claim_views.opened, name="opened"),
    path("month-check/", claim_views.check, name="check"),
    path(_OF, enrolment_views.enrolments, name="enrolments"),
    path(f"{_OF}new/", enrolment_views.enrol, name="enrol"),
    path(f"{_OF}<uuid:enrolment>/", enrolment_views.change, name="enrolment"),
    path(f"{_OF}<uuid:enrolment>/remove/", enrolment_views.remove, name="remove_enrolment"),
    path(f"{_OF}<uuid:enrolment>/bring-back/", enrolment_views.bring_back, name="restore_enrolment"),
]
