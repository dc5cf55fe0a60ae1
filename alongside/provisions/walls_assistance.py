"""The walls around help with money. Whose an asking is stays with those who walk with them; whoever decides reads a
line about nobody. The keeper alone writes that line, and moves the money with it.

Who decides: the supervisor of whoever asked (any other one where there is none) up to the agency's limit, and the
director; nobody about what they asked for or changed themselves.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import GOES, SIGNED_IN, Joined, Policy, Wall, of_participant, stays

_SETS_UP = "(select access.has_role('director') or access.has_role('administrator'))"
# Read with the wall of askings around it: those within reach.
_OF_MINE = "id in (select r.decision from core.provisions_assistancerequest r)"
_HELPS = (
    "(select access.has_role('case_manager') or access.has_role('supervisor') or access.has_role('director'))"
)
_MAY_DECIDE = "asked_by_id = any((select core.decides_help_of())::uuid[])"


def _of_agency(table: str, update: str) -> Wall:
    return Wall(
        table,
        (
            Policy("staff read", on="select", using=SIGNED_IN),
            Policy("whoever directs adds", on="insert", check=_SETS_UP, to=("desk",)),
            Policy("whoever directs changes", on="update", using=_SETS_UP, check=_SETS_UP, to=("desk",)),
        ),
        {"desk": f"select, insert, update ({update})", "worker": "select"},
        keeper="select",
        excuse="the agency's own set-up; no participant's data",
        leaves=stays("the agency's own; the set-up file takes it along"),
    )


WALLS = [
    _of_agency("core.provisions_assistancekind", "name, words, place, hidden, version"),
    _of_agency("core.provisions_assistancerules", '"limit", cap, year_from, version'),
    of_participant(
        "core.provisions_assistancerequest",
        "select, insert, update (purpose, kind_said, amount_said, receipt, unsafe, handed_on, numbers, version)",
        author="by_id",
        keeper="select",
        leaves=GOES,
    ),
    Wall(
        "core.provisions_assistancedecision",
        (
            Policy("of askings within reach", on="select", using=_OF_MINE, to=("desk",)),
            Policy("whoever may decide", on="select", using=_MAY_DECIDE, to=("desk",)),
        ),
        {"desk": "select"},
        keeper="select, insert, update",
        leaves=stays("about nobody; what was given stands with its asking"),
    ),
    Wall(
        "core.provisions_voucherrange",
        (Policy("whoever helps with money", on="select", using=_HELPS, to=("desk",)),),
        {"desk": "select"},
        keeper="select, insert, update",
        excuse="the agency's own vouchers; no participant's data",
        leaves=stays("the agency's own; nobody who was helped is in it"),
    ),
    Wall(
        "core.provisions_voucherout",
        (),
        {},
        keeper="select, insert, update",
        excuse="which numbers are out; nothing leads to whoever got one",
        leaves=stays("the agency's own; nobody who was helped is in it"),
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of what is decided about help",
            on="select",
            using="thing_id is not null and exists (select from core.provisions_assistancedecision d"
            " where d.id = vault_key.thing_id and d.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.decides_help_of": ("desk",),
        "core.help_year": (),
        "core.help_in_year": (),
        "core.help_of_cap": (),
        "core.help_is_mine": (),
        "core.help_out_of_reach": (),
        "core.hold_whom": (),
        "core.step_help": (),
        "core.move_help": (),
        "core.let_go_vouchers": (),
        "core.give_vouchers": (),
        "core.vouchers_back": (),
        "core.begin_vouchers": ("desk",),
        "core.end_vouchers": ("desk",),
        "core.ask_help": ("desk",),
        "core.change_help": ("desk",),
        "core.help_so_far": ("desk",),
        "core.help_band": ("desk",),
        "core.decide_help": ("desk",),
        "core.hand_over_help": ("desk",),
        "core.take_help_back": ("desk",),
        "core.undo_help": ("desk",),
    },
)
