"""The address of what HUD's files are for; that part can be left off by itself."""

from django.urls import path

from alongside.extracts import views

app_name = "hud"
urlpatterns = [path("extracts/hud/", views.hud, name="about")]
