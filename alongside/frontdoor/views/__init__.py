"""Pages of the front door: logging (door) and becoming known (known)."""
