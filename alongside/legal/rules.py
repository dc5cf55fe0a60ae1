"""Judgements about strands that need no database."""

from datetime import timedelta

STANDS = timedelta(days=30)  # so long after its day a strand stands on Today; then it waits on its own page
