"""Addresses of the agency's set-up."""

from django.urls import path

from alongside.agency import views, views_staff

app_name = "agency"
urlpatterns = [
    path("program/agency/", views.agency, name="agency"),
    path("program/programs/", views.programs, name="programs"),
    path("program/words/", views.words, name="words"),
    path("program/staff/", views_staff.staff_list, name="staff"),
    path("program/staff/new/", views_staff.admit, name="admit"),
    path("program/staff/<uuid:staff>/", views_staff.change, name="change_staff"),
]
