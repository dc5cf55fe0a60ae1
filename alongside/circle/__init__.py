"""Who holds what: members of the Circle, matters with one holder or an honest Unclear, decisions, huddles, concerns.

Entered by those who walk with the person; a private worry belongs to whoever wrote it.
"""
