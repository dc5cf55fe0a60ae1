"""The walls around swaps and hand-over sheets: a swap is read by the two it is between, a sheet by whoever needs it."""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, SIGNED_IN, Joined, Policy, Wall, stays

_OPEN = "any((select core.open_hand_overs())::uuid[])"

WALLS = [
    Wall(
        "core.workforce_shiftswap",
        (
            Policy(
                "between the two",
                on="select",
                using=f"asked_by_id = {ME} or asked_of_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select"},
        keeper="select, insert, update",
        leaves=stays("who asked whom to swap a shift here"),
    ),
    Wall(
        "core.workforce_leftshift",
        (Policy("colleagues", on="select", using=SIGNED_IN, to=("desk",)),),
        {"desk": "select"},
        keeper="insert",
        leaves=stays("whose shift had to be given to another here"),
    ),
    Wall(
        "core.workforce_handover",
        (
            Policy("whoever needs it", on="select", using=f"id = {_OPEN}", to=("desk",)),
            Policy(
                "on call at this minute",
                on="insert",
                check=f"by_id = {ME} and (select core.is_on_call())",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert"},
        keeper="select, delete",
        leaves=stays("from shift to shift, for seven days"),
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of hand-over sheets",
            on="select",
            using=f"thing_id is not null and thing_id = {_OPEN}",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.open_hand_overs": ("desk",),
        "core.take_back_hand_over": ("desk",),
        "core.let_hand_overs_go": ("worker",),
        "core.is_open_here": (),
        "core.ask_swap": ("desk",),
        "core.answer_swap": ("desk",),
        "core.take_back_swap": ("desk",),
    },
)
