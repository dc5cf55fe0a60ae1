"""The walls: cards and words are read by all staff, counts name nobody, a reflection is its author's alone.

A question to colleagues is open to everybody who may consult, and once closed to its asker alone; its key goes with
it. That a debrief was asked for is known to the worker and to their supervisor.
"""

from dataclasses import replace

from alongside.access.sql_files import functions
from alongside.access.wall import (
    ME,
    SIGNED_IN,
    Joined,
    Policy,
    Wall,
    of_agency,
    of_participant,
    own_rows,
    stays,
)
from alongside.practice import walls_checkins, walls_supervision, walls_team_questions, walls_training

_MAY_CONSULT = "(select core.may_consult())"
_LEADS = "(select access.has_role('practice_lead'))"
_MINE = f"by_id = {ME}"
_SEEN_CONSULT = "consult_id in (select c.id from core.practice_consult c)"
# Whoever has no supervisor of their own asks all of them.
_THEIR_SUPERVISOR = (
    "(select access.has_role('supervisor')) and by_id in (select s.id from core.agency_staff s"
    f" where s.supervisor_id = {ME} or s.supervisor_id is null)"
)

# The practice lead, the administrator and the survivor adviser; nobody else words the guard.
EDITORS = ("practice_lead", "administrator", "adviser")
WORDS_THE_GUARD = "(select " + " or ".join(f"access.has_role('{role}')" for role in EDITORS) + ")"

WALLS = [
    Wall(
        "core.practice_card",
        (
            Policy("staff read", on="select", using=SIGNED_IN),
            Policy("practice lead adds", on="insert", check=_LEADS),
            Policy("practice lead hides", on="update", using=_LEADS, check=_LEADS),
        ),
        {"desk": "select, insert, update (hidden)"},
        keeper="select, insert",
        excuse="the agency's own cards; no participant's data",
        leaves=stays("the agency's own; see the set-up file"),
    ),
    replace(
        of_agency(
            "core.practice_cardwording",
            who="practice_lead",
            leaves=stays("the agency's own; see the set-up file"),
        ),
        keeper="select, insert, update",
    ),
    Wall(
        "core.practice_cardtally",
        (Policy("practice lead reads", on="select", using=_LEADS),),
        {"desk": "select"},
        keeper="select, insert, update",
        leaves=stays("a worker's own practice"),
    ),
    Wall(
        "core.practice_cardnote",
        (Policy("practice lead reads", on="select", using=_LEADS, to=("desk",)),),
        {"desk": "select"},
        keeper="select, insert, delete",
        leaves=stays("a worker's own practice"),
    ),
    Wall(
        "core.practice_wordingsuggestion",
        (
            Policy("staff read", on="select", using=SIGNED_IN),
            Policy("editors add", on="insert", check=WORDS_THE_GUARD),
            Policy("editors reword", on="update", using=WORDS_THE_GUARD, check=WORDS_THE_GUARD),
        ),
        {"desk": "select, insert, update"},
        excuse="the agency's own words; no participant's data",
        leaves=stays("the agency's own; see the set-up file"),
    ),
    own_rows("core.practice_reflection", "by_id", "select, insert, update, delete"),
    Wall(
        "core.practice_consult",
        (
            Policy(
                "colleagues who consult",
                on="select",
                using=f"{_MAY_CONSULT} and (closed_at is null or {_MINE})",
                to=("desk",),
            ),
            Policy(
                "in one's own name",
                on="insert",
                check=f"{_MAY_CONSULT} and {_MINE} and core.has_no_key(id)",
                to=("desk",),
            ),
            Policy("closed by its asker", on="update", using=_MINE, check=_MINE, to=("desk",)),
        ),
        {"desk": "select, insert, update (closed_at)"},
        keeper="select, delete",
        leaves=stays("a worker's own practice"),
    ),
    Wall(
        "core.practice_consultreply",
        (
            Policy(
                "beside a question one sees",
                on="select",
                using=f"{_SEEN_CONSULT} and (removed_at is null or {_MINE})",
                to=("desk",),
            ),
            Policy("in one's own name", on="insert", check=f"{_MINE} and {_SEEN_CONSULT}", to=("desk",)),
            Policy("taken back by its writer", on="update", using=_MINE, check=_MINE, to=("desk",)),
        ),
        {"desk": "select, insert, update (removed_at)"},
        keeper="select, update, delete",
        leaves=stays("a worker's own practice"),
    ),
    Wall(
        "core.practice_debrief",
        (
            Policy("one's own", on="select", using=_MINE, to=("desk",)),
            Policy("one asks for oneself", on="insert", check=f"{_MINE} and seen_at is null", to=("desk",)),
            Policy("taken back", on="delete", using=_MINE, to=("desk",)),
            Policy("their supervisor", on="select", using=_THEIR_SUPERVISOR, to=("desk",)),
            Policy(
                "their supervisor has seen",
                on="update",
                using=_THEIR_SUPERVISOR,
                check=f"seen_by_id is null or seen_by_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert, delete, update (seen_at, seen_by_id)"},
        leaves=stays("a worker's own practice"),
    ),
    of_participant(
        "core.practice_revisit",
        "select, insert, update, delete",
        author="by_id",
        leaves=stays("a worker's own day to look again"),
    ),
    *walls_checkins.WALLS,
    *walls_supervision.WALLS,
    *walls_team_questions.WALLS,
    *walls_training.WALLS,
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of questions one sees",
            on="select",
            using="thing_id is not null and exists"
            " (select from core.practice_consult c where c.id = thing_id and c.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
    Joined(
        "vault.vault_key",
        Policy(
            "the key of one's own question",
            on="insert",
            check="thing_id is not null and participant_id is null and contact_id is null and staff_id is null"
            " and door = access.door() and exists (select from core.practice_consult c"
            f" where c.id = thing_id and c.key_id = vault_key.key_id and c.by_id = {ME})",
            to=("desk",),
        ),
    ),
    Joined(
        "vault.vault_key",
        Policy(
            "keys of what was said about a card",
            on="select",
            using="thing_id is not null and exists (select from core.practice_cardnote n"
            " where n.id = vault_key.thing_id and n.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
    *walls_supervision.JOINED,
    *walls_training.JOINED,
]

FUNCTIONS = [
    *functions(
        __file__,
        {
            "core.take_card": ("desk",),
            "core.count_card": ("desk",),
            "core.note_card": ("desk",),
            "core.let_go_of_card_note": ("desk",),
            "core.may_consult": ("desk",),
            "core.has_no_key": ("desk",),
            "core.thank_for": ("desk",),
            "core.let_go_of_consult": ("desk",),
        },
    ),
    *walls_checkins.FUNCTIONS,
    *walls_supervision.FUNCTIONS,
    *walls_training.FUNCTIONS,
]
