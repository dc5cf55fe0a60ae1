"""The words that partner agencies and the directory choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgencyKind(models.TextChoices):
    """What kind of system a partner belongs to. Each kind begins from defaults of its own (see `rules`)."""

    LAW_ENFORCEMENT = "law_enforcement", _("Law enforcement")
    PROSECUTOR = "prosecutor", _("Prosecutor's office")
    ATTORNEY = "attorney", _("Attorney or legal clinic")
    SHELTER = "shelter", _("Shelter or housing")
    HEALTH = "health", _("Health care")
    CHILD_WELFARE = "child_welfare", _("Child welfare")
    YOUTH = "youth", _("Youth services")
    COMMUNITY = "community", _("Community or faith group")
    GOVERNMENT = "government", _("Government office")
    NETWORK = "network", _("Network of agencies")
    OTHER = "other", _("Something else")


class ContactPart(models.TextChoices):
    """What a colleague at a partner is to us."""

    MAIN = "main", _("Our contact")
    BACKUP = "backup", _("Backup")
