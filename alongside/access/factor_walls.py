"""The walls around second factors: read at sign-in, before anybody acts; written by whose they are, and freshly shown.

What is written before there is an actor is that a factor was used, and which recovery codes are left; the keeper's
function does that and nothing else, and only where the door's process signed it for this transaction.
"""

from alongside.access.wall import ME, Function, Policy, Wall

_BOTH = ("desk", "workspace")
_OF_THIS_DOOR = "door = current_user"
OWN_DOOR = "alter table {} add column if not exists door name not null default current_user"
FRESH = "(select access.is_fresh())"
_OWN = f"{_OF_THIS_DOOR} and user_id = {ME} and {FRESH}"

WALLS = [
    Wall(
        "access.mfa_authenticator",
        (
            Policy("each door its own", on="select", using=_OF_THIS_DOOR, to=_BOTH),
            Policy("setting up one's own", on="insert", check=_OWN, to=_BOTH),
            Policy("changing one's own", on="update", using=_OWN, check=_OWN, to=_BOTH),
            Policy("letting go of one's own", on="delete", using=_OWN, to=_BOTH),
        ),
        dict.fromkeys(_BOTH, "select, insert, update, delete"),
        # The keeper seals them anew when the master key changes, and ends them with an account or by a link.
        keeper="select, update, delete",
        also=OWN_DOOR.format("access.mfa_authenticator"),
    ),
]

FUNCTIONS = [
    Function(
        # That a factor was used; and of recovery codes what is left, unless another sign-in was first.
        "access.factor_was_used",
        "p_id bigint, p_stood text, p_holds text, p_sign text",
        "boolean",
        """
        begin
            if not access.was_said('factor|' || p_id || '|' || p_holds, p_sign) then
                raise insufficient_privilege using message = 'that a factor was used, the door says';
            end if;
            update access.mfa_authenticator set last_used_at = clock_timestamp(),
                data = case when p_holds = '' then data else jsonb_build_object('sealed', p_holds) end
                where id = p_id and door = 'alongside_' || access.door()
                and (p_holds = '' or (type = 'recovery_codes' and data ->> 'sealed' = p_stood));
            return found;
        end
        """,
        _BOTH,
    ),
]
