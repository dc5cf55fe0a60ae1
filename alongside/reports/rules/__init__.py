"""What is pure in this room: spans of time, hiding small numbers, and working hidden ones out."""
