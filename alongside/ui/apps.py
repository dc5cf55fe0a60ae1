"""The look of the house as a Django app, so that its templates and tags are found."""

from django.apps import AppConfig


class Ui(AppConfig):
    """How everything looks; knows no other room."""

    name = "alongside.ui"
    label = "ui"
