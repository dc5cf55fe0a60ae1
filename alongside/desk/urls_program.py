"""Addresses of the program's page and of the test clock."""

from django.urls import path

from alongside.desk import clock_page, program

app_name = "program"
urlpatterns = [
    path("program/", program.program, name="program"),
    path("clock/", clock_page.test_clock, name="clock"),
]
