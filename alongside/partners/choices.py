"""The words that partner agencies and the directory choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AgencyKind(models.TextChoices):
    """What kind of system a partner belongs to. Each kind begins from defaults of its own (see `rules`)."""

    LAW_ENFORCEMENT = "law_enforcement", _("Law enforcement")
    PROSECUTOR = "prosecutor", _("Prosecutor's office")
    ATTORNEY = "attorney", _("Attorney or legal clinic")
    SHELTER = "shelter", _("Shelter or housing")
    HEALTH = "health", _("Health care")
    CHILD_WELFARE = "child_welfare", _("Child welfare")
    YOUTH = "youth", _("Youth services")
    CASE_MANAGEMENT = "case_management", _("Case management agency")
    COMMUNITY = "community", _("Community or faith group")
    GOVERNMENT = "government", _("Government office")
    NETWORK = "network", _("Network of agencies")
    OTHER = "other", _("Something else")


class ContactPart(models.TextChoices):
    """What a colleague at a partner is to us."""

    MAIN = "main", _("Our contact")
    BACKUP = "backup", _("Backup")


class SeatOutcome(models.TextChoices):
    """What became of asking for a link."""

    OPEN = "", _("Waits for a second person")
    AGREED = "agreed", _("Agreed")
    DECLINED = "declined", _("Not agreed")
    WITHDRAWN = "withdrawn", _("Taken back")
    DONE = "done", _("The link was made")


class AgreementKind(models.TextChoices):
    """What kind of agreement with a partner it is."""

    MOU = "mou", _("Memorandum of understanding")
    SHARING = "sharing", _("Information-sharing protocol")
    PRACTICE = "practice", _("Shared policy or procedure")
    OTHER = "other", _("Another agreement")


class Side(models.TextChoices):
    """Who said they would do something."""

    WE = "we", _("We said we would")
    THEY = "they", _("They said they would")


class CommitmentState(models.TextChoices):
    """Where a commitment is. A day that has gone by changes nothing by itself."""

    OPEN = "open", pgettext_lazy("where a matter is", "Open")
    RENEGOTIATED = "renegotiated", _("Renegotiated")
    KEPT = "kept", _("Kept")
    LET_GO = "let_go", _("Dropped")


class ServiceCategory(models.TextChoices):
    """What a service of the directory is for: our own short list, nobody's licensed taxonomy."""

    SHELTER = "shelter", _("A bed for now")
    HOUSING = "housing", _("Long-term housing")
    FOOD = "food", _("Food and clothes")
    HEALTH = "health", _("Health care")
    DENTAL = "dental", _("Dental care")
    MIND = "mind", _("Mental health")
    LEGAL = "legal", _("Legal help")
    WORK = "work", _("Work and learning")
    CHILDREN = "children", _("Children and family")
    MONEY = "money", _("Money and benefits")
    TRANSPORT = "transport", _("Getting there")
    COMMUNITY = "community", _("Community and faith")
    OTHER = "other", _("Something else")


class Serves(models.TextChoices):
    """Who is served. What nobody has asked yet stays open and reads as not known."""

    WOMEN = "women", _("Women")
    MEN = "men", _("Men")
    ANY_GENDER = "any_gender", _("Any gender")
    FAMILIES = "families", _("Adults with children")
    CHILDREN = "children", _("Children and young people on their own")
    ADULTS_ONLY = "adults_only", _("Adults only")


class Cost(models.TextChoices):
    """What it costs the one who comes."""

    NOT_KNOWN = "", _("Not known")
    FREE = "free", _("Free")
    SLIDING = "sliding", _("By income")
    INSURANCE = "insurance", _("Through insurance or benefits")
    PAID = "paid", _("Paid")


class Fit(models.TextChoices):
    """What makes a place fit somebody's body, faith or kitchen."""

    WHEELCHAIR = "wheelchair", _("Reachable with a wheelchair")
    SIGN_LANGUAGE = "sign_language", _("Sign language")
    INTERPRETER = "interpreter", _("Interpreters for other languages")
    WOMEN_STAFF = "women_staff", _("Women on staff")
    PRAYER = "prayer", _("A place to pray")
    HALAL = "halal", _("Halal food")
    KOSHER = "kosher", _("Kosher food")
    VEGETARIAN = "vegetarian", _("Vegetarian food")
    LGBTQ = "lgbtq", _("Welcomes LGBTQ people")
    PETS = "pets", _("Pets may come")


class AtNight(models.TextChoices):
    """Whether somebody is there at night."""

    NOT_KNOWN = "", _("Not known")
    YES = "yes", _("Open at night")
    NO = "no", _("Closed at night")


class ServiceStatus(models.TextChoices):
    """Whether a service runs; the values are those of HSDS."""

    ACTIVE = "active", _("Running")
    PAUSED = "temporarily closed", _("Closed for a while")
    INACTIVE = "inactive", _("Not running")
    GONE = "defunct", _("Gone")
