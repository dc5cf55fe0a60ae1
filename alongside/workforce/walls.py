"""Who is on call will decide what a night shift may open, so only a checking function changes it; and so with
who stands in when a colleague's account is closed."""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, MY_PEOPLE, SIGNED_IN, Joined, Policy, Wall, stays
from alongside.workforce import walls_cover, walls_left, walls_rota

_MINE = f"staff_id = {ME}"
# Of those who are on call now or soon, to those who are on call just now and to supervisors.
_ON_CALL_TOGETHER = (
    "(select core.on_call_or_leads()) and staff_id = any((select core.on_call_soon())::uuid[])"
)

_ON_CALL_PLAN = "any((select core.on_call_plans())::uuid[])"

WALLS = [
    Wall(
        "core.workforce_oncallshift",
        (Policy("colleagues", on="select", using=SIGNED_IN),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update, delete",
        leaves=stays("who is on call here"),
    ),
    Wall(
        "core.workforce_staffphone",
        (
            Policy("one's own", on="select", using=_MINE, to=("desk",)),
            Policy("on call together", on="select", using=_ON_CALL_TOGETHER, to=("desk",)),
            Policy("giving one's own", on="insert", check=_MINE, to=("desk",)),
            Policy("changing one's own", on="update", using=_MINE, check=_MINE, to=("desk",)),
        ),
        {"desk": "select, insert, update (number)"},
        keeper="select, delete",
        leaves=stays("a colleague's own number, for whoever is on call here"),
    ),
    *walls_rota.WALLS,
    Wall(
        "core.workforce_standin",
        (Policy("people within reach", on="select", using=MY_PEOPLE),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update",
        leaves=stays("who stood in for a colleague here"),
    ),
    *walls_cover.WALLS,
    *walls_left.WALLS,
]

JOINED = [
    *walls_left.JOINED,
    *walls_rota.JOINED,
    Joined(
        "core.participants_callbrief",
        Policy(
            "on call at this minute",
            on="select",
            using="id = any((select core.briefs_on_call())::uuid[])",
            to=("desk",),
        ),
    ),
    Joined(
        "core.participants_briefline",
        Policy(
            "on call, once it is opened: what stands approved",
            on="select",
            using="brief_id = any((select core.briefs_opened())::uuid[])"
            " and approved_at is not null and withdrawn_at is null",
            to=("desk",),
        ),
    ),
    Joined(
        "vault.vault_key",
        Policy(
            "numbers of those on call",
            on="select",
            using="thing_id is not null and exists (select from core.workforce_staffphone p"
            " where p.id = vault_key.thing_id and p.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
    Joined(
        "core.safety_safetyplan",
        Policy("on call, where they agreed", on="select", using=f"id = {_ON_CALL_PLAN}", to=("desk",)),
    ),
    Joined(
        "core.safety_planversion",
        Policy("on call, where they agreed", on="select", using=f"plan_id = {_ON_CALL_PLAN}", to=("desk",)),
    ),
    Joined(
        "vault.vault_key",
        Policy(
            "keys of plans for whoever is on call",
            on="select",
            using=f"thing_id is not null and thing_id = {_ON_CALL_PLAN} and exists"
            " (select from core.safety_safetyplan p where p.id = vault_key.thing_id"
            " and p.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.may_be_on_call": (),
        "core.give_way": (),
        "core.is_on_call": ("desk", "worker"),
        "core.on_call_or_leads": ("desk",),
        "core.critical_through": (),
        "core.briefs_tonight": ("desk",),
        "core.briefs_on_call": ("desk",),
        "core.briefs_opened": ("desk",),
        "core.is_brief_opened": ("desk",),
        "core.open_brief": ("desk",),
        "core.on_call_soon": ("desk",),
        "core.on_call_plans": ("desk",),
        "core.forget_phone": (),
        "core.take_back_phone": ("desk",),
        "core.put_on_call": ("desk",),
        "core.take_off_call": ("desk",),
        "core.parts_of": ("desk",),
        "core.ready_backup": (),
        "core.close_desk": ("desk",),
        "core.settle_stand_in": ("desk",),
    },
)
FUNCTIONS += walls_cover.FUNCTIONS + walls_left.FUNCTIONS
FUNCTIONS += walls_rota.FUNCTIONS
