"""What this room brings to Today: what one colleague asks and a second agrees to."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import ToReview, Waits
from alongside.access.roles import ROLE_NAMES, Can, Role
from alongside.agency import queries
from alongside.agency.modules import is_off
from alongside.agency.reviewing import everything, stamps
from alongside.agency.words import sections
from alongside.ui.cards import Card, Empty, Place, Reason, Row, Verb, short

SHOWN = 5
WITH_PEOPLE = {Role.CASE_MANAGER, Role.ON_CALL, Role.DROP_IN}


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """In a new house, what comes next; staff and wording."""
    if actor.may(Can.SET_UP_AGENCY) and (first := [*_first_steps()]):
        yield get_started(first)
    if actor.may(Can.MANAGE_STAFF) and (to_do := [*_links(), *_without_supervisor()][:SHOWN]):
        yield Card("staff", Place.HOUSE, _("Staff"), lambda: to_do)
    if actor.may(Can.REVIEW_WORDING):
        title = _("Wording to review")
        every = Verb(_("See all"), reverse("program:wording"), soft=False, about=title)
        none = Empty(_("Everything in this language is reviewed."))
        yield Card("wording", Place.HOUSE, title, _to_read, end=(every,), empty=none)


def waits(actor: Actor) -> Iterator[Waits]:
    """What waits for a second person's word."""
    if actor.may(Can.AGREE):
        yield Waits(partial(_to_agree, actor), queries.asked_now())


def _to_agree(
    actor: Actor, _people: Sequence[Any], asked: "Sequence[queries.SecondApproval]"
) -> Iterator[Card]:
    if rows := [_row(each) for each in agreement_rows(actor, asked) if each["may"]]:
        yield Card("asked", Place.SECOND_PERSON, _("Second approvals"), lambda: rows)


def get_started(rows: list[Row]) -> Card:
    """What comes next in a new house. Rooms bring their rows while these are still to do; each goes when it is done,
    and the card with the last of them."""
    title, why = _("Get started"), _("Each of these goes away when it is done.")
    return Card("get-started", Place.NOBODY_THERE, title, lambda: rows, why=why)


def _first_steps() -> Iterator[Row]:
    ours = queries.agency()
    steps = [
        (
            not ours.hotline and not is_off("frontdoor:call"),
            _("Your hotline number"),
            "agency:agency",
            _("Add"),
        ),
        (not queries.programs(), _("Your programs and places"), "agency:programs", _("Add")),
        (len(queries.staff_list()) < 2, _("Your first colleague"), "agency:admit", _("Add")),
    ]
    for is_to_do, thing, name, verb in steps:
        if is_to_do:
            yield Row(thing, reverse(name), verbs=(Verb(verb, reverse(name), about=str(thing)),))


def _links() -> Iterator[Row]:
    """Links to come in by that nobody has used yet."""
    for each in queries.links_waiting():
        address = reverse("agency:change_staff", args=[each.account_id])
        verb = Verb(_("Open"), address, about=each.account.name)
        yield Row(_("Link not used yet"), address, each.account.name, each.expires_at, verbs=(verb,))


def _without_supervisor() -> Iterator[Row]:
    """Who works with people and names no supervisor, so that nobody leads their team."""
    roles = queries.roles_of_staff()
    for each in queries.staff_list():
        if each.supervisor_id is None and roles.get(each.pk, set()) & WITH_PEOPLE:
            address = reverse("agency:change_staff", args=[each.pk])
            yield Row(
                _("No supervisor yet"),
                address,
                each.name,
                verbs=(Verb(_("Choose"), address, about=each.name),),
            )


def _to_read() -> list[Row]:
    """What no survivor adviser has looked at yet, in the language of the page."""
    language = (translation.get_language() or "en")[:2]
    words = [each for each in everything() if each.language == language]
    seen = stamps(words)
    named = sections({each.room for each in words})
    left = [each for each in words if (each.key, each.language) not in seen]
    return [_words(each, named.get(each.room, "")) for each in left[:SHOWN]]


def _words(each: ToReview, part: str) -> Row:
    address = f"{reverse('program:wording')}?room={each.room}&language={each.language}"
    verb = Verb(_("Review"), address, about=part)
    return Row(short(each.text), address, part, verbs=(verb,))


def _row(each: dict[str, Any]) -> Row:
    """Roles or access of a colleague that another one asked for."""
    asked, address = each["asked"], reverse("agency:agreements")
    thing = _("Roles: %(roles)s") % {"roles": ", ".join(each["roles"])}
    if each["is_access"]:
        thing = _("A new password and a new second factor")
    why = _("%(who)s asks.") % {"who": asked.asked_by.name}
    verb = Verb(_("Decide"), address, about=asked.account.name)
    return Row(thing, address, asked.account.name, asked.asked_at, why=why, verbs=(verb,))


def agreement_rows(actor: Actor, asked: "Sequence[queries.SecondApproval]") -> list[dict[str, Any]]:
    """What waits for a second person's word, as a page shows it."""
    rows = []
    for each in asked:
        if each.outcome:
            continue
        is_access = each.kind == queries.SecondApproval.Kind.ACCESS
        mine = each.asked_by_id == actor.id
        about_me = each.account_id == actor.id
        may = not mine and not about_me and (not is_access or Role.ADMINISTRATOR in actor.roles)
        roles = [str(ROLE_NAMES[Role(role)]) for role in each.roles]
        rows.append({"asked": each, "is_access": is_access, "mine": mine, "may": may, "roles": roles})
    return rows
