"""The words that referrals, waiting places and system barriers choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alongside.consent.choices import Reply


class State(models.TextChoices):
    """Where a referral is. Any later one may follow any other; none is a failure."""

    DRAFT = "draft", pgettext_lazy("a referral", "Draft")
    NEEDS_PERMISSION = "permission", _("Needs permission")
    SENT = "sent", pgettext_lazy("a referral", "Sent")
    ACCEPTED = "accepted", pgettext_lazy("a referral", "Accepted")
    WAITLISTED = "waitlisted", _("Waitlisted")
    INTRODUCED = "introduced", _("Introduced")
    CONNECTED = "connected", _("Connected")
    NOT_THEIRS = "not_theirs", _("Not this time: their choice")
    NOT_PROVIDER = "not_provider", _("Not this time: the provider")
    ANOTHER_WAY = "another_way", _("Another way")


NOT_SENT = (State.DRAFT, State.NEEDS_PERMISSION)
# What may be said of a referral by hand; drafts and what is sent come from what is done.
TURNS = tuple(each for each in State if each not in (*NOT_SENT, State.SENT))
OVER = (State.CONNECTED, State.NOT_THEIRS, State.NOT_PROVIDER, State.ANOTHER_WAY)
# It does not go on this way: what we meant to do together there is called off.
NOT_THIS_WAY = (State.NOT_THEIRS, State.NOT_PROVIDER, State.ANOTHER_WAY)
# Tried, and it did not work there; what they chose themselves marks nobody.
DID_NOT_WORK = (State.NOT_PROVIDER, State.ANOTHER_WAY)


class Way(models.TextChoices):
    """How we go with them."""

    CALL = "call", _("We call together")
    ACCOMPANY = "accompany", _("We go along")
    WRITE = "write", _("We write")
    INTERPRET = "interpret", _("We bring the interpreter")
    TRANSPORT = "transport", _("We arrange the ride")


class Rhythm(models.IntegerChoices):
    """How often we ask how the waiting list stands."""

    WEEK = 7, _("Every week")
    FORTNIGHT = 14, _("Every two weeks")
    MONTH = 28, _("Every four weeks")


class Answer(models.TextChoices):
    """What the other side says."""

    ACCEPTED = "accepted", _("They accept")
    WAITLIST = "waitlist", _("They have put it on a waiting list")
    UPDATE = "update", _("They tell us something")
    QUESTION = "question", _("They ask something")
    REPLY = "reply", _("They answer what we asked")
    UNCLEAR = "unclear", _("It is unclear to them")
    NOT_NOW = "not_now", _("They cannot, this time")


# What they choose on their own page, as we keep it.
AS_SAID = {
    Reply.ACCEPT: Answer.ACCEPTED, Reply.WAITLIST: Answer.WAITLIST, Reply.NOT_NOW: Answer.NOT_NOW,
    Reply.UPDATE: Answer.UPDATE, Reply.ASK: Answer.QUESTION, Reply.ANSWER: Answer.REPLY,
    Reply.UNCLEAR: Answer.UNCLEAR,
}  # fmt: skip


class System(models.TextChoices):
    """Which system something is stuck in."""

    LAW = "law", _("Police or prosecution")
    COURT = "court", _("Courts")
    IMMIGRATION = "immigration", _("Immigration offices")
    BENEFITS = "benefits", _("Benefits and papers")
    HOUSING = "housing", _("Housing")
    HEALTH = "health", _("Health care")
    DENTAL = "dental", _("Dental care")
    MIND = "mind", _("Mental health")
    LEGAL = "legal", _("Legal help")
    CHILDREN = "children", _("Child welfare or schools")
    WORK = "work", _("Work and pay")
    TRANSPORT = "transport", _("Getting there")
    OTHER = "other", _("Another one")


class Stuck(models.TextChoices):
    """What is stuck there. Never what somebody did or did not do."""

    PAPERS = "papers", _("Papers that cannot be had")
    EACH_OTHER = "each_other", _("Two offices wait for each other")
    LANGUAGE = "language", _("Nobody speaks their language")
    FULL = "full", _("No place, or a long wait")
    COST = "cost", _("It costs too much")
    NOT_FOR = "not_for", _("It is not meant for them")
    REACH = "reach", _("It cannot be reached, or not in time")
    RULE = "rule", _("A rule that does not fit")
    SILENT = "silent", _("Nobody answers")
    OTHER = "other", _("Something else")


# A service of the directory, in the system it belongs to.
SYSTEM_OF = {
    "shelter": System.HOUSING, "housing": System.HOUSING, "health": System.HEALTH, "dental": System.DENTAL,
    "mind": System.MIND, "legal": System.LEGAL, "work": System.WORK, "children": System.CHILDREN,
    "money": System.BENEFITS, "transport": System.TRANSPORT,
}  # fmt: skip
