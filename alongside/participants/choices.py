"""The words that a participant's state and safe-contact rules choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where somebody is with us. Any state can follow any other."""

    CONTACT = "contact", pgettext_lazy("a status", "Contact")
    WAITING = "waiting", pgettext_lazy("a status", "Waiting for a case manager")
    ACTIVE = "active", pgettext_lazy("a status", "Active")
    PAUSED = "paused", pgettext_lazy("a status", "Paused (their choice)")
    CLOSED = "closed", pgettext_lazy("a status", "Closed (door open)")


class Part(models.TextChoices):
    """What a worker is to a participant."""

    CASE_MANAGER = "case_manager", _("Case manager")
    HANDOVER = "handover", _("Handing over")
    BACKUP = "backup", _("Backup")
    COVER = "cover", _("Cover")
    BREAK_GLASS = "break_glass", _("Opened for a stated reason")


# Parts that stand until they are ended; the others are dated ties. Of several the first of `Part` is told.
LASTING = (Part.CASE_MANAGER, Part.BACKUP)


class Under18(models.TextChoices):
    """A worker's tick, outside the blanks."""

    NOT_SAID = "", _("Not said")
    YES = "yes", _("Yes")
    NO = "no", _("No")


class Channel(models.TextChoices):
    """A way to reach somebody."""

    PHONE = "phone", _("Phone")
    TEXT = "text", _("Text message")
    APP = "app", _("Messaging app")
    EMAIL = "email", _("Email")
    IN_PERSON = "in_person", _("In person")
    THROUGH = "through", _("Through somebody they trust")
    OTHER = "other", _("Another way")


class Safe(models.TextChoices):
    """Whether something is safe when reaching somebody."""

    NOT_SAID = "", _("Not said")
    YES = "yes", _("Yes")
    NO = "no", _("No")
    ASK = "ask", _("Ask first")


class Topic(models.TextChoices):
    """Topics somebody may wish us to go gently with. Questions name the topic they touch."""

    HEALTH = "health", _("Health")
    FAMILY = "family", _("Family")
    MONEY = "money", _("Money")
    WORK = "work", _("Work")
    HOME = "home", _("Where I live")
    IMMIGRATION = "immigration", _("Immigration")
    POLICE = "police", _("Police and courts")
    BODY = "body", _("My body")
    FAITH = "faith", _("Faith")
    PAST = "past", _("What happened before")
    OTHER = "other", _("Something else")


class Stance(models.TextChoices):
    """How to be with a topic."""

    GENTLY = "gently", _("Ask with care")
    NOT_NOW = "not_now", _("Not now")
    NOT_WITH_ME = "not_with_me", _("Please do not bring this up")


class PassedOn(models.TextChoices):
    """What somebody says past their case manager, to supervision alone."""

    ANOTHER = "another", _("I would like another case manager")
    NOT_THEM = "not_them", _("I would rather not have a certain colleague")
    FEELS = "feels", _("I want to say how it feels to work with us")


class About(models.TextChoices):
    """What a choice of theirs is about. None of them opens or closes a service."""

    BEING_IN_TOUCH = "touch", _("How, where, when and with whom we are in touch")
    LAW = "law", _("Contact with law enforcement")
    CERTIFICATION = "cert", _("Certification")


class Law(models.TextChoices):
    """Whether they want contact with law enforcement. Asked once, changed by them alone, urged by nobody."""

    WANTS = "wants", _("I want to talk with the police")
    DOES_NOT = "does_not", _("I do not want to talk with the police")
    DECIDING = "deciding", _("I am still deciding")
    NOT_SAID = "not_said", _("Not said")


class Certification(models.TextChoices):
    """Where certification stands. Nothing we do depends on it."""

    PRE = "pre", _("I have not asked for it yet")
    APPLIED = "applied", _("I have asked for it")
    WAITING = "waiting", _("I am waiting for an answer")
    CERTIFIED = "certified", _("I have my letter")
    MINOR = "minor", _("I have a letter for people under 18")
    NOT_SEEKING = "not_seek", _("I do not want to ask for it")
    NOT_SAID = "not_said", _("Not said")


ANSWERS: dict[str, type[models.TextChoices]] = {About.LAW: Law, About.CERTIFICATION: Certification}


class Like(models.TextChoices):
    """By what two records may be alike."""

    ALIAS = "alias", _("the same alias")
    WAY = "way", _("the same number or address")
    CALL = "call", _("the same alias and code word")


class Same(models.TextChoices):
    """What supervision says of two records that may be of one person."""

    OPEN = "", _("Nobody has said yet")
    LATER = "later", _("I don't know yet")
    NOT_SAME = "not_same", _("Not the same person")
    TOGETHER = "together", _("Brought together")


class CriticalKind(models.TextChoices):
    """What a critical period is about. For each kind the agency sets how many days before and after."""

    FIRST_WEEKS = "first_weeks", _("First weeks with us")
    DEPOSITION = "deposition", _("Deposition")
    COURT = "court", _("Court day")
    RENEWAL = "renewal", _("Renewal of an application or benefit")
    REUNIFICATION = "reunified", _("Reunification")
    CHANGE = "change", _("Change of case manager")
    BACK = "back", _("Coming back")
    OTHER = "other", _("Another hard day")


class Intensity(models.TextChoices):
    """How much more support they have meanwhile."""

    MORE = "more", _("More than usual")
    INTENSE = "intense", _("Intense")


class LineKind(models.TextChoices):
    """What a line of the on-call brief is: four that the person approves, and two that are copied."""

    KNOW = "know", _("What to know")
    HELPS = "helps", _("What helps")
    NEVER = "never", _("What never to say")
    CALL = "call", _("Whom to call")
    REACH = "reach", _("Reaching them safely")
    COVER = "cover", _("How we introduce ourselves")
