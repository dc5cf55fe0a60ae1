"""The moment of contact: what is safe just now is said before a number is shown, and our words stand beside it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.consent import queries, rules
from alongside.participants import queries as people
from alongside.participants import safely
from alongside.participants.opened import opened
from alongside.participants.queries import ContactPoint
from alongside.ui.dates import hour, put


def _warnings(point: ContactPoint, found: list[str]) -> list[str]:
    rule = safely.in_a_line(point)
    said = {
        "hours": put(_("It is %(now)s. Their rule: %(rule)s."), now=hour(clock.now()), rule=rule),
        "never": _("They asked for no calls and no texts here."),
        "no_call": _("Never call here. A text is what they chose."),
        "no_text": _("Never text here. A call is what they chose."),
        "ask": _("Ask first, each time, whether it is safe."),
        "stale": _(
            "Nobody has asked for a while whether this is still safe. Ask as soon as you are in touch."
        ),
        "no_message": _("Leave no message."),
        "code_word": _("Code word first. Without it, say nothing of us."),
    }
    return [said[name] for name in found]


@staff(Can.LOG_CONTACT)
@require_http_methods(["GET", "HEAD", "POST"])
def now(request: StaffRequest, participant: UUID, point: UUID) -> HttpResponse:
    """Before calling or writing: where there is a reason to wait, the number waits for a second, knowing tap."""
    person = opened(request.actor, participant, "open_reaching")
    way = people.contact_point(participant, point)
    if way is None or way.removed_at is not None:
        raise Http404
    rule = rules.SafeRule(
        may_call=way.may_call,
        may_text=way.may_text,
        may_leave_message=way.may_leave_message,
        from_time=way.from_time,
        until_time=way.until_time,
        has_code_word=bool(way.code_word),
        confirmed_at=way.confirmed_at,
    )
    found = rules.warnings_now(
        rule,
        hour=localtime(clock.now()).time().isoformat("minutes"),
        now=clock.now(),
        stale_days=queries.span_now().rule.stale_days,
    )
    waits = bool(rules.WAIT_FOR & set(found)) and request.method != "POST"
    if not waits:
        trail.looked("show_number", participant, "participants.contactpoint", point)
    shown = {
        "person": person,
        "way": way,
        "line": safely.in_a_line(way),
        "more": safely.more_of(way),
        "warnings": _warnings(way, found),
        "waits": waits,
        **queries.words_with_them(participant),
    }
    return render(request, "consent/now.html", shown)
