"""Addresses of the partner's pages. There is nothing to search here and nothing to browse."""

from django.urls import path

from alongside.workspace import views

app_name = "workspace"
urlpatterns = [
    path("", views.items, name="items"),
    path("shared/<uuid:item>/", views.item, name="item"),
    path("together/", views.together, name="together"),
    path("come-in/<str:token>/", views.come_in, name="come_in"),
]
