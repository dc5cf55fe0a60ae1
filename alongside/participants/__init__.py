"""A participant: an alias, how to reach them safely, who walks with them, and what has been when.

An alias is all that is needed. Everything else may stay blank for good. Entered by the primary and backup
case managers, the supervisor of their team and, for alias and needs alone, the drop-in of their site.
"""
