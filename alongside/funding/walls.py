"""The walls around money: its keeper reads every movement, whoever helps reads the funds, and nobody writes a sum.

`core.move_money` is the one place where money moves; no door may call it.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, Joined, Policy, Wall, stays
from alongside.funding import stream_walls

KEEPS = "(select access.has_role('director'))"
_HELPS = (
    "(select access.has_role('case_manager') or access.has_role('supervisor') or access.has_role('director'))"
)
_TOLD = "name, kind, restricted, begins_on, ends_on, closed_at, version"
_ADDS_UP = """
    create constraint trigger adds_up after insert or update on {0} deferrable initially deferred
        for each row execute function core.funds_add_up()
"""
_STANDS = """
    create trigger stands before update or delete on core.funding_movement
        for each row execute function core.movements_stand();
    create trigger stands_at_all before truncate on core.funding_movement
        for each statement execute function core.movements_stand()
"""

WALLS = [
    Wall(
        "core.funding_fund",
        (
            Policy("whoever helps with it", on="select", using=_HELPS, to=("desk",)),
            Policy("its keeper changes what is said", on="update", using=KEEPS, check=KEEPS, to=("desk",)),
        ),
        {"desk": f"select, update ({_TOLD})"},
        keeper="select, insert, update",
        also=_ADDS_UP.format("core.funding_fund"),
        leaves=stays("the agency's own money; nobody who was helped is in it"),
    ),
    Wall(
        "core.funding_movement",
        (Policy("its keeper", on="select", using=f"{KEEPS} and {ME} is not null", to=("desk",)),),
        {"desk": "select"},
        keeper="select, insert",
        also=f"{_ADDS_UP.format('core.funding_movement')};{_STANDS}",
        leaves=stays("the agency's own money; nobody who was helped is in it"),
    ),
    *stream_walls.WALLS,
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of funds",
            on="select",
            using="thing_id is not null and exists (select from core.funding_fund f"
            " where f.id = vault_key.thing_id and f.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = stream_walls.FUNCTIONS + functions(
    __file__,
    {
        "core.day_here": (),
        "core.move_money": (),
        "core.funds_add_up": ("owner",),
        "core.movements_stand": ("owner",),
        "core.keeps_funds": (),
        "core.open_fund": ("desk",),
        "core.put_in_fund": ("desk",),
        "core.undo_put_in": ("desk",),
        "core.funds_to_choose": ("desk",),
    },
)
