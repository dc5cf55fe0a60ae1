"""The walls around transfers. Whoever reaches the person reads them; giver, receiver and supervisor write on them; the
colleague who is asked finds what was written for them, and nothing else. Where one is, the keeper changes alone."""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, MY_PEOPLE, Joined, Policy, Wall, stays, stays_with_its_person

_THEIRS = (
    f"{MY_PEOPLE} and (receiver_id = {ME} or (select access.has_role('supervisor')) or exists"
    " (select from core.participants_participant p where p.id = participant_id"
    f" and p.case_manager_id = {ME}))"
)
_HERS = f"{MY_PEOPLE} and by_id = {ME}"
_WORDS = "version, talked_on, unreached, whether, whom, how, meeting_id, met_on, to_know, not_again, goodbye"

WALLS = [
    Wall(
        "core.transfers_transfer",
        (
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy("giver, receiver and supervisor", on="update", using=_THEIRS, check=_THEIRS, to=("desk",)),
        ),
        {"desk": f"select, update ({_WORDS})", "worker": "select"},
        keeper="select, insert, update",
        also=stays_with_its_person("core.transfers_transfer"),
        leaves=stays("how they went from one colleague to another here"),
    ),
    Wall(
        "core.transfers_transferask",
        (
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy(
                "the one who is asked",
                on="select",
                using="id = any((select core.asked_to_receive())::uuid[])",
                to=("desk",),
            ),
            Policy("in one's own name", on="insert", check=_HERS, to=("desk",)),
            Policy("put right", on="update", using=MY_PEOPLE, check=MY_PEOPLE, to=("desk",)),
        ),
        {"desk": "select, insert, update (called, why)"},
        keeper="select, update",
        also=stays_with_its_person("core.transfers_transferask"),
        leaves=stays("asked of a colleague here"),
    ),
    Wall(
        "core.transfers_transferpack",
        (
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy(
                "at the yes of the one who was asked",
                on="select",
                using="ask_id = any((select core.handed_to_me())::uuid[])",
                to=("desk",),
            ),
            Policy("in one's own name", on="insert", check=_HERS, to=("desk",)),
            Policy("made anew", on="delete", using=MY_PEOPLE, to=("desk",)),
        ),
        {"desk": "select, insert, delete"},
        keeper="select, delete",
        leaves=stays("a copy for a colleague here"),
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of what one is asked to receive",
            on="select",
            using="thing_id is not null and exists (select from core.transfers_transferask a"
            " where a.id = vault_key.thing_id and a.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.may_hand_over": (),
        "core.can_receive": (),
        "core.becomes_case_manager": (),
        "core.propose_transfer": ("desk",),
        "core.ask_another_to_receive": ("desk",),
        "core.move_transfer": ("desk",),
        "core.answer_transfer": ("desk",),
        "core.asked_to_receive": ("desk",),
        "core.handed_to_me": ("desk",),
        "core.open_transfers": ("desk",),
    },
)
