"""Addresses of being on call, and of a colleague who leaves."""

from django.urls import path

from alongside.workforce import views, views_brief, views_leaving, views_outage

app_name = "workforce"
urlpatterns = [
    path("on-call/", views.on_call, name="on_call"),
    path("on-call/my-number/", views.my_number, name="my_number"),
    path("on-call/put/", views.put, name="put"),
    path("on-call/<uuid:shift>/off/", views.take_off, name="take_off"),
    path("on-call/page/", views_outage.outage, name="outage"),
    path("on-call/briefs/", views_brief.find, name="find_brief"),
    path("on-call/briefs/<uuid:brief>/", views_brief.brief, name="brief"),
    path("on-call/again/", views.put_back, name="put_back"),
    path("program/staff/<uuid:staff>/leaving/", views_leaving.leaving, name="leaving"),
    path("program/staff/<uuid:staff>/back/", views_leaving.come_back, name="return"),
    path("team/stand-ins/<uuid:stand_in>/", views_leaving.settle, name="settle"),
]
