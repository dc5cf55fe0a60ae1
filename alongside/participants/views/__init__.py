"""Pages on which something is written about a participant."""
