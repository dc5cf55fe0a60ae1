"""Addresses of transfers."""

from django.urls import path

from alongside.transfers import views, views_asked, views_pack, views_plan

app_name = "transfers"
_T = "people/<uuid:participant>/transfer/"
urlpatterns = [
    path(_T, views.transfer, name="transfer"),
    path(f"{_T}new/", views.propose, name="propose"),
    path(f"{_T}at-once/", views.at_once, name="at_once"),
    path(f"{_T}talk/", views.talk, name="talk"),
    path(f"{_T}another/", views.another, name="another"),
    path(f"{_T}words/", views.handover, name="handover"),
    path(f"{_T}overlap/", views.overlap, name="overlap"),
    path(f"{_T}complete/", views.complete, name="complete"),
    path(f"{_T}stop/", views.stop, name="stop"),
    path(f"{_T}go-on/", views.go_on, name="go_on"),
    path(f"{_T}handed/", views_pack.pack, name="pack"),
    path(f"{_T}handed/print/", views_pack.print_pack, name="print_pack"),
    path("transfers/", views_plan.going_on, name="going_on"),
    path("transfers/of/<uuid:worker>/", views_plan.of_worker, name="of_worker"),
    path("transfers/<uuid:asked_to>/", views_asked.asked, name="asked"),
]
