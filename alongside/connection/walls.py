"""The walls around notes and the strand of connection."""

from alongside.access.wall import GOES, ME, MY_PEOPLE, Leaves, Policy, Wall, of_agency, of_participant

_HERS = f"{MY_PEOPLE} and by_id = {ME}"
_READ = Policy("people within reach", on="select", using=MY_PEOPLE)
_IN_ONES_OWN_NAME = Policy("in one's own name", on="insert", check=_HERS)


def _written_once(table: str) -> Wall:
    """Read by those within reach, written in one's own name, never changed."""
    return Wall(
        table, (_READ, _IN_ONES_OWN_NAME), {"desk": "select, insert", "worker": "select"}, leaves=GOES
    )


WALLS = [
    Wall(
        "core.connection_note",
        (
            _READ,
            _IN_ONES_OWN_NAME,
            Policy("amended", on="update", using=MY_PEOPLE, check=MY_PEOPLE),
        ),
        {
            "desk": "select, insert, update (kind, at, minutes, tags, happened, responded, participant_can_see,"
            " version, amended_at, amended_by_id, removed_at)",
            "worker": "select",
        },
        keeper="select",
        leaves=GOES,
    ),
    # An old version names whoever wrote it, so its writer is not the one who amends.
    Wall(
        "core.connection_noteversion",
        (_READ, Policy("kept on amending", on="insert", check=MY_PEOPLE)),
        {"desk": "select, insert", "worker": "select"},
        leaves=GOES,
    ),
    _written_once("core.connection_notestatement"),
    of_agency("core.connection_servicekind", leaves=GOES),
    Wall(
        "core.connection_servicegiven",
        (Policy("people within reach", using=MY_PEOPLE, check=MY_PEOPLE),),
        {"desk": "select, insert, delete", "worker": "select"},
        keeper="select",
        leaves=GOES,
    ),
    of_participant(
        "core.connection_engagementshift",
        "select, insert, update (lens, response, wondered, followed, version, changed_at, changed_by_id,"
        " removed_at)",
        author="by_id",
        leaves=Leaves(without=("lens", "wondered")),
    ),
    of_participant(
        "core.connection_reachout",
        "select, insert, update (on_day, said_at), delete",
        author="by_id",
        leaves=GOES,
    ),
    of_participant(
        "core.connection_seasonchange", "select, insert, update (removed_at)", author="by_id", leaves=GOES
    ),
    of_participant(
        "core.connection_changeovertime", "select, insert, update (removed_at)", author="by_id", leaves=GOES
    ),
    of_participant(
        "core.connection_presenceplan", "select, insert, update (next_on)", author="by_id", leaves=GOES
    ),
    of_participant("core.connection_agreement", author="by_id", leaves=GOES),
    of_participant("core.connection_trust", author="by_id", leaves=GOES),
    of_agency("core.connection_checkinreminder", write="insert", leaves=GOES),
    of_participant("core.connection_checkinlater", author="by_id", leaves=GOES),
]
