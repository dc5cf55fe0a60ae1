"""Addresses of reports."""

from django.urls import path

from alongside.reports import views

app_name = "reports"
urlpatterns = [
    path("reports/", views.reports, name="reports"),
    path("reports/<uuid:report>/", views.report, name="report"),
    path("reports/<uuid:report>/file/", views.take, name="take"),
    path("program/reports/", views.settings, name="settings"),
]
