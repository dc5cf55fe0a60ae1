"""Addresses of rules and clocks."""

from django.urls import path

from alongside.benefits import views

app_name = "benefits"
urlpatterns = [
    path("program/clock-rules/", views.clock_rules, name="rules"),
    path("program/clock-rules/new/", views.new_clock_rule, name="new_rule"),
    path("program/clock-rules/<uuid:rule>/", views.clock_rule, name="rule"),
]
