"""Benefits: clocks that run by dated rules, what is approved from month to month, and whose they are.

A *rule* is a dated row of the agency's own, with its source; each change is a new version, and a clock keeps the one it
was started with. We say when something ends by our rule, never who is eligible. Who may enter: those who walk with the
participant; the administrator reads and changes rules, and meets nobody there.
"""
