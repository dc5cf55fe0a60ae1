"""What happened between us and a participant, and how we responded: notes, services given, statements.

A *note* is one contact, one attempt or one piece of work without contact; it is complete with a single word
and needs no goal, task or outcome. *What happened* and *how we responded* are equals. An amended note keeps
both versions. A *statement* is the participant's own word beside a note. A *service* is one of the agency's
list. Entered by those who walk with the participant; a director reads counts and nothing else.
"""
