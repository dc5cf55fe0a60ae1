"""What the kinds of strands are called, as an agency may reword or hide each."""

from alongside.legal.choices import StrandKind

WORDS = {f"legal.kind_{kind}": kind.label for kind in StrandKind}
