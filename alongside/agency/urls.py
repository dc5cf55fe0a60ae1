"""Addresses of the agency's set-up."""

from django.urls import path

from alongside.agency import views, views_admission, views_choices, views_first, views_patterns, views_staff

app_name = "agency"
urlpatterns = [
    path("program/agency/", views.agency, name="agency"),
    path("program/closed-days/", views.closed_days, name="closed_days"),
    path("program/programs/", views.programs, name="programs"),
    path("program/words/", views.words, name="words"),
    path("program/staff/", views_staff.staff_list, name="staff"),
    path("program/staff/new/", views_staff.admit, name="admit"),
    path("program/staff/<uuid:staff>/", views_staff.change, name="change_staff"),
    path("program/staff/<uuid:staff>/link/", views_admission.link, name="link"),
    path("program/staff/<uuid:staff>/link/mail/", views_admission.mail_link, name="mail_link"),
    path("program/staff/<uuid:staff>/link/back/", views_admission.take_back, name="take_back_link"),
    path("program/staff/<uuid:staff>/access/", views_admission.ask_access, name="ask_access"),
    path("team/hours/", views_patterns.hours, name="hours"),
    path("team/hours/<uuid:staff>/", views_patterns.set_hours, name="set_hours"),
    path("program/agreements/", views_admission.agreements, name="agreements"),
    path("program/agreements/<uuid:agreement>/", views_admission.answer, name="answer"),
    path("program/modules/", views_choices.modules, name="modules"),
    path("program/called/", views_choices.called, name="called"),
    path("come-in/<str:token>/", views_admission.come_in, name="come_in"),
    path("first/", views_first.code, name="first_code"),
    path("first/set-up/", views_first.first, name="first"),
]
