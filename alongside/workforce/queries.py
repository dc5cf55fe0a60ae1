"""Who is on call."""

from alongside.access.actor import Actor


def on_call_line(actor: Actor) -> str:
    """Who is on call now, in a few words for the top of every page."""
    return ""
