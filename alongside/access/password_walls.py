"""What a door may know of a password: how it was encoded, and whether a whole encoding is the one that is kept."""

from alongside.access.sql_files import functions, script

_BOTH = ("desk", "workspace")

MARKS = script(__file__, "marks_the_password")

FUNCTIONS = functions(
    __file__,
    {
        "access.encoded_like": _BOTH,
        "access.opens": _BOTH,
        "access.change_password": _BOTH,
    },
)
