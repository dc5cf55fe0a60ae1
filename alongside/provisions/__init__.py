"""Provisions: what helps with a need in things. For now, what donors are asked for.

An *ask* belongs to a participant's need and says what would help: the thing, its size or amount. What donors and the
drop-in desk read of it is a line of its own, *wanted*, that says nothing of whom it is for: no alias, no worker, no
day. Who may enter: those who walk with the participant make and change asks; the drop-in desk reads what is wanted.
"""
