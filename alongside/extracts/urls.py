"""Addresses of files with one line for each person."""

from django.urls import path

from alongside.extracts import views

app_name = "extracts"
urlpatterns = [
    path("extracts/", views.extracts, name="extracts"),
    path("extracts/new/", views.ask_for, name="new"),
    path("extracts/<uuid:extract>/", views.extract, name="extract"),
    path("extracts/<uuid:extract>/agree/", views.agree, name="agree"),
    path("extracts/<uuid:extract>/take/", views.take, name="take"),
]
