"""Addresses of rules, clocks, and who is of the family."""

from django.urls import path

from alongside.benefits.views import agency, approvals, clocks, family, guide, trips

app_name = "benefits"
OF = "people/<uuid:participant>/clocks/"
urlpatterns = [
    path("program/clock-rules/", agency.clock_rules, name="rules"),
    path("program/clock-rules/new/", agency.new_clock_rule, name="new_rule"),
    path("program/clock-rules/<uuid:rule>/", agency.clock_rule, name="rule"),
    path("pathways/", guide.pathways, name="pathways"),
    path("clocks/", clocks.my_clocks, name="my_clocks"),
    path("approvals/", approvals.month, name="month"),
    path(OF, clocks.clocks, name="clocks"),
    path(f"{OF}approvals/new/", approvals.new_approval, name="new_approval"),
    path(f"{OF}approvals/<uuid:approval>/", approvals.approval, name="approval"),
    path(f"{OF}new/", clocks.new_clock, name="new_clock"),
    path(f"{OF}certification/", clocks.certification, name="certification"),
    path(f"{OF}certification/<uuid:dated>/remove/", clocks.remove_certification, name="remove_certification"),
    path(
        f"{OF}certification/<uuid:dated>/bring-back/",
        clocks.restore_certification,
        name="restore_certification",
    ),
    path(f"{OF}family/new/", family.new_member, name="new_member"),
    path(f"{OF}family/<uuid:kin>/", family.member, name="member"),
    path(f"{OF}family/<uuid:kin>/remove/", family.remove_member, name="remove_member"),
    path(f"{OF}family/<uuid:kin>/bring-back/", family.restore_member, name="restore_member"),
    path(f"{OF}away/new/", trips.new_trip, name="new_trip"),
    path(f"{OF}away/<uuid:trip>/", trips.trip, name="trip"),
    path(f"{OF}away/<uuid:trip>/remove/", trips.remove_trip, name="remove_trip"),
    path(f"{OF}away/<uuid:trip>/bring-back/", trips.restore_trip, name="restore_trip"),
    path(f"{OF}<uuid:running>/", clocks.one_clock, name="clock"),
    path(f"{OF}<uuid:running>/correct/", clocks.correct, name="correct"),
    path(f"{OF}<uuid:running>/turn/", clocks.turn, name="turn"),
    path(f"{OF}<uuid:running>/seen/", clocks.seen, name="seen"),
]
