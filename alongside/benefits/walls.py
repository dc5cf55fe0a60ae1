"""The walls of this room. Rules are the agency's own: all staff read them, the administrator adds versions."""

from alongside.access.wall import GOES, of_agency

WALLS = [of_agency("core.benefits_clockrule", write="insert", leaves=GOES)]
