"""Provisions: what helps with a need: what donors are asked for, stock of basic needs, and help with money.

An *ask* belongs to a participant's need and says what would help: the thing, its size or amount. What donors and the
drop-in desk read of it is a line of its own, *wanted*, that says nothing of whom it is for: no alias, no worker, no
day. Who may enter: those who walk with the participant make and change asks; the drop-in desk reads what is wanted.

*Stock* is things kept for whoever needs them: counts at each place, changed by movements alone, about nobody. What
somebody was given of it stands with them, sealed.

*Help with money* is asked for somebody (`AssistanceRequest`: what it is for, sealed with them) and decided by somebody
else on a line of its own about nobody (`AssistanceDecision`: a kind, an amount, a fund). Functions of the keeper move
the money with each step. What an asking came from is a need, a goal or a referral, named by its reference.
"""
