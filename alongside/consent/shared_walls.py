"""The walls around what a partner reads: a copy opens while its permission stands, and to nobody else.

The partner's door may read copies, their keys and what was said about them, and has no right to any table of
people. Triggers on permissions, holds and wishes keep the copies true in the same statement that changes them:
what ended is emptied and its keys are gone, what is held is out of sight.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import MY_PEOPLE, Policy, Wall, stays, stays_with_its_person

# Asked again by `shared.say`, which writes an answer; both have to say the same.
_MINE = (
    "agency_id = (select shared.my_partner()) and ended_at is null and not held"
    " and until > (select access.now())"
)
_OF_MINE = "exists (select from shared.consent_shareditem i where i.id = item_id)"
_OF_MY_PEOPLE = "item_id = any(array(select l.id from core.consent_sharedlink l))"


def settles(table: str, events: str) -> str:
    """A trigger: whatever changes here counts for the copies at once."""
    return f"""
        drop trigger if exists settles_what_is_shared on {table};
        create trigger settles_what_is_shared after {events} on {table}
            for each row execute function core.settle_shared()
    """


_KEYS_GO_TOGETHER = """
    drop trigger if exists lets_copies_go on vault.vault_key;
    create trigger lets_copies_go after delete on vault.vault_key for each row
        when (old.participant_id is not null) execute function core.let_copies_go()
"""

WALLS = [
    Wall(
        "shared.consent_shareditem",
        (Policy("shared with my agency", on="select", using=_MINE, to=("workspace",)),),
        {"workspace": "select"},
        keeper="select, insert, update",
        leaves=stays("what a partner sees at their door; shared anew"),
    ),
    Wall(
        "shared.consent_sharedkey",
        (Policy("of what is shared", on="select", using=_OF_MINE, to=("workspace",)),),
        {"workspace": "select"},
        keeper="select, insert, update (wrapped), delete",  # wrapped anew when the master key changes
        dumped=False,
        leaves=stays("what a partner sees at their door; shared anew"),
    ),
    Wall(
        "core.consent_sharedlink",
        (Policy("people within reach", on="select", using=MY_PEOPLE),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert",
        also=f"{stays_with_its_person('core.consent_sharedlink')}; {_KEYS_GO_TOGETHER}",
        leaves=stays("what a partner sees at their door; shared anew"),
    ),
    Wall(
        "shared.consent_sharedreply",
        (
            Policy("about what is shared", on="select", using=_OF_MINE, to=("workspace",)),
            Policy("about people within reach", on="select", using=_OF_MY_PEOPLE, to=("desk",)),
            Policy("seen", on="update", using=_OF_MY_PEOPLE, check=_OF_MY_PEOPLE, to=("desk",)),
        ),
        {
            "desk": "select, update (seen_at, seen_by_id)",
            "workspace": "select (id, key_id, item_id, side, kind, words, at)",
        },
        keeper="select, insert",
        leaves=stays("said at a partner's door; what was taken in is in the record"),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.settle_what_is_shared": (),
        "core.settle_shared": ("owner",),
        "core.empty_what_ended": ("worker",),
        "core.let_copies_go": ("owner",),
        "core.share_copy": ("desk",),
        "shared.say": ("desk", "workspace"),
    },
)
