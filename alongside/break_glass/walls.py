"""What opens at night, and to whom a record is closed. All of it is decided by checking functions.

A record that is open tonight (`core.read_tonight`) lets these tables be read and no other: the head, the timeline, the
goals and the Circle. It is no reach: nothing is written by it, and no function that asks for reach takes it for one.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, MY_PEOPLE, Joined, Policy, Wall, of_participant, stays

_TONIGHT = "any((select core.read_tonight())::uuid[])"
_LEADS = "(select access.has_role('supervisor'))"
_TO_ME = "id = any((select core.tries_for_me())::uuid[])"
_CALL_SEEN = "exists (select from core.frontdoor_contact c where c.id = contact_id)"
_CALL_MINE = f"exists (select from core.frontdoor_contact c where c.id = contact_id and c.by_id = {ME})"

READ_TONIGHT = (
    "core.participants_details",
    "core.participants_contactpoint",
    "core.participants_need",
    "core.participants_gentletopic",
    "core.participants_statechange",
    "core.participants_criticalperiod",
    "core.participants_membership",
    "core.participants_moment",
    "core.consent_coverwords",
    "core.meetings_meeting",
    "core.connection_note",
    "core.connection_notestatement",
    "core.connection_servicegiven",
    "core.connection_engagementshift",
    "core.connection_seasonchange",
    "core.connection_changeovertime",
    "core.connection_agreement",
    "core.connection_presenceplan",
    "core.connection_trust",
    "core.goals_goalsheet",
    "core.goals_goal",
    "core.goals_step",
    "core.goals_stepwho",
    "core.goals_goalstatechange",
    "core.goals_signofchange",
    "core.goals_option",
    "core.goals_optionanswer",
    "core.goals_learnedthing",
    "core.goals_supportchange",
    "core.circle_member",
    "core.circle_huddle",
    "core.circle_attendee",
    "core.circle_matter",
    "core.circle_matterstatechange",
    "core.circle_casedecision",
    "core.circle_clarity",
    "core.circle_casecommitment",
    "vault.vault_key",
)

WALLS = [
    Wall(
        "core.break_glass_opening",
        (
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy(
                "one's own, while it is open",
                on="select",
                using=f"by_id = {ME} and participant_id = {_TONIGHT}",
                to=("desk",),
            ),
        ),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update",
        leaves=stays("who opened a record here at night"),
    ),
    Wall(
        "core.break_glass_codetry",
        (
            Policy("one's own", on="select", using=f"by_id = {ME}", to=("desk",)),
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy("to the supervisor it goes to", on="select", using=_TO_ME, to=("desk",)),
            Policy(
                "looked at",
                on="update",
                using=f"{MY_PEOPLE} or {_TO_ME}",
                check=f"({MY_PEOPLE} or {_TO_ME}) and looked_by_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, update (looked_at, looked_by_id)", "worker": "select"},
        keeper="select, insert",
        leaves=stays("what was tried here at night"),
    ),
    Wall(
        "core.break_glass_saysknown",
        (
            Policy("where the call is seen", on="select", using=_CALL_SEEN, to=("desk",)),
            Policy("with one's own call", on="insert", check=f"by_id = {ME} and {_CALL_MINE}", to=("desk",)),
            Policy(
                "settled by a supervisor",
                on="update",
                using=f"{_LEADS} and {_CALL_SEEN}",
                check=f"{_LEADS} and {_CALL_SEEN} and settled_by_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert, update (settled_at, settled_by_id)"},
        leaves=stays("looked at by a supervisor here; the call goes"),
    ),
    of_participant(
        "core.break_glass_restriction",
        "select",
        keeper="select, insert, update",
        leaves=stays("who may open a record here"),
    ),
    Wall(
        "core.break_glass_named",
        (
            Policy(
                "where the restriction is seen",
                on="select",
                using="exists (select from core.break_glass_restriction r where r.id = restriction_id)",
            ),
        ),
        {"desk": "select", "worker": "select"},
        keeper="select, insert",
        leaves=stays("who may open a record here"),
    ),
]

JOINED = [
    Joined(
        "core.participants_participant",
        Policy("open tonight", on="select", using=f"id = {_TONIGHT}", to=("desk",)),
    ),
    *(
        Joined(table, Policy("open tonight", on="select", using=f"participant_id = {_TONIGHT}", to=("desk",)))
        for table in READ_TONIGHT
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.my_shift": (),
        "core.came_tonight": (),
        "core.restricted_from_me": (),
        "core.restricted_from": (),
        "core.break_glass": ("desk",),
        "core.say_told": ("desk",),
        "core.review_opening": ("desk",),
        "core.try_code_word": ("desk",),
        "core.tries_for_me": ("desk",),
        "core.state_of_try": ("desk",),
        "core.reopen_at_night": ("desk",),
        "core.restrict_record": ("desk",),
        "core.lift_restriction": ("desk",),
    },
)
