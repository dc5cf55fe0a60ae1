"""Who is within reach: the one place that decides it.

`my_people`: whose record is open to me - my own and backup people, those I am tied to for a while (`walls_ties`),
the people of the workers whose supervisor I am, and (for supervisors) everybody who has no primary. A record
that is restricted to others is none of them.
`read_tonight`: whose record was opened on call, for a stated reason, and is read for a while by whoever opened it
(`break_glass`). It is no reach: what is written, and every function that asks for reach, knows nothing of it.
Where somebody asked for another case manager, that stays with the supervisor it goes to (`asks_for_me`) and is
never shown to the one it concerns, whatever other roles they hold.
`my_acquaintances`: whose alias and needs I may see, and nothing else - the people of my site, at the drop-in.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import (
    GOES,
    ME,
    MY_PEOPLE,
    Joined,
    Policy,
    Wall,
    of_agency,
    of_participant,
    stays,
    stays_with_its_person,
)
from alongside.participants import walls_same, walls_ties

ACQUAINTED = "any((select core.my_acquaintances())::uuid[])"
_OWN_ID = "id = any((select core.my_people())::uuid[])"
_HERS = f"{MY_PEOPLE} and by_id = {ME}"
_LEADS = "(select access.has_role('supervisor'))"
_ADDRESSED_TO_ME = "id = any((select core.asks_for_me())::uuid[])"

WALLS = [
    Wall(
        "core.participants_participant",
        (
            Policy("people within reach", using=_OWN_ID, check=_OWN_ID),
            Policy("alias at the drop-in", on="select", using=f"id = {ACQUAINTED}", to=("desk",)),
        ),
        {
            "desk": "select, update (alias, state, state_since, started_at, under_18, first_contact_at)",
            "worker": "select",
        },
        keeper="select, insert, update",
        leaves=GOES,
    ),
    of_participant("core.participants_details", "select, insert, update", leaves=GOES),
    of_participant("core.participants_contactpoint", "select, insert, update", leaves=GOES),
    Wall(
        "core.participants_need",
        (
            Policy("people within reach", using=MY_PEOPLE, check=_HERS),
            Policy("needs at the drop-in", on="select", using=f"participant_id = {ACQUAINTED}", to=("desk",)),
            Policy(
                "needs told at the drop-in",
                on="insert",
                check=f"participant_id = {ACQUAINTED} and by_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert", "worker": "select"},
        keeper="insert",
        leaves=GOES,
    ),
    of_participant(
        "core.participants_gentletopic", "select, insert, update, delete", author="by_id", leaves=GOES
    ),
    of_participant("core.participants_statechange", keeper="select, insert", author="by_id", leaves=GOES),
    of_participant("core.participants_theirchoice", author="by_id", leaves=GOES),
    of_participant("core.participants_chosenanyway", "select", keeper="insert", leaves=GOES),
    of_participant(
        "core.participants_criticalperiod",
        "select, insert, update (begins_on, ends_on, is_open, kind, intensity, words, day, source, version)",
        author="by_id",
        keeper="select",
        leaves=GOES,
    ),
    of_agency("core.participants_criticalwindow", write="insert", leaves=GOES),
    of_participant(
        "core.participants_callbrief",
        "select, insert, update (called, code_word, question)",
        keeper="select",
        author="by_id",
        leaves=stays("approved for the nights of this agency"),
    ),
    of_participant(
        "core.participants_briefline",
        "select, insert, update (approved_at, withdrawn_at), delete",
        keeper="select",
        author="by_id",
        leaves=stays("approved for the nights of this agency"),
    ),
    Wall(
        "core.participants_briefopening",
        (
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy(
                "looked at by a supervisor",
                on="update",
                using=f"{MY_PEOPLE} and {_LEADS}",
                check=f"{MY_PEOPLE} and {_LEADS} and reviewed_by_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, update (reviewed_at, reviewed_by_id)", "worker": "select"},
        keeper="select, insert",
        leaves=stays("who opened a brief here at night"),
    ),
    Wall(
        "core.participants_casemanagerrequest",
        (
            Policy("to the supervisor it goes to", on="select", using=_ADDRESSED_TO_ME, to=("desk",)),
            Policy(
                "settled by that supervisor",
                on="update",
                using=_ADDRESSED_TO_ME,
                check=f"{_ADDRESSED_TO_ME} and settled_by_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, update (settled_at, settled_by_id, lifted_at)"},
        keeper="select, insert",
        also=stays_with_its_person("core.participants_casemanagerrequest"),
        leaves=stays("asked for past a worker, and read by one supervisor alone"),
    ),
    Wall(
        "core.participants_membership",
        (
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy("one's own", on="select", using=f"staff_id = {ME}"),
        ),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update, delete",
        leaves=GOES,
    ),
    Wall(
        "core.participants_moment",
        (
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy("in one's own name", on="insert", check=_HERS),
            Policy("put right", on="update", using=MY_PEOPLE, check=MY_PEOPLE),
        ),
        {"desk": "select, insert, update (at)", "worker": "select"},
        keeper="insert, delete, select",
        leaves=GOES,
    ),
    Wall(
        "core.participants_aliastoken",
        (
            Policy("people within reach", using=MY_PEOPLE, check=MY_PEOPLE),
            Policy("alias at the drop-in", on="select", using=f"participant_id = {ACQUAINTED}", to=("desk",)),
        ),
        {"desk": "select, insert, delete", "worker": "select, insert, delete"},
        keeper="select, insert, delete",
        dumped=False,
        leaves=stays("made anew from the alias"),
    ),
    *walls_same.WALLS,
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of briefs that one sees",
            on="select",
            using="thing_id is not null and exists (select from core.participants_callbrief b"
            " where b.id = vault_key.thing_id and b.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
    Joined(
        "vault.vault_key",
        Policy(
            "keys of people within reach",
            on="select",
            using=f"{MY_PEOPLE} or participant_id = {ACQUAINTED}",
        ),
    ),
    Joined(
        "trail.trail_trailentry",
        Policy("who looked", on="select", using="chain = any((select core.my_people())::uuid[])"),
    ),
]

FUNCTIONS = [
    *walls_same.FUNCTIONS,
    *walls_ties.FUNCTIONS,
    *functions(
        __file__,
        {
            "core.my_people": ("desk", "worker"),
            "core.read_tonight": ("desk", "worker"),
            "core.asks_for_me": ("desk", "worker"),
            "core.request_case_manager": ("desk",),
            "core.my_acquaintances": ("desk", "worker"),
            "core.welcome": ("desk",),
            "core.assign": ("desk",),
            "core.trained_or_words": (),
            "core.chosen_past_room": ("desk",),
            "core.ends_without_transfer": ("desk",),
            "core.release_part": ("desk",),
        },
    ),
]
