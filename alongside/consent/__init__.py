"""Permission to share (releases of information), wishes per program, cover language, and the one gate.

Everything that leaves about a participant passes this room: `gate` is what other rooms use. A *release* is their
yes to tell one recipient named things, for one purpose, until a day; it stops by a spoken word. A *disclosure* is
what went out, kept as it was. A *lawful exception* needs a reason and a second person. A *wish* says of a program
they work with already whether we may talk with it. *Cover words* are how we introduce ourselves. Entered by those
who walk with the person and their supervisor; the wall decides whom each of them reaches.
"""
