"""Meetings with a participant: when, with whom, which interpreter, how we introduce ourselves, met or not.

The participant's own people plan them. A calendar file leaves on request only, under a neutral title. We
never count meetings that did not happen, and ask for no reason.
"""
