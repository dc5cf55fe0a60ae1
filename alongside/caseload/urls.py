"""Addresses of load and capacity."""

from django.urls import path

from alongside.caseload import views, views_overview, views_waiting, views_weighing

app_name = "caseload"
urlpatterns = [
    path("capacity/", views.capacity, name="capacity"),
    path("capacity/<uuid:signal>/seen/", views.signal_seen, name="signal_seen"),
    path("load/", views.board, name="board"),
    path("load/not-spoken/", views.not_spoken, name="not_spoken"),
    path("load/<uuid:worker>/", views.of_worker, name="of_worker"),
    path("load/<uuid:worker>/others/", views_weighing.other_people, name="other_people"),
    path("load/others/<uuid:others>/end/", views_weighing.end_other_people, name="end_other_people"),
    path("waiting/", views_waiting.waiting, name="waiting"),
    path("people/<uuid:participant>/wait/", views_waiting.wait, name="wait"),
    path("people/<uuid:participant>/intensity/", views_weighing.intensity, name="intensity"),
    path("people/<uuid:participant>/weight/", views_weighing.own_weight, name="own_weight"),
    path("program/overview/", views_overview.shown, name="overview"),
    path("program/load/", views_weighing.measures, name="measures"),
]
