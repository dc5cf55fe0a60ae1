"""The rows of Today: each person with a plain reason, and what one can do next."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from alongside import clock
from alongside.connection.queries import Hello
from alongside.desk.people import HUES
from alongside.meetings.models import Meeting
from alongside.participants import safely
from alongside.participants.choices import Part, State
from alongside.participants.queries import Need, Participant
from alongside.workforce import queries as workforce

if TYPE_CHECKING:
    from alongside.workforce.models import StandIn


def standing_in() -> list[dict[str, Any]]:
    """People whose case manager or backup left: who walks with them for now, or nobody, until it is said how it
    goes on."""
    rows = []
    for each in workforce.standing_in():
        person = each.participant
        rows.append(
            {
                "name": person.alias,
                "url": reverse("desk:participant", args=[person.pk]),
                "why": _who_left(each),
                "settle_url": reverse("workforce:settle", args=[each.pk]) if person.primary_id else "",
                "act_url": reverse("participants:team", args=[person.pk]),
                "act_label": _("Choose a backup") if each.part == Part.BACKUP else _("Choose a case manager"),
            }
        )
    return rows


def _who_left(row: "StandIn") -> str:
    """Who left, and how it goes on for now."""
    who = row.left.name
    if row.part == Part.BACKUP:
        return _("%(who)s, their backup, left. Nobody backs them up until you choose somebody.") % {
            "who": who
        }
    if row.staff is None:
        return _("%(who)s left. Nobody walks with them until you choose somebody.") % {"who": who}
    said = _("%(who)s left. %(backup)s, the backup, walks with them for now.")
    found = said % {"who": who, "backup": row.staff.name}
    return found if vars(row)["backup"] else " ".join((found, _("Nobody backs them up.")))


def looks_again(person: Participant) -> bool:
    """Whether today was chosen to look again at something that holds; not while they asked for a pause."""
    return person.state == State.ACTIVE and bool(vars(person)["looks_again"])


def checks_in(person: Participant) -> bool:
    """Whether the day of something that was said for them has come; it rests while they asked for a pause."""
    mine = vars(person)["my_part"] == Part.PRIMARY
    return mine and person.state == State.ACTIVE and bool(vars(person).get("checks_in"))


def _quoted(needs: Iterable[Need]) -> str:
    return ", ".join(f"“{need.words.strip()}”" for need in list(needs)[:3])


def needed_row(
    person: Participant,
    meeting: Meeting | None,
    needs: list[Need],
    reach: str,
    hello: Hello | None,
    *,
    looks: bool = False,
) -> dict[str, Any]:
    welcomed = vars(person)["welcomed_at"] is not None
    told = person.told
    row = {
        "name": person.alias,
        "url": reverse("desk:participant", args=[person.pk]),
        "hue": HUES[State(person.state)],
        "words": _quoted(needs),
        "act_url": reverse("journey:welcome", args=[person.pk]),
        "act_label": _("Welcome"),
    }
    parts = []
    if meeting:
        hour = time_format(timezone.localtime(meeting.at).time(), "G:i")
        chip = _("first meeting, %(hour)s") if not welcomed else _("meeting, %(hour)s")
        row["chip"] = chip % {"hour": hour}
        if told and told.interpreter:
            parts.append(_("Interpreter: %(wish)s.") % {"wish": told.interpreter.strip().rstrip(".")})
        if welcomed:
            row |= {"act_url": row["url"], "act_label": _("Open")}
    elif person.state in (State.CONTACT, State.WAITING) or vars(person)["handed_by"]:
        row |= {"chip": _("new with you"), "act_url": row["url"], "act_label": _("Open")}
    elif hello and welcomed:
        where = reverse("connection:presence", args=[person.pk])
        row |= {"chip": _("a gentle hello"), "act_url": where, "act_label": _("Say hello")}
    elif welcomed and (looks_again(person) or looks):
        row |= _to_look_again(person)
    elif welcomed and checks_in(person):
        where = reverse("circle:circle", args=[person.pk])
        row |= {
            "chip": _("time to check in"),
            "act_url": f"{where}#commitments",
            "act_label": _("Look at it"),
        }
    else:
        row["chip"] = _("welcome still to come")
        parts.append(_("They have not heard yet what this program is and is not."))
    parts += _new_with_me(person)
    parts += _about_now(person, looks)
    if hello:
        parts.append(_("A gentle hello was agreed for about now."))
        row["words"] = f"“{hello.how.strip()}”" if hello.how.strip() else row["words"]
    parts.append(f"{reach}.")
    row["why"] = " ".join(parts)
    return row


def _new_with_me(person: Participant) -> list[str]:
    """That they walk with me from now on, and who walked with them before."""
    found = []
    if vars(person)["handed_by"]:
        found.append(_("Until now %(name)s walked with them.") % {"name": vars(person)["handed_by"]})
    elif person.state not in (State.CONTACT, State.WAITING) or vars(person)["my_part"] != Part.PRIMARY:
        return []
    if person.state == State.PAUSED:
        return [*found, _("They asked for a pause.")]
    return [*found, _("You walk with them from now on. A first hello, in the way they said is safe.")]


def _about_now(person: Participant, looks: bool) -> list[str]:
    """Days that were chosen or said, and have come."""
    found = []
    if looks_again(person):
        found.append(_("You chose today to look again at something that holds. It may go on holding."))
    elif looks:
        found.append(_("You chose to look again about now."))
    if checks_in(person):
        found.append(_("Something was said to be done by about now. A good time to check in."))
    return found


def _to_look_again(person: Participant) -> dict[str, Any]:
    """Where to look again: at what holds on the goal sheet, or at the person as a whole."""
    at_goals = looks_again(person)
    where = reverse("desk:holding", args=[person.pk]) if at_goals else reverse("practice:what_next")
    url = where if at_goals else f"{where}?with={person.pk}"
    return {"chip": _("look again"), "act_url": url, "act_label": _("Look again")}


def asking_row(person: Participant) -> dict[str, Any]:
    """A wish for another case manager, before the supervisor it goes to."""
    return {
        "name": person.alias,
        "url": reverse("desk:participant", args=[person.pk]),
        "hue": HUES[State(person.state)],
        "why": _("Whoever walks with them is not shown this."),
        "act_url": reverse("participants:asked", args=[vars(person)["asks"]]),
        "act_label": _("Read it"),
    }


def twice_rows(people: Iterable[Participant]) -> list[dict[str, Any]]:
    """Two records that may be of one person, each pair once; of the other one's nothing is said here."""
    first: dict[UUID, Participant] = {}
    for person in people:
        if pair := vars(person).get("same"):
            first.setdefault(pair, person)
    return [
        {
            "name": person.alias,
            "url": reverse("desk:participant", args=[person.pk]),
            "hue": HUES[State(person.state)],
            "why": _("There may be another record of them. Only supervision is shown this."),
            "act_url": reverse("participants:same", args=[pair]),
            "act_label": _("Look at both"),
        }
        for pair, person in first.items()
    ]


def waiting_row(person: Participant, needs: list[Need]) -> dict[str, Any]:
    since = timezone.localtime(person.first_contact_at).date()
    return {
        "name": person.alias,
        "url": reverse("desk:participant", args=[person.pk]),
        "hue": "s-new",
        "chip": State(person.state).label,
        "why": safely.how_long(since, clock.today()),
        "words": _quoted(needs),
        "act_url": reverse("participants:team", args=[person.pk]),
        "act_label": _("Choose a case manager"),
    }
