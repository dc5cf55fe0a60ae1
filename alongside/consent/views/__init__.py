"""Pages of permission to share, of what went out, and of the moment of contact."""
