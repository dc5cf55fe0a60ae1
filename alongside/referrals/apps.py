"""Django's entry for the room."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "alongside.referrals"
