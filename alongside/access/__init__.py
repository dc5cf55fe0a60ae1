"""Accounts, roles, the actor, and three of the four locks: the door, the act and the row."""
