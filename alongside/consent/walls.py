"""The walls around permissions. Nothing goes out under nothing: what went out is written by `core.disclose` alone.

That function holds the permission's row until the send is kept. A withdrawal that was first has won: the send
finds no live permission and is turned down. One that comes second waits for the send and then holds.
"""

from alongside.access.sql_files import functions, script
from alongside.access.wall import (
    GOES,
    ME,
    MY_PEOPLE,
    Policy,
    Wall,
    of_agency,
    of_participant,
    stays,
    stays_with_its_person,
)
from alongside.consent import shared_walls

_STOPPED_STAYS_STOPPED = script(__file__, "stays_stopped")
_STOPPING = (
    "withdrawn_at, withdrawn_by_id, withdrawn_how, withdrawn_words,"
    " follow_up, followed_up_at, followed_up_by_id"
)


def _in_own_name(
    table: str, check: str, *, keeper: str, also: str = "", desk: str = "select, insert"
) -> Wall:
    """Rows of people within reach that one writes in one's own name, and only if `check` holds."""
    return Wall(
        table,
        (
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy("in one's own name", on="insert", check=f"{MY_PEOPLE} and by_id = {ME} and {check}"),
            Policy("put right", on="update", using=MY_PEOPLE, check=MY_PEOPLE),
        ),
        {"desk": desk, "worker": "select"},
        keeper=keeper,
        also="; ".join(each for each in (stays_with_its_person(table), also) if each),
        leaves=GOES,
    )


WALLS = [
    of_agency("core.consent_sharingrule", write="insert", leaves=GOES),
    of_agency("core.consent_informationkind", leaves=GOES),
    of_agency("core.consent_releasewording", write="insert", leaves=GOES),
    of_agency("core.consent_outingwords", leaves=stays("the agency's own list; see the set-up file")),
    _in_own_name(
        "core.consent_release",
        "withdrawn_at is null",
        desk=f"select, insert, update ({_STOPPING})",
        keeper="select, update",
        also=f"{_STOPPED_STAYS_STOPPED}; {shared_walls.settles('core.consent_release', 'update')}",
    ),
    of_participant("core.consent_releasesigner", keeper="select", author="by_id", leaves=GOES),
    of_participant(
        "core.consent_sharingpause",
        "select, insert, update (lifted_at, lifted_by_id)",
        keeper="select",
        author="by_id",
        also=shared_walls.settles("core.consent_sharingpause", "insert or update"),
        leaves=GOES,
    ),
    _in_own_name(
        "core.consent_lawfulexception",
        "decision = '' and decided_by_id is null and told_on is null",
        desk="select, insert, update (told_on, told_by_id)",
        keeper="select, update",
    ),
    _in_own_name("core.consent_disclosure", "way = 'own_copy'", keeper="select, insert, update"),
    of_participant(
        "core.consent_programintouch",
        "select, insert, update",
        keeper="select",
        author="by_id",
        also=shared_walls.settles("core.consent_programintouch", "insert or update"),
        leaves=GOES,
    ),
    of_participant("core.consent_wishsaid", author="by_id", leaves=GOES),
    of_participant("core.consent_coverwords", "select, insert, update", leaves=GOES),
    of_participant("core.consent_outwardidentity", author="by_id", leaves=GOES),
    *shared_walls.WALLS,
]

FUNCTIONS = [
    *functions(
        __file__,
        {
            "core.is_signed": (),
            "core.pass_out": (),
            "core.disclose": ("desk",),
            "core.keep_what_went": ("desk",),
            "core.decide_exception": ("desk",),
        },
    ),
    *shared_walls.FUNCTIONS,
]
