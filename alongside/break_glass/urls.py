"""Addresses of the night and of the day after."""

from django.urls import path

from alongside.break_glass import views_after, views_night

app_name = "break_glass"
_OF = "people/<uuid:participant>/"
urlpatterns = [
    path("on-call/briefs/", views_night.find, name="find"),
    path("on-call/briefs/tried/<uuid:attempt>/", views_night.tried, name="tried"),
    path("on-call/briefs/tried/<uuid:attempt>/back/", views_night.reopen, name="reopen"),
    path("on-call/briefs/<uuid:brief>/record/", views_night.open_record, name="open_record"),
    path("on-call/says-known/", views_night.says_known, name="says_known"),
    path("team/tries/<uuid:attempt>/", views_after.tries, name="tries"),
    path("team/says-known/<uuid:says_known>/", views_after.settle_says_known, name="settle_says_known"),
    path(f"{_OF}at-night/", views_after.at_night, name="at_night"),
    path(f"{_OF}at-night/<uuid:record_opening>/told/", views_after.told, name="told"),
    path(f"{_OF}at-night/<uuid:record_opening>/review/", views_after.review, name="review"),
    path(f"{_OF}at-night/came/<uuid:came>/", views_after.knows, name="knows"),
    path(f"{_OF}restricted/", views_after.restrict, name="restrict"),
    path(f"{_OF}restricted/lift/", views_after.lift, name="lift"),
]
