"""The pages of this room: the goal sheet, what holds, support and its steps, the long view."""
