"""Addresses of the program's page and of the test clock."""

from django.urls import path

from alongside.desk import clock_page, program, take_along, wording

app_name = "program"
urlpatterns = [
    path("program/", program.program, name="program"),
    path("clock/", clock_page.test_clock, name="clock"),
    path("program/set-up-file/", take_along.set_up_file, name="set_up_file"),
    path("program/set-up-file/set-up.json", take_along.give, name="give_set_up_file"),
    path("wording/", wording.wording, name="wording"),
]
