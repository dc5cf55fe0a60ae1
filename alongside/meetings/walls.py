"""Meetings are seen and changed by those whose person it is."""

from alongside.access.wall import of_participant

WALLS = [of_participant("core.meetings_meeting", "select, insert, update")]
