"""A meeting as a calendar file: its time and a neutral title, and nothing about the person or the program."""

from datetime import UTC

from alongside import clock
from alongside.meetings.models import Meeting
from alongside.meetings.rules import ends_at

FILE_NAME = "appointment.ics"


def calendar_file(meeting: Meeting, title: str) -> bytes:
    """The file. No alias, place, purpose or introduction is in it.

    Its number goes up with every change, so that a calendar that holds an older one lets it go; a meeting that
    was called off says so in the same way.
    """
    from icalendar import Calendar, Event

    event = Event()
    event.add("uid", str(meeting.id))
    event.add("summary", title)
    event.add("sequence", meeting.version - 1)
    event.add("dtstamp", clock.now())
    event.add("last-modified", meeting.changed_at)
    event.add("status", "CANCELLED" if meeting.cancelled_at else "CONFIRMED")
    event.add("dtstart", meeting.at.astimezone(UTC))
    event.add("dtend", ends_at(meeting.at, meeting.minutes).astimezone(UTC))
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", "-//Appointments//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if meeting.cancelled_at else "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
