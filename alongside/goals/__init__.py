"""The goal sheet: what somebody wants, in their words and their order, and who does the next step.

Goals are the participant's. What we thought of stands apart as options we offered, and becomes a goal only by
a yes. Nothing here falls due by itself. Who may enter: those who walk with the participant.
"""
