"""Addresses of the look: the component gallery alone."""

from django.urls import path

from alongside.ui.views import gallery

urlpatterns = [path("gallery/", gallery, name="gallery")]
