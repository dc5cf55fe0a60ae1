"""The walls around the partner's door: who sits there, what opens to them of ours, and how it shuts at once.

A seat opens something only while its contact is ours, we work with their agency, and it is not law enforcement.
`shared.my_partner` asks that anew at every statement; the triggers end sessions, links and factors besides.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import SIGNED_IN, Policy, Wall, stays

WALLS = [
    Wall(
        "core.partners_partneraccess",
        (Policy("staff read", on="select", using=SIGNED_IN),),
        {"desk": "select"},
        keeper="select, insert, update",
        leaves=stays("sign-in of a partner here"),
    ),
    Wall(
        "core.partners_partneraccessrequest",
        (Policy("staff read", on="select", using=SIGNED_IN),),
        {"desk": "select"},
        keeper="select, insert, update",
        leaves=stays("sign-in of a partner here"),
    ),
]


def shuts_a_seat(table: str, columns: str) -> str:
    """A trigger: whoever is no contact of ours any more is signed out at once."""
    return f"""
        drop trigger if exists shuts_seats on {table};
        create trigger shuts_seats after update of {columns} on {table}
            for each row execute function core.shut_seats()
    """


FUNCTIONS = functions(
    __file__,
    {
        "shared.my_partner": ("workspace",),
        "shared.names": ("workspace",),
        "shared.my_agreements": ("workspace",),
        "shared.my_commitments": ("workspace",),
        "core.shut_seat": (),
        "core.shut_seats": ("owner",),
        "core.request_partner_access": ("desk",),
        "core.answer_partner_access_request": ("desk",),
        "core.invite_contact": ("desk",),
    },
)
