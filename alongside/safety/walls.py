"""The walls around a safety plan: another kind of reach than a person's, and narrower.

Whoever reaches the person sees that there is a plan and who may open it. What it says, and the key it is sealed under,
are seen by `core.my_plans()` alone: the case manager and the backup with whom it was begun, whoever came after them
once the person said so, whom the person named, and a supervisor for an hour with a reason. Being handed over for a
while, or being the supervisor, opens nothing. On call, see workforce/walls.py.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import (
    GOES,
    ME,
    MY_PEOPLE,
    Joined,
    Policy,
    Wall,
    of_participant,
    stays,
    stays_with_its_person,
)

_STAYS = stays("a safety plan opens to whom its person said, and leaves with nothing")
OPENS = "any((select core.my_plans())::uuid[])"
_KEYS_GO_TOGETHER = """
    drop trigger if exists lets_plan_key_go on vault.vault_key;
    create trigger lets_plan_key_go after delete on vault.vault_key for each row
        when (old.participant_id is not null) execute function core.let_plan_key_go()
"""

WALLS = [
    Wall(
        "core.safety_safetyplan",
        (
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy("whom the person named", on="select", using=f"id = {OPENS}", to=("desk",)),
        ),
        {"desk": "select"},
        keeper="select, insert, update (on_call_may)",
        also=f"{stays_with_its_person('core.safety_safetyplan')}; {_KEYS_GO_TOGETHER}",
        leaves=_STAYS,
    ),
    Wall(
        "core.safety_planversion",
        (
            Policy("to whom it opens", on="select", using=f"plan_id = {OPENS}", to=("desk",)),
            Policy(
                "in one's own name, about a plan one keeps",
                on="insert",
                check=f"plan_id = any((select core.plans_i_keep())::uuid[]) and by_id = {ME} and exists"
                " (select from core.safety_safetyplan s where s.id = plan_id"
                " and s.participant_id = safety_planversion.participant_id and s.key_id = safety_planversion.key_id)",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert"},
        also=stays_with_its_person("core.safety_planversion"),
        leaves=_STAYS,
    ),
    Wall(
        "core.safety_planopener",
        (Policy("people within reach", on="select", using=MY_PEOPLE),),
        {"desk": "select"},
        keeper="select, insert, update (ended_at)",
        also=stays_with_its_person("core.safety_planopener"),
        leaves=_STAYS,
    ),
    Wall(
        "core.safety_planopening",
        (Policy("people within reach", on="select", using=MY_PEOPLE),),
        {"desk": "select"},
        keeper="select, insert",
        also=stays_with_its_person("core.safety_planopening"),
        leaves=_STAYS,
    ),
    of_participant(
        "core.safety_talkedabout", "select, insert, update (removed_at)", author="by_id", leaves=GOES
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of plans that open",
            on="select",
            using=f"thing_id is not null and thing_id = {OPENS} and exists (select from core.safety_safetyplan s"
            " where s.id = vault_key.thing_id and s.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.walks_with": (),
        "core.plans_i_keep": ("desk",),
        "core.my_plans": ("desk",),
        "core.begin_safety_plan": ("desk",),
        "core.let_open_plan": ("desk",),
        "core.stop_opening_plan": ("desk",),
        "core.let_on_call_open": ("desk",),
        "core.open_plan_for_a_reason": ("desk",),
        "core.let_plan_key_go": ("owner",),
    },
)
