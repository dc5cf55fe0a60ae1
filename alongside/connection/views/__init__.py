"""The pages of this room: notes, and the strand of connection. What both need stands in `places`."""
