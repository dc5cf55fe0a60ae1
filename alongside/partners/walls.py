"""The walls: all staff read what is known of partners; those who work with partners keep it.

Whoever is not signed in reads the public entries of the directory and nothing else; a confidential place is
never public, which a constraint holds.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import GOES, ME, SIGNED_IN, Leaves, Policy, Wall, stays
from alongside.partners import seat_walls

KEEPS = (
    "(select access.has_role('case_manager') or access.has_role('supervisor') or access.has_role('director'))"
)
_PUBLIC_SERVICE = "exists (select from core.partners_service l where l.id = service_id and l.is_public)"
_PUBLIC_LOCATION = "exists (select from core.partners_location p where p.id = place_id and p.is_public)"


def _kept(
    table: str,
    write: str = "insert, update",
    *,
    public: str = "",
    author: str = "",
    keeper: str = "",
    also: str = "",
    leaves: Leaves = GOES,
) -> Wall:
    """A table about partners: read by all staff, and where it is `public` by anybody; written by its keepers.

    Where a column tells the `author`, each writes in their own name and takes back what is their own.
    """
    keeps = f"{KEEPS} and {author} = {ME}" if author else KEEPS
    return Wall(
        table,
        (
            Policy("staff read", on="select", using=f"{SIGNED_IN} or ({public})" if public else SIGNED_IN),
            *(
                Policy(
                    f"those who work with partners may {verb}",
                    on=verb,
                    using="" if verb == "insert" else keeps,
                    check="" if verb == "delete" else keeps,
                )
                for verb in write.split(", ")
            ),
        ),
        {"desk": f"select, {write}", "worker": "select"},
        keeper=keeper,
        also=also,
        leaves=leaves,
    )


_ALL = "insert, update, delete"
WALLS = [
    _kept(
        "core.partners_partneragency",
        keeper="select",
        also=seat_walls.shuts_a_seat("core.partners_partneragency", "ended_on, kind"),
    ),
    _kept("core.partners_networkmembership", "insert, delete"),
    _kept(
        "core.partners_pointofcontact",
        keeper="select, update",
        also=seat_walls.shuts_a_seat("core.partners_pointofcontact", "until"),
    ),
    *seat_walls.WALLS,
    _kept("core.partners_partneragreement", keeper="select"),
    _kept("core.partners_agreementpaper", _ALL, leaves=stays("a paper between agencies; its words go along")),
    _kept("core.partners_commitment", keeper="select"),
    _kept("core.partners_appreciation", "insert, delete", author="by_id"),
    _kept("core.partners_preparationnote"),
    _kept("core.partners_directoryimport"),
    _kept("core.partners_organization", _ALL, public="is_public"),
    _kept("core.partners_location", _ALL, public="is_public"),
    _kept("core.partners_service", _ALL, public="is_public and same_as_id is null"),
    _kept("core.partners_serviceatlocation", _ALL, public=f"{_PUBLIC_SERVICE} and {_PUBLIC_LOCATION}"),
    _kept("core.partners_searchkey", _ALL, public=_PUBLIC_SERVICE),
    _kept("core.partners_replacedrow", "insert, delete"),
    _kept("core.partners_visit", "insert, delete", author="who_id"),
    _kept("core.partners_directoryrule", leaves=stays("how this house takes a directory over")),
    # How often is counted by the worker for a report, and told by nothing else.
    Wall("core.partners_gap", keeper="select, insert, update", leaves=GOES),
]

FUNCTIONS = [
    *functions(
        __file__,
        {
            "core.count_gap": ("desk",),
            "core.gaps_told": ("desk",),
        },
    ),
    *seat_walls.FUNCTIONS,
]
