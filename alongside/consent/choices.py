"""The words that permissions, ways out, exceptions and wishes choose from."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Standing(models.TextChoices):
    """Where a permission is in its life."""

    BEGINS = "begins", _("Begins later")
    LIVE = "live", _("Live")
    ENDS_SOON = "ends_soon", _("Ends soon")
    ENDED = "ended", _("Ended")
    STOPPED = "stopped", _("Stopped by participant")


class Purpose(models.TextChoices):
    """What sharing is for. One permission has one purpose."""

    SERVICE = "service", _("To ask for or arrange help")
    TOGETHER = "together", _("To work together on what they want")
    LEGAL = "legal", _("For legal help")
    HEALTH = "health", _("For health care")
    BENEFITS = "benefits", _("For benefits and papers")
    SAFETY = "safety", _("To plan for safety")
    REPORT = "report", _("For a report to a funder, without their name")
    RESEARCH = "research", _("For research and statistics, without their name")
    OTHER = "other", _("Something else, in words")


# What a file with one line for each person may be for, and nothing that is written, told or sent by itself.
OF_A_FILE = (Purpose.REPORT, Purpose.RESEARCH)
OF_A_WAY = [each for each in Purpose.choices if each[0] not in OF_A_FILE]


class Method(models.TextChoices):
    """How something is shared."""

    CALL_TOGETHER = "call_together", _("A call we make together")
    CALL = "call", _("A call")
    IN_PERSON = "in_person", _("In person")
    MESSAGE = "message", _("A message")
    LETTER = "letter", _("A letter or paper")
    MEETING = "meeting", _("In a meeting")
    WORKSPACE = "workspace", _("On the partner's own page here")
    FILE = "file", _("A line without their name, in a file")


class Reply(models.TextChoices):
    """What a partner and we say to each other on the partner's page, about one thing that was shared."""

    ACCEPT = "accept", _("We can help with this")
    WAITLIST = "waitlist", _("This is on our waiting list now")
    NOT_NOW = "not_now", _("Not this time")
    UPDATE = "update", _("Here is how it goes")
    UNCLEAR = "unclear", _("Something is unclear to us")
    ASK = "ask", _("A question")
    ANSWER = "answer", _("An answer")
    DONE = "done", _("It is done")
    NOT_YET = "not_yet", _("Not yet")


# To what was asked of them, and to what they said they would do.
OF_WHAT_IS_ASKED = (Reply.ACCEPT, Reply.WAITLIST, Reply.NOT_NOW)
OF_WHAT_WAS_SAID = (Reply.DONE, Reply.NOT_YET)


class ReplySide(models.TextChoices):
    """Who said it."""

    THEY = "they", _("They")
    WE = "we", _("We")


class WayOut(models.TextChoices):
    """Through which door of ours something went."""

    REFERRAL = "referral", _("Referral")
    MESSAGE = "message", _("Message")
    LETTER = "letter", _("Letter")
    PRINT = "print", pgettext_lazy("a way out", "Print")
    EXPORT = "export", _("Export")
    HUDDLE = "huddle", _("Huddle")
    WORKSPACE = "workspace", _("Partner's page")
    PROMISE = "promise", _("What they said they would do")
    API = "api", _("Another program")
    SPOKEN = "spoken", _("Told, not written")
    STOP = "stop", _("Letter asking to stop")
    OWN_COPY = "own_copy", _("Their own copy")


# What is told by voice, and kept as it was told.
BY_VOICE = (Method.CALL_TOGETHER, Method.CALL, Method.IN_PERSON, Method.MEETING)


def way_of(method: str) -> WayOut:
    """Through which door of ours something goes that is shared by this method."""
    written = {
        Method.LETTER: WayOut.LETTER,
        Method.MESSAGE: WayOut.MESSAGE,
        Method.WORKSPACE: WayOut.WORKSPACE,
    }
    return {str(each): way for each, way in written.items()}.get(str(method), WayOut.SPOKEN)


def replies_to(way: str) -> list[Reply]:
    """What a partner may say to something that went out this way."""
    other = OF_WHAT_IS_ASKED if way == WayOut.PROMISE else OF_WHAT_WAS_SAID
    return [each for each in Reply if each not in other]


class OwnThing(models.TextChoices):
    """What is put into a participant's own hands."""

    GOAL_SHEET = "goal_sheet", _("Goal sheet")
    WELCOME = "welcome", _("Welcome on one page")
    AGREEMENT = "agreement", _("Our agreement")
    CALENDAR = "calendar", _("Calendar file of a meeting")
    RELEASE = "release", _("A permission to share")
    MOVES = "moves", _("How information moves")
    WHO = "who", _("Who is doing what")
    CARD = "card", _("A card or page to take along")
    RECORD = "record", _("What we keep about them")
    DOING = "doing", _("What we are doing for them")


class Told(models.TextChoices):
    """What was said before they signed."""

    TEXT = "text", _("I read the text to them, or they read it")
    CONTENT = "content", _("They saw or heard what would be shared and could change it")
    RISKS = "risks", _("What may come of it, and that the other side may pass it on")
    WITHDRAW = "withdraw", _("They can take it back at any time, by a spoken word")
    VOLUNTARY = "voluntary", _("It is their choice; our help does not depend on it")
    COPY = "copy", _("I offered them a copy")


# Without these a yes is not an informed one: 34 USC 12291(b)(2).
HAS_TO_BE_TOLD = (Told.RISKS, Told.WITHDRAW, Told.VOLUNTARY)


class Signing(models.TextChoices):
    """How somebody signed."""

    SCREEN = "screen", _("Their mark on this screen")
    PAPER = "paper", _("On paper")


class Signer(models.TextChoices):
    """Who signed."""

    PARTICIPANT = "participant", _("The participant")
    PARENT = "parent", _("A parent or guardian")
    COURT = "court", _("A guardian a court has named")


class Harm(models.TextChoices):
    """Whether a signer is said to have harmed them. The worker answers, and only "no" lets a person sign."""

    NOT_SAID = "", _("Not said")
    NO = "no", _("No")
    YES = "yes", _("Yes, or it may be so")


class Said(models.TextChoices):
    """How they told us to stop."""

    SPOKEN = "spoken", _("They said so")
    WRITTEN = "written", _("They wrote it")
    FOR_THEM = "for_them", _("Somebody they trust told us")


class FollowUp(models.TextChoices):
    """What became of telling the other side, after a permission was stopped."""

    OPEN = "", _("To do")
    WRITTEN = "written", _("We asked them in writing to stop using it")
    NOT_WANTED = "not_wanted", _("Not safe or not wanted: nobody was told")
    NOTHING = "nothing", _("Nothing had been shared, so there is nobody to tell")


class Wish(models.TextChoices):
    """What they wish about a program they work with already. Nothing said means: do not contact."""

    NOT_SAID = "", _("Not asked yet")
    TOGETHER = "together", _("Work together")
    DO_NOT = "do_not", _("Please do not")
    NOT_SURE = "not_sure", _("Not sure")


class Compelled(models.TextChoices):
    """Why something may lawfully go out without a permission."""

    COURT_ORDER = "court_order", _("An order a judge has signed")
    STATUTE = "statute", _("A law that orders us to report")
    DANGER = "danger", _("Somebody may be badly hurt very soon")
    MEDICAL = "medical", _("A medical emergency")
    OTHER = "other", _("Something else, with a lawyer's advice")


# What can be asked for. No statute that we know of makes a medical emergency an exception of its own: what was asked
# for before stays readable, and how to call for help without telling on anybody is said beside the question.
COMPELLING = tuple(
    (kind.value, _("Something else that a law or an order names") if kind == Compelled.OTHER else kind.label)
    for kind in Compelled
    if kind != Compelled.MEDICAL
)


class TellFirst(models.TextChoices):
    """Whether they are told before anything goes out."""

    NOT_SAID = "", _("Not said")
    YES = "yes", _("Yes")
    NO = "no", _("No")


class Decision(models.TextChoices):
    """What the second person decided about an exception."""

    OPEN = "", _("Waiting for a second person")
    APPROVED = "approved", _("Approved")
    NOT_NOW = "not_now", _("Not approved")


# What a permission names. An agency renames, hides and adds; the keys stay. `first_contact` is the alias they go
# by there, and that they would like to be in touch.
INFORMATION: dict[str, str | Promise] = {
    "first_contact": _("First contact: the chosen name, and the wish to be in touch"),
    "language": _("Language and interpreter wishes"),
    "reaching": _("A safe way to be in touch"),
    "need": _("What is needed from this office"),
    "appointments": _("Days and times of appointments"),
    "accompaniment": _("Who comes along"),
    "housing": _("Housing"),
    "health": _("Health: only what is written out"),
    "legal": _("Legal matters: only what is written out"),
    "benefits": _("Benefits and papers"),
    "work_school": _("Work and school"),
    "safety": _("Safety wishes"),
    "services": _("Services used with us"),
    "family": _("Family: only what is written out"),
}
# Kinds so wide that a yes to them names nothing: they ask for a word.
NEEDS_WORDS = ("health", "legal", "family")


def information_name(key: str, name: str) -> str:
    """What a kind of information is called: the agency's own name, else ours in today's language."""
    return name or str(INFORMATION.get(key, key))
