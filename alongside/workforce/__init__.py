"""Who is on call: a first and a second, from when until when, around the clock.

Everybody who works here sees it; supervisors and administrators set it. Holds no participant's data.
"""
