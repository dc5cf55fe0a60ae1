"""Dated ties beside the case manager and the backup: a transfer's overlap, cover, a record opened for a reason.

They stand in `core.participants_membership`, the one table that decides reach, and end by themselves. No door may
make one: functions of the keeper in the rooms above do, each having looked at who may.
"""

from alongside.access.sql_files import functions

FUNCTIONS = functions(
    __file__,
    {
        "core.records_of": (),
        "core.asked_for_another": (),
        "core.tie": (),
        "core.cut_ties": (),
        "core.end_tie": (),
        "core.end_ties": (),
    },
)
