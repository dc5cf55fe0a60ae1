"""What the kinds of strands and of their events are called, as an agency may reword or hide each."""

from alongside.legal.choices import EventKind, StrandKind

WORDS = {f"legal.kind_{kind}": kind.label for kind in StrandKind}
WORDS |= {f"legal.event_{kind}": kind.label for kind in EventKind}
