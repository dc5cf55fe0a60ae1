"""Addresses of meetings."""

from django.urls import path

from alongside.meetings import views, views_interpreters, views_kept

app_name = "meetings"
urlpatterns = [
    path("people/<uuid:participant>/meetings/new/", views.schedule, name="schedule"),
    path("people/<uuid:participant>/interpreters/", views_interpreters.interpreters, name="interpreters"),
    path(
        "people/<uuid:participant>/interpreters/<uuid:interpreting>/remove/",
        views_interpreters.remove,
        name="remove_interpreting",
    ),
    path(
        "people/<uuid:participant>/interpreters/<uuid:interpreting>/restore/",
        views_interpreters.restore,
        name="restore_interpreting",
    ),
    path("kept-times/", views_kept.kept_times, name="kept_times"),
    path("kept-times/again/", views_kept.keep_again, name="keep_again"),
    path("kept-times/<uuid:kept>/let-go/", views_kept.let_go, name="cancel_reserved_time"),
    path("meetings/<uuid:meeting>/", views.meeting, name="meeting"),
    path("meetings/<uuid:meeting>/change/", views.change, name="change"),
    path("meetings/<uuid:meeting>/outcome/", views.outcome, name="outcome"),
    path("meetings/<uuid:meeting>/call-off/", views.off, name="cancel_meeting"),
    path("meetings/<uuid:meeting>/restore/", views.restore, name="restore"),
    path("meetings/<uuid:meeting>/calendar/", views.calendar, name="calendar"),
]
