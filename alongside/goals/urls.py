"""Addresses of the goal sheet."""

from django.urls import path

from alongside.goals import views

app_name = "goals"
urlpatterns = [
    path("people/<uuid:participant>/goals/", views.sheet, name="sheet"),
    path("people/<uuid:participant>/goals/print/", views.print_sheet, name="print"),
    path("people/<uuid:participant>/goals/paper.pdf", views.paper, name="paper"),
    path(
        "people/<uuid:participant>/goals/bring-back/<str:kind>/<uuid:row>/",
        views.bring_back_again,
        name="bring_back",
    ),
]
