"""The words that rules of clocks choose from, and what the rules we bring are called."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Unit(models.TextChoices):
    """What a length is counted in."""

    DAYS = "days", pgettext_lazy("a length", "Days")
    WEEKS = "weeks", pgettext_lazy("a length", "Weeks")
    MONTHS = "months", pgettext_lazy("a length", "Months")
    YEARS = "years", pgettext_lazy("a length", "Years")


class Way(models.TextChoices):
    """How a length is counted; each rule names its own."""

    DAYS_AFTER = "days_after", _("Days or weeks; the day after the start is day 1")
    DAYS_WITH = "days_with", _("Days or weeks; the start is day 1")
    SAME_DAY = "same_day", _("To the same day of the last month, or its last day if that is shorter")
    DAY_BEFORE = "day_before", _("To the day before the same day of the last month")
    MONTHS_WITH = "months_with", _("To the end of a month; the month of the start is month 1")
    MONTHS_AFTER = "months_after", _("To the end of a month; the month after the start is month 1")


OF_DAYS = (Way.DAYS_AFTER, Way.DAYS_WITH)
IN_DAYS = (Unit.DAYS, Unit.WEEKS)


class Confidence(models.TextChoices):
    """How sure we are of a rule."""

    PRIMARY = "primary", _("The law or form itself was read")
    SECONDARY = "secondary", _("Read about it elsewhere")
    UNVERIFIED = "unverified", _("Not confirmed")
    PRACTICE = "practice", _("Our own practice, not a law")


KINDS: dict[str, Promise | str] = {
    "cash_medical": _("Cash and medical assistance (RCA, RMA)"),
    "cash_decision": _("Decision about cash assistance"),
    "interim_letter": _("Interim assistance letter of a child"),
    "support_services": _("Refugee support services"),
    "family_date": _("Start date of a family member"),
    "snap_new": _("SNAP, new case"),
    "snap_open": _("SNAP, open case: next recertification"),
    "snap_green_card": _("SNAP after the green card"),
    "state_food": _("Food help from the state"),
    "medicaid": _("Medicaid and CHIP"),
    "premium_credit": _("Help with Marketplace premiums"),
    "medicare": "Medicare",
    "ssi": "SSI",
    "foster_care": _("Foster care for a child without a parent here (URM)"),
    "grant_enrol": _("Matching Grant: to enroll"),
    "grant_service": _("Matching Grant: time of service"),
    "certification_letter": _("Certification letter"),
    "child_report": _("Report to HHS about a child"),
    "continued_presence": _("Continued Presence"),
    "t_status": _("T status"),
    "t_child": _("T status: a child's age before filing"),
    "t_principal": _("T status: the principal's age before filing"),
    "t_sibling": _("T status: a brother's or sister's age before filing"),
    "t6": _("T-6 status"),
    "t_bona_fide": _("T status: bona fide determination"),
    "t_green_card": _("Green card after T status"),
    "u_status": _("U status"),
    "u_certificate": _("U status: to file after the certification"),
    "u_bona_fide": _("U status: bona fide determination"),
    "u_age": _("U status: age before filing"),
    "u_green_card": _("Green card after U status"),
    "work_permit": _("Work permit"),
    "work_permit_bridge": _("Work permit: automatic bridge"),
    "tvap": _("TVAP, Aspire, Lighthouse"),
    "tvap_unscreened": _("TVAP before a screening"),
    "dvht": "DVHT",
    "state_bridge": _("Help from the state before certification"),
    "court_petition": _("Rights in a federal case: petition"),
    "court_reopen": _("Rights in a federal case: to reopen"),
    "secrecy_penalty": _("Penalty for telling what is secret"),
    "breach_funder": _("Breach: telling the funder"),
    "breach_people": _("Breach: telling people"),
    "small_numbers": _("Small numbers in tables"),
    "approval": _("Monthly approval"),
}


class ClockState(models.TextChoices):
    """How a clock stands."""

    RUNNING = "running", pgettext_lazy("a clock", "Running")
    SUSPENDED = "suspended", pgettext_lazy("a clock", "Suspended")
    ENDED = "ended", pgettext_lazy("a clock", "Ended")


class How(models.TextChoices):
    """How we know when it ends."""

    BY_RULE = "by_rule", _("Ends, by our rule")
    BY_DOCUMENT = "by_document", _("Ends, by the document")
    DECIDED = "decided", _("Ends, as was decided")


class Turn(models.TextChoices):
    """What became of a clock."""

    STARTED = "started", pgettext_lazy("a clock", "Started")
    CORRECTED = "corrected", pgettext_lazy("a clock", "Corrected")
    ASKED = "asked", _("An extension or exception was asked for")
    GRANTED = "granted", _("It was granted: a new end")
    DECLINED = "declined", _("It was not granted")
    SUSPENDED = "suspended", _("It was suspended")
    RESUMED = "resumed", _("It goes on again")
    ENDED = "ended", _("It ended")
    REOPENED = "reopened", _("It had not ended")


class Relation(models.TextChoices):
    """How somebody of the family is related to the person."""

    CHILD = "child", pgettext_lazy("of the family", "Child")
    PARTNER = "partner", pgettext_lazy("of the family", "Spouse or companion")
    PARENT = "parent", pgettext_lazy("of the family", "Parent")
    SIBLING = "sibling", pgettext_lazy("of the family", "Brother or sister")
    OTHER = "other", pgettext_lazy("of the family", "Someone else")


class Excused(models.TextChoices):
    """Why time out of the country is left out of the count."""

    INVESTIGATION = "investigation", _("It was needed for the investigation or the criminal case")
    CERTIFIED = "certified", _("An official of it said in writing that it was justified")


class Evidence(models.TextChoices):
    """What a date about certification is of."""

    FILED = "filed", _("Application filed")
    BONA_FIDE = "bona_fide", _("Bona fide notice")
    PRESENCE = "presence", _("Continued Presence notice")
    ASKED = "asked", _("Certification asked for")
    LETTER = "letter", _("Certification letter")
    CHILD_LETTER = "child_letter", _("Eligibility letter of a child")
    OTHER = "other", pgettext_lazy("a document", "Another document")


class Answer(models.TextChoices):
    """How a monthly approval stands."""

    APPROVED = "approved", pgettext_lazy("a monthly approval", "Approved")
    ASKED = "asked", pgettext_lazy("a monthly approval", "Asked, no answer yet")
    DECLINED = "declined", pgettext_lazy("a monthly approval", "Not approved")
    ENDED = "ended", pgettext_lazy("a monthly approval", "Not needed any more")
