"""Addresses of funds: opaque references only."""

from django.urls import path

from alongside.funding import views

app_name = "funding"
_F = "funds/<uuid:fund>/"
urlpatterns = [
    path("funds/", views.funds, name="funds"),
    path("funds/new/", views.new, name="new"),
    path(_F, views.fund, name="fund"),
    path(f"{_F}change/", views.change, name="change"),
    path(f"{_F}in/", views.money_in, name="money_in"),
    path(f"{_F}correct/", views.correct, name="correct"),
    path(f"{_F}close/", views.close, name="close"),
    path(f"{_F}reopen/", views.reopen, name="reopen"),
    path(f"{_F}moved/<uuid:put>/undo/", views.undo, name="undo"),
]
