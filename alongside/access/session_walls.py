"""The walls around sessions. Before anybody is signed in a session is known by its key alone: the keeper's functions
read, keep and end the one whose key is told them. The list is each one's own."""

from alongside.access.wall import BY_THE_HOUSE, ME, Function, Policy, Wall

_BOTH = ("desk", "workspace")
_NAMED = "name = encode(sha256(convert_to(p_known, 'UTF8')), 'hex') and door = access.door()"

WALLS = [
    # A session that comes back with a copy would let in whoever holds its cookie: sessions are in no copy.
    Wall(
        "access.access_session",
        (
            Policy("one's own", on="select", using=f"account_id = {ME}", to=_BOTH),
            Policy("ending one's own", on="delete", using=f"account_id = {ME}", to=_BOTH),
            Policy(
                "the house lets ended ones go",
                using=f"{BY_THE_HOUSE} and ends_at < now()",
                check="false",
                to=("worker",),
            ),
        ),
        {
            **dict.fromkeys(_BOTH, "select (name, account_id, begun_at, ends_at, browser), delete"),
            "worker": "select (name, ends_at), delete",
        },
        keeper="select, insert, update, delete",
        dumped=False,
    ),
]

FUNCTIONS = [
    Function(
        # What the session with this key holds, sealed. Held, nobody else writes it before this transaction ends.
        "access.session_held",
        "p_known text, p_hold boolean",
        "bytea",
        f"""
        begin
            if p_hold then perform from access.access_session where {_NAMED} for update; end if;
            return (select held from access.access_session where {_NAMED} and ends_at > clock_timestamp());
        end
        """,
        _BOTH,
    ),
    Function(
        # Writes what a session holds. A new one takes no other's name; one that has ended stays ended.
        "access.keep_session",
        "p_known text, p_held bytea, p_ends timestamptz, p_new boolean",
        "boolean",
        f"""
        begin
            if p_new then
                insert into access.access_session (name, door, held, begun_at, ends_at, browser)
                    values (encode(sha256(convert_to(p_known, 'UTF8')), 'hex'), access.door(), p_held,
                        clock_timestamp(), p_ends, '') on conflict (name) do nothing;
            else
                update access.access_session set held = p_held, ends_at = p_ends where {_NAMED};
            end if;
            return found;
        end
        """,
        _BOTH,
    ),
    Function(
        "access.end_session",
        "p_known text",
        "void",
        f"begin delete from access.access_session where {_NAMED}; end",
        _BOTH,
    ),
    Function(
        # Whose session it is, which the door's process says when it has let somebody in.
        "access.own_session",
        "p_known text, p_account uuid, p_browser text, p_sign text",
        "void",
        f"""
        begin
            if not access.was_said('session|' || p_known || '|' || p_account, p_sign) then
                raise insufficient_privilege using message = 'whose session it is, the door says';
            end if;
            update access.access_session set account_id = p_account, browser = left(p_browser, 200) where {_NAMED};
        end
        """,
        _BOTH,
    ),
]
