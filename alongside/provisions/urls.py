"""Addresses of needs, of what donors are asked for, and of their sheet: opaque references only."""

from django.urls import path

from alongside.provisions import views

app_name = "provisions"
_P = "people/<uuid:participant>/needs/"
_A = f"{_P}asks/<uuid:donation>/"
urlpatterns = [
    path(_P, views.needs, name="needs"),
    path(f"{_P}asks/new/", views.new, name="new"),
    path(_A, views.change, name="change"),
    path(f"{_A}turn/", views.turn, name="turn"),
    path(f"{_A}remove/", views.remove, name="remove"),
    path(f"{_A}restore/", views.restore, name="restore"),
    path("donations/", views.wanted, name="wanted"),
    path("donations/sheet/", views.sheet, name="sheet"),
    path("donations/sheet/<uuid:line>/", views.sheet_of_one, name="sheet_of_one"),
]
