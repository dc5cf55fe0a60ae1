"""Permission to share (releases of information), wishes per program, cover language, and the one gate.

Everything that leaves about a participant passes this room. Entered by those who walk with the person and their
supervisor; the wall decides whom each of them reaches.
"""
