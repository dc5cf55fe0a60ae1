"""Funding: the money an agency helps with. A *fund* has a balance, and a *movement* is money that came in, was set
aside, spent, given back or corrected.

Money moves in one place, `core.move_money`, which belongs to the keeper; other rooms' functions call it, and no page
writes a balance. Nobody who was helped is in this room.
"""
