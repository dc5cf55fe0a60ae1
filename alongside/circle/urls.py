"""Addresses of a Circle, and of what feels off."""

from django.urls import path

from alongside.circle.views import huddles, offs, promises, raising, together, who

app_name = "circle"
_OF = "people/<uuid:participant>/circle/"
urlpatterns = [
    path(_OF, together.circle, name="circle"),
    path(f"{_OF}members/new/", together.new_member, name="new_member"),
    path(f"{_OF}members/<uuid:member>/", together.member, name="member"),
    path(f"{_OF}members/<uuid:member>/leave/", together.leave, name="leave"),
    path(f"{_OF}members/<uuid:member>/return/", together.come_back, name="come_back"),
    path(f"{_OF}members/<uuid:member>/capacity/", together.capacity, name="capacity"),
    path(f"{_OF}matters/new/", together.new_matter, name="new_matter"),
    path(f"{_OF}matters/<uuid:matter>/", together.matter, name="matter"),
    path(f"{_OF}decisions/new/", together.new_decision, name="new_decision"),
    path(f"{_OF}decisions/<uuid:decision>/", together.decision, name="decision"),
    path(f"{_OF}clarity/", together.clarity, name="clarity"),
    path(f"{_OF}huddles/new/", huddles.new, name="new_huddle"),
    path(f"{_OF}huddles/<uuid:huddle>/", huddles.huddle, name="huddle"),
    path(f"{_OF}huddles/invite/<uuid:attendee>/", huddles.invite, name="invite"),
    path(f"{_OF}commitments/new/", huddles.new_commitment, name="new_commitment"),
    path(f"{_OF}commitments/<uuid:commitment>/day/", huddles.another_day, name="another_day"),
    path(f"{_OF}commitments/<uuid:commitment>/settle/", huddles.settle, name="settle"),
    path(f"{_OF}commitments/<uuid:commitment>/their-page/", promises.their_page, name="their_page"),
    path(f"{_OF}who/", who.who, name="who"),
    path(f"{_OF}who/print/", who.print_who, name="print_who"),
    path("off/", offs.off, name="off"),
    path("off/mine/", offs.mine, name="mine"),
    path("off/<uuid:worry>/", offs.worry, name="worry"),
    path("off/<uuid:worry>/drop/", offs.drop, name="drop_worry"),
    path("concerns/new/", raising.new, name="new_concern"),
    path("concerns/<uuid:concern>/", raising.concern, name="concern"),
    path("concerns/<uuid:concern>/change/", raising.change, name="change_concern"),
    path("concerns/<uuid:concern>/do/", raising.do, name="do_concern"),
    path("concerns/<uuid:concern>/agreed/", raising.agreed, name="agreed"),
    path("concerns/read/<uuid:read>/", raising.peer, name="peer"),
    path("partners/agencies/<uuid:partner>/history/", raising.history, name="history"),
]
