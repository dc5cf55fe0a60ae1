"""The walls around the ground: accounts, sessions, second factors, keys and the trail."""

from alongside.access import admission_walls, factor_walls, password_walls, session_walls
from alongside.access.factor_walls import OWN_DOOR
from alongside.access.sql_files import functions, script
from alongside.access.wall import DOORS, ME, SIGNED_IN, Policy, Wall, stays

EACH_DOOR = "each door its own"
_THEIR_DOOR = "door = current_user"
_THIS_DOOR = "door = access.door()"
_WITH_ACCOUNTS = ("desk", "workspace")


def _unused(table: str) -> Wall:
    return Wall(
        table, excuse="no door has any right to it", dumped=True, leaves=stays("no door has any right to it")
    )


WALLS = [
    Wall(
        "access.access_account",
        (
            Policy("accounts of this door", on="select", using=_THIS_DOOR, to=_WITH_ACCOUNTS),
            Policy("whoever asked for a job", on="select", using="true", to=("worker",)),
            Policy(
                "holding one's own", on="update", using=f"id = {ME}", check=f"id = {ME}", to=_WITH_ACCOUNTS
            ),
        ),
        {
            **dict.fromkeys(
                _WITH_ACCOUNTS, "select (id, username, name, door, is_active, added_at, mark), update (mark)"
            ),
            "worker": "select (id, name, is_active)",
        },
        keeper="select, insert, update",
        also=password_walls.MARKS,
        leaves=stays("names of staff go along without a password (custody/whole.py)"),
    ),
    Wall(
        "access.access_roleheld",
        (Policy("roles are no secret", on="select", using="true"),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, delete",
        leaves=stays("signing in is of this house"),
    ),
    Wall(
        "access.access_signingkey",
        (Policy("raised by the owner", using="true", check="true", to=("owner",)),),
        keeper="select",
        dumped=False,
        leaves=stays("signing in is of this house"),
    ),
    *session_walls.WALLS,
    *factor_walls.WALLS,
    Wall(
        "access.access_ledger",
        (Policy(EACH_DOOR, using=_THEIR_DOOR, check=_THEIR_DOOR, to=_WITH_ACCOUNTS),),
        dict.fromkeys(_WITH_ACCOUNTS, "select, insert, update, delete"),
        excuse="counts of tries under keyed hashes, for minutes",
        dumped=False,
        leaves=stays("signing in is of this house"),
    ),
    Wall(
        "access.account_emailaddress",
        (Policy(EACH_DOOR, on="select", using=_THEIR_DOOR, to=_WITH_ACCOUNTS),),
        dict.fromkeys(_WITH_ACCOUNTS, "select"),
        also=OWN_DOOR.format("access.account_emailaddress"),
        leaves=stays("signing in is of this house"),
    ),
    _unused("access.account_emailconfirmation"),
    _unused("access.auth_group"),
    _unused("access.auth_group_permissions"),
    _unused("access.auth_permission"),
    _unused("access.django_content_type"),
    _unused("core.django_migrations"),
    Wall(
        "access.clock_clocksetting",
        (Policy("the test clock", using="true", check="true", to=("desk", "worker", "workspace")),),
        {"desk": "select, insert, update", "worker": "select", "workspace": "select"},
        excuse="the test clock; read and written only where one exists",
        leaves=stays("the test clock"),
    ),
    Wall(
        "vault.vault_key",
        (
            Policy(
                "a worker's own",
                using=f"staff_id = {ME}",
                check=f"staff_id = {ME} and participant_id is null and contact_id is null and thing_id is null"
                f" and {_THIS_DOOR}",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert", "worker": "select"},
        keeper="select, insert, update, delete",
        dumped=False,
        leaves=stays("keys are made anew (custody/whole.py)"),
    ),
    Wall(
        "trail.trail_trailentry",
        (Policy("one's own doings", on="select", using=f"actor = {ME} or chain = {ME}", to=("desk",)),),
        {"desk": "select"},
        keeper="select, insert",
        also=script(__file__, "append_only"),
        leaves=stays("who did what stays where it was done"),
    ),
    Wall(
        "trail.trail_trailhead",
        keeper="select, insert, update",
        leaves=stays("who did what stays where it was done"),
    ),
    *admission_walls.WALLS,
]

FUNCTIONS = [
    *functions(
        __file__,
        {
            "access.door": DOORS,
            "access.actor": DOORS,
            "access.is_fresh": _WITH_ACCOUNTS,
            "access.was_said": (),
            "access.held": ("desk", "worker"),
            "access.has_role": ("desk", "worker"),
            "access.share_key": ("desk",),
            "vault.keys_to_keep": ("backup",),
            "trail.append": DOORS,
            "trail.link": (),
            "trail.broken_chains": ("worker", "backup"),
        },
    ),
    *session_walls.FUNCTIONS,
    *factor_walls.FUNCTIONS,
    *admission_walls.FUNCTIONS,
    *password_walls.FUNCTIONS,
]
__all__ = ["FUNCTIONS", "SIGNED_IN", "WALLS"]
