"""Somebody's own shifts as a calendar file: their hours under a neutral title, and nothing else.

Each shift is an event of its own, at the hours of the place with its time zone beside it. There is no address to
subscribe to: it would be a door without a second factor.
"""

from collections.abc import Iterable

from alongside import clock
from alongside.workforce.models import OnCallShift

FILE_NAME = "appointments.ics"


def calendar_file(shifts: Iterable[OnCallShift], title: str) -> bytes:
    """The file. Neither the program, nor a place, nor that somebody is on call is in it."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Appointments//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    here = clock.zone()
    for shift in shifts:
        event = Event()
        event.add("uid", str(shift.pk))
        event.add("summary", title)
        event.add("dtstamp", clock.now())
        event.add("dtstart", shift.during.lower.astimezone(here))
        event.add("dtend", shift.during.upper.astimezone(here))
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
