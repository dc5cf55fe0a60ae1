"""Django's entry for the room."""

from django.apps import AppConfig


class ProvisionsConfig(AppConfig):
    name = "alongside.provisions"
