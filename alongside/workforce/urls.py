"""Addresses of being on call."""

from django.urls import path

from alongside.workforce import views, views_outage

app_name = "workforce"
urlpatterns = [
    path("on-call/", views.on_call, name="on_call"),
    path("on-call/put/", views.put, name="put"),
    path("on-call/<uuid:shift>/off/", views.take_off, name="take_off"),
    path("on-call/page/", views_outage.outage, name="outage"),
    path("on-call/again/", views.put_back, name="put_back"),
]
