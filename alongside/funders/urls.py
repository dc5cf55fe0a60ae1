"""Addresses of funders' forms, and of what somebody said for them."""

from django.urls import path

from alongside.funders import views

app_name = "funders"
_OF = "people/<uuid:participant>/for-funders/"
_F = "program/forms/<str:form>/"
urlpatterns = [
    path(_OF, views.answers, name="answers"),
    path(f"{_OF}<str:form>/", views.answer, name="answer"),
    path(f"{_OF}<str:form>/month-end/", views.closing, name="closing"),
    path("program/forms/", views.forms_of_funders, name="forms"),
    path(_F, views.form, name="form"),
    path(f"{_F}services/", views.crosswalk, name="crosswalk"),
    path(f"{_F}fields/new/", views.new_field, name="new_field"),
    path(f"{_F}fields/<uuid:field>/", views.field, name="field"),
    path(f"{_F}fields/<uuid:field>/hide/", views.hide, name="hide_field"),
    path(f"{_F}fields/<uuid:field>/show/", views.show, name="show_field"),
]
