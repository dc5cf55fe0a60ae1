"""Who is on call: a first and a second, from when until when, around the clock; and a page for when nothing runs.

Everybody who works here sees who is on call; supervisors and administrators set it. The page says how to reach a
team's people safely; a supervisor makes it, on demand and for a purpose.
"""
