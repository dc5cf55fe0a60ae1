"""The front door: hotline calls and drop-in visits, anonymous, saved in a minute, nothing required.

Each contact is sealed under a key of its own. It is joined to a participant only at their wish, and can be
parted again. Entered by those who answer the hotline or work at the drop-in, and their supervisor; a case
manager sees what was joined to her people.
"""
